package gui

import (
	"context"
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/frame"
	"numberloader/gui/theme"
	"numberloader/internal/number"
	"numberloader/internal/review"
	"numberloader/internal/settings"
)

// sitSettings is a window whose settings a test can look at.
func sitSettings(t *testing.T, files []string, change ...func(*Program)) (*desk, *kept) {
	t.Helper()
	k := &kept{now: settings.Usual()}
	return sit(t, files, append(change, func(p *Program) { p.Settings = k })...), k
}

// set changes a setting as the page does.
func (d *desk) set(change func(*settings.Settings)) {
	now := d.window.program.Settings.Now()
	change(&now)
	d.window.setting.apply(now)
	d.settle()
}

func TestSettingsLeadBackToWhereTheyCameFrom(t *testing.T) {
	d, k := sitSettings(t, []string{"/home/dana/Documents/carrier-dids.xlsx"})
	d.press("File", "Settings…")
	d.sees("Settings", "Every change applies at once", "Mobile numbers in a request", "Back to Review", "Reset all settings")
	d.picture("settings")
	d.set(func(s *settings.Settings) { s.TextSize = 125 })
	if k.saved.TextSize != 125 {
		t.Errorf("saved: %+v", k.saved)
	}
	d.window.bottom.Primary.Press()
	if d.window.At() != frame.Review {
		t.Errorf("it leads back to screen %d", d.window.At())
	}
	d.press("File", "Settings…")
	d.window.flow.File.Close()
	d.settle()
	d.sees("Back to Open")
}

func TestLookAndTextSizeApplyAtOnce(t *testing.T) {
	d, _ := sitSettings(t, nil)
	before := d.app.Settings().Theme()
	d.set(func(s *settings.Settings) { s.Look, s.TextSize = settings.LookDark, 150 })
	now := d.app.Settings().Theme()
	if got := now.Size(theme.SizeText); got != 1.5*before.Size(theme.SizeText) {
		t.Errorf("text has the size %v", got)
	}
	// Whatever the system says, it is dark.
	dark := theme.NewLook(theme.ShadeDark, 100)
	for _, variant := range []fyne.ThemeVariant{0, 1} {
		if now.Color(theme.ColorText, variant) != dark.Color(theme.ColorText, 1) {
			t.Errorf("in variant %d it is not dark", variant)
		}
	}
}

// nowhereInParticular is an organization whose location says no country.
type nowhereInParticular struct{ practiceOrganization }

func (*nowhereInParticular) Locations(context.Context) ([]number.Location, error) {
	return []number.Location{{ID: "s", Name: "Somewhere", PSTN: number.PSTNLocalGateway}}, nil
}

func (o *nowhereInParticular) Survey(ctx context.Context, _ []*number.Row) (review.Known, error) {
	locations, err := o.Locations(ctx)
	return review.Known{Locations: locations, Existing: map[number.E164]number.Held{}}, err
}

func TestTheNumbersInARequestAndTheCountryApplyToTheOpenFile(t *testing.T) {
	national := func(p *Program) {
		p.Read = func(_ context.Context, path string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
			table := carrierFile(path)
			for i := range table.Records {
				table.Records[i].SetNumber(number.Cell{Type: number.CellText, Value: []string{"030 23125042", "030 23125043", "030 23125044", "030 23125045"}[i]})
				table.Records[i].SetText(number.FieldLocation, "Somewhere")
			}
			return table, nil
		}
		p.Practice = func(context.Context) (Organization, error) { return &nowhereInParticular{}, nil }
	}
	d, _ := sitSettings(t, []string{"/home/dana/Documents/carrier-dids.xlsx"}, national)
	d.sees("Which country are these 4 numbers from?")
	d.press("File", "Settings…")
	d.set(func(s *settings.Settings) { s.Country = "DE" })
	if !d.window.flow.Questions.Settled() {
		t.Fatal("the country that is set does not answer the question")
	}
	if got := d.window.flow.Judging.Counts().Going; got != 4 {
		t.Fatalf("%d rows go", got)
	}
	if got := len(d.window.flow.Judging.Plan().Requests); got != 1 {
		t.Fatalf("%d requests", got)
	}
	d.set(func(s *settings.Settings) { s.Limits.Others = 3 })
	if got := len(d.window.flow.Judging.Plan().Requests); got != 2 {
		t.Errorf("with 3 in a request: %d requests", got)
	}
	// What was said about the file stays said.
	d.window.flow.Decisions.SetSettings(func(s *review.Settings) { s.Region = "AT" })
	d.settle()
	d.set(func(s *settings.Settings) { s.Country = "CH" })
	if got := d.window.flow.Decisions.Settings().Region; got != "AT" {
		t.Errorf("the file's own country became %q", got)
	}
	d.window.files.OpenFile("/home/dana/Documents/other.xlsx")
	d.settle()
	if got := d.window.flow.Decisions.Settings().Region; got != "CH" {
		t.Errorf("the next file has %q", got)
	}
}

