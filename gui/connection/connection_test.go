package connection

import (
	"testing"

	"numberloader/internal/run"
)

func TestAnOrganizationThatMayNotBeConnectedIsNotUsed(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.CheckToken("NjVk")
	b.settle()
	b.allowed = func(o run.Organization) bool { return o.ID == "Umbrella" }
	b.UseFound()
	if b.To(run.Organization{ID: "Acme Corp"}) || b.State().Found == nil {
		t.Error("it is used")
	}
	b.allowed = func(o run.Organization) bool { return o.ID == "Acme Corp" }
	b.UseFound()
	if !b.To(run.Organization{ID: "Acme Corp"}) {
		t.Error("it is not used where it may be")
	}
}

func TestNothingIsConnectedWhileNumbersAreAdded(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.CheckToken("NjVk")
	b.settle()
	b.UseFound()
	b.busy = true
	b.UsePractice()
	b.WithPractice(func() { t.Error("practice is connected") })
	b.Prepare()
	b.settle()
	if place, _ := b.Place(); place.Organization.Practice || b.Preflight() != (Preflight{}) {
		t.Errorf("connected is %+v, preflight %+v", place.Organization, b.Preflight())
	}
}

func TestAnotherOrganizationIsAskedAnew(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.AskMissing()
	b.settle()
	if !b.Preflight().Done || b.rows.judged != 1 || b.Known().Existing == nil {
		t.Fatalf("preflight %+v", b.Preflight())
	}
	b.AskMissing()
	if b.Preflight().Checking {
		t.Error("it is asked again what is known")
	}
	b.CheckToken("NjVk")
	b.settle()
	b.UseFound()
	if b.Preflight().Done || b.Known().Existing != nil || len(b.Known().Locations) != 1 {
		t.Errorf("known is %+v", b.Known())
	}
}
