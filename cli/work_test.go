package cli

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"numberloader/cli/console"
	"numberloader/cli/outcomes"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// theRun is the ID of the run that a world begins.
const theRun = "20261123-141205-7f3a"

// begun is a world with a run that has something left for each verb, and the
// folder of its file.
func begun(t *testing.T) (w *world, folder string) {
	t.Helper()
	w = newWorld()
	path := file(t, "list.csv", "Number\n+12125550101\n+12125550102\n+12125550103\n+12125550104\n+12125550105\n")
	w.stopAfter, w.stopErr = 3, &fault.Error{Kind: fault.Stopped}
	status, _, stderr := invoke(t.Context(), w, "submit", path, "--yes", "--batch", "1",
		"--location", "Kansas City", "--state", "inactive", "--results", filepath.Join(t.TempDir(), "first.xlsx"))
	if status != console.StatusStopped {
		t.Fatalf("status %d: %s", status, stderr)
	}
	w.stopAfter, w.stopErr = 0, nil
	return w, filepath.Dir(path)
}

func TestWorkThatStopsTellsTheWholeTruth(t *testing.T) {
	t.Parallel()
	for kind, want := range map[fault.Kind]int{
		fault.Stopped: 130, fault.TokenRefused: 4, fault.NotAllowed: 4, fault.Unreachable: 5,
		fault.Failing: 5, fault.Refused: 5, fault.SaveFailed: 1, fault.Internal: 5,
	} {
		for _, verb := range []string{"resume", "undo", "activate"} {
			w, folder := begun(t)
			w.stopAfter, w.stopErr = 1, &fault.Error{Kind: kind}
			status, stdout, stderr := invoke(t.Context(), w, verb, theRun, "--yes", "--json")
			if status != want {
				t.Errorf("%s, kind %d: status %d, want %d", verb, kind, status, want)
			}
			if lines := strings.Count(stdout, "\n"); lines != 6 || strings.Contains(stdout, `"added":3,`) {
				t.Errorf("%s, kind %d: printed %s", verb, kind, stdout)
			}
			if !strings.Contains(stderr, `Go on with "numberloader `+verb+" "+theRun+`".`) {
				t.Errorf("%s, kind %d: told %s", verb, kind, stderr)
			}
			if _, err := os.Stat(filepath.Join(folder, "list - results 2026-11-23 1412.xlsx")); err != nil {
				t.Errorf("%s, kind %d: %v", verb, kind, err)
			}
		}
	}
}

func TestWorkThatDoesNotBeginLeavesNothing(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		set  func(*world)
		want int
	}{
		{"not signed in", func(w *world) { w.connectErr = &fault.Error{Kind: fault.SignedOut} }, 4},
		{"token refused", func(w *world) { w.accountErr = &fault.Error{Kind: fault.TokenRefused} }, 4},
		{"no connection", func(w *world) { w.accountErr = &fault.Error{Kind: fault.Unreachable} }, 5},
		{"another organization", func(w *world) { w.home = "other" }, 4},
		{"another organization, and no word of customers", func(w *world) {
			w.home, w.surveyErr = "other", &fault.Error{Kind: fault.NotAllowed}
		}, 4},
		{"not allowed", func(w *world) { w.role = run.RoleOther }, 4},
		{"another program at work", func(w *world) { w.workErr = &fault.Error{Kind: fault.Busy} }, 5},
		{"stopped before the first step", func(w *world) { w.stopErr = &fault.Error{Kind: fault.Stopped} }, 130},
		{"the service refuses", func(w *world) { w.workErr = &fault.Error{Kind: fault.NotAllowed} }, 4},
	} {
		for _, verb := range []string{"resume", "undo", "activate"} {
			w, folder := begun(t)
			w.closed, w.connected = 0, nil
			tt.set(w)
			status, stdout, stderr := invoke(t.Context(), w, verb, theRun, "--yes", "--json")
			if status != tt.want || stdout != "" || stderr == "" {
				t.Errorf("%s, %s: status %d, printed %q, told %q", verb, tt.name, status, stdout, stderr)
			}
			if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
				t.Errorf("%s, %s: left %v (%v)", verb, tt.name, entries, err)
			}
			if w.closed != len(w.connected) {
				t.Errorf("%s, %s: closed %d of %d connections", verb, tt.name, w.closed, len(w.connected))
			}
		}
	}
}

func TestADamagedRunIsNoWrongUsage(t *testing.T) {
	t.Parallel()
	w := newWorld()
	w.loadErr = &fault.Error{Kind: fault.FileDamaged}
	if status, _, stderr := invoke(t.Context(), w, "resume", theRun, "--yes"); status != 3 || strings.Contains(stderr, "newest") {
		t.Errorf("status %d, told %q", status, stderr)
	}
}

