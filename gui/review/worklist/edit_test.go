package worklist

import (
	"strings"
	"testing"

	"numberloader/gui/review/judged"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	rules "numberloader/internal/review"
)

// edit begins to edit a column of a cell.
func (d *desk) edit(cell, column string) Cell {
	d.t.Helper()
	c, why, ok := d.m.Edit(d.at(cell), column)
	if !ok || why != "" {
		d.t.Fatalf("%s of %s: %q, %v", column, cell, why, ok)
	}
	return c
}

func TestWhileANumberIsTypedItIsSaidWhatItComesTo(t *testing.T) {
	t.Parallel()
	d := deskOf(t, messy(), func(d *desk) {
		d.known.Existing = map[number.E164]number.Held{numbertest.E164("+19136748288"): {Location: d.known.Locations[0]}}
	})
	c := d.edit("B4", ColumnSend)
	switch {
	case c.Title != "Number of B4":
		t.Fatalf("c.Title is %q, not %q", c.Title, "Number of B4")
	case c.Text != "913 674":
		t.Fatalf("c.Text is %q, not %q", c.Text, "913 674")
	case c.Choice != nil:
		t.Fatalf("c.Choice is %v", c.Choice)
	case c.Chosen != -1:
		t.Fatalf("c.Chosen is %v, not %v", c.Chosen, -1)
	}
	for text, want := range map[string]Live{
		"913 674 8299":               {"It will be sent as +19136748299.", ToneWarn},
		"+19136748299":               {"It will be sent as +19136748299.", ToneGood},
		"+19136748201":               {"DIDs!B4: +19136748201 is already in DIDs!B2. It is sent once.", ToneProblem},
		"+19136748288":               {"+19136748288 is already in Kansas City. It is not sent again.", ToneWarn},
		"":                           {"DIDs!B4 is empty. Type the number, or leave the row out.", ToneProblem},
		"+19136748298, +19136748299": {"2 numbers will be sent: +19136748298, +19136748299.", ToneWarn},
		"+19136748296, +19136748297, +19136748298, +19136748299": {"4 numbers will be sent, +19136748296 to +19136748299.", ToneWarn},
	} {
		if got := d.m.Check(c, text); got != want {
			t.Errorf("%q: %+v", text, got)
		}
	}
	if got := d.m.Check(c, c.Text); got.Tone != ToneProblem || !strings.Contains(got.Text, "has only 6 digits") {
		t.Errorf("as it is: %+v", got)
	}
	ready := d.edit("B2", ColumnFile)
	if got := d.m.Check(ready, ready.Text); got != (Live{"It will be sent as +19136748201.", TonePlain}) {
		t.Errorf("as it is: %+v", got)
	}
	if len(d.steps) != 0 || d.m.Count(judged.ChipProblems) != 5 {
		t.Error("typing decided something")
	}
}

func TestAnEditDecidesAndCanBeTakenBackByHand(t *testing.T) {
	t.Parallel()
	d := deskOf(t, messy())
	d.m.Choose(judged.ChipProblems)
	c := d.edit("B6", ColumnFile) // the same number as in B2
	if d.m.Commit(c, c.Text) {
		t.Error("no change is a decision")
	}
	if !d.m.Commit(c, "+19136748277") || d.last() != "edit B6" || *d.decisions[4].Text != "+19136748277" {
		t.Fatalf("%s: %+v", d.last(), d.decisions)
	}
	if got := d.m.Value(d.m.Cursor(), ColumnCell).Text; got != "B6" || d.m.Status(d.m.Cursor()) != number.StandingByUser {
		t.Errorf("the cursor is on %s", got)
	}
	c = d.edit("B6", ColumnSend)
	if c.Text != "+19136748277" || !d.m.Commit(c, "913-674-8201") || d.decisions[4].Text != nil {
		t.Errorf("typing what the file holds does not take the edit back: %+v", d.decisions[4])
	}
}

