package file

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/number"
)

// answered is a bench on which everything about the book of mobiles and desks
// was answered.
func answered(t *testing.T) (*bench, *book) {
	t.Helper()
	k := &book{sheets: []*number.Table{desks(), mobiles()}}
	b := opens(t, k)
	b.asks(AskSheet)
	b.AnswerSheets("Mobiles")
	b.asks(AskColumn)
	b.AnswerColumns(1)
	b.asks(AskHidden)
	b.AnswerHidden(true)
	b.asks(AskCountry)
	b.AnswerCountry("DE")
	b.asks(NoQuestion)
	return b, k
}

func TestFilesWithTheSameHeadingsAreReadAsTheEarlierOnes(t *testing.T) {
	t.Parallel()
	b, k := answered(t)
	if _, recalled := b.Recalled(); recalled {
		t.Error("what was just answered counts as recalled")
	}
	b.Close()
	source := k.sheets[1].Records[0].Source.All()
	source[1] = "+493023125999"
	k.sheets[1].Records[0].Source = number.SourceOf(source...)
	k.sheets[1].Headings = []string{"NAME", "mobile ", "Work Phone", ""}
	b.Open("/next-month.xlsx", number.Layout{})
	b.asks(NoQuestion)
	got, ok := b.Recalled()
	switch {
	case !ok:
		t.Error("ok is false")
	case got.Sheet != "Mobiles":
		t.Errorf("got.Sheet is %q, not %q", got.Sheet, "Mobiles")
	case !got.Has(number.FieldNumber):
		t.Error("got.Has(number.FieldNumber) is false")
	case got.Has(number.FieldType):
		t.Error("got.Has(number.FieldType) is true")
	case got.Hidden == nil:
		t.Errorf("got.Hidden is %v", got.Hidden)
	case !*got.Hidden:
		t.Error("*got.Hidden is false")
	case got.Country != "DE":
		t.Errorf("got.Country is %q, not %q", got.Country, "DE")
	}
	if b.rows.tally.Counts.Going != 3 || b.opened != 2 || b.Table().Columns[number.FieldNumber] != 1 {
		t.Errorf("opened %d times, %+v", b.opened, b.rows.tally.Counts)
	}
}

// TestTheFirstSheetIsRemembered chooses the sheet that is looked at first, and
// then two of them: the next such file is read so without a question.
func TestTheFirstSheetIsRemembered(t *testing.T) {
	t.Parallel()
	for _, chosen := range [][]string{{"Desks"}, {"Desks", "Mobiles"}} {
		k := &book{sheets: []*number.Table{desks(), desks()}}
		k.sheets[1].Sheet = "Mobiles"
		b := opens(t, k)
		b.asks(AskSheet)
		b.AnswerSheets(chosen...)
		b.asks(NoQuestion)
		b.Close()
		b.Open("/next-month.xlsx", number.Layout{})
		b.asks(NoQuestion)
		if got, ok := b.Recalled(); !ok || b.Table().Ask != nil || got.Sheet+strings.Join(got.Sheets, "+") != strings.Join(chosen, "+") {
			t.Errorf("%q: recalled %+v, %v, asked %+v", chosen, got, ok, b.Table().Ask)
		}
	}
}

func TestNoNumberIsRemembered(t *testing.T) {
	t.Parallel()
	b, _ := answered(t)
	for key, answers := range b.answers {
		text, err := json.Marshal(answers)
		if err != nil || strings.Contains(key+string(text), "302312") || strings.Contains(string(text), "sesame") {
			t.Errorf("%s: %s (%v)", key, text, err)
		}
	}
	if len(b.answers) != 2 {
		t.Errorf("%d are remembered", len(b.answers))
	}
}