// A run that is damaged in places is reported with a word about that; nothing is
// done to one whose plan is lost.
func TestADamagedRunIsReported(t *testing.T) {
	t.Parallel()
	for _, lost := range []bool{false, true} {
		for verb, want := range map[string]int{"resume": 0, "undo": 0, "results": 0} {
			w, _ := begun(t)
			r := w.runs[theRun]
			r.Damage = run.Damage{Lines: []int{5}, Plan: lost}
			w.runs[theRun] = r
			args := []string{verb, theRun, "--json", "--results", filepath.Join(t.TempDir(), "again.xlsx")}
			if verb != "results" {
				args = append(args, "--yes")
			}
			if lost && verb != "results" {
				want = 3
			}
			status, stdout, stderr := invoke(t.Context(), w, args...)
			if status != want || strings.Count(stderr, "is damaged in line 5") != 1 || (stdout == "") != (want == 3) {
				t.Errorf("%s, lost %v: status %d, printed %q, told %q", verb, lost, status, stdout, stderr)
			}
		}
	}
}

func TestWorkGetsItsFlags(t *testing.T) {
	t.Parallel()
	for _, verb := range []string{"resume", "undo", "activate"} {
		w, _ := begun(t)
		if w.work.Parallel != 4 {
			t.Errorf("submit: got %d", w.work.Parallel)
		}
		if status, _, stderr := invoke(t.Context(), w, verb, theRun, "--yes", "--parallel", "7"); status > 1 || w.work.Parallel != 7 {
			t.Errorf("%s: status %d, %d at once: %s", verb, status, w.work.Parallel, stderr)
		}
	}
}

func TestADryRunOfWorkChangesNothing(t *testing.T) {
	t.Parallel()
	for _, verb := range []string{"resume", "undo", "activate"} {
		w, folder := begun(t)
		before := slices.Clone(w.runs[theRun].Lines)
		status, stdout, _ := invoke(t.Context(), w, verb, theRun, "--dry-run", "--json")
		if status != 0 || strings.Count(stdout, "\n") != 6 || !strings.Contains(stdout, `"results":""`) {
			t.Errorf("%s: status %d, printed %s", verb, status, stdout)
		}
		for i, line := range w.runs[theRun].Lines {
			if line.Result != before[i].Result {
				t.Errorf("%s: line %d became %v", verb, i, line.Result)
			}
		}
		if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
			t.Errorf("%s: left %v (%v)", verb, entries, err)
		}
	}
}

// Once an undo has begun, nothing is added or activated, and the verb that is left
// is named; not even who is signed in is asked.
func TestNothingIsAddedOnceAnUndoHasBegun(t *testing.T) {
	t.Parallel()
	for state, advice := range map[run.State]string{
		run.Unfinished: `Go on with "numberloader undo ` + theRun + `".`,
		run.Undone:     "submit the list again",
	} {
		for _, verb := range []string{"resume", "activate"} {
			for _, flag := range []string{"--yes", "--dry-run"} {
				w, folder := begun(t)
				r := w.runs[theRun]
				r.Stage, r.State = run.StageRemove, state
				w.runs[theRun], w.connected = r, nil
				status, stdout, stderr := invoke(t.Context(), w, verb, theRun, flag, "--json")
				if status != 2 || stdout != "" || len(w.connected) != 0 {
					t.Errorf("%s %s: status %d, printed %q, connected %v", verb, flag, status, stdout, w.connected)
				}
				if !strings.Contains(stderr, "An undo of this run has begun") || !strings.Contains(stderr, advice) {
					t.Errorf("%s %s: told %q", verb, flag, stderr)
				}
				if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
					t.Errorf("%s %s: left %v (%v)", verb, flag, entries, err)
				}
			}
		}
	}
}

func TestARunThatWasKilledAfterItsLastRequestIsClosed(t *testing.T) {
	t.Parallel()
	for verb, want := range map[string]int{"resume": 0, "undo": 0} {
		w, _ := begun(t)
		if status, _, stderr := invoke(t.Context(), w, verb, theRun, "--yes"); status != 0 {
			t.Fatalf("status %d: %s", status, stderr)
		}
		killed := w.runs[theRun]
		killed.Lines, killed.State, killed.Ended = killed.Lines[:3], run.Unfinished, time.Time{}
		w.runs[theRun] = killed
		again := filepath.Join(t.TempDir(), "again.xlsx")
		status, stdout, stderr := invoke(t.Context(), w, verb, theRun, "--yes", "--json", "--results", again)
		if status != want || strings.Count(stdout, "\n") != 4 || !strings.Contains(stderr, "There is nothing") {
			t.Errorf("%s: status %d, printed %s, told %s", verb, status, stdout, stderr)
		}
		if w.runs[theRun].State == run.Unfinished {
			t.Errorf("%s: the run is still unfinished", verb)
		}
	}
}

func TestAWorkbookThatCannotBeSavedIsNotAllGood(t *testing.T) {
	t.Parallel()
	for _, verb := range []string{"resume", "undo", "activate"} {
		w, _ := begun(t)
		w.saveErr = &fault.Error{Kind: fault.SaveFailed}
		status, stdout, stderr := invoke(t.Context(), w, verb, theRun, "--yes", "--json")
		if status != 1 || strings.Count(stdout, "\n") != 6 || strings.Count(stderr, "The results could not be written.") != 1 {
			t.Errorf("%s: status %d, printed %s, told %q", verb, status, stdout, stderr)
		}
	}
}

