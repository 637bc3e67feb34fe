package worklist

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/gui/review/judged"
	"numberloader/internal/number"
	rules "numberloader/internal/review"
)

// fixOf is the entry of a kind.
func (d *desk) fixOf(kind FixKind, code ...number.Code) Fix {
	d.t.Helper()
	for _, f := range d.m.Fixes() {
		if f.Kind == kind && (len(code) == 0 || f.Code == code[0]) {
			return f
		}
	}
	d.t.Fatalf("there is no fix %d %v", kind, code)
	return Fix{}
}

func TestEveryFixSaysWhatItWouldDo(t *testing.T) {
	t.Parallel()
	texts := append(messy(), "1-800-FLOWERT", "020 7946 0020")
	for _, c := range []struct {
		kind    FixKind
		choice  string
		count   int
		preview Preview
		step    string
		going   int
	}{
		{FixAccept, "", 2, Preview{
			2, "2 cells are read as suggested. Your file stays as it is.", "Accept 2 suggestions",
			[]Example{{"B5", "1-800-FLOWERS", "+18003569377"}, {"B10", "1-800-FLOWERT", "+18003569378"}},
		}, "accept 2 suggestions", 6},
		{FixExpand, "", 1, Preview{
			1, "1 range becomes 5 numbers.", "Expand 1 range",
			[]Example{{"B7", "+1 913 674 8210 - 8214", "+19136748210 to +19136748214, 5 numbers"}},
		}, "expand 1 range", 9},
		{FixKeepFirst, "", 1, Preview{
			1, "1 row is skipped. The first row of each number stays.", "Skip 1 row", []Example{{"B6", "913-674-8201", "Skipped"}},
		}, "skip 1 duplicate", 4},
		{FixOverride, "", 1, Preview{
			1, "1 number is sent although the range is not known. Webex may refuse it.", "Send it anyway",
			[]Example{{"B8", "+1 913 174 8111", "+19131748111"}},
		}, "send 1 unknown number", 5},
		{FixSkipProblems, "", 7, Preview{
			7, "7 rows are left out. You can put them back.", "Skip 7 rows",
			[]Example{
				{"B4", "913 674", "Skipped"},
				{"B5", "1-800-FLOWERS", "Skipped"},
				{"B6", "913-674-8201", "Skipped"},
				{"B7", "+1 913 674 8210 - 8214", "Skipped"},
				{"B8", "+1 913 174 8111", "Skipped"},
			},
		}, "skip 7 problems", 4},
		{FixSetType, "Mobile", 1, Preview{
			1, `1 row gets the type "Mobile".`, "Set the type of 1 row", []Example{{"B3", "DID", "Mobile"}},
		}, "set the type of 1 row", 4},
		{FixSetUsage, "SERVICE", 1, Preview{
			1, `1 row gets the usage "Service".`, "Set the usage of 1 row", []Example{{"B3", "Standard", "Service"}},
		}, "set the usage of 1 row", 4},
		{FixSetState, "Inactive", 1, Preview{
			1, `1 row gets the state "Inactive".`, "Set the state of 1 row", []Example{{"B3", "Active", "Inactive"}},
		}, "set the state of 1 row", 4},
		{FixSetLocation, "ber", 1, Preview{
			1, `1 row gets the location "Berlin, Germany".`, "Set the location of 1 row",
			[]Example{{"B3", "Kansas City", "Berlin, Germany"}},
		}, "set the location of 1 row", 4},
	} {
		d := deskOf(t, texts)
		d.at("B3")
		f := d.fixOf(c.kind)
		if f.Count != c.count || f.Why != "" || f.Label == "" {
			t.Errorf("%+v", f)
		}
		if diff := cmp.Diff(c.preview, d.m.Preview(f, c.choice)); diff != "" {
			t.Errorf("%s: %s", f.Label, diff)
		}
		if len(d.steps) != 0 || d.m.Going() != 4 {
			t.Fatalf("%s: the preview decided something", f.Label)
		}
		if !d.m.Apply(f, c.choice) || d.last() != c.step || d.m.Going() != c.going {
			t.Errorf("%s: %q, %d go", f.Label, d.last(), d.m.Going())
		}
		if c.kind < FixSetType && d.m.Apply(f, c.choice) {
			t.Errorf("%s: it is done twice", f.Label)
		}
	}
}