func TestAnEditOfANumberForgetsWhatWasDecidedAboutTheOldOne(t *testing.T) {
	t.Parallel()
	d := deskOf(t, messy())
	d.decisions[6] = rules.Decision{LeftOut: true, Expand: true, Overridden: []number.Code{number.CodeInvalidNumber}}
	d.judge()
	d.m.Commit(d.edit("B8", ColumnSend), "+19136748266")
	if got := d.decisions[6]; got.LeftOut || got.Expand || got.Overridden != nil {
		t.Errorf("%+v", got)
	}
}

func TestFieldsAreChosenFromWhatThereIs(t *testing.T) {
	t.Parallel()
	d := deskOf(t, messy())
	for column, want := range map[string]string{
		ColumnType:     "DID Toll-free Mobile; DID",
		ColumnUsage:    "Standard Service; Standard",
		ColumnState:    "Active Inactive; Active",
		ColumnLocation: "Kansas City, United States Berlin, Germany; Kansas City, United States",
	} {
		c := d.edit("B2", column)
		var labels []string
		for _, o := range c.Choice {
			labels = append(labels, o.Label)
		}
		if got := strings.Join(labels, " ") + "; " + c.Choice[c.Chosen].Label; got != want {
			t.Errorf("%s: %s", column, got)
		}
		other := c.Choice[len(c.Choice)-1]
		if live := d.m.Check(c, other.Text); live.Text == "" || !d.m.Commit(c, other.Text) {
			t.Errorf("%s: %+v", column, live)
		}
		c = d.edit("B2", column)
		last := c.Choice[len(c.Choice)-1]
		if c.Choice[c.Chosen] != other || last != (Option{AsInFile, "As in the file"}) {
			t.Errorf("%s was changed: %+v", column, c)
		}
		if !d.m.Commit(c, AsInFile) || !zero(d.decisions[0]) {
			t.Errorf("%s was not taken back: %+v", column, d.decisions[0])
		}
	}
}

func TestMobileNumbersHaveASubscriptionAndNoState(t *testing.T) {
	t.Parallel()
	d := deskOf(t, []string{"+19136748201", "+19136748202", "+19136748203"}, func(d *desk) {
		d.table.Records[0].SetText(number.FieldType, "Mobile")
		d.table.Records[2].Hidden = true
	})
	for _, c := range []struct{ cell, column, why string }{
		{"B2", ColumnState, "Webex activates mobile numbers itself, so they have no state here."},
		{"B3", ColumnSubscription, "Only mobile numbers have a subscription."},
		{"B3", ColumnStatus, ""},
		{"B3", "odd", ""},
	} {
		if _, why, ok := d.m.Edit(d.at(c.cell), c.column); ok || why != c.why {
			t.Errorf("%s of %s: %q, %v", c.column, c.cell, why, ok)
		}
	}
	c := d.edit("B2", ColumnSubscription)
	switch {
	case c.Choice != nil:
		t.Errorf("c.Choice is %v", c.Choice)
	case c.Text != "":
		t.Errorf("c.Text is %q", c.Text)
	case !d.m.Commit(c, "Sub-1"):
		t.Error("d.m.Commit(c, \"Sub-1\") is false")
	case d.m.Value(0, ColumnSubscription).Text != "Sub-1":
		t.Errorf("d.m.Value(0, ColumnSubscription).Text is %q, not %q", d.m.Value(0, ColumnSubscription).Text, "Sub-1")
	}
	if d.last() != "change the subscription of B2" {
		t.Errorf("the step is called %q", d.last())
	}
	d.m.Choose(judged.ChipAside)
	if _, why, ok := d.m.Edit(0, ColumnSend); ok || why != "This row is hidden in the file, so it is not sent." {
		t.Errorf("%q, %v", why, ok)
	}
	if _, _, ok := d.m.Edit(9, ColumnSend); ok {
		t.Error("a row that does not exist is edited")
	}
	if _, _, ok := modelOf(t).Edit(0, ColumnSend); ok {
		t.Error("a row is edited that nobody decides about")
	}
}

