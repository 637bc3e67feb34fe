package platform

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"numberloader/internal/fault"
)

// crashing names the data folder of a test program that is to crash.
const crashing = "NUMBERLOADER_TEST_CRASH"

// TestMain is this test program, which in one case crashes on another goroutine, where
// nobody can catch it.
func TestMain(m *testing.M) {
	if data := os.Getenv(crashing); data != "" {
		if _, _, err := WatchCrashes(data, "1.2.3"); err != nil {
			os.Exit(1)
		}
		go func() { panic("no row for +1 816 555 0123") }()
		select {}
	}
	os.Exit(m.Run())
}

//nolint:paralleltest // what the runtime writes at the end is that of the whole process
func TestACrashOnAnyGoroutineIsReportedAtTheNextStart(t *testing.T) {
	data := t.TempDir()
	program := exec.CommandContext(t.Context(), os.Args[0]) //nolint:gosec // this test itself
	program.Env = append(os.Environ(), crashing+"="+data)
	if err := program.Run(); err == nil {
		t.Fatal("the program did not crash")
	}
	c, report, err := WatchCrashes(data, "1.2.4")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Number Loader 1.2.3", "panic: no row for", "TestMain", "crash_test.go"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the report lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(string(text), "555 0123") {
		t.Errorf("the report has the number:\n%s", text)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	c, report, err = WatchCrashes(data, "1.2.4")
	if report != "" || err != nil {
		t.Fatalf("it is reported again in %q (%v)", report, err)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

//nolint:paralleltest // as above
func TestAFaultThatWasCaughtIsReported(t *testing.T) {
	data := t.TempDir()
	c, report, err := WatchCrashes(data, "1.2.3")
	if report != "" || err != nil {
		t.Fatalf("a crash %q (%v)", report, err)
	}
	kept, err := KeepFault(data, "1.2.3", &fault.PanicError{What: "no row for +1 816 555 0123", Stack: []byte("goroutine 7")}, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(kept)
	switch want := "Number Loader 1.2.3"; {
	case err != nil:
		t.Errorf("err is %v, not nil", err)
	case !strings.Contains(string(text), want):
		t.Errorf("strings.Contains(string(text), want) is false: %q", string(text))
	case !strings.Contains(string(text), "goroutine 7"):
		t.Errorf("strings.Contains(string(text), \"goroutine 7\") is false: %q", string(text))
	case strings.Contains(string(text), "555 0123"):
		t.Error("strings.Contains(string(text), \"555 0123\") is true")
	}
	if err := errors.Join(c.Note(&fault.PanicError{What: "no row", Stack: []byte("goroutine 1")}), c.Close()); err != nil {
		t.Fatal(err)
	}
	c, report, err = WatchCrashes(data, "1.2.3")
	if err != nil || report == "" {
		t.Fatalf("a crash %q (%v)", report, err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := filepath.Glob(filepath.Join(data, "logs", "*"+rawEnd)); len(left) > 0 || err != nil {
		t.Errorf("%q are left (%v)", left, err)
	}
}
