package settings

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"numberloader/internal/dialplan"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	"numberloader/internal/settings"
)

// desk is a page whose changes are written down.
type desk struct {
	*Model

	applied []settings.Settings
	folder  string // that is picked
}

func sit(now settings.Settings) *desk {
	d := &desk{}
	d.Model = NewModel(now, func(s settings.Settings) { d.applied = append(d.applied, s) }, func(chosen func(string)) { chosen(d.folder) })
	return d
}

// row is the setting of a title.
func (d *desk) row(t *testing.T, title string) Row {
	t.Helper()
	left, right := d.Groups()
	for _, g := range append(left, right...) {
		for _, r := range g.Rows {
			if r.Title == title {
				return r
			}
		}
	}
	t.Fatalf("there is no setting %q", title)
	return Row{}
}

// choose chooses an option by its name.
func (d *desk) choose(t *testing.T, title, name string) {
	t.Helper()
	choice := d.row(t, title).Choice
	i := slices.Index(choice.Options, name)
	if i < 0 {
		t.Fatalf("%s has no %q but %v", title, name, choice.Options)
	}
	choice.Choose(i)
	if got := d.row(t, title).Choice; got.Chosen < 0 || got.Options[got.Chosen] != name {
		t.Errorf("%s shows choice %d of %v", title, got.Chosen, got.Options)
	}
}

func TestEachChoiceChangesItsSettingAndNothingElse(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		title, name string
		want        func(*settings.Settings)
	}{
		{"Default country", "Germany", func(s *settings.Settings) { s.Country = "DE" }},
		{"Save the results workbook", "Documents", func(s *settings.Settings) { s.Results = settings.PlaceDocuments }},
		{"If that folder can't be written", "Home folder", func(s *settings.Settings) { s.Otherwise = settings.PlaceHome }},
		{"Look", "Dark", func(s *settings.Settings) { s.Look = settings.LookDark }},
		{"Text size", "200%", func(s *settings.Settings) { s.TextSize = 200 }},
		{"Speed", "At once", func(s *settings.Settings) { s.Speed = settings.SpeedAtOnce }},
		{"Errors", "1 in 5 requests", func(s *settings.Settings) { s.Errors = settings.ErrorsMany }},
		{"Service address", "US government", func(s *settings.Settings) { s.Cloud = settings.CloudGovernment }},
	} {
		d, want := sit(settings.Usual()), settings.Usual()
		test.want(&want)
		d.choose(t, test.title, test.name)
		if d.now != want || !slices.Equal(d.applied, []settings.Settings{want}) {
			t.Errorf("%s, %s: %+v", test.title, test.name, d.applied)
		}
		d.choose(t, test.title, test.name)
		if len(d.applied) != 1 {
			t.Errorf("%s: the same choice again was applied again", test.title)
		}
	}
}

func TestEveryOptionOfEveryChoiceIsTheOneThatIsShownThen(t *testing.T) {
	t.Parallel()
	d := sit(settings.Usual())
	left, right := d.Groups()
	for _, g := range append(left, right...) {
		for _, r := range g.Rows {
			if r.Choice == nil {
				continue
			}
			for i, name := range r.Choice.Options {
				if name != phrase.Text("settings.place.pick") {
					d.choose(t, r.Title, name)
				} else if i != len(r.Choice.Options)-1 {
					t.Error("another folder is not the last choice")
				}
			}
		}
	}
}

func TestANumberOutOfRangeLeavesTheOldOneInForce(t *testing.T) {
	t.Parallel()
	for title, most := range map[string]int{"Mobile numbers in a request": plan.MaxMobile, "DID and toll-free in a request": plan.MaxOthers} {
		d := sit(settings.Usual())
		caption := d.row(t, title).Caption
		for _, text := range []string{"", "0", "-1", "ten", "1.5", fmt.Sprint(most + 1), "99999999999999999999"} {
			d.row(t, title).Number.Type(text)
			got := d.row(t, title)
			if !got.Wrong || got.Number.Text != text || got.Caption != phrase.Text("settings.range", "Least", 1, "Most", most) {
				t.Errorf("%s: %q is %+v", title, text, got)
			}
			if d.now != settings.Usual() || len(d.applied) > 0 {
				t.Errorf("%s: %q counts", title, text)
			}
		}
		d.row(t, title).Number.Type(" 7 ")
		switch got := d.row(t, title); {
		case got.Wrong:
			t.Error("got.Wrong is true")
		case got.Number.Text != "7":
			t.Errorf("got.Number.Text is %v, not \"7\"", got.Number.Text)
		case got.Caption != caption:
			t.Errorf("got.Caption is %v, not caption", got.Caption)
		case len(d.applied) != 1:
			t.Errorf("len(d.applied) is %v, not 1", len(d.applied))
		}
	}
}

func TestTheCountriesToChooseFromAreThoseWithANumberingPlan(t *testing.T) {
	t.Parallel()
	d := sit(settings.Usual())
	const title = "Default country"
	options := d.row(t, title).Choice.Options
	for i := range options[1:] {
		d.row(t, title).Choice.Choose(i + 1)
		code := d.now.Country
		if dialplan.HomeOf(code) == nil || options[i+1] == code {
			t.Errorf("%q (%s) has no numbering plan, or no name", options[i+1], code)
		}
	}
	if got, want := len(options)-1, len(dialplan.Regions()); got != want {
		t.Errorf("%d countries, want %d", got, want)
	}
	if !slices.Contains(options, "Germany") || slices.Contains(options, "United Nations") {
		t.Errorf("the countries are %v", options)
	}
}

func TestAFolderOfOnesOwnIsNamedAndItsPathIsShown(t *testing.T) {
	t.Parallel()
	d := sit(settings.Usual())
	const title = "Save the results workbook"
	pick := func() {
		choice := d.row(t, title).Choice
		choice.Choose(len(choice.Options) - 1)
	}
	d.folder = filepath.Join(t.TempDir(), "Phone numbers")
	pick()
	got := d.row(t, title)
	if d.now.Results != settings.Place(d.folder) || got.Caption != d.folder || got.Choice.Options[got.Choice.Chosen] != "Phone numbers" {
		t.Errorf("%+v, and the row %+v, %+v", d.now, got, got.Choice)
	}
	d.choose(t, title, "Beside the file")
	if got := d.row(t, title); got.Caption != "" || len(got.Choice.Options) != 4 {
		t.Errorf("the folder is still there: %+v", got.Choice)
	}
}

func TestResetCanBeTakenBackUntilTheNextChange(t *testing.T) {
	t.Parallel()
	changed := settings.Usual()
	changed.Country, changed.TextSize, changed.Limits.OneRequest = "FR", 135, true
	d := sit(changed)
	if d.row(t, "Text size").Choice.Chosen < 0 {
		t.Error("a size of text that is not in the list is not shown")
	}
	d.row(t, "Mobile numbers in a request").Number.Type("21")
	d.Reset()
	if d.now != settings.Usual() || !d.WasReset() || d.row(t, "Mobile numbers in a request").Wrong {
		t.Errorf("after a reset: %+v", d.now)
	}
	d.Undo()
	if d.now != changed || d.WasReset() {
		t.Errorf("after taking it back: %+v", d.now)
	}
	d.Undo()
	d.Reset()
	d.row(t, "One request only").Switch.Turn(true)
	if d.WasReset() || !d.now.Limits.OneRequest {
		t.Error("a change after the reset would be lost by taking the reset back")
	}
	if len(d.applied) != 4 {
		t.Errorf("applied %d times", len(d.applied))
	}
}
