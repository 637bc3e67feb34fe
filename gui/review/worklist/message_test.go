package worklist

import (
	"fmt"
	"strings"
	"testing"

	"numberloader/gui/review/judged"
	"numberloader/internal/number"
	rules "numberloader/internal/review"
)

// labels are the actions of the lines below a row.
func labels(lines []Line) string {
	var all []string
	for _, line := range lines {
		for _, a := range line.Actions {
			all = append(all, a.Label)
		}
	}
	return strings.Join(all, ", ")
}

func TestWhatARowSaysAndOffers(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.Choose(judged.ChipAll)
	for _, c := range []struct {
		row          int
		says         string // the beginning
		offers, more string // without and with the cursor
	}{
		{0, "", "", "Edit B2, Skip this row"},
		{1, "", "", "Edit B3, Skip this row"},
		{5, `DIDs!B7: "913 555 01" is too short`, "Edit B7", "Edit B7, Skip this row"},
		{6, `DIDs!B8: "1-800-FLOWERS" contains`, "Use +18003569377", "Use +18003569377, Edit B8, Skip this row"},
		{8, "DIDs!B10: +19135550101 is already", "Skip this row", "Skip this row, Edit B10"},
		{9, "DIDs!B11: this cell stands for 100", "Add all 100", "Add all 100, Edit B11, Skip this row"},
		{10, `DIDs!B12: "913 674 8111" has`, "Edit B12", "Edit B12, Skip this row, Send it anyway"},
		{11, "", "", "Put it back"},
		{12, "", "", "Edit B14"},
	} {
		lines := m.Lines(c.row, false)
		if c.says == "" && len(lines) > 0 || c.says != "" && (len(lines) != 1 || !strings.HasPrefix(lines[0].Text, c.says)) {
			t.Errorf("row %d says %+v", c.row, lines)
		}
		if got := labels(lines); got != c.offers {
			t.Errorf("row %d offers %q, want %q", c.row, got, c.offers)
		}
		if got := labels(m.Lines(c.row, true)); got != c.more {
			t.Errorf("row %d under the cursor offers %q, want %q", c.row, got, c.more)
		}
	}
}

func TestARowThatAsksNobodySpeaksUnderTheCursorOnly(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	for row, want := range map[int]string{1: "has no + in front", 12: "is already in Kansas City", 11: "You left this row out."} {
		if lines := m.Lines(row, true); len(lines) == 0 || !strings.Contains(lines[0].Text, want) {
			t.Errorf("row %d says %+v under the cursor", row, lines)
		}
	}
	asks := marked(good(t, 0, "+19135550101", ""), number.LevelWarning, number.CodeExcelNumber, "Please compare.")
	m.Set(planOf([]*number.Row{asks}))
	if lines := m.Lines(0, false); len(lines) != 1 || lines[0].Text != "Please compare." || labels(lines) != "It is right" {
		t.Errorf("a row to check says %+v", lines)
	}
}

func TestTheRowUnderTheCursorListsAllItsFindingsWorstFirst(t *testing.T) {
	t.Parallel()
	r := good(t, 0, "+19135550101", "")
	r.Level = number.LevelProblem
	r.SetFindings(
		number.QuotedFinding(number.LevelNotice, number.CodeMobileOverflow, "notice"),
		number.QuotedFinding(number.LevelWarning, number.CodeReformatted, "warning"),
		number.QuotedFinding(number.LevelProblem, number.CodeDuplicate, "worst"),
		number.QuotedFinding(number.LevelProblem, number.CodeUnknownWord, "other"),
	)
	m := NewModel(nil, nil)
	m.Set(planOf([]*number.Row{r}))
	var said []string
	for _, line := range m.Lines(0, true) {
		said = append(said, line.Text)
	}
	if got := strings.Join(said, " "); got != "worst other warning notice" {
		t.Errorf("said %s", got)
	}
	if lines := m.Lines(0, false); len(lines) != 1 || lines[0].Text != "worst" {
		t.Errorf("elsewhere it says %+v", lines)
	}
	r.SetFindings()
	m.Set(planOf([]*number.Row{r}))
	if lines := m.Lines(0, false); lines[0].Text != "This row has no number that could be sent." {
		t.Errorf("a problem without findings says %+v", lines)
	}
}

func TestALongCellIsShownInFullUnderTheCursor(t *testing.T) {
	t.Parallel()
	r := good(t, 0, "+19135550101", "")
	r.Input = "+1 (913) 555-0101\nmain line"
	m := NewModel(nil, nil)
	m.Set(planOf([]*number.Row{r}))
	if lines := m.Lines(0, true); lines[0].Text != "In the file: +1 (913) 555-0101 main line" {
		t.Errorf("got %+v", lines)
	}
	r.Shared.Location = "Vertriebsinnendienst Süddeutschland"
	m.Set(planOf([]*number.Row{r}))
	if lines := m.Lines(0, true); len(lines) != 2 || lines[1].Text != "Location: "+r.Location() {
		t.Errorf("got %+v", lines)
	}
	r.Shared.Location = ""
	r = marked(r, number.LevelWarning, number.CodeReformatted, `B2: "`+r.Input+`" will be sent as +19135550101.`)
	m.Set(planOf([]*number.Row{r}))
	if lines := m.Lines(0, true); len(lines) != 1 {
		t.Errorf("it is said twice: %+v", lines)
	}
}

func TestASuggestionOfSeveralNumbersIsCounted(t *testing.T) {
	t.Parallel()
	if got := useLabel("+441614960112, +441614960113"); got != "Use these 2 numbers" {
		t.Errorf("got %q", got)
	}
}

func TestDecisionsKeepWhatWasDecidedBefore(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	word := func(s string) *string { return &s }
	prior := rules.Decision{Text: word("typed"), Type: word("mobile"), Overridden: []number.Code{number.CodePremiumRate}}
	for _, c := range []struct {
		row  int
		kind ActionKind
		want string
	}{
		{6, ActionUse, "+18003569377 mobile left:false overridden:[] expand:false"},
		{9, ActionExpand, "typed mobile left:false overridden:[premium_rate] expand:true"},
		{10, ActionOverride, "typed mobile left:false overridden:[premium_rate invalid_number] expand:false"},
		{0, ActionSkip, "typed mobile left:true overridden:[premium_rate] expand:false"},
		{11, ActionPutBack, "typed mobile left:false overridden:[premium_rate] expand:false"},
		{0, ActionEdit, "typed mobile left:false overridden:[premium_rate] expand:false"},
	} {
		d := decided(c.kind, m.Row(c.row), prior)
		got := fmt.Sprintf("%s %s left:%v overridden:%v expand:%v", *d.Text, *d.Type, d.LeftOut, d.Overridden, d.Expand)
		if got != c.want {
			t.Errorf("row %d: %s, want %s", c.row, got, c.want)
		}
	}
	switch d := with(rules.Decision{LeftOut: true, Expand: true, Type: word("did")}, number.FieldNumber, "new"); {
	case *d.Text != "new":
		t.Errorf("*d.Text is %q, not %q", *d.Text, "new")
	case d.LeftOut:
		t.Error("d.LeftOut is true")
	case d.Expand:
		t.Error("d.Expand is true")
	case *d.Type != "did":
		t.Errorf("*d.Type is %q, not %q", *d.Type, "did")
	}
	if prior.LeftOut || *prior.Text != "typed" || len(prior.Overridden) != 1 {
		t.Error("what was decided before has changed")
	}
}
