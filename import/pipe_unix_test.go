//go:build unix

package importer

import (
	"net"
	"path/filepath"
	"syscall"
	"testing"

	"numberloader/import/filetest"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// TestPipesAreNotOpened would wait forever for somebody who writes.
func TestPipesAreNotOpened(t *testing.T) {
	t.Parallel()
	pipe := filepath.Join(t.TempDir(), "list.csv")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no pipes here: ", err)
	}
	_, err := Read(t.Context(), pipe, number.Layout{}, nil)
	filetest.Refused(t, err, fault.FileMissing, "connection to another program")
}

func TestSocketsAreNotOpened(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "s")
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "unix", path)
	if err != nil {
		t.Skip("no sockets here: ", err)
	}
	defer func() { _ = l.Close() }()
	_, err = Read(t.Context(), path, number.Layout{}, nil)
	filetest.Refused(t, err, fault.FileMissing, "connection to another program")
}
