package gui

import (
	"strings"
	"testing"

	"numberloader/gui/job"
	"numberloader/internal/run"
)

func everyDeed() []job.Deed { return append(job.Deeds(), job.DeedAdd) }

func TestEveryDeedHasItsWords(t *testing.T) {
	t.Parallel()
	labels, headlines := map[string]bool{}, map[string]bool{}
	for _, d := range everyDeed() {
		labels[deedLabel(d, 1240, false)] = true
		headline := deedHeadline(d, 1240, acmeCorp())
		headlines[headline] = true
		if !strings.Contains(headline, "1,240") || !strings.Contains(headline, "Acme Corp") {
			t.Errorf("headline %q", headline)
		}
		if q := closeQuestion(d, acmeCorp(), false); !strings.Contains(q.text, "Acme Corp") || q.action != "Stop and close" {
			t.Errorf("question %+v", q)
		}
	}
	if n := len(everyDeed()); len(labels) != n || len(headlines) != n {
		t.Errorf("%v, %v", labels, headlines)
	}
	if got := deedLabel(job.DeedUndo, 3, true); got != "Undo the rest: 3 numbers" {
		t.Errorf("label %q", got)
	}
}

func TestOnlyWhatChangesWhatIsInUseIsAskedAbout(t *testing.T) {
	t.Parallel()
	practice := run.Organization{Practice: true}
	for _, d := range everyDeed() {
		q, ask := deedQuestion(d, 2, practice)
		if want := d == job.DeedUndo || d == job.DeedActivate; ask != want {
			t.Errorf("deed %d is asked about: %v", d, ask)
		}
		if ask && (!strings.Contains(q.title, "2 numbers") || !strings.Contains(q.title, "the practice organization") || !strings.HasSuffix(q.text, "nothing goes to Webex.")) {
			t.Errorf("question %+v", q)
		}
	}
}

func TestStopSaysWhatItLeaves(t *testing.T) {
	t.Parallel()
	for d, want := range map[job.Deed]string{job.DeedResume: "not sent", job.DeedUndo: "as it is"} {
		if got := stopHint(d); !strings.HasSuffix(got, want) {
			t.Errorf("hint %q", got)
		}
	}
}
