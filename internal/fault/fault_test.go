package fault_test

import (
	"errors"
	"fmt"
	"testing"

	"numberloader/internal/fault"
)

// everyKind relies on PlanChanged being the last kind.
func everyKind() []fault.Kind {
	var all []fault.Kind
	for k := fault.Internal; k <= fault.PlanChanged; k++ {
		all = append(all, k)
	}
	return all
}

func TestEveryKindHasItsOwnName(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, kind := range everyKind() {
		if name := kind.String(); name == "" || seen[name] {
			t.Errorf("kind %d is named %q", kind, name)
		}
		seen[kind.String()] = true
	}
}

func TestKindOf(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		err  error
		want fault.Kind
	}{
		"ours":           {&fault.Error{Kind: fault.Busy}, fault.Busy},
		"ours, wrapped":  {fmt.Errorf("begin: %w", &fault.Error{Kind: fault.Busy}), fault.Busy},
		"another's":      {errors.New("odd"), fault.Internal},
		"none":           {nil, fault.Internal},
		"kind left open": {&fault.Error{}, fault.Internal},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := fault.KindOf(test.err); got != test.want {
				t.Errorf("got %d, want %d", got, test.want)
			}
		})
	}
}

func TestErrorNamesItsCauseForLogs(t *testing.T) {
	t.Parallel()
	cause := errors.New("disk full")
	tests := map[string]struct {
		err  *fault.Error
		want string
	}{
		"own words and a cause": {&fault.Error{What: fault.Quote("No room."), Err: cause}, "No room.: disk full"},
		"own words":             {&fault.Error{What: fault.Quote("No room.")}, "No room."},
		"messages":              {&fault.Error{What: fault.Say("run.damaged", "Run", "R"), More: fault.Say("run.full"), Err: cause}, "run.damaged[Run R] run.full: disk full"},
		"the kind":              {&fault.Error{Kind: fault.FileEmpty}, "file_empty"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := test.err.Error(); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	if !errors.Is(&fault.Error{Err: cause}, cause) {
		t.Error("the cause is lost")
	}
}

func TestWhatAnotherSignInMends(t *testing.T) {
	t.Parallel()
	for _, kind := range everyKind() {
		want := kind == fault.SignedOut || kind == fault.TokenRefused || kind == fault.NotAllowed
		if got := fault.AsksSignIn(fmt.Errorf("read: %w", &fault.Error{Kind: kind})); got != want {
			t.Errorf("%v: %v", kind, got)
		}
	}
	if fault.AsksSignIn(nil) {
		t.Error("no error asks for a sign-in")
	}
}
