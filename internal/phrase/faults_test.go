package phrase

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// everyKind relies on PlanChanged being the last kind.
func everyKind() []fault.Kind {
	var all []fault.Kind
	for k := fault.Internal; k <= fault.PlanChanged; k++ {
		all = append(all, k)
	}
	return all
}

func TestEveryKindHasPlainWords(t *testing.T) {
	t.Parallel()
	titles := map[string]fault.Kind{}
	for _, kind := range everyKind() {
		m := Explain(&fault.Error{Kind: kind})
		for part, text := range map[string]string{"title": m.Title, "what": m.What, "next": m.Next} {
			if text == "" || strings.HasPrefix(text, "faults.") {
				t.Errorf("kind %d has no %s", kind, part)
			}
			if strings.Contains(text, "!") {
				t.Errorf("kind %d exclaims in its %s: %q", kind, part, text)
			}
			for _, word := range []string{"payload", "endpoint", "batch job", "null", "HTTP"} {
				if strings.Contains(text, word) {
					t.Errorf("kind %d says %q in its %s: %q", kind, word, part, text)
				}
			}
		}
		for part, text := range map[string]string{"what": m.What, "next": m.Next} {
			if !strings.HasSuffix(text, ".") {
				t.Errorf("the %s of kind %d is no sentence: %q", part, kind, text)
			}
		}
		if other, taken := titles[m.Title]; taken {
			t.Errorf("kinds %d and %d share the title %q", other, kind, m.Title)
		}
		titles[m.Title] = kind
	}
}

// TestAFileInUseCanAlsoBeCopied has somebody in mind who can't close it, because a
// colleague or a program that runs all day holds it.
func TestAFileInUseCanAlsoBeCopied(t *testing.T) {
	t.Parallel()
	next := Explain(&fault.Error{Kind: fault.FileLocked}).Next
	for _, way := range []string{"Close it in Excel", "save a copy"} {
		if !strings.Contains(next, way) {
			t.Errorf("%q does not say: %s", next, way)
		}
	}
}

func TestWordsOfFaultsAreOfAKind(t *testing.T) {
	t.Parallel()
	want := map[string]bool{}
	for _, kind := range everyKind() {
		for _, part := range []string{"title", "what", "next"} {
			want["faults."+kind.String()+"."+part] = true
		}
	}
	for key := range english().rooms["faults"]() {
		if !want[key] {
			t.Errorf("%s belongs to no kind", key)
		}
	}
}

func TestAKindThatNobodyMadeHasNoWords(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("a kind past the last one has words, so this test misses it")
		}
	}()
	Explain(&fault.Error{Kind: fault.PlanChanged + 1})
}

func TestExplain(t *testing.T) {
	t.Parallel()
	cause := errors.New("disk full")
	usual := Explain(&fault.Error{Kind: fault.SaveFailed})
	tests := map[string]struct {
		err  error
		want Message
	}{
		"own words replace the usual ones": {
			&fault.Error{Kind: fault.SaveFailed, What: fault.Quote("No room."), Next: fault.Quote("Make room.")},
			Message{Title: usual.Title, What: "No room.", Next: "Make room."},
		},
		"own words may be only one of them": {
			&fault.Error{Kind: fault.SaveFailed, Next: fault.Quote("Make room.")},
			Message{Title: usual.Title, What: usual.What, Next: "Make room."},
		},
		"the cause is a detail": {
			&fault.Error{Kind: fault.SaveFailed, Err: cause},
			Message{Title: usual.Title, What: usual.What, Next: usual.Next, Details: "disk full"},
		},
		"details come before the cause": {
			&fault.Error{Kind: fault.SaveFailed, Err: cause, Details: "status 507"},
			Message{Title: usual.Title, What: usual.What, Next: usual.Next, Details: "status 507"},
		},
		"a wrapped error is still known": {
			fmt.Errorf("save: %w", &fault.Error{Kind: fault.SaveFailed}),
			usual,
		},
		"an unknown error is ours": {
			cause,
			func() Message {
				m := Explain(&fault.Error{Kind: fault.Internal})
				m.Details = "disk full"
				return m
			}(),
		},
		"a stop is a stop, however deep": {
			fmt.Errorf("read: %w", &fault.Error{Kind: fault.Unreachable, Err: context.Canceled}),
			Explain(&fault.Error{Kind: fault.Stopped}),
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := Explain(test.err); got != test.want {
				t.Errorf("got  %+v\nwant %+v", got, test.want)
			}
		})
	}
}

// Packages that can't ask for words name their messages, and those are found.
func TestFaultsMayNameTheirMessages(t *testing.T) {
	t.Parallel()
	at := func(s run.State, damage run.Damage) *run.Run {
		r := &run.Run{State: s, Stage: run.StageRemove, Damage: damage}
		r.ID = "R"
		return r
	}
	store := run.NewStore(t.TempDir(), nil, nil, nil)
	_, unknown := store.Load("nope")
	for name, test := range map[string]struct {
		err        error
		what, next string
	}{
		"an undo has begun": {
			at(run.Unfinished, run.Damage{}).May(run.ActionResume),
			"An undo of this run has begun, so none of its numbers are added or activated any more. Nothing was sent.", "Go on with the undo of the run.",
		},
		"an undo has ended": {
			at(run.Undone, run.Damage{}).May(run.ActionResume),
			"An undo of this run has begun, so none of its numbers are added or activated any more. Nothing was sent.", "To add its numbers again, load the list again.",
		},
		"a line is damaged": {
			at(run.Finished, run.Damage{Lines: []int{1240}}).Damaged(),
			"The record of the run R is damaged in line 1240. The rest of it is intact.", "Check what is not known before you add its numbers again.",
		},
		"the plan is damaged": {
			at(run.Finished, run.Damage{Lines: []int{3, 4}, Plan: true}).May(run.ActionUndo),
			"The record of the run R is damaged in lines 3, 4, so it is not certain what was to be sent.", "Look the numbers up in Control Hub before you add them again.",
		},
		"there is no run": {unknown, "There is no run \"nope\" on this computer.", "Choose a run from the history."},
		"two sentences follow one another": {
			&fault.Error{Kind: fault.Busy, What: fault.Say("run.full"), More: fault.Say("run.crowded")},
			"The disk is full. Too many files are open on this computer.", Explain(&fault.Error{Kind: fault.Busy}).Next,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if m := Explain(test.err); m.What != test.what || m.Next != test.next {
				t.Errorf("got %q and %q", m.What, m.Next)
			}
		})
	}
}
