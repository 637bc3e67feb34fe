package gui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"numberloader/gui/frame"
	"numberloader/internal/compare"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// held is a number that an organization holds.
func held(t *testing.T, text, place string, change ...func(*number.Held)) number.Held {
	t.Helper()
	h := number.Held{
		Number: numbertest.E164(text), Location: number.Location{ID: place, Name: map[string]string{"kc": "Kansas City", "au": "Austin"}[place]},
		Kind: number.KindDID, Usage: number.UsageNone, State: number.StateActive,
	}
	for _, c := range change {
		c(&h)
	}
	return h
}

// holder is an organization that holds numbers, and counts some more.
type holder struct {
	*practiceOrganization

	program func(*Program) // changes the program around it

	holds []number.Held
	more  int
	err   error
	reads int
	wait  bool
}

func (o *holder) Survey(ctx context.Context, rows []*number.Row) (review.Known, error) {
	known, err := o.practiceOrganization.Survey(ctx, rows)
	for _, h := range o.holds {
		known.Existing[h.Number] = h
	}
	return known, err
}

func (o *holder) Inventory(ctx context.Context, read func(got, of int)) (number.Inventory, error) {
	o.reads++
	read(1, len(o.holds))
	if o.wait {
		<-ctx.Done()
		return number.Inventory{}, ctx.Err()
	}
	locations, _ := o.Locations(ctx)
	return number.Inventory{Locations: locations, Numbers: o.holds, Counted: len(o.holds) + o.more}, o.err
}

// sitWith is a desk whose organization holds two of the three good numbers of the list,
// one of them in another location, and a stranger.
func sitWith(t *testing.T, change ...func(*holder)) (*desk, *holder) {
	t.Helper()
	org := &holder{practiceOrganization: &practiceOrganization{account: practice(), submit: addAll}, program: func(*Program) {}, holds: []number.Held{
		held(t, "+19135550101", "kc", func(h *number.Held) {
			h.Owner, h.Main, h.Internal = number.Owner{Name: "Reception", Type: "PLACE"}, true, "0101"
		}),
		held(t, "+19135550102", "au", func(h *number.Held) { h.Owner = number.Owner{Name: "Room 206", Type: "PLACE"} }),
		held(t, "+19135550177", "kc", func(h *number.Held) { h.State = number.StateInactive }),
	}}
	for _, c := range change {
		c(org)
	}
	d := sit(t, []string{"/home/dana/Documents/carrier-dids.xlsx"}, func(p *Program) {
		p.Practice = func(context.Context) (Organization, error) { return org, nil }
		org.program(p)
	})
	return d, org
}

func TestTheListStandsBesideWhatWebexHolds(t *testing.T) {
	d, org := sitWith(t)
	d.press("Organization", "Compare with Webex")
	d.sees("2 of 4 numbers are in Webex already", "Only in Webex", "Other location", "Inactive", "Problems", "Not there", "Not in the file",
		"Nobody", "Reception", "Webex was read today at 2:12 PM. Nothing was changed.", "Read it again", "Compared 2:12 PM",
		"Back to Review", "Save as workbook", "Add the 1 that is missing")
	d.keys(fyne.KeyDown, fyne.KeyDown)
	d.sees("The file says Kansas City, Webex has it in Austin. Only Control Hub can move it.", "Copy the number", "In Webex: DID, Standard. Used by Room 206, a workspace.")
	d.picture("compare")
	if org.reads != 1 {
		t.Errorf("Webex was read %d times", org.reads)
	}
	d.click("Back to Review")
	if d.window.At() != frame.Review {
		t.Errorf("it leads back to %d", d.window.At())
	}
}

// keys types keys into what has the keyboard, or else into the window.
func (d *desk) keys(names ...fyne.KeyName) {
	d.t.Helper()
	for _, name := range names {
		if on := d.window.window.Canvas().Focused(); on != nil {
			on.TypedKey(&fyne.KeyEvent{Name: name})
		} else {
			d.window.typedKey(&fyne.KeyEvent{Name: name})
		}
		d.settle()
	}
}

