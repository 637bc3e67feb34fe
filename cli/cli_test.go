package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"numberloader/cli/console"
	"numberloader/internal/fault"
)

// invoke runs the command line in a world and returns what it printed.
func invoke(ctx context.Context, w *world, args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	p := w.program()
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(""), &out, &errs
	status = Run(ctx, args, p)
	return status, out.String(), errs.String()
}

// file writes a file and returns its path.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const oneGood = "Number,Location\n+12125550101,Kansas City\n"

func TestEveryKindOfFaultHasItsStatus(t *testing.T) {
	t.Parallel()
	want := map[fault.Kind]int{
		fault.Internal: 5, fault.Stopped: 130, fault.Usage: 2,
		fault.FileMissing: 3, fault.FileLocked: 3, fault.FilePassword: 3, fault.FileUnsupported: 3,
		fault.FileDamaged: 3, fault.FileEmpty: 3, fault.FileTooLarge: 3,
		fault.SignedOut: 4, fault.TokenRefused: 4, fault.NotAllowed: 4,
		fault.Unreachable: 5, fault.Failing: 5, fault.Refused: 5, fault.Location: 2,
		fault.SaveFailed: 1, fault.Exists: 2, fault.Busy: 5, fault.NoOpenGL: 5, fault.PlanChanged: 5,
	}
	for kind := fault.Internal; kind <= fault.PlanChanged; kind++ {
		wanted, ok := want[kind]
		if got := console.StatusOf(&fault.Error{Kind: kind}); got != wanted || !ok {
			t.Errorf("kind %d: got %d, want %d", kind, got, wanted)
		}
	}
	for _, tt := range []struct {
		err  error
		want int
	}{{nil, 0}, {console.ErrProblems, 1}, {context.Canceled, 130}, {errors.New("odd"), 5}, {errors.Join(console.ErrProblems, errors.New("odd")), 1}} {
		if got := console.StatusOf(tt.err); got != tt.want {
			t.Errorf("%v: got %d, want %d", tt.err, got, tt.want)
		}
	}
}

func TestASubmitThatFailsBeforeItsRunLeavesNothing(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		set  func(*world)
		want int
	}{
		{"not signed in", func(w *world) { w.connectErr = &fault.Error{Kind: fault.SignedOut} }, 4},
		{"token refused", func(w *world) { w.accountErr = &fault.Error{Kind: fault.TokenRefused} }, 4},
		{"service failing", func(w *world) { w.surveyErr = &fault.Error{Kind: fault.Failing} }, 5},
		{"another program at work", func(w *world) { w.submitErr = &fault.Error{Kind: fault.Busy} }, 5},
		{"location closed", func(w *world) { w.submitErr = &fault.Error{Kind: fault.Location} }, 2},
	} {
		w, path := newWorld(), file(t, "list.csv", oneGood)
		tt.set(w)
		status, stdout, stderr := invoke(t.Context(), w, "submit", path, "--yes", "--json")
		switch {
		case status != tt.want:
			t.Errorf("%s: status is %v, not %v", tt.name, status, tt.want)
		case stdout != "":
			t.Errorf("%s: stdout is %q", tt.name, stdout)
		case stderr == "":
			t.Errorf("%s: stderr is %q", tt.name, stderr)
		case len(w.runs) > 0:
			t.Errorf("%s: w.runs is %v", tt.name, w.runs)
		}
		if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
			t.Errorf("%s: left %v (%v)", tt.name, entries, err)
		}
		if w.connectErr == nil && w.closed != 1 {
			t.Errorf("%s: closed %d times", tt.name, w.closed)
		}
	}
}

func TestTheReasonOfAStopComesBeforeAWorkbookThatCannotBeSaved(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		stop error
		want int
	}{
		{"a run to its end", nil, 1},
		{"a service that failed", &fault.Error{Kind: fault.Unreachable}, 5},
	} {
		w := newWorld()
		w.saveErr, w.stopErr = &fault.Error{Kind: fault.SaveFailed}, tt.stop
		status, stdout, stderr := invoke(t.Context(), w, "submit", file(t, "list.csv", oneGood), "--yes", "--json")
		if status != tt.want || !strings.Contains(stdout, `"added":1`) || !strings.Contains(stdout, `"results":""`) {
			t.Errorf("%s: status %d, printed %s", tt.name, status, stdout)
		}
		if strings.Count(stderr, "The results could not be written.") != 1 {
			t.Errorf("%s: told %q", tt.name, stderr)
		}
	}
}