func TestAFixThatDoesNotApplySaysWhy(t *testing.T) {
	t.Parallel()
	d := deskOf(t, []string{"+19136748201"})
	var got []string
	for _, f := range d.m.Fixes() {
		p := d.m.Preview(f, "x")
		switch {
		case f.Count != 0:
			t.Errorf("f.Count is %v, not 0", f.Count)
		case p.Sentence != f.Why:
			t.Errorf("p.Sentence is %v, not %v", p.Sentence, f.Why)
		case p.Button != "":
			t.Errorf("p.Button is %q", p.Button)
		case d.m.Apply(f, "x"):
			t.Error("d.m.Apply(f, \"x\") is true")
		}
		got = append(got, f.Label+": "+f.Why)
	}
	want := []string{
		"Accept all suggestions: No problem has a suggestion.",
		"Set the country of numbers without one: No number lacks its country.",
		"Expand ranges: No cell holds a range.",
		"Keep the first of duplicates: No number is listed twice.",
		"Send numbers of unknown ranges: No number has an unknown range.",
		"Rows to check are right: No row needs a look.",
		"Set the type of selected rows: Select rows first.",
		"Set the usage of selected rows: Select rows first.",
		"Set the state of selected rows: Select rows first.",
		"Set the location of selected rows: Select rows first.",
		"Set the subscription of selected rows: Select rows first.",
		"Skip all problems: There are no problems to skip.",
		"Put back all skipped rows: You left no rows out.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	d.at("B2")
	if got := d.fixOf(FixSetSubscription).Why; got != "Only mobile numbers have a subscription." {
		t.Error(got)
	}
	mobile := "Mobile"
	d.Do(rules.Step{Changes: []rules.Change{{Record: 0, Decision: rules.Decision{Type: &mobile}}}})
	if got := d.fixOf(FixSetState).Why; got != "The selected rows are mobile numbers, which have no state." {
		t.Error(got)
	}
	hidden := deskOf(t, []string{"+19136748201"}, func(d *desk) { d.table.Records[0].Hidden = true })
	hidden.m.Choose(judged.ChipAside)
	hidden.m.MoveTo(0)
	if got := hidden.fixOf(FixSetType).Why; got != "The selected rows are not part of the list." {
		t.Error(got)
	}
	if modelOf(t).Fixes() != nil {
		t.Error("a model that decides nothing has fixes")
	}
}

func TestSuggestionsOfOneCodeAreAcceptedAlone(t *testing.T) {
	t.Parallel()
	d := deskOf(t, []string{"1-800-FLOWERS", "+1 913 674 8201 ext. 12", "1-800-FLOWERT"})
	f := d.fixOf(FixAcceptCode, number.CodeLetters)
	if f.Label != "Accept suggestions: letters in the number" || f.Count != 2 {
		t.Fatalf("%+v", f)
	}
	if d.fixOf(FixAcceptCode, number.CodeExtension).Count != 1 {
		t.Error("the other code is not there")
	}
	if !d.m.Apply(f, "") || d.m.fix(FixAccept, "").Count != 1 || d.last() != "accept 2 suggestions" {
		t.Errorf("%s: %d are left", d.last(), d.m.fix(FixAccept, "").Count)
	}
	for _, f := range d.m.Fixes() {
		if f.Kind == FixAcceptCode {
			t.Errorf("a single code is listed: %+v", f)
		}
	}
	if !d.m.Apply(d.fixOf(FixAccept), "") || d.m.fix(FixAccept, "").Count != 0 {
		t.Errorf("%d are left", d.m.fix(FixAccept, "").Count)
	}
}

func TestTheCountryOfNumbersWithoutOneIsChosen(t *testing.T) {
	t.Parallel()
	d := deskOf(t, []string{"(913) 674-8202", "+19136748201"}, func(d *desk) {
		d.settings.Region, d.known.Locations = "", nil
		for i := range d.table.Records {
			d.table.Records[i].SetText(number.FieldLocation, "")
		}
	})
	f := d.fixOf(FixCountry)
	if f.Count != 1 || len(f.Choice) < 200 || f.Choice[0].Label > f.Choice[1].Label {
		t.Fatalf("%d: %+v", f.Count, f.Choice[:2])
	}
	if p := d.m.Preview(f, ""); p.Sentence != "Choose first. 1 row changes then." || p.Button != "" || d.m.Apply(f, "") {
		t.Errorf("%+v", p)
	}
	want := Preview{1, "1 number is read as one of United States.", "Set the country", []Example{{"B2", "(913) 674-8202", "+19136748202"}}}
	if diff := cmp.Diff(want, d.m.Preview(f, "US")); diff != "" {
		t.Error(diff)
	}
	if got := d.m.Preview(f, "FR").Examples[0].New; got != "Still a problem" {
		t.Errorf("as a French number: %s", got)
	}
	switch {
	case !d.m.Apply(f, "US"):
		t.Errorf("%s: d.m.Apply(f, \"US\") is false", d.last())
	case d.settings.Region != "US":
		t.Errorf("%s: d.settings.Region is %q, not %q", d.last(), d.settings.Region, "US")
	case d.m.Going() != 2:
		t.Errorf("%s: d.m.Going() is %v, not 2", d.last(), d.m.Going())
	case d.last() != "set the country to United States":
		t.Errorf("%s: d.last() is %q, not %q", d.last(), d.last(), "set the country to United States")
	}
	near := countryOptions([]number.Location{{Country: "de"}})
	if near[0] != (Option{"DE", "Germany"}) {
		t.Errorf("the country of a location is not first: %v", near[0])
	}
}

func TestSelectedRowsAreSetInOneStep(t *testing.T) {
	t.Parallel()
	d := deskOf(t, messy(), func(d *desk) { d.known.Locations = nil })
	d.m.SelectAll()
	d.m.Sort(ColumnSend)
	f := d.fixOf(FixSetLocation)
	if f.Count != 8 || !f.Typed || f.Choice != nil { // two numbers of B9 are one cell
		t.Fatalf("%+v", f)
	}
	if !d.m.Apply(f, "Leipzig") || d.last() != "set the location of 8 rows" || len(d.decisions) != 8 {
		t.Errorf("%s: %d decisions", d.last(), len(d.decisions))
	}
	if d.m.Apply(d.fixOf(FixSetLocation), "Leipzig") {
		t.Error("the same again is a step")
	}
	d.m.Apply(d.fixOf(FixSetType), "Mobile")
	f = d.fixOf(FixSetSubscription)
	if p := d.m.Preview(f, ""); f.Count == 0 || p.Button == "" {
		t.Errorf("no subscription cannot be chosen: %+v", p)
	}
	if !d.m.Apply(f, "Sub-1") || d.decisions[0].Subscription == nil {
		t.Error("the subscription is not set")
	}
}

func TestACellOfWhichANumberGoesIsNotSkippedForAnother(t *testing.T) {
	t.Parallel()
	d := deskOf(t, []string{"+19136748201", "+19136748201, +19136748202", "+19136748201"})
	if got := d.fixOf(FixKeepFirst).Count; got != 1 {
		t.Errorf("%d duplicates are skipped", got)
	}
	d.m.Apply(d.fixOf(FixSkipProblems), "")
	if d.m.Going() != 2 || d.m.Count(judged.ChipProblems) != 1 {
		t.Errorf("%d go, %d problems", d.m.Going(), d.m.Count(judged.ChipProblems))
	}
	if !d.m.Apply(d.fixOf(FixRestore), "") || d.m.Count(judged.ChipProblems) != 2 || d.last() != "put back 1 row" {
		t.Errorf("%s: %d problems", d.last(), d.m.Count(judged.ChipProblems))
	}
}

func TestAnEditedCellIsShownAsItWasTyped(t *testing.T) {
	t.Parallel()
	d := deskOf(t, messy())
	text := "1-800-FLOWERT"
	d.decisions[2] = rules.Decision{Text: &text}
	d.judge()
	p := d.m.Preview(d.fixOf(FixAccept), "")
	if len(p.Examples) != 2 || p.Examples[0].Old != text {
		t.Errorf("%+v", p)
	}
}

func TestWhatBecomesOfARecordInAWord(t *testing.T) {
	t.Parallel()
	there := &number.Row{AlreadyThere: true}
	for want, judged := range map[string][]*number.Row{
		"Already there": {there}, "Still a problem": {{Level: number.LevelProblem}}, "Skipped": {{LeftOut: true}},
	} {
		if got := outcomeOf(judged); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if modelOf(t).about(0, Fix{Kind: FixSetType}) || fieldText(&number.Row{}, number.FieldNumberEnd) != "" {
		t.Error("a fix of selected rows is about all, or a column is there that is none")
	}
	for kind := FixAccept; kind <= FixRestore+1; kind++ {
		f := Fix{Kind: kind}
		for _, text := range []string{f.does(2, 3, "x"), f.button(2), f.stepName(2, "x"), f.label()} {
			if known := kind <= FixRestore; (text != "") != known || strings.HasPrefix(text, "review.") {
				t.Errorf("kind %d: %q", kind, text)
			}
		}
	}
}

func TestOneRequestTurnsTheRestIntoProblems(t *testing.T) {
	t.Parallel()
	texts := make([]string, 45)
	for i := range texts {
		texts[i] = fmt.Sprintf("+1816555%04d", 100+i)
	}
	d := deskOf(t, texts, func(d *desk) { d.settings.Kind = number.KindMobile })
	switch s := d.m.Strip(); {
	case d.m.OneRequest():
		t.Fatal("d.m.OneRequest() is true")
	case len(s.Mobile[0].Bars) != 3:
		t.Fatalf("s.Mobile[0].Bars is %v", s.Mobile[0].Bars)
	case s.Mobile[0].Bars[2].Filled != 5:
		t.Fatalf("s.Mobile[0].Bars[2].Filled is %v, not 5", s.Mobile[0].Bars[2].Filled)
	case s.Mobile[0].Bars[2].Full != 20:
		t.Fatalf("s.Mobile[0].Bars[2].Full is %v, not 20", s.Mobile[0].Bars[2].Full)
	}
	if got := d.m.Value(40, ColumnRequest); got != (Value{Text: "3 of 3", Over: true}) {
		t.Errorf("%+v", got)
	}
	d.m.SetOneRequest(true)
	switch {
	case !d.m.OneRequest():
		t.Errorf("%s: d.m.OneRequest() is false", d.last())
	case d.last() != "send one request only":
		t.Errorf("%s: d.last() is %q, not %q", d.last(), d.last(), "send one request only")
	case d.m.Count(judged.ChipProblems) != 25:
		t.Errorf("%s: d.m.Count(ChipProblems) is %v, not 25", d.last(), d.m.Count(judged.ChipProblems))
	case d.m.Count(judged.ChipOver) != 25:
		t.Errorf("%s: d.m.Count(ChipOver) is %v, not 25", d.last(), d.m.Count(judged.ChipOver))
	}
	if lines := d.m.Lines(40, false); len(lines) == 0 || !strings.Contains(lines[0].Text, "only one request is to be sent") {
		t.Errorf("%+v", lines)
	}
	steps := len(d.steps)
	if d.m.SetOneRequest(true); len(d.steps) != steps {
		t.Error("no change is a step")
	}
	d.m.SetOneRequest(false)
	if d.last() != "allow several requests" || d.m.Count(judged.ChipProblems) != 0 {
		t.Errorf("%s: %d problems", d.last(), d.m.Count(judged.ChipProblems))
	}
}