func TestWithoutKnownLocationsOneIsTyped(t *testing.T) {
	t.Parallel()
	d := deskOf(t, messy(), func(d *desk) { d.known.Locations = nil })
	c := d.edit("B2", ColumnLocation)
	switch {
	case c.Choice != nil:
		t.Errorf("c.Choice is %v", c.Choice)
	case c.Text != "Kansas City":
		t.Errorf("c.Text is %q, not %q", c.Text, "Kansas City")
	case !d.m.Commit(c, "Leipzig"):
		t.Error("d.m.Commit(c, \"Leipzig\") is false")
	case d.m.Value(0, ColumnLocation).Text != "Leipzig":
		t.Errorf("d.m.Value(0, ColumnLocation).Text is %q, not %q", d.m.Value(0, ColumnLocation).Text, "Leipzig")
	}
}

func TestAnotherLocationIsAskedAboutAnew(t *testing.T) {
	t.Parallel()
	d := deskOf(t, messy(), func(d *desk) {
		d.known.Locations[0].PSTN, d.known.Locations[1].PSTN = number.PSTNUnknown, number.PSTNUnknown
	})
	i := d.at("B2")
	if !d.m.Act(i, ActionOverride) || d.last() != "send B2 anyway" || d.m.Status(i) != number.StandingByUser {
		t.Fatalf("%s: %+v", d.last(), d.decisions[0])
	}
	d.m.Commit(d.edit("B2", ColumnLocation), "ber")
	if got := d.decisions[0]; len(got.Overridden) != 0 || *got.Location != "ber" {
		t.Errorf("%+v", got)
	}
}

func TestARowThatIsLeftOutSaysSoWhileItIsEdited(t *testing.T) {
	t.Parallel()
	d := deskOf(t, messy())
	d.decisions[0] = rules.Decision{LeftOut: true}
	d.judge()
	c := d.edit("B2", ColumnType)
	if got := d.m.Check(c, "Mobile"); got != (Live{"It will not be sent, because the row is left out.", TonePlain}) {
		t.Errorf("%+v", got)
	}
	if got := outlook([]*number.Row{{Level: number.LevelProblem}}); got.Text != "This row has no number that could be sent." {
		t.Errorf("%+v", got)
	}
}

func TestActionsOfARowDecide(t *testing.T) {
	t.Parallel()
	d := deskOf(t, messy())
	for _, c := range []struct {
		cell string
		kind ActionKind
		want string
	}{
		{"B5", ActionUse, "accept the suggestion for B5"},
		{"B7", ActionExpand, "expand B7"},
		{"B8", ActionOverride, "send B8 anyway"},
		{"B4", ActionSkip, "skip B4"},
		{"B4", ActionPutBack, "put back B4"},
	} {
		if !d.m.Act(d.at(c.cell), c.kind) || d.last() != c.want {
			t.Errorf("%s: %q", c.cell, d.last())
		}
	}
	if d.m.Going() != 11 || d.m.Count(judged.ChipProblems) != 2 {
		t.Errorf("%d go, %d problems", d.m.Going(), d.m.Count(judged.ChipProblems))
	}
	for _, kind := range []ActionKind{ActionEdit, ActionPlace} {
		if d.m.Act(0, kind) || actName(kind, &number.Row{}) != "" {
			t.Error("choosing what to do decides something")
		}
	}
	if d.m.Act(99, ActionSkip) || modelOf(t).Act(0, ActionSkip) {
		t.Error("a decision about nothing")
	}
}

func TestRowsGoToAnotherLocationTogether(t *testing.T) {
	t.Parallel()
	d := deskOf(t, messy(), func(d *desk) {
		d.table.Records[0].SetText(number.FieldLocation, "Nowhere")
		d.table.Records[1].SetText(number.FieldLocation, "Nowhere")
	})
	misplaced, ok := d.m.Misplaced(d.at("B2"))
	if !ok || len(misplaced.Records) != 2 {
		t.Fatalf("%+v", misplaced)
	}
	d.m.Place(misplaced, "kc")
	if d.last() != "set the location of 2 rows" || d.m.Value(0, ColumnLocation).Text != "Kansas City" {
		t.Errorf("%s: %+v", d.last(), d.decisions)
	}
}

func zero(d rules.Decision) bool { return d.IsZero() }
