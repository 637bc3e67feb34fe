package gui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/frame"
	"numberloader/internal/number"
)

func TestWhatWebexHoldsIsSavedAsAList(t *testing.T) {
	var saved []number.Held
	d, org := sitWith(t, func(o *holder) {
		o.program = func(p *Program) {
			p.PickSave = func(_ context.Context, name string) (string, error) { return "/home/dana/" + name, nil }
			p.SaveNumbers = func(_ string, numbers []number.Held, _ bool) error {
				saved = numbers
				return nil
			}
		}
	})
	d.press("File", "Export what is in Webex…")
	d.sees("3 numbers are in the practice organization", "All locations", "Austin", "Kansas City", "Webex was read today at 2:12 PM. Nothing was changed.")
	d.picture("export")
	d.keys(fyne.KeySpace)
	d.sees("Choose a location")
	if !d.button("Save 0 numbers").Disabled() {
		t.Error("nothing can be saved")
	}
	d.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
	d.picture("export-some")
	d.click("Save 2 numbers")
	d.sees("The numbers were saved")
	d.click("Open it now")
	if len(saved) != 2 || saved[0].Location.Name != "Kansas City" || d.opened[0] != "/home/dana/numbers in Webex.xlsx" {
		t.Errorf("saved %+v, opened %q", saved, d.opened)
	}
	d.press("Organization", "Compare with Webex")
	d.sees("2 of 4 numbers are in Webex already")
	if org.reads != 1 {
		t.Errorf("Webex was read %d times", org.reads)
	}
	d.click("Back to Review")
}

// Without a list what is in Webex can be saved all the same.
func TestAnExportNeedsNoList(t *testing.T) {
	org := &holder{practiceOrganization: &practiceOrganization{account: practice()}, holds: []number.Held{held(t, "+19135550101", "kc")}}
	d := sit(t, nil, func(p *Program) { p.Practice = func(context.Context) (Organization, error) { return org, nil } })
	d.press("File", "Export what is in Webex…")
	d.sees("1 number is in the practice organization", "Save 1 number")
	d.keys(fyne.KeyEscape)
	if d.window.At() != frame.Open {
		t.Errorf("Escape leads to %d", d.window.At())
	}
}

func TestNothingIsSavedOfAnOrganizationWithoutNumbers(t *testing.T) {
	d := sit(t, nil)
	d.press("File", "Export what is in Webex…")
	d.sees("No numbers are in the practice organization yet", "There is nothing to save.", "There is nothing to save", "Read it again")
	if !d.button("Save 0 numbers").Disabled() {
		t.Error("nothing can be saved")
	}
}
