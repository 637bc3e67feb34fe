package open

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"numberloader/gui/file"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

func TestTroubleSaysWhatHappenedAndWhatDidNot(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		trouble          file.Trouble
		title            string
		password, folder bool
	}{
		"damaged": {file.Trouble{Path: "/x/list.xlsx", Err: &fault.Error{Kind: fault.FileDamaged}}, "list.xlsx can't be read", false, true},
		"missing": {file.Trouble{Path: "/x/list.xlsx", Err: &fault.Error{Kind: fault.FileMissing}}, "list.xlsx can't be read", false, false},
		"locked by a password": {
			file.Trouble{Path: "/x/list.xlsx", Err: &fault.Error{Kind: fault.FilePassword}},
			"list.xlsx needs a password", true, true,
		},
		"a wrong password": {
			file.Trouble{Path: "/x/list.xlsx", Layout: number.Layout{Password: "x"}, Err: &fault.Error{Kind: fault.FilePassword}},
			"That is not the password of list.xlsx", true, true,
		},
		"the sample": {file.Trouble{Err: errors.New("disk full")}, "the sample can't be read", false, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			words := Explain(c.trouble)
			if words.Title != c.title || words.Password != c.password || words.Folder != c.folder {
				t.Errorf("got %+v", words)
			}
			if words.What == "" || !strings.Contains(words.Safe, "nothing was sent") {
				t.Errorf("got %q, %q", words.What, words.Safe)
			}
		})
	}
}

// carrier is a table with two columns of phone numbers.
func carrier() *number.Table {
	return &number.Table{
		Path: "/x/carrier-dids.xlsx", Sheet: "DIDs", HeaderRow: 1,
		Headings: []string{"Site", "Phone number", "", "Contact phone"},
		Columns:  map[number.Field]int{number.FieldLocation: 0, number.FieldType: 2},
		Records:  []number.Record{{Source: []string{"", "", "", "", "more"}}, {}, {}},
		Sheets:   []number.Sheet{{Name: "DIDs"}, {Name: "Old", Hidden: true}},
		Ask: &number.Ask{Candidates: []number.Candidate{
			{Column: 1, Heading: "Phone number", Filled: 3, Samples: make([]number.Sample, 20)},
			{Column: 2, Filled: 2},
			{Column: 3, Heading: "Contact phone", Filled: 1},
		}},
		Notes: []number.Note{{Kind: number.NoteEncoding, Text: "Read as Windows-1252."}},
	}
}

