package connection

import (
	"context"
	"testing"

	"numberloader/gui/background"
	"numberloader/gui/work"
	"numberloader/gui/workbench"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// bench is a connection with a program that a test made up. Work comes home when
// the test lets it.
type bench struct {
	*Connection
	*Signer
	*Survey

	home      workbench.Home
	loop      *background.Loop
	rows      *list
	busy      bool
	allowed   func(run.Organization) bool
	signedOut int
	forgotten int
	closed    chan string
}

// list are rows of which nobody decides anything.
type list struct {
	rows   []*number.Row
	judged int
}

func (l *list) Plan() plan.Plan { return plan.Plan{Rows: l.rows} }

func (l *list) Judge(then func()) {
	l.judged++
	then()
}

// place is an organization with one location, in which nothing is done.
type place struct {
	work.Changer

	name   string
	closed chan<- string
	survey func() (review.Known, error)
}

func (p *place) Account(context.Context) (run.Account, error) {
	return run.Account{Person: "Dana Reyes", Organization: run.Organization{ID: p.name, Name: p.name, Practice: p.name == "Practice"}}, nil
}

func (p *place) Locations(context.Context) ([]number.Location, error) {
	return []number.Location{{ID: "kc", Name: "Kansas City", Country: "US"}}, nil
}

func (p *place) Survey(context.Context, []*number.Row) (review.Known, error) { return p.survey() }

func (p *place) There(_ context.Context, rows []*number.Row) ([]number.Held, error) {
	return make([]number.Held, len(rows)), nil
}

func (p *place) Inventory(context.Context, func(got, of int)) (number.Inventory, error) {
	return number.Inventory{}, nil
}

func (p *place) Close() error {
	p.closed <- p.name
	return nil
}

// ready is a bench that is connected with the practice organization.
func ready(t *testing.T, change ...func(*SignIns)) *bench {
	t.Helper()
	b := &bench{home: workbench.NewHome(), closed: make(chan string, 10), rows: &list{}}
	b.allowed = func(run.Organization) bool { return true }
	ways := b.signIns()
	for _, c := range change {
		c(&ways)
	}
	b.loop = b.home.Loop(t)
	changed := func() {}
	b.Survey = NewSurvey(b.loop, b.rows, SurveyHooks{Ready: func() bool { return !b.busy }, Changed: changed})
	practice := func(context.Context) (Organization, error) {
		return &place{name: "Practice", closed: b.closed, survey: known}, nil
	}
	b.Connection = New(b.loop, practice, ways.Restore, Hooks{
		Busy: func() bool { return b.busy }, Connected: b.Begin, Changed: changed,
	})
	b.Signer = NewSigner(b.loop, b.Connection, ways, SignerHooks{
		Allows: func(o run.Organization) bool { return b.allowed(o) }, Changed: changed,
	})
	b.Connect(false)
	b.settle()
	return b
}

// known is what is known of an organization without numbers.
func known() (review.Known, error) {
	return review.Known{
		Locations: []number.Location{{ID: "kc", Name: "Kansas City", Country: "US", PSTN: number.PSTNLocalGateway}},
		Existing:  map[number.E164]number.Held{},
	}, nil
}

// settle lets everything come home.
func (b *bench) settle() { b.home.Settle(b.loop) }
