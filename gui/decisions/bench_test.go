package decisions

import (
	"testing"

	"numberloader/gui/background"
	"numberloader/gui/workbench"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/review"
)

// bench is a list about which a test decides. Work comes home when the test lets
// it.
type bench struct {
	*Decisions
	*Judging

	t     testing.TB
	home  workbench.Home
	loop  *background.Loop
	table *number.Table
	known review.Known
	busy  bool
}

// setup is what a bench is made of.
type setup struct {
	texts  []string // of the numbers
	drafts Drafts
}

func listed(texts ...string) func(*setup) { return func(s *setup) { s.texts = texts } }

// newBench is a bench with a list that is not open.
func newBench(tb testing.TB, change ...func(*setup)) *bench {
	tb.Helper()
	s := setup{texts: []string{"+19135550101", "(913) 555-0102", "913 555 01"}}
	for _, c := range change {
		c(&s)
	}
	b := &bench{t: tb, home: workbench.NewHome(), known: review.Known{
		Locations: []number.Location{{ID: "kc", Name: "Kansas City", Country: "US", PSTN: number.PSTNLocalGateway}},
		Existing:  map[number.E164]number.Held{},
	}}
	b.table = &number.Table{Path: "/carrier.xlsx", Sheet: "DIDs", Columns: map[number.Field]int{number.FieldNumber: 0}}
	for i, text := range s.texts {
		b.table.Records = append(b.table.Records, numbertest.Record(number.Record{
			Line: i + 2, Stated: &number.Stated{number.FieldLocation: "Kansas City"},
		}, number.Cell{Type: number.CellText, Value: text}))
	}
	b.loop = b.home.Loop(tb)
	b.Decisions, b.Judging = New(b.loop, s.drafts, Hooks{
		Busy: func() bool { return b.busy }, Known: func() review.Known { return b.known }, Judged: func() {}, Changed: func() {},
	})
	return b
}

// ready is a bench whose list is open and judged.
func ready(tb testing.TB, change ...func(*setup)) *bench {
	tb.Helper()
	b := newBench(tb, change...)
	b.open(b.table)
	return b
}

func (b *bench) open(table *number.Table) {
	b.Open(table)
	b.Judge(nil)
	b.settle()
}

func (b *bench) reset() { b.Reset(review.Settings{}) }

// settle lets everything come home.
func (b *bench) settle() { b.home.Settle(b.loop) }

// decide changes the decision about some records in one step.
func (b *bench) decide(records []int, change func(*review.Decision)) {
	step := review.Step{Name: "change some rows"}
	for _, record := range records {
		decision := b.Decision(record)
		change(&decision)
		step.Changes = append(step.Changes, review.Change{Record: record, Decision: decision})
	}
	b.Do(step)
}

func (b *bench) decideOne(record int, decision review.Decision) {
	b.decide([]int{record}, func(d *review.Decision) { *d = decision })
}
