package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"numberloader/cli/console"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// TestAFaultOfTheProgramIsReported has reading fail by a panic: the report is named, and
// the stack stays in it.
func TestAFaultOfTheProgramIsReported(t *testing.T) {
	t.Parallel()
	var errs bytes.Buffer
	var kept *fault.PanicError
	p := newWorld().program()
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(""), &bytes.Buffer{}, &errs
	p.Read = func(context.Context, string, number.Layout, func(number.Progress)) (*number.Table, error) {
		panic("no row")
	}
	p.KeepFault = func(caught *fault.PanicError) string {
		kept = caught
		return "logs/crash-1.txt"
	}
	if status := Run(t.Context(), []string{"check", "list.csv"}, p); status != console.StatusFailed {
		t.Errorf("the status is %d", status)
	}
	if kept == nil || kept.What != "no row" || !strings.Contains(string(kept.Stack), "fault_test.go") {
		t.Errorf("kept %v", kept)
	}
	if said := errs.String(); !strings.Contains(said, "logs/crash-1.txt") || !strings.Contains(said, "no row") || strings.Contains(said, "fault_test.go") {
		t.Errorf("it says %q", said)
	}
}
