package flow

import (
	"context"
	"slices"
	"testing"
	"time"

	"numberloader/gui/connection"
	"numberloader/internal/compare"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// holding is a bench whose organization has the first number of the list and a
// stranger; it fails the test if anything is changed in it.
func holding(t *testing.T) (*bench, *place) {
	t.Helper()
	kansas := number.Location{ID: "kc", Name: "Kansas City", Country: "US"}
	org := &place{name: "Practice", closed: make(chan string, 9), holds: []number.Held{
		{Number: numbertest.E164("+19135550101"), Location: kansas, State: number.StateInactive},
		{Number: numbertest.E164("+19135550199"), Location: kansas, State: number.StateActive},
	}}
	org.submit = func(context.Context, run.Draft, func(run.Progress)) (run.Run, error) {
		t.Error("numbers are added")
		return run.Run{}, nil
	}
	return ready(t, func(s *Services) {
		s.Practice = func(context.Context) (connection.Organization, error) { return org, nil }
	}), org
}

// compared reads the organization and compares.
func (b *bench) compared() (compare.Comparison, bool) {
	b.ReadInventory(noon)
	b.settle()
	b.Comparing.Update()
	b.settle()
	return b.Comparison()
}

func TestAListIsComparedWithWhatTheOrganizationHolds(t *testing.T) {
	t.Parallel()
	b, org := holding(t)
	org.more = 3
	if _, ok := b.Comparison(); ok {
		t.Error("there is a comparison before anything was read")
	}
	c, ok := b.compared()
	want := compare.Counts{Both: 1, OnlyFile: 2, OnlyWebex: 1, Inactive: 1, Missing: 1, Problems: 1}
	if got := compare.Count(c.Pairs); !ok || got != want {
		t.Fatalf("%v, %+v, wanted %+v", ok, got, want)
	}
	switch {
	case c.List != "/carrier.xlsx":
		t.Errorf("c.List is %v, not \"/carrier.xlsx\"", c.List)
	case !c.Read.Equal(noon):
		t.Error("c.Read.Equal(noon) is false")
	case c.Lacks != 3:
		t.Errorf("c.Lacks is %v, not 3", c.Lacks)
	case c.Organization.Name != "Practice":
		t.Errorf("c.Organization.Name is %v, not \"Practice\"", c.Organization.Name)
	case c.Program != "1.0.0":
		t.Errorf("c.Program is %v, not \"1.0.0\"", c.Program)
	}
	if r := b.Inventory.Reading(); r.Busy || r.Got != 1 || r.Of != 2 {
		t.Errorf("read: %+v", r)
	}
}

// What is added is what the comparison said is missing, also where the organization was
// asked about the rows before it got another number.
func TestExactlyWhatIsMissingIsAdded(t *testing.T) {
	t.Parallel()
	b, org := holding(t)
	org.holds[0].Number = numbertest.E164("+19135550102")
	c, _ := b.compared()
	var missing, added []string
	for i := range c.Pairs {
		if c.Pairs[i].Missing() {
			missing = append(missing, c.Pairs[i].Number.String())
		}
	}
	if b.Judging.Counts().Going != len(missing) {
		t.Errorf("%d rows go, %d are missing", b.Judging.Counts().Going, len(missing))
	}
	org.submit = func(_ context.Context, draft run.Draft, _ func(run.Progress)) (run.Run, error) {
		for i := range draft.Lines {
			if draft.Lines[i].Request > 0 {
				added = append(added, draft.Lines[i].Row.Number.String())
			}
		}
		return run.Run{ID: "1", Draft: draft, State: run.Finished}, nil
	}
	b.Reviewed()
	b.Survey.Prepare()
	b.settle()
	if err := b.Ask(); err != nil {
		t.Fatal(err)
	}
	if err := b.Add(); err != nil {
		t.Fatal(err)
	}
	b.settle()
	if !slices.Equal(missing, []string{"+19135550101"}) || !slices.Equal(added, missing) {
		t.Errorf("missing %q, added %q", missing, added)
	}
	if b.Inventory.Held() != nil {
		t.Error("what was read before the run still counts")
	}
}

func TestAComparisonFollowsTheRows(t *testing.T) {
	t.Parallel()
	b, _ := holding(t)
	b.compared()
	b.Decisions.Do(review.Step{Name: "skip", Changes: []review.Change{{Record: 1, Decision: review.Decision{LeftOut: true}}}})
	b.settle()
	if _, ok := b.Comparison(); ok {
		t.Error("the comparison of other rows still counts")
	}
	b.Comparing.Update()
	b.settle()
	if c, ok := b.Comparison(); !ok || compare.Count(c.Pairs).Missing != 0 {
		t.Errorf("%v, %+v", ok, compare.Count(c.Pairs))
	}
}

func TestReadingCanBeStoppedFailAndBeForgotten(t *testing.T) {
	t.Parallel()
	b, org := holding(t)
	org.read = func(ctx context.Context) error {
		<-ctx.Done()
		return ctx.Err()
	}
	b.ReadInventory(noon)
	if !b.Inventory.Reading().Busy {
		t.Fatal("nothing is read")
	}
	b.Inventory.Stop()
	b.settle()
	switch r := b.Inventory.Reading(); {
	case r.Busy:
		t.Error("r.Busy is true")
	case fault.KindOf(r.Err) != fault.Stopped:
		t.Errorf("r.Err is %v, not that the user stopped it", r.Err)
	case b.Inventory.Held() != nil:
		t.Errorf("b.Inventory.Held() is %v, not nil", b.Inventory.Held())
	}
	org.read = func(context.Context) error { return &fault.Error{Kind: fault.Unreachable} }
	b.ReadInventory(noon)
	b.settle()
	if r := b.Inventory.Reading(); fault.KindOf(r.Err) != fault.Unreachable || b.Inventory.Held() != nil {
		t.Errorf("failed: %+v", r)
	}
	org.read = nil
	if _, ok := b.compared(); !ok {
		t.Fatal("it is not read again")
	}
	signInTo(b, "Acme Corp")
	b.settle()
	b.Comparing.Update()
	if _, ok := b.Comparison(); ok || b.Inventory.Held() != nil {
		t.Error("what another organization holds still counts")
	}
}