func TestWhatIsMissingIsAddedAndNothingElse(t *testing.T) {
	d, org := sitWith(t)
	var sent []string
	org.submit = func(ctx context.Context, draft run.Draft) (run.Run, error) {
		for i := range draft.Lines {
			if draft.Lines[i].Request > 0 {
				sent = append(sent, draft.Lines[i].Row.Number.String())
			}
		}
		return addAll(ctx, draft)
	}
	d.press("Organization", "Compare with Webex")
	d.click("Add the 1 that is missing")
	d.sees("Add 1 number to Kansas City in the practice organization")
	d.click("Back")
	if d.window.At() != frame.Compare {
		t.Fatalf("Back leads to %d", d.window.At())
	}
	d.click("Add the 1 that is missing")
	d.click("Add 1 number")
	d.click("Add 1 number")
	if len(sent) != 1 || sent[0] != "+19135550104" {
		t.Errorf("sent %q", sent)
	}
	d.click("Compare")
	if org.reads != 2 {
		t.Errorf("after numbers were added, Webex was read %d times in all", org.reads)
	}
	d.click("Back to Results")
	d.sees("1 number was added to the practice organization")
}

func TestAComparisonIsSaved(t *testing.T) {
	var saved compare.Comparison
	d, _ := sitWith(t, func(o *holder) {
		o.program = func(p *Program) {
			p.PickSave = func(context.Context, string) (string, error) { return "/home/dana/compared.xlsx", nil }
			p.SaveComparison = func(_ string, c compare.Comparison, _ bool) error {
				saved = c
				return nil
			}
		}
	})
	d.press("Organization", "Compare with Webex")
	d.click("Save as workbook")
	d.sees("The comparison was saved")
	if counts := compare.Count(saved.Pairs); counts.InFile() != 4 || saved.List != "/home/dana/Documents/carrier-dids.xlsx" {
		t.Errorf("saved %+v of %s", counts, saved.List)
	}
	d.click("Open it now")
	if len(d.opened) != 1 || d.opened[0] != "/home/dana/compared.xlsx" {
		t.Errorf("opened %q", d.opened)
	}
}

func TestAComparisonIsFilteredByKeyboard(t *testing.T) {
	d, _ := sitWith(t)
	d.press("Organization", "Compare with Webex")
	d.press("Edit", "Filter")
	d.sees("All 5 numbers", ", nothing is filtered", "Not in Webex")
	d.picture("compare-filter")
	d.keys(fyne.KeySpace)
	d.sees("2 of 5 numbers", ": Active")
	d.keys(fyne.KeyEscape)
	d.sees("Filter 1", "Clear")
	d.picture("compare-filtered")
	d.press("Edit", "Filter")
	d.keys(fyne.KeySpace, fyne.KeyEscape)
	d.sees("Filter", "Not in the file", "In Webex: DID, Standard, main number, extension 0101. Used by Reception, a workspace.")
}

func TestInactiveNumbersOfTheListLeadToTheirActivation(t *testing.T) {
	d, _ := sitWith(t, func(o *holder) { o.holds[0].State = number.StateInactive })
	d.press("Organization", "Compare with Webex")
	d.keys(fyne.KeyDown)
	d.sees("It is inactive: no calls come in until it is activated.", "Activate numbers of the list")
	d.keys(fyne.KeyRight, fyne.KeyReturn)
	if d.window.At() != frame.Activate {
		t.Fatalf("it leads to %d", d.window.At())
	}
	d.click("Back")
	d.sees("2 of 4 numbers are in Webex already")
}

func TestWebexThatWasNotReadIsNotCompared(t *testing.T) {
	d, org := sitWith(t, func(o *holder) { o.err = &fault.Error{Kind: fault.Unreachable} })
	d.press("Organization", "Compare with Webex")
	d.sees("Nothing was changed.", "Read it again")
	d.picture("compare-failed")
	org.err, org.more = nil, 2
	d.click("Read it again")
	d.sees("Webex counts 5 numbers, but 2 of them could not be read. They may be missing here.", "Not all of Webex was read")
	d.picture("compare-part")
	if !d.button("Add the 1 that is missing").Disabled() {
		t.Error("numbers that may be there can be added")
	}
	org.wait = true
	d.window.flow.ReadInventory(d.program.Now())
	for !d.window.flow.Inventory.Reading().Busy || d.window.flow.Inventory.Reading().Got == 0 {
		(<-d.home)()
	}
	d.sees("Reading what is in the practice organization", "1 of 3 numbers. Nothing is changed.")
	d.picture("compare-reading")
	d.keys(fyne.KeySpace)
	d.sees("Stopped", "You stopped it before all numbers were read. Start again when you are ready.", "Nothing was changed.")
}

func TestAllThatIsThereCanOnlyBeSaved(t *testing.T) {
	d, _ := sitWith(t, func(o *holder) { o.holds = append(o.holds, held(t, "+19135550104", "kc")) })
	d.press("Organization", "Compare with Webex")
	d.sees("3 of 4 numbers are in Webex already", "Save as workbook")
	if d.window.bottom.Side.Can() || d.window.bottom.Primary.Button.Text != "Save as workbook" {
		t.Error("something can be added")
	}
}
