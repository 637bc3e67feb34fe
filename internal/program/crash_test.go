package program

import (
	"log/slog"
	"os"
	"runtime"
	"strings"
	"testing"

	"numberloader/internal/platform"
)

// TestAFaultOfTheWindowIsCaughtAndReported lets the window end by a panic.
//
//nolint:paralleltest // what the runtime writes at the end is that of the whole process
func TestAFaultOfTheWindowIsCaughtAndReported(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the message of the system's waits there until somebody closes it")
	}
	t.Setenv("PATH", "") // no program that shows a message
	p := &program{
		log: slog.New(slog.DiscardHandler), desktop: platform.NewDesktop(t.Context()),
		folders: platform.Folders{Data: t.TempDir()},
	}
	p.about.Details.Version = "1.2.3"
	p.watchCrashes()
	broken := caught(func() { panic("no row for +1 816 555 0123") })
	if broken == nil {
		t.Fatal("nothing was caught")
	}
	if status := p.endOf(t.Context(), broken); status != 1 {
		t.Errorf("the status is %d", status)
	}
	p.watchCrashes()
	text, err := os.ReadFile(p.crashReport)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "crash_test.go") || strings.Contains(string(text), "555 0123") {
		t.Errorf("the report is\n%s", text)
	}
	if status := p.endOf(t.Context(), caught(func() {})); status != 0 {
		t.Errorf("the status is %d", status)
	}
}
