package run

import (
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/pool"
)

func TestTheNumberOfARowThatStayedBehindIsKept(t *testing.T) {
	t.Parallel()
	read := numbertest.E164("+12125550101")
	line := Line{}
	line.Row.SetSpecial(number.Special{Unsent: read})
	kept := newLineRecord(&line)
	got, err := kept.line(&number.TextRows{}, &pool.Pool[number.Shared]{})
	if err != nil || got.Row.Read() != read || !got.Row.Number.IsZero() {
		t.Errorf("got %+v (%v)", got.Row, err)
	}
}

func TestThatARowWasCorrectedIsKept(t *testing.T) {
	t.Parallel()
	for _, byUser := range []bool{true, false} {
		line := Line{Row: number.Row{ByUser: byUser}}
		kept := newLineRecord(&line)
		if got, err := kept.line(&number.TextRows{}, &pool.Pool[number.Shared]{}); err != nil || got.Row.ByUser != byUser {
			t.Errorf("%v became %v (%v)", byUser, got.Row.ByUser, err)
		}
	}
}