func TestSettingsThatCannotBeSavedSaySo(t *testing.T) {
	d, k := sitSettings(t, nil)
	d.press("File", "Settings…")
	k.err = errors.New("disk full")
	d.set(func(s *settings.Settings) { s.Limits.Mobile = 5 })
	d.sees("The settings could not be saved.")
	if got := d.window.flow.Judging.Limits().Mobile; got != 5 {
		t.Errorf("they do not count: %d", got)
	}
	k.err = nil
	d.set(func(s *settings.Settings) { s.Limits.Mobile = 6 })
	if slices.Contains(d.texts(), "The settings could not be saved.") {
		t.Error("the band stays though they were saved")
	}
}

func TestAnotherServiceAddressConnectsAnew(t *testing.T) {
	restored := 0
	d, _ := sitSettings(t, nil, func(p *Program) {
		restore := p.Restore
		p.Restore = func(ctx context.Context) (Organization, error) {
			restored++
			return restore(ctx)
		}
	})
	d.set(func(s *settings.Settings) { s.Cloud = settings.CloudGovernment })
	if restored != 0 {
		t.Error("nobody is signed in, and Webex was asked")
	}
	d.program.Preferences.SetBool(prefSignedIn, true)
	d.set(func(s *settings.Settings) { s.Cloud = settings.CloudCommercial })
	if restored != 1 {
		t.Errorf("connected %d times", restored)
	}
}

func TestResetAsksAndCancelHasTheKeyboard(t *testing.T) {
	d, k := sitSettings(t, nil)
	d.press("File", "Settings…")
	d.set(func(s *settings.Settings) { s.Country = "DE" })
	d.window.bottom.Left.Press()
	d.sees("Reset all settings?")
	on := d.window.window.Canvas()
	on.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	d.settle()
	if on.Overlays().Top() != nil || k.now.Country != "DE" {
		t.Errorf("Return does not cancel: %+v", k.now)
	}
}

func TestAFolderIsPickedForTheResults(t *testing.T) {
	d, k := sitSettings(t, nil, func(p *Program) {
		p.PickFolder = func(context.Context) (string, error) { return "/home/dana/Results", nil }
	})
	d.window.files.PickFolder(func(folder string) {
		now := k.now
		now.Results = settings.Place(folder)
		d.window.setting.apply(now)
	})
	d.settle()
	if k.saved.Results != "/home/dana/Results" {
		t.Errorf("saved: %+v", k.saved)
	}
}

func TestItIsLightWhereNobodySaysDark(t *testing.T) {
	light := theme.NewLook(theme.ShadeLight, 100).Color(theme.ColorText, 0)
	for _, says := range []bool{true, false} {
		d, _ := sitSettings(t, nil, func(p *Program) { p.SaysShade = func(context.Context) bool { return says } })
		now := d.app.Settings().Theme()
		dark, bright := now.Color(theme.ColorText, 0), now.Color(theme.ColorText, 1)
		if bright != light || (dark == light) == says {
			t.Errorf("where the desktop says something: %v, text is %v in dark and %v in light", says, dark, bright)
		}
	}
}
