package start

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/windows"
)

func TestOnlyTheFirstInterruptIsAStop(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	handler := interrupted(stop)
	if handler(windows.CTRL_CLOSE_EVENT) != 0 || ctx.Err() != nil {
		t.Error("a console that closes is taken for a stop")
	}
	if handler(windows.CTRL_C_EVENT) != 1 || ctx.Err() == nil {
		t.Error("the first Ctrl-C is no stop")
	}
	if handler(windows.CTRL_C_EVENT) != 0 {
		t.Error("the second Ctrl-C does not end the program")
	}
}

func TestAStreamThatLeadsSomewhereIsKept(t *testing.T) {
	t.Parallel()
	file, err := os.Create(filepath.Join(t.TempDir(), "out.txt"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	})
	if got := usable(file, os.DevNull); got != file {
		t.Errorf("got %s", got.Name())
	}
}

func TestAStreamThatLeadsNowhereIsReplaced(t *testing.T) {
	t.Parallel()
	file, err := os.Create(filepath.Join(t.TempDir(), "closed.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	got := usable(file, os.DevNull)
	if _, err := got.WriteString("text"); err != nil {
		t.Errorf("got %v", err)
	}
}
