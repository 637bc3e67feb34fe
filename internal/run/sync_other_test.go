//go:build !windows

package run

import (
	"os"
	"testing"
	"time"

	"numberloader/internal/fault"
)

// The device that swallows everything takes a line and cannot sync it.
func TestALineThatDoesNotReachTheDiskDoesNotCount(t *testing.T) {
	t.Parallel()
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	must(t, err)
	defer func() { must(t, null.Close()) }()
	draft := sampleDraft()
	if err := (&Journal{now: time.Now, file: null}).begin("20261123-141205-7f3a", &draft); err == nil {
		t.Error("a plan counts that is not on the disk")
	}

	j := begin(t, newTestStore(t.TempDir()))
	onDisk := j.file
	j.file = null
	if err := j.Sending(1); fault.KindOf(err) != fault.SaveFailed {
		t.Errorf("got %v", err)
	}
	j.file = onDisk
	if j.Run().Sent[0].State != SentNot || j.Sending(1) == nil {
		t.Error("the journal goes on behind a line that is lost")
	}
}