func TestNothingIsRememberedIfTheUserDoesNotWantIt(t *testing.T) {
	t.Parallel()
	b := opens(t, &book{sheets: []*number.Table{desks(), mobiles()}})
	b.asks(AskSheet)
	if on, can := b.Remembering(); !on || !can {
		t.Errorf("remembering %v, %v", on, can)
	}
	b.SetRemembering(false)
	b.AnswerSheets("Desks")
	b.asks(NoQuestion)
	if on, _ := b.Remembering(); on || len(b.answers) != 0 {
		t.Errorf("remembered %v", b.answers)
	}
}

func TestFilesWithoutHeadingsAreNotRemembered(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*number.Table){
		"no header row":       func(t *number.Table) { t.HeaderRow = 0 },
		"no headings":         func(t *number.Table) { t.Headings = []string{"", " "} },
		"a number as heading": func(t *number.Table) { t.Headings[1] = "+1 913 555 0101" },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			list := mobiles()
			list.Ask = nil
			change(list)
			b := opens(t, &book{sheets: []*number.Table{list}})
			b.asks(AskHidden)
			if _, can := b.Remembering(); can {
				t.Error("it could be remembered")
			}
			b.AnswerHidden(true)
			b.asks(AskCountry)
			b.AnswerCountry("DE")
			b.asks(NoQuestion)
			if len(b.answers) != 0 {
				t.Errorf("remembered %v", b.answers)
			}
		})
	}
}

func TestARememberedAnswerThatDoesNotFitIsAskedAnew(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(*book)
		ask    Question
	}{
		"another heading":  {func(k *book) { k.sheets[1].Headings[0] = "Person" }, AskColumn},
		"another sheet":    {func(k *book) { k.sheets[1].Sheet = "Cell phones" }, AskSheet},
		"another order":    {func(k *book) { slices.Reverse(k.sheets[1].Headings) }, AskColumn},
		"other first ones": {func(k *book) { k.sheets[0].Headings[1] = "Telephone" }, AskSheet},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b, k := answered(t)
			b.Close()
			c.change(k)
			b.Open("/next.xlsx", number.Layout{})
			b.asks(c.ask)
		})
	}
}

func TestASheetOfAnotherWorkbookIsReadAsBefore(t *testing.T) {
	t.Parallel()
	b, k := answered(t)
	b.Close()
	k.sheets[0].Sheet, k.sheets[1].Sheet = "Phones", "Cell phones"
	b.Open("/next.xlsx", number.Layout{})
	b.asks(AskSheet)
	b.AnswerSheets("Cell phones")
	b.asks(NoQuestion)
	if got, _ := b.Recalled(); !got.Has(number.FieldNumber) || got.Sheet != "" || got.Country != "DE" {
		t.Errorf("recalled %+v", got)
	}
}

func TestAChangeIsRememberedInPlaceOfTheAnswer(t *testing.T) {
	t.Parallel()
	b, _ := answered(t)
	settings, layout := b.rows.settings, b.Layout()
	settings.Region, settings.IncludeHidden = "GB", false
	layout.Columns = map[number.Field]string{number.FieldNumber: "C"}
	b.tries(settings, layout)
	b.asks(NoQuestion)
	b.Close()
	b.Open("/next.xlsx", number.Layout{})
	b.asks(NoQuestion)
	got, _ := b.Recalled()
	if b.Table().Columns[number.FieldNumber] != 2 || got.Country != "GB" || *got.Hidden {
		t.Errorf("recalled %+v", got)
	}
	settings = b.rows.settings
	settings.Region, settings.IncludeHidden = "", true
	b.Change(settings)
	b.asks(NoQuestion)
	if got, _ := b.Recalled(); got.Country != "" || got.Hidden != nil {
		t.Errorf("what the user changed counts as recalled: %+v", got)
	}
	if key := columnsKey(b.Table()); b.answers[key].Country != "" || !*b.answers[key].Hidden {
		t.Errorf("remembered %+v", b.answers[key])
	}
}

func TestWhatTheUserWantsFoundAnewIsNotRecalled(t *testing.T) {
	t.Parallel()
	b, _ := answered(t)
	layout := b.Layout()
	layout.Columns = nil
	b.tries(b.rows.settings, layout)
	b.asks(AskColumn)
}

