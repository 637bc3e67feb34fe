package reading

import (
	"testing"

	"numberloader/internal/number"
)

func TestARangeIsValidOnlyIfEveryNumberIs(t *testing.T) {
	t.Parallel()
	first := mustParse(t, "+50422099998") // the next block of Honduras is not assigned
	if n, ok := (span{first, 2}).firstInvalid(); ok {
		t.Errorf("%v is not valid", n)
	}
	if n, ok := (span{first, 4}).firstInvalid(); !ok || n.String() != "+50422100000" {
		t.Errorf("got %v, %v", n, ok)
	}
	if out := checkSpans(outcome{problem: number.CodeRange, spans: []span{{first, 4}}}); out.problem != number.CodeUnclearList {
		t.Errorf("the range was accepted: %q", out.problem)
	}
	if n, ok := (span{mustParse(t, "+11"), 1}).firstInvalid(); !ok || n.String() != "+11" {
		t.Errorf("got %v, %v", n, ok)
	}
}

func mustParse(t *testing.T, text string) number.E164 {
	t.Helper()
	n, err := number.ParseE164(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
