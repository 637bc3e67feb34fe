package fault_test

import (
	"errors"
	"strings"
	"testing"

	"numberloader/internal/fault"
)

func TestCatchMakesAPanicAnError(t *testing.T) {
	t.Parallel()
	err := fault.Catch(func() error { panic("no row") })
	caught, ok := errors.AsType[*fault.PanicError](err)
	if !ok || fault.KindOf(err) != fault.Internal {
		t.Fatalf("got %v", err)
	}
	if caught.What != "no row" || !strings.Contains(string(caught.Stack), "panic_test.go") {
		t.Errorf("got %v with the stack\n%s", caught.What, caught.Stack)
	}
	if f, ok := errors.AsType[*fault.Error](err); !ok || !strings.Contains(f.Details, "panic: no row") {
		t.Errorf("support is told %v", f)
	}
}

func TestCatchHandsOnAnError(t *testing.T) {
	t.Parallel()
	refused := errors.New("refused")
	if err := fault.Catch(func() error { return refused }); !errors.Is(err, refused) {
		t.Errorf("got %v", err)
	}
	if err := fault.Catch(func() error { return nil }); err != nil {
		t.Errorf("got %v", err)
	}
}
