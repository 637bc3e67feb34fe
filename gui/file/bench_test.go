package file

import (
	"context"
	"sync"
	"testing"

	"numberloader/gui/background"
	"numberloader/gui/workbench"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// bench is a file of a program that a test made up. Work comes home when the test
// lets it.
type bench struct {
	*File
	*Questions

	t       *testing.T
	home    workbench.Home
	loop    *background.Loop
	rows    *judged
	busy    bool
	opened  int
	changed int // how often it was told that anything may look different

	memory  sync.Mutex
	answers map[string]Answers // that are remembered
}

// judged is what is made of rows that nobody decides about.
type judged struct {
	lane     *background.Latest
	settings review.Settings
	steps    int // that changed the settings
	known    review.Known
	table    *number.Table
	tally    review.Tally
}

func (j *judged) Settings() review.Settings       { return j.settings }
func (j *judged) Answer(settings review.Settings) { j.settings = settings }
func (j *judged) Countryless() int                { return j.tally.Countryless }
func (j *judged) Known() review.Known             { return j.known }
func (j *judged) Reset(settings review.Settings) {
	j.settings, j.steps, j.table, j.tally = settings, 0, nil, review.Tally{}
}

func (j *judged) SetSettings(change func(*review.Settings)) {
	change(&j.settings)
	j.steps++
	j.Judge(j.table, func() {})
}

func (j *judged) Judge(table *number.Table, then func()) {
	j.table = table
	settings, known := j.settings, j.known
	background.Replace(j.lane, func(ctx context.Context) (review.Tally, error) {
		rows, err := review.Rows(ctx, table, settings, known, nil)
		return review.NewTally(rows), err
	}, func(tally review.Tally, err error) {
		if err == nil && table == j.table {
			j.tally = tally
			then()
		}
	})
}

func newBench(t *testing.T, change ...func(*Services)) *bench {
	t.Helper()
	b := &bench{t: t, home: workbench.NewHome(), answers: map[string]Answers{}}
	services := Services{
		Read: func(_ context.Context, path string, _ number.Layout, progress func(number.Progress)) (*number.Table, error) {
			progress(number.Progress{Rows: 3, Share: 1})
			return workbench.Table(path), nil
		},
		Recall: func(key string) (Answers, bool) {
			b.memory.Lock()
			defer b.memory.Unlock()
			answers, ok := b.answers[key]
			return answers, ok
		},
		Remember: func(key string, answers Answers) {
			b.memory.Lock()
			defer b.memory.Unlock()
			b.answers[key] = answers
		},
		Sample: func() (string, error) { return "/sample.xlsx", nil },
	}
	for _, c := range change {
		c(&services)
	}
	b.loop = b.home.Loop(t)
	b.rows = &judged{lane: b.loop.Latest()}
	b.File, b.Questions = New(b.loop, services, b.rows, Hooks{
		Returned: func(*number.Table, func()) bool { return false },
		Busy:     func() bool { return b.busy }, Opened: func() { b.opened++ }, Changed: func() { b.changed++ },
	})
	return b
}

// ready is a bench with a file that goes to an organization.
func ready(t *testing.T, change ...func(*Services)) *bench {
	t.Helper()
	b := newBench(t, change...)
	b.connect()
	b.Open("/carrier.xlsx", number.Layout{})
	b.settle()
	return b
}

// connect makes the locations of an organization known.
func (b *bench) connect() {
	b.rows.known.Locations = []number.Location{{ID: "kc", Name: "Kansas City", Country: "US"}}
	b.Look()
}

// settle lets everything come home.
func (b *bench) settle() { b.home.Settle(b.loop) }