func TestARememberedSheetThatIsGoneOrCannotBeReadIsLeftOut(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Mobiles", "Gone"} {
		o := opened{table: &number.Table{Sheet: "Desks", Sheets: []number.Sheet{{Name: "Desks"}, {Name: "Mobiles"}}}}
		o.recallSheet(Answers{Sheet: name}, func(number.Layout) bool { return false })
		if o.layout.Sheet != nil || !o.recalled.isZero() {
			t.Errorf("recalled %+v", o.recalled)
		}
	}
}

func TestColumnsThatCannotBeReadAreLeftOut(t *testing.T) {
	t.Parallel()
	o := opened{table: mobiles()}
	chosen := map[string]Headed{"number": {Heading: "Mobile"}}
	o.recallColumns(Answers{Columns: chosen}, func(number.Layout) bool { return false })
	o.recallColumns(Answers{Columns: map[string]Headed{"number": {Heading: "Fax"}}}, func(number.Layout) bool { return true })
	if len(o.layout.Columns) > 0 || !o.recalled.isZero() {
		t.Errorf("recalled %+v", o.recalled)
	}
	o.recallColumns(Answers{Columns: chosen}, func(number.Layout) bool { return true })
	if o.layout.Columns[number.FieldNumber] != "B" || !o.recalled.Has(number.FieldNumber) {
		t.Errorf("recalled %+v", o.recalled)
	}
}

func TestAFieldInNoColumnIsRecalled(t *testing.T) {
	t.Parallel()
	none := Answers{Columns: map[string]Headed{"type": {None: true}}}
	found := mobiles()
	found.Columns = map[number.Field]int{number.FieldType: 0}
	for _, table := range []*number.Table{mobiles(), found} {
		asked := false
		o := opened{table: table}
		o.recallColumns(none, func(number.Layout) bool { asked = true; return true })
		if name, ok := o.layout.Columns[number.FieldType]; !ok || name != "" || asked != (table == found) {
			t.Errorf("recalled %+v, read again: %v", o.layout, asked)
		}
	}
	b := opens(t, &book{sheets: []*number.Table{desks()}})
	b.asks(NoQuestion)
	layout := b.Layout()
	layout.Columns = map[number.Field]string{number.FieldState: ""}
	b.tries(b.rows.settings, layout)
	b.asks(NoQuestion)
	if got := b.answers[columnsKey(b.Table())]; !got.Columns["state"].None {
		t.Errorf("remembered %+v", got)
	}
}

func TestAnEncodingIsRemembered(t *testing.T) {
	t.Parallel()
	k := &book{sheets: []*number.Table{desks()}}
	k.sheets[0].Sheet = ""
	b := opens(t, k)
	b.asks(NoQuestion)
	layout := b.Layout()
	layout.Encoding = "windows-1251"
	b.tries(b.rows.settings, layout)
	b.asks(NoQuestion)
	b.Close()
	b.Open("/next.csv", number.Layout{})
	b.asks(NoQuestion)
	if got, _ := b.Recalled(); got.Encoding != "windows-1251" || b.Layout().Encoding != "windows-1251" {
		t.Errorf("recalled %+v", got)
	}
}

func TestAColumnIsFoundByItsHeadingAlsoAmongEqualOnes(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		headings := rapid.SliceOfN(rapid.SampledFrom([]string{"", "Phone", "phone ", "Number", "Name"}), 1, 6).Draw(t, "headings")
		column := rapid.IntRange(0, len(headings)-1).Draw(t, "column")
		h, ok := headed(headings, column)
		got, found := h.in(headings)
		if !ok || !found || got != column {
			t.Fatalf("column %d of %q is %+v, found at %d, %v", column, headings, h, got, found)
		}
	})
	if _, ok := headed([]string{"a"}, 1); ok {
		t.Error("a column that is not there")
	}
	if _, ok := (Headed{Heading: "b"}).in([]string{"a"}); ok {
		t.Error("a heading that is not there")
	}
}
