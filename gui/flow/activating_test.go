package flow

import (
	"context"
	"testing"

	"numberloader/gui/connection"
	"numberloader/gui/workbench"
	"numberloader/internal/activation"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/run"
)

// waiting is a bench whose organization has all numbers of the list, inactive, and its
// place.
func waiting(t *testing.T, change ...func(*Services)) (*bench, *place) {
	t.Helper()
	org := &place{name: "Practice", closed: make(chan string, 9)}
	org.there = func(rows []*number.Row) ([]number.Held, error) {
		there := make([]number.Held, len(rows))
		for i := range there {
			there[i] = number.Held{Number: rows[i].Number, State: number.StateInactive}
		}
		return there, nil
	}
	org.activate = func(draft run.Draft, _ run.Work) (run.Run, error) {
		return run.Run{ID: "9", Draft: draft, State: run.Finished, Stage: run.StageActivate}, nil
	}
	b := ready(t, append(change, func(s *Services) {
		s.Practice = func(context.Context) (connection.Organization, error) { return org, nil }
	})...)
	return b, org
}

func all(*activation.Number) bool { return true }

func TestTheNumbersOfAListAreActivatedAsARunOfItsOwn(t *testing.T) {
	t.Parallel()
	b, _ := waiting(t)
	b.ReadWaiting()
	if !b.Waiting.Reading() {
		t.Fatal("nobody asks which numbers wait")
	}
	b.settle()
	list, err := b.Waiting.List()
	if err != nil || len(list.Waiting) != 2 {
		t.Fatalf("waiting: %+v, %v", list, err)
	}
	b.ActivateList(list, func(n *activation.Number) bool { return n.Row.Record == 0 })
	if b.Work.Doing() != run.ActionActivate || len(b.Work.Sending()) != 1 || len(b.Work.Sending()[0].Rows) != 1 {
		t.Errorf("sending %+v", b.Work.Sending())
	}
	b.settle()
	result, past, ok := b.Results.Shown()
	switch {
	case !ok:
		t.Error("ok is false")
	case !past:
		t.Error("past is false")
	case !result.Run.Activates:
		t.Error("result.Run.Activates is false")
	case result.Run.Person != "Dana Reyes":
		t.Errorf("result.Run.Person is %v, not \"Dana Reyes\"", result.Run.Person)
	case result.Run.Program != "1.0.0":
		t.Errorf("result.Run.Program is %v, not \"1.0.0\"", result.Run.Program)
	case b.Results.Has():
		t.Error("b.Results.Has() is true")
	}
	if len(b.saved) != 1 {
		t.Errorf("saved %q", b.saved)
	}
}

// What was read of the numbers holds for the organization and the file it was read for.
func TestNumbersThatWereReadBeforeAreNotActivated(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*bench){
		"another organization": func(b *bench) { signInTo(b, "Acme Corp") },
		"another file":         func(b *bench) { b.File.Open("/other.xlsx", number.Layout{}) },
		"read again":           func(b *bench) { b.ReadWaiting() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b, _ := waiting(t)
			b.ReadWaiting()
			b.settle()
			list, _ := b.Waiting.List()
			change(b)
			b.settle()
			if b.ActivateList(list, all); b.Work.Busy() {
				t.Error("they are activated")
			}
		})
	}
}

func TestAskingWhichNumbersWaitCanFailAndBeForgotten(t *testing.T) {
	t.Parallel()
	b, org := waiting(t)
	org.there = func([]*number.Row) ([]number.Held, error) { return nil, &fault.Error{Kind: fault.Unreachable} }
	b.ReadWaiting()
	b.settle()
	if list, err := b.Waiting.List(); list != nil || fault.KindOf(err) != fault.Unreachable {
		t.Errorf("%v, %v", list, err)
	}
	b.ReadWaiting()
	b.Waiting.Forget()
	b.settle()
	if list, err := b.Waiting.List(); list != nil || err != nil || b.Waiting.Reading() {
		t.Errorf("forgotten: %v, %v", list, err)
	}
	b.ReadWaiting()
	b.Waiting.Stop()
	b.settle()
	if list, err := b.Waiting.List(); list != nil || fault.KindOf(err) != fault.Stopped || b.Waiting.Reading() {
		t.Errorf("stopped: %v, %v", list, err)
	}
}

// Of a run of the history, only lines that it can activate are.
func TestChosenLinesOfAnEarlierRunAreActivated(t *testing.T) {
	t.Parallel()
	earlier := workbench.RunOf(workbench.Practice(), run.Added, run.Added, run.Refused)
	earlier.Requests[0].Group.State, earlier.Requests[0].Group.Kind = number.StateInactive, number.KindDID
	for i := range earlier.Lines[:3] {
		earlier.Lines[i].Row.Number = numbertest.E164("+1913555010" + string(rune('0'+i)))
	}
	for _, test := range []struct {
		lines []int
		want  string // the number of the one line, "" if nothing is done
	}{{[]int{1, 2, 3}, "+19135550101"}, {[]int{2}, ""}, {nil, ""}} {
		b, _ := waiting(t, func(s *Services) { s.Load = func(string) (run.Run, error) { return earlier, nil } })
		b.Results.Show("7", func(error) {})
		b.settle()
		b.ActivateLines(test.lines)
		if b.Work.Busy() != (test.want != "") {
			t.Fatalf("lines %v: busy %v", test.lines, b.Work.Busy())
		}
		b.settle()
		result, _, _ := b.Results.Shown()
		if got := result.Run; test.want != "" && (!got.Activates || len(got.Lines) != 1 || got.Lines[0].Row.Number.String() != test.want || got.Lines[0].Request != 1) {
			t.Errorf("lines %v: activated %+v", test.lines, got.Lines)
		}
	}
}