func TestRecentFilesSayWhenInTheTimeOfTheUser(t *testing.T) {
	t.Parallel()
	zone := time.FixedZone("CST", -6*3600)
	now := time.Date(2026, 11, 23, 0, 30, 0, 0, zone)
	for want, when := range map[string]time.Time{
		"Today, 12:10 AM":     time.Date(2026, 11, 23, 6, 10, 0, 0, time.UTC),
		"Yesterday, 11:50 PM": time.Date(2026, 11, 23, 5, 50, 0, 0, time.UTC),
		"Friday":              time.Date(2026, 11, 20, 12, 0, 0, 0, zone),
		"November 12":         time.Date(2026, 11, 12, 12, 0, 0, 0, zone),
		"December 30, 2025":   time.Date(2025, 12, 30, 12, 0, 0, 0, zone),
	} {
		if got := (Recent{When: when}).WhenText(now); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestRecentFilesAreRememberedOnceTheLatestFirst(t *testing.T) {
	t.Parallel()
	var list []Recent
	when := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	for name := range strings.SplitSeq("a b c d e f g h i a", " ") {
		list = Remember(list, Recent{Path: "/folder/" + name + " b.xlsx", When: when})
	}
	switch {
	case len(list) != maxRecent:
		t.Errorf("list is %v", list)
	case list[0].Name() != "a b.xlsx":
		t.Errorf("list[0].Name() is %q, not %q", list[0].Name(), "a b.xlsx")
	case list[1].Name() != "i b.xlsx":
		t.Errorf("list[1].Name() is %q, not %q", list[1].Name(), "i b.xlsx")
	case list[0].Folder() != "folder":
		t.Errorf("list[0].Folder() is %q, not %q", list[0].Folder(), "folder")
	}
	if again := Decode(Encode(list)); !slices.Equal(again, list) {
		t.Errorf("got %+v", again)
	}
	if got := Decode([]string{"", "x", "2026 /a", "2026-11-23T12:00:00Z "}); got != nil {
		t.Errorf("made %+v of nothing", got)
	}
}

func TestAnotherWayToReadTheFileIsChosen(t *testing.T) {
	t.Parallel()
	c := NewChange(carrier(), number.Layout{}, review.Settings{}, nil)
	if _, reread := c.Layout(); reread {
		t.Error("nothing was chosen yet")
	}
	types := c.Columns(number.FieldType)
	switch {
	case Chosen(types) != 0:
		t.Errorf("Chosen(types) is %v, not 0", Chosen(types))
	case types[0].Text != "Found: C":
		t.Errorf("types[0].Text is %q, not %q", types[0].Text, "Found: C")
	case types[2].Text != "B: Phone number":
		t.Errorf("types[2].Text is %q, not %q", types[2].Text, "B: Phone number")
	case types[6].Text != "Not in the file":
		t.Errorf("types[6].Text is %q, not %q", types[6].Text, "Not in the file")
	case len(types) != 7:
		t.Errorf("types is %v", types)
	}
	if states := c.Columns(number.FieldState); states[0].Text != "Not in the file" {
		t.Errorf("got %+v", states)
	}
	c.SetColumn(number.FieldNumber, 2)
	c.SetColumn(number.FieldState, 4)
	c.SetColumn(number.FieldState, 0)
	c.SetColumn(number.FieldType, 6)
	if types := c.Columns(number.FieldType); Chosen(types) != 6 || types[0].Text != "Find it" {
		t.Errorf("got %+v", types)
	}
	c.SetHeader(3)
	layout, reread := c.Layout()
	if name, ok := layout.Columns[number.FieldType]; !ok || name != "" {
		t.Errorf("got %+v", layout)
	}
	switch {
	case !reread:
		t.Error("reread is false")
	case len(layout.Columns) != 2:
		t.Errorf("layout.Columns is %v", layout.Columns)
	case layout.Columns[number.FieldNumber] != "B":
		t.Errorf("layout.Columns[number.FieldNumber] is %q, not %q", layout.Columns[number.FieldNumber], "B")
	case *layout.Header != 3:
		t.Errorf("*layout.Header is %v, not 3", *layout.Header)
	}
	if numbers := c.Columns(number.FieldNumber); Chosen(numbers) != 2 || numbers[0].Text != "Find it" || len(numbers) != 6 {
		t.Errorf("got %+v", numbers)
	}
	if headers := c.Headers(); Chosen(headers) != 3 || headers[0].Text != "No headers" || Texts(headers)[3] != "Row 3" {
		t.Errorf("got %+v", headers)
	}
}

func TestAnotherSheetIsReadFromTheBeginning(t *testing.T) {
	t.Parallel()
	c := NewChange(carrier(), number.Layout{Password: "sesame"}, review.Settings{}, nil)
	c.SetColumn(number.FieldNumber, 2)
	c.SetSheet(0) // the one that is open
	c.SetSheet(9)
	if sheets := c.Sheets(); c.OtherSheet() || Chosen(sheets) != 0 || sheets[1].Text != "Old (hidden)" {
		t.Errorf("got %+v", sheets)
	}
	c.SetSheet(1)
	layout, _ := c.Layout()
	switch {
	case !c.OtherSheet():
		t.Error("c.OtherSheet() is false")
	case *layout.Sheet != "Old":
		t.Errorf("*layout.Sheet is %q, not %q", *layout.Sheet, "Old")
	case layout.Columns != nil:
		t.Errorf("layout.Columns is %v", layout.Columns)
	case layout.Password != "sesame":
		t.Errorf("layout.Password is %q, not %q", layout.Password, "sesame")
	}
}

func TestWhatHoldsForRowsThatSayNothingIsChosen(t *testing.T) {
	t.Parallel()
	locations := []number.Location{{ID: "kc", Name: "Kansas City"}, {ID: "au", Name: "Austin"}}
	c := NewChange(carrier(), number.Layout{}, review.Settings{}, locations)
	if settings, rejudge := c.Settings(); rejudge || settings.Region != "" {
		t.Error("nothing was chosen yet")
	}
	if c.Hidden() != nil {
		t.Error("there are no hidden rows")
	}
	if Chosen(c.Countries())+Chosen(c.Locations())+Chosen(c.Kinds())+Chosen(c.States()) != 0 {
		t.Error("the usual choices are not the first ones")
	}
	country := slices.Index(Texts(c.Countries()), "United States")
	c.SetCountry(country)
	c.SetLocation(2)
	c.SetKind(2)
	c.SetState(1)
	settings, rejudge := c.Settings()
	switch {
	case !rejudge:
		t.Error("rejudge is false")
	case settings.Region != "US":
		t.Errorf("settings.Region is %q, not %q", settings.Region, "US")
	case settings.Location != "au":
		t.Errorf("settings.Location is %q, not %q", settings.Location, "au")
	case settings.Kind != number.KindMobile:
		t.Errorf("settings.Kind is %v, not %v", settings.Kind, number.KindMobile)
	case settings.State != number.StateInactive:
		t.Errorf("settings.State is %v, not %v", settings.State, number.StateInactive)
	}
	switch {
	case Chosen(c.Countries()) != country:
		t.Errorf("Chosen(c.Countries()) is %v, not %v", Chosen(c.Countries()), country)
	case Chosen(c.Locations()) != 2:
		t.Errorf("Chosen(c.Locations()) is %v, not 2", Chosen(c.Locations()))
	case Chosen(c.Kinds()) != 2:
		t.Errorf("Chosen(c.Kinds()) is %v, not 2", Chosen(c.Kinds()))
	case Chosen(c.States()) != 1:
		t.Errorf("Chosen(c.States()) is %v, not 1", Chosen(c.States()))
	}
	c.SetCountry(0)
	c.SetLocation(0)
	if settings, _ := c.Settings(); settings.Region != "" || settings.Location != "" {
		t.Errorf("got %+v", settings)
	}
}

func TestHiddenRowsAreIncludedByAChange(t *testing.T) {
	t.Parallel()
	table := carrier()
	table.Records[1].Hidden = true
	c := NewChange(table, number.Layout{}, review.Settings{}, nil)
	if got := Texts(c.Hidden()); !slices.Equal(got, []string{"Leave them out", "Include them"}) || Chosen(c.Hidden()) != 0 {
		t.Errorf("got %q", got)
	}
	c.SetHidden(1)
	if settings, rejudge := c.Settings(); !rejudge || !settings.IncludeHidden || Chosen(c.Hidden()) != 1 {
		t.Errorf("got %+v", settings)
	}
}
