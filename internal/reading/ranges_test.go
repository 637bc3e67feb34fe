package reading

import (
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

func TestARangeIsValidOnlyIfEveryNumberIs(t *testing.T) {
	t.Parallel()
	first := numbertest.E164("+50422099998") // the next block of Honduras is not assigned
	if n, ok := (span{first, 2}).firstInvalid(); ok {
		t.Errorf("%v is not valid", n)
	}
	if n, ok := (span{first, 4}).firstInvalid(); !ok || n.String() != "+50422100000" {
		t.Errorf("got %v, %v", n, ok)
	}
	if out := checkSpans(outcome{problem: number.CodeRange, more: &more{spans: []span{{first, 4}}}}); out.problem != number.CodeUnclearList {
		t.Errorf("the range was accepted: %q", out.problem)
	}
	if n, ok := (span{numbertest.E164("+11"), 1}).firstInvalid(); !ok || n.String() != "+11" {
		t.Errorf("got %v, %v", n, ok)
	}
}