func TestADraftSaysWhoSentItWithWhat(t *testing.T) {
	t.Parallel()
	w := newWorld()
	if status, _, stderr := invoke(t.Context(), w, "submit", file(t, "list.csv", oneGood), "--yes", "--org", "org-7"); status != 0 {
		t.Fatalf("status %d: %s", status, stderr)
	}
	switch d := w.draft; {
	case d.Person != "Ann Admin":
		t.Errorf("d.Person is %q, not %q", d.Person, "Ann Admin")
	case d.Program != "1.2.3":
		t.Errorf("d.Program is %q, not %q", d.Program, "1.2.3")
	case d.Organization.ID != "org-7":
		t.Errorf("d.Organization.ID is %q, not %q", d.Organization.ID, "org-7")
	case len(d.Confirmed) > 0:
		t.Errorf("d.Confirmed is %v", d.Confirmed)
	}
}

// narrow fails after some lines, as a pipe does whose reader has gone, and
// remembers each write.
type narrow struct {
	left   int
	writes []string
}

func (n *narrow) Write(p []byte) (int, error) {
	if n.left -= bytes.Count(p, []byte("\n")); n.left < 0 {
		return 0, io.ErrClosedPipe
	}
	n.writes = append(n.writes, string(p))
	return len(p), nil
}

// lostOutput is told once where standard output takes no more.
const lostOutput = "Standard output could not be written (io: read/write on closed pipe), so what was printed is not complete.\n"

func TestOutputThatNobodyReadsDoesNotEndARun(t *testing.T) {
	t.Parallel()
	for left := range 3 {
		w, told := newWorld(), &strings.Builder{}
		p := w.program()
		p.Stdin, p.Stdout, p.Stderr = strings.NewReader(""), &narrow{left: left}, told
		path := file(t, "list.csv", oneGood+"+12125550102,Kansas City\n")
		if status := Run(t.Context(), []string{"submit", path, "--yes", "--json"}, p); status != console.StatusGood {
			t.Errorf("%d lines: status %d", left, status)
		}
		if strings.Count(told.String(), lostOutput) != 1 {
			t.Errorf("%d lines: told %q", left, told)
		}
		if len(w.runs) != 1 {
			t.Errorf("%d lines: there is no run", left)
		}
	}
}

func TestLinesAreWrittenWhole(t *testing.T) {
	t.Parallel()
	path := file(t, "list.csv", "Number,Hidden\n+12125550101,\n212555,\n+12125550102,yes\nTotal,\n")
	w := newWorld()
	for _, args := range [][]string{
		{"check", path, "--json"},
		{"submit", path, "--location", "Kansas City", "--only-ready", "--yes", "--json"},
		{"results", "20261123-141205-7f3a", "--results", filepath.Join(t.TempDir(), "again.xlsx"), "--json"},
		{"locations", "--json"},
		{"history", "--json"},
	} {
		out := &narrow{left: 1000}
		p := w.program()
		p.Stdin, p.Stdout, p.Stderr = strings.NewReader(""), out, io.Discard
		Run(t.Context(), args, p)
		if len(out.writes) == 0 {
			t.Errorf("%s printed nothing", args[0])
		}
		for _, line := range out.writes {
			if !strings.HasPrefix(line, "{") || !strings.HasSuffix(line, "}\n") {
				t.Errorf("%s wrote %q", args[0], line)
			}
		}
	}
}

func TestLinesThatShareAWriteFitIntoAPipe(t *testing.T) {
	t.Parallel()
	rows := strings.Repeat("+12125550101,Kansas City\n", 30) + "+12125550101," + strings.Repeat("Kansas City", 500) + "\n" +
		strings.Repeat("+12125550102,Kan\u200bsas City\n", 30)
	out := &narrow{left: 1000}
	p := newWorld().program()
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(""), out, io.Discard
	Run(t.Context(), []string{"check", file(t, "list.csv", "Number,Location\n"+rows), "--json"}, p)
	lines := 0
	for _, piece := range out.writes {
		n := strings.Count(piece, "\n")
		lines += n
		if !strings.HasPrefix(piece, "{") || !strings.HasSuffix(piece, "}\n") || n > 1 && len(piece) > 4096 {
			t.Errorf("wrote %d lines in %d bytes: %q", n, len(piece), piece)
		}
		if strings.Contains(piece, "\u200b") {
			t.Errorf("wrote what nobody sees: %q", piece)
		}
	}
	if lines != 62 || len(out.writes) >= lines {
		t.Errorf("%d lines in %d writes", lines, len(out.writes))
	}
}

