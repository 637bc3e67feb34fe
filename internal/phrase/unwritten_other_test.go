//go:build !windows

package phrase

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// failing is a lock that can't be taken.
type failing struct{ err error }

func (f failing) TryLock(path string) (func() error, bool, error) {
	return nil, false, &fs.PathError{Op: "lock", Path: path, Err: f.err}
}

// A journal that can't be opened says why, and what helps: room on the disk only
// where that is the reason.
func TestAJournalThatCannotBeOpenedSaysWhy(t *testing.T) {
	t.Parallel()
	for reason, words := range map[error][2]string{
		syscall.ENOSPC:     {"The disk is full", "Make room"},
		syscall.EDQUOT:     {"The disk is full", "Make room"},
		syscall.EACCES:     {"You may not write in its folder", "NUMBERLOADER_HOME"},
		syscall.EROFS:      {"You may not write in its folder", "NUMBERLOADER_HOME"},
		syscall.EMFILE:     {"Too many files are open", "Close other programs"},
		syscall.ENOLCK:     {"can't be locked", "a folder on this computer"},
		syscall.EOPNOTSUPP: {"can't be locked", "a folder on this computer"},
		syscall.EINVAL:     {"can't be locked", "a folder on this computer"},
		syscall.ENOENT:     {"is not there any more", "a folder on this computer"},
		syscall.EIO:        {"could not be written", "Look at the details"},
	} {
		dir := t.TempDir()
		s := run.NewStore(dir, failing{reason}, time.Now, rand.Reader)
		_, err := s.Begin(run.Draft{})
		message := Explain(err)
		if fault.KindOf(err) != fault.SaveFailed || !errors.Is(err, reason) {
			t.Errorf("%v: %v", reason, err)
		}
		if !strings.Contains(message.What, words[0]) || !strings.Contains(message.Next, words[1]) {
			t.Errorf("%v: %q, %q", reason, message.What, message.Next)
		}
		if space := strings.Contains(message.Next, "room"); space != (words[1] == "Make room") {
			t.Errorf("%v: %q", reason, message.Next)
		}
		if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
			t.Errorf("%v: left %v (%v)", reason, entries, err)
		}
	}
}

// bare is a lock that can't be taken and does not name its file.
type bare struct{ err error }

func (b bare) TryLock(string) (func() error, bool, error) { return nil, false, b.err }

func TestAFolderIsNamedWhereItIsKnown(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, test := range []struct {
		lock run.Locker
		want string
	}{
		{failing{syscall.EACCES}, "so nothing more was sent. You may not write in its folder " + dir + "."},
		{bare{syscall.EACCES}, "so nothing more was sent. You may not write in its folder."},
		{failing{syscall.ENOLCK}, "so nothing more was sent. Its folder " + dir + " is in a place where files can't be locked, or can't be written to the disk for certain."},
		{bare{syscall.ENOLCK}, "so nothing more was sent. Its folder is in a place where files can't be locked, or can't be written to the disk for certain."},
		{failing{syscall.ENOENT}, "so nothing more was sent. Its folder " + dir + " is not there any more."},
		{bare{syscall.ENOENT}, "so nothing more was sent. Its folder is not there any more."},
		{bare{syscall.EIO}, "so nothing more was sent."},
	} {
		_, err := run.NewStore(dir, test.lock, time.Now, rand.Reader).Begin(run.Draft{})
		if got := Explain(err).What; !strings.HasSuffix(got, test.want) {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
