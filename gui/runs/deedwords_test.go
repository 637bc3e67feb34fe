package runs

import (
	"strings"
	"testing"

	"numberloader/internal/run"
)

// acme is an organization of Webex.
func acme() run.Organization { return run.Organization{ID: "acme", Name: "Acme Corp"} }

func everyDeed() []run.Action { return append(run.Actions(), run.ActionAdd) }

func TestEveryDeedHasItsWords(t *testing.T) {
	t.Parallel()
	labels, headlines := map[string]bool{}, map[string]bool{}
	for _, d := range everyDeed() {
		labels[deedLabel(d, 1240, false)] = true
		headline := deedHeadline(d, 1240, acme())
		headlines[headline] = true
		if !strings.Contains(headline, "1,240") || !strings.Contains(headline, "Acme Corp") {
			t.Errorf("headline %q", headline)
		}
		if q := CloseQuestion(d, acme(), false); !strings.Contains(q.Text, "Acme Corp") || q.Action != "Stop and close" {
			t.Errorf("question %+v", q)
		}
	}
	if n := len(everyDeed()); len(labels) != n || len(headlines) != n {
		t.Errorf("%v, %v", labels, headlines)
	}
	if got := deedLabel(run.ActionUndo, 3, true); got != "Undo the rest: 3 numbers" {
		t.Errorf("label %q", got)
	}
}

func TestOnlyWhatChangesWhatIsInUseIsAskedAbout(t *testing.T) {
	t.Parallel()
	practice := run.Organization{Practice: true}
	for _, d := range everyDeed() {
		q, ask := deedQuestion(d, 2, 0, practice)
		if want := d == run.ActionUndo || d == run.ActionActivate; ask != want {
			t.Errorf("deed %d is asked about: %v", d, ask)
		}
		if ask && (!strings.Contains(q.Title, "2 numbers") || !strings.Contains(q.Title, "the practice organization") || !strings.HasSuffix(q.Text, "nothing goes to Webex.")) {
			t.Errorf("question %+v", q)
		}
		unsure, _ := deedQuestion(d, 2, 1, practice)
		if ask && (!strings.Contains(unsure.Title, "up to 2 numbers") || !strings.Contains(unsure.Text, "1 number is not known")) {
			t.Errorf("question %+v", unsure)
		}
	}
}

func TestStopSaysWhatItLeaves(t *testing.T) {
	t.Parallel()
	for d, want := range map[run.Action]string{run.ActionResume: "not sent", run.ActionUndo: "as it is"} {
		if got := stopHint(d); !strings.HasSuffix(got, want) {
			t.Errorf("hint %q", got)
		}
	}
}