func TestPrintingErrorsAreReported(t *testing.T) {
	t.Parallel()
	good := file(t, "list.csv", oneGood)
	bad := file(t, "bad.csv", "Number,Location\n212555,Kansas City\n")
	for _, args := range [][]string{
		{"check", good},
		{"check", bad},
		{"check", bad, "--json"},
		{"check", file(t, "two-columns.csv", "A\n1\n"), "--json"},
		{"submit", bad, "--yes"},
		{"submit", good, "--dry-run"},
		{"submit", file(t, "none.csv", "Number\n+12125550101\n"), "--yes", "--json"},
		{"locations"},
		{"locations", "--json"},
		{"history"},
		{"history", "--json"},
		{"template", filepath.Join(t.TempDir(), "t.xlsx")},
	} {
		w := newWorld()
		invoke(t.Context(), w, "submit", good, "--yes", "--results", filepath.Join(t.TempDir(), "first.xlsx"))
		if status, told := unread(t, w, args...); status != console.StatusFailed || strings.Count(told, lostOutput) != 1 {
			t.Errorf("%q: status %d, told %q", args, status, told)
		}
	}
}

// unread carries out a verb whose output nobody reads.
func unread(t *testing.T, w *world, args ...string) (status int, told string) {
	t.Helper()
	var stderr strings.Builder
	p := w.program()
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(""), &narrow{}, &stderr
	return Run(t.Context(), args, p), stderr.String()
}

// TestTheStatusOfARunCountsWhoeverReadsAboutIt has runs that are reported and
// not sent.
func TestTheStatusOfARunCountsWhoeverReadsAboutIt(t *testing.T) {
	t.Parallel()
	there := file(t, "there.csv", "Number,Location\n+12125550110,Kansas City\n")
	for _, tt := range []struct {
		want int
		args []string
	}{
		{console.StatusProblems, []string{"submit", there, "--yes", "--json"}}, // nothing to send
		{console.StatusGood, []string{"results", theRun, "--results", filepath.Join(t.TempDir(), "a.xlsx")}},
		{console.StatusGood, []string{"resume", theRun, "--yes", "--results", filepath.Join(t.TempDir(), "b.xlsx")}},
		{console.StatusGood, []string{"undo", theRun, "--dry-run"}},
	} {
		w := newWorld()
		invoke(t.Context(), w, "submit", file(t, "list.csv", oneGood), "--yes")
		if status, told := unread(t, w, tt.args...); status != tt.want || strings.Count(told, lostOutput) != 1 {
			t.Errorf("%q: status %d, told %q", tt.args, status, told)
		}
	}
}

func TestAStopWhileReadingIsAStop(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if status, _, _ := invoke(ctx, newWorld(), "check", file(t, "list.csv", oneGood)); status != console.StatusStopped {
		t.Errorf("status %d", status)
	}
}

func TestAStopEndsAQuestion(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	silent, answer := io.Pipe()
	t.Cleanup(func() { _ = answer.Close() })
	w := newWorld()
	p := w.program()
	p.Stdin, p.Stdout, p.StdinTerminal = silent, io.Discard, true
	p.Stderr = stopAt{"[y/N]", cancel}
	if status := Run(ctx, []string{"submit", file(t, "list.csv", oneGood)}, p); status != console.StatusStopped {
		t.Errorf("status %d", status)
	}
	if len(w.runs) > 0 {
		t.Error("the numbers were sent")
	}
}

// stopAt stops when a text is told.
type stopAt struct {
	text string
	stop func()
}

func (s stopAt) Write(p []byte) (int, error) {
	if bytes.Contains(p, []byte(s.text)) {
		s.stop()
	}
	return len(p), nil
}