func TestWorkThatNobodyReadsIsDone(t *testing.T) {
	t.Parallel()
	for _, verb := range []string{"resume", "undo", "activate"} {
		for left := range 6 {
			w, _ := begun(t)
			out := &narrow{left: left}
			p := w.program()
			var told strings.Builder
			p.Stdin, p.Stdout, p.Stderr = strings.NewReader(""), out, &told
			if status := Run(t.Context(), []string{verb, theRun, "--yes", "--json"}, p); status != console.StatusGood {
				t.Errorf("%s, %d lines: status %d", verb, left, status)
			}
			if strings.Count(told.String(), lostOutput) != 1 {
				t.Errorf("%s, %d lines: told %q", verb, left, &told)
			}
			if w.runs[theRun].State == run.Unfinished {
				t.Errorf("%s, %d lines: the work is not done", verb, left)
			}
			for _, lines := range out.writes {
				for line := range strings.Lines(lines) {
					if !json.Valid([]byte(line)) || !strings.HasSuffix(line, "}\n") {
						t.Errorf("%s wrote %q", verb, line)
					}
				}
			}
		}
	}
}

func TestAQuestionNamesCountAndOrganization(t *testing.T) {
	t.Parallel()
	lines := func(n int, line run.Line) []run.Line { return slices.Repeat([]run.Line{line}, n) }
	of := func(o run.Outcome) run.Line { return run.Line{Request: 1, Result: run.Result{Outcome: o}} }
	inactive := []plan.Request{{Group: plan.Group{Kind: number.KindDID, State: number.StateInactive}}}
	for _, tt := range []struct {
		verb  *earlier
		lines []run.Line
		want  string
	}{
		{undo(), lines(1209, of(run.Added)), "Remove the 1,209 numbers that this run added to Acme Corp?"},
		{undo(), lines(1, of(run.NotActivated)), "Remove the 1 number that this run added to Acme Corp?"},
		{activate(), lines(12, of(run.Added)), "Activate the 12 inactive numbers that this run added to Acme Corp?"},
		{resume(), lines(595, of(run.NotSent)), "Add the 595 remaining numbers to Acme Corp?"},
		{
			resume(), append(lines(595, of(run.NotSent)), lines(20, of(run.NotKnown))...),
			"What became of 20 numbers is not known, and is found out first. Add up to 615 remaining numbers to Acme Corp?",
		},
		{
			resume(), lines(35, run.Line{Request: 1, Result: run.Result{Outcome: run.NotKnown}, Change: &run.Change{}}),
			"Find out what became of 35 numbers in Acme Corp? Nothing else is done.",
		},
		{
			activate(), append(lines(12, of(run.Added)), lines(3, of(run.NotKnown))...),
			"What became of 3 numbers is not known, and is found out first. Activate up to 15 inactive numbers that this run added to Acme Corp?",
		},
		{
			undo(), lines(35, run.Line{Request: 1, Result: run.Result{Outcome: run.NotKnown}, Change: &run.Change{}}),
			"What became of 35 numbers is not known, and is found out first. Remove up to 35 numbers that this run added to Acme Corp?",
		},
	} {
		r := &run.Run{Draft: run.Draft{Lines: tt.lines, Organization: run.Organization{Name: "Acme Corp"}, Requests: inactive}}
		if got := tt.verb.question(r); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestAStopEndsTheQuestionOfAnUndo(t *testing.T) {
	t.Parallel()
	w, _ := begun(t)
	ctx, cancel := context.WithCancel(t.Context())
	silent, answer := io.Pipe()
	t.Cleanup(func() { _ = answer.Close() })
	p := w.program()
	p.Stdin, p.Stdout, p.StdinTerminal, p.Stderr = silent, io.Discard, true, stopAt{"[y/N]", cancel}
	if status := Run(ctx, []string{"undo", theRun}, p); status != console.StatusStopped {
		t.Errorf("status %d", status)
	}
	if counts := run.Count(w.runs[theRun].Lines); counts[run.Removed] > 0 {
		t.Error("numbers were removed")
	}
}

// The rows of a step are printed before the next one begins, however few they are, so
// that who watches sees how far the work is.
func TestRowsArePrintedWithTheirStep(t *testing.T) {
	t.Parallel()
	out := &narrow{left: 10}
	c := newCommand(Program{Streams: console.Streams{Stdout: out, Stderr: io.Discard}})
	c.JSON = true
	lines := make([]run.Line, 3)
	for i := range lines {
		lines[i].Request = 1
	}
	tracked := outcomes.Track(c.Console, &run.Run{Draft: run.Draft{Lines: lines}}, outcomes.Adding())
	tracked.Step(run.Progress{Answered: true, Lines: []run.Update{{Line: 0, Result: run.Result{Outcome: run.Added}}, {Line: 1, Result: run.Result{Outcome: run.Added}}}})
	if len(out.writes) != 1 || strings.Count(out.writes[0], "\n") != 2 {
		t.Errorf("after a step of two rows: %q", out.writes)
	}
	if err := tracked.Finish(lines); err != nil || len(out.writes) != 2 {
		t.Errorf("at the end: %q (%v)", out.writes, err)
	}
}