func TestACheckGoesOnWithoutASignInThatDoesNotWork(t *testing.T) {
	t.Parallel()
	path := file(t, "list.csv", "Number,Location\n+12125550101,Nowhere\n")
	for _, tt := range []struct {
		name string
		args []string
		want int
	}{
		{"nobody asked for it", nil, 0},
		{"a customer organization", []string{"--org", "7"}, 5},
		{"the practice organization", []string{"--practice"}, 5},
		{"online", []string{"--online"}, 5},
	} {
		w := newWorld()
		w.surveyErr = &fault.Error{Kind: fault.Unreachable}
		status, _, stderr := invoke(t.Context(), w, append([]string{"check", path}, tt.args...)...)
		if status != tt.want || !strings.Contains(stderr, "There was no connection to Webex.") {
			t.Errorf("%s: status %d, told %q", tt.name, status, stderr)
		}
		if told := strings.Contains(stderr, "were not checked"); told != (tt.want == 0) {
			t.Errorf("%s: told %q", tt.name, stderr)
		}
		if w.closed != 1 {
			t.Errorf("%s: closed %d times", tt.name, w.closed)
		}
	}
}

func TestACheckOfAFileWithoutLocationsAsksNobody(t *testing.T) {
	t.Parallel()
	w := newWorld()
	if status, _, stderr := invoke(t.Context(), w, "check", file(t, "list.csv", "Number\n+12125550101\n")); status != 0 || w.asked > 0 {
		t.Errorf("status %d, asked %d times: %s", status, w.asked, stderr)
	}
}

func TestAnOrganizationWithoutLocationsKnowsNone(t *testing.T) {
	t.Parallel()
	w := newWorld()
	w.locations = nil
	status, stdout, _ := invoke(t.Context(), w, "check", file(t, "list.csv", oneGood), "--json")
	if status != console.StatusProblems || !strings.Contains(stdout, `"code":"unknown_location"`) {
		t.Errorf("status %d, printed %s", status, stdout)
	}
	status, stdout, stderr := invoke(t.Context(), w, "locations")
	if status != 0 || stdout != "" || !strings.Contains(stderr, "no location") {
		t.Errorf("status %d, printed %q, told %q", status, stdout, stderr)
	}
	status, _, stderr = invoke(t.Context(), w, "submit", file(t, "list.csv", "Number\n+12125550101\n"), "--yes")
	if status != console.StatusUsage || !strings.Contains(stderr, "Name it with --location.\n") {
		t.Errorf("status %d, told %q", status, stderr)
	}
}

// TestAVerbIsMadeByItsName asks for all of them, and for each.
func TestAVerbIsMadeByItsName(t *testing.T) {
	t.Parallel()
	c := newCommand(Program{})
	all := newRoot(c, nil).Commands()
	if len(all) != len(asked(nil)) {
		t.Errorf("%d verbs, asked for %d", len(all), len(asked(nil)))
	}
	for _, v := range asked(nil) {
		made := newRoot(c, []string{v.name, "--help"}).Commands()
		if len(made) != 1 || made[0].Name() != v.name || !slices.ContainsFunc(all, func(cmd *cobra.Command) bool { return cmd.UsageString() == made[0].UsageString() }) {
			t.Errorf("%s: made %v", v.name, made)
		}
	}
}

func TestFilesAreForTheWindow(t *testing.T) {
	t.Parallel()
	path := file(t, "list.csv", oneGood)
	for _, tt := range []struct {
		args []string
		want bool
	}{
		{nil, false},
		{[]string{path}, false},
		{[]string{path, path}, false},
		{[]string{"check", path}, true},
		{[]string{"--version"}, true},
		{[]string{"help"}, true},
		{[]string{"resume", "x"}, true},
		{[]string{"nonsense"}, true},
		{[]string{"missing.csv"}, false},
		{[]string{filepath.Join("missing", "list")}, false},
	} {
		if got := Wanted(tt.args); got != tt.want {
			t.Errorf("%q: got %v", tt.args, got)
		}
	}
}

func TestATakenNameIsRefusedBeforeAnythingIsSent(t *testing.T) {
	t.Parallel()
	w, taken := newWorld(), file(t, "taken.xlsx", "mine")
	status, _, stderr := invoke(t.Context(), w, "submit", file(t, "list.csv", oneGood), "--yes", "--results", taken)
	switch {
	case status != console.StatusUsage:
		t.Errorf("status is %v, not %v", status, console.StatusUsage)
	case !strings.Contains(stderr, "Nothing was sent."):
		t.Errorf("stderr is %q without %q", stderr, "Nothing was sent.")
	case len(w.runs) > 0:
		t.Errorf("w.runs is %v", w.runs)
	case w.asked > 0:
		t.Errorf("w.asked is %v", w.asked)
	}
	if got, err := os.ReadFile(taken); err != nil || string(got) != "mine" {
		t.Errorf("the file became %q (%v)", got, err)
	}
}
