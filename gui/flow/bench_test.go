package flow

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"testing"
	"time"

	"numberloader/gui/background"
	"numberloader/gui/connection"
	"numberloader/gui/file"
	"numberloader/gui/work"
	"numberloader/gui/workbench"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// bench is a flow with a program that a test made up. Work comes home when the
// test lets it.
type bench struct {
	*Flow

	t        testing.TB
	home     workbench.Home
	loop     *background.Loop
	services Services

	opened, ended int
	refused       error
	steps         []run.Progress
	saved         []string
	signedOut     int
	forgotten     int
	closed        chan string
}

// place is an organization with one location.
type place struct {
	name   string
	closed chan<- string
	survey error
	submit func(context.Context, run.Draft, func(run.Progress)) (run.Run, error)
	again  func(context.Context, run.Action, string, run.Work) (run.Run, error)
	// there and activate are what is asked and done of the numbers of a list.
	there    func([]*number.Row) ([]number.Held, error)
	activate func(run.Draft, run.Work) (run.Run, error)
	// holds are its numbers, of which it counts some more than it tells, and read is
	// asked before they are told.
	holds []number.Held
	more  int
	read  func(ctx context.Context) error
}

func (p *place) Account(context.Context) (run.Account, error) {
	return run.Account{Person: "Dana Reyes", Organization: run.Organization{ID: p.name, Name: p.name, Practice: p.name == "Practice"}}, nil
}

func (p *place) Locations(context.Context) ([]number.Location, error) {
	return []number.Location{{ID: "kc", Name: "Kansas City", Country: "US"}}, nil
}

func (p *place) Survey(context.Context, []*number.Row) (review.Known, error) {
	if p.survey != nil {
		return review.Known{}, p.survey
	}
	known := review.Known{
		Locations: []number.Location{{ID: "kc", Name: "Kansas City", Country: "US", PSTN: number.PSTNLocalGateway}},
		Existing:  map[number.E164]number.Held{},
	}
	for _, h := range p.holds {
		known.Existing[h.Number] = h
	}
	return known, nil
}

func (p *place) Inventory(ctx context.Context, read func(got, of int)) (number.Inventory, error) {
	read(len(p.holds)/2, len(p.holds))
	if p.read != nil {
		if err := p.read(ctx); err != nil {
			return number.Inventory{}, err
		}
	}
	locations, err := p.Locations(ctx)
	return number.Inventory{Locations: locations, Numbers: p.holds, Counted: len(p.holds) + p.more}, err
}

func (p *place) Submit(ctx context.Context, draft run.Draft, work run.Work) (run.Run, error) {
	return p.submit(ctx, draft, work.Progress)
}

func (p *place) Resume(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return p.again(ctx, run.ActionResume, id, work)
}

func (p *place) Retry(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return p.again(ctx, run.ActionRetry, id, work)
}

func (p *place) Settle(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return p.again(ctx, run.ActionSettle, id, work)
}

func (p *place) Undo(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return p.again(ctx, run.ActionUndo, id, work)
}

func (p *place) Activate(ctx context.Context, id string, work run.Work) (run.Run, error) {
	return p.again(ctx, run.ActionActivate, id, work)
}

func (p *place) There(_ context.Context, rows []*number.Row) ([]number.Held, error) {
	return p.there(rows)
}

func (p *place) ActivateList(_ context.Context, draft run.Draft, work run.Work) (run.Run, error) {
	return p.activate(draft, work)
}

func (p *place) Close() error {
	p.closed <- p.name
	return nil
}

func addAll(_ context.Context, draft run.Draft, progress func(run.Progress)) (run.Run, error) {
	progress(run.Progress{Request: 1})
	progress(run.Progress{Request: 1, Answered: true})
	return run.Run{ID: "1", Draft: draft, State: run.Finished}, nil
}

func newBench(tb testing.TB, change ...func(*Services)) *bench {
	tb.Helper()
	b := &bench{t: tb, home: workbench.NewHome(), closed: make(chan string, 10)}
	practice := &place{name: "Practice", closed: b.closed, submit: addAll}
	b.services = Services{
		Version: "1.0.0",
		Services: file.Services{
			Read: func(_ context.Context, path string, _ number.Layout, progress func(number.Progress)) (*number.Table, error) {
				progress(number.Progress{Rows: 3, Share: 1})
				return workbench.Table(path), nil
			},
			Sample:   func() (string, error) { return "/sample.xlsx", nil },
			Recall:   func(string) (file.Answers, bool) { return file.Answers{}, false },
			Remember: func(string, file.Answers) {},
		},
		Practice: func(context.Context) (connection.Organization, error) { return practice, nil },
		SignIns:  b.signIns(),
		Files: work.Files{
			ResultsPath: func(source string, _ time.Time) (path, refused string, err error) {
				return source + " - results.xlsx", "", nil
			},
			SaveResults: func(path string, _ run.Run, _ bool) error { b.saved = append(b.saved, path); return nil },
			Load:        func(id string) (run.Run, error) { return run.Run{ID: id}, nil },
		},
	}
	for _, c := range change {
		c(&b.services)
	}
	b.loop = b.home.Loop(tb)
	b.Flow = New(b.loop, b.services, Events{
		Changed:  func() {},
		Opened:   func() { b.opened++ },
		Returned: func(Returned) {},
		Progress: func(steps []run.Progress) { b.steps = append(b.steps, steps...) },
		Ended:    func(refused error) { b.ended++; b.refused = refused },
	})
	return b
}

// settle lets everything come home.
func (b *bench) settle() { b.home.Settle(b.loop) }

// ready is a bench with a file and the practice organization.
func ready(tb testing.TB, change ...func(*Services)) *bench {
	tb.Helper()
	b := newBench(tb, change...)
	b.Connection.Connect(false)
	b.File.Open("/carrier.xlsx", number.Layout{})
	b.settle()
	return b
}

// signIns are ways to sign in that all lead to Acme Corp, without customers.
func (b *bench) signIns() connection.SignIns {
	acme := func() connection.Organization { return &place{name: "Acme Corp", closed: b.closed, submit: addAll} }
	return connection.SignIns{
		SignIn:        func(context.Context, string) (connection.Organization, bool, error) { return acme(), true, nil },
		SignInBrowser: func(context.Context, string, string) (connection.Organization, bool, error) { return acme(), true, nil },
		SignInDevice: func(_ context.Context, _, _ string, show func(code, address string)) (connection.Organization, bool, error) {
			show("123456", "https://login.example/device")
			return acme(), true, nil
		},
		Integration:   func() (string, bool) { return "C123", true },
		Organizations: func(context.Context) ([]run.Organization, error) { return nil, nil },
		SignInTo: func(_ context.Context, id string) (connection.Organization, error) {
			return &place{name: id, closed: b.closed, submit: addAll}, nil
		},
		Restore: func(context.Context) (connection.Organization, error) {
			return nil, &fault.Error{Kind: fault.TokenRefused}
		},
		SignOut:           func() error { b.signedOut++; return nil },
		ForgetIntegration: func() error { b.forgotten++; return nil },
	}
}

// add leaves Review, is asked and adds, as the window does.
func (b *bench) add() {
	b.t.Helper()
	b.Reviewed()
	if err := errors.Join(b.Ask(), b.Add()); err != nil {
		b.t.Fatal(err)
	}
}

// decide decides about one record.
func (b *bench) decide(record int, decision review.Decision) {
	b.Decisions.Do(review.Step{Name: "change 1 row", Changes: []review.Change{{Record: record, Decision: decision}}})
}

func TestAFileIsReadJudgedAndPlanned(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.File.Open("/carrier.xlsx", number.Layout{})
	if reading, ok := b.File.Reading(); !ok || reading.Name() != "carrier.xlsx" {
		t.Errorf("reading %v, %v", reading, ok)
	}
	b.settle()
	if _, busy := b.File.Reading(); busy || b.opened != 1 || b.File.Name() != "carrier.xlsx" {
		t.Errorf("opened %d times, name %q", b.opened, b.File.Name())
	}
	if len(b.Judging.Plan().Rows) != 3 || !b.Questions.Settled() || b.Judging.Counts().Going != 1 {
		t.Errorf("rows %+v", b.Judging.Plan().Rows)
	}
}

func TestTheOrganizationsLocationsChangeTheJudgement(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.File.Open("/carrier.xlsx", number.Layout{})
	b.settle()
	before := b.Judging.Judgement()
	b.Connection.Connect(false)
	b.settle()
	if b.Judging.Judgement() == before || b.Judging.Counts().Going != 2 {
		t.Errorf("going %d: the country of the location is known now", b.Judging.Counts().Going)
	}
}

func TestOpenedIsToldAlsoIfALaterReviewComesHomeFirst(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.File.Open("/carrier.xlsx", number.Layout{})
	b.settleReading()
	b.Decisions.SetSettings(func(s *review.Settings) { s.Region = "US" })
	b.settle()
	if b.opened != 1 {
		t.Errorf("opened was told %d times", b.opened)
	}
}

// settleReading lets the file come home and nothing after it.
func (b *bench) settleReading() {
	for b.File.Table() == nil {
		(<-b.home)()
	}
}

func TestReadingTheSameFileAnewKeepsItsSettingsOnly(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.Decisions.SetSettings(func(s *review.Settings) { s.Region = "US" })
	b.decide(0, review.Decision{LeftOut: true})
	b.settle()
	b.File.Open("/carrier.xlsx", number.Layout{})
	b.settle()
	if b.Decisions.Settings().Region != "US" || b.Decisions.Decision(0).LeftOut {
		t.Errorf("settings %+v", b.Decisions.Settings())
	}
	b.File.Open("/other.xlsx", number.Layout{})
	b.settle()
	if b.Decisions.Settings().Region != "" {
		t.Error("the settings of a file went over to another")
	}
	b.File.Close()
	if b.File.Table() != nil || b.File.Name() != "" || b.Questions.Settled() {
		t.Error("the file is still open")
	}
}

func TestAFailingPracticeOrganizationIsTold(t *testing.T) {
	t.Parallel()
	b := newBench(t, func(s *Services) {
		s.Practice = func(context.Context) (connection.Organization, error) { return nil, errors.New("no port") }
	})
	b.Connection.Connect(false)
	if !b.Connection.Connecting() {
		t.Error("not connecting")
	}
	b.settle()
	if _, connected := b.Connection.Account(); connected || b.Connection.Connecting() || b.Connection.TakeTrouble() == nil {
		t.Error("connected to nothing")
	}
	b.Survey.Prepare()
	if b.Survey.Preflight() != (connection.Preflight{}) {
		t.Error("nobody was asked before adding")
	}
}

func TestAJudgementOfAFileThatIsNoLongerOpenIsDropped(t *testing.T) {
	t.Parallel()
	b := newBench(t, func(s *Services) {
		s.Read = func(_ context.Context, path string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
			table := workbench.Table(path)
			if path == "/doubtful.xlsx" {
				table.Ask = &number.Ask{}
			}
			return table, nil
		}
	})
	b.File.Open("/carrier.xlsx", number.Layout{})
	b.settleReading() // its review is under way
	judged := <-b.home
	b.File.Open("/doubtful.xlsx", number.Layout{})
	for b.Questions.Question() != file.AskColumn {
		(<-b.home)()
	}
	judged()
	b.settle()
	if b.Questions.Settled() || b.opened != 0 {
		t.Errorf("rows of the old file are shown: %d", len(b.Judging.Plan().Rows))
	}
}

// BenchmarkOpen opens a list in the practice organization, which is then asked about its
// numbers, and says what is kept of each row but the texts of the file and what the screens
// need; and what it takes to judge all rows again, with all that is garbage then.
func BenchmarkOpen(b *testing.B) {
	const n = 100_000
	var s runtime.MemStats
	heap := func() uint64 {
		runtime.GC()
		runtime.ReadMemStats(&s)
		return s.HeapAlloc
	}
	var kept, again uint64
	for b.Loop() {
		empty := heap()
		f := ready(b, func(s *Services) {
			s.Read = func(_ context.Context, path string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
				return longTable(path, n), nil
			}
		})
		kept = heap() - empty
		before := s.TotalAlloc
		f.Judging.Judge(nil)
		f.settle()
		runtime.ReadMemStats(&s)
		again = s.TotalAlloc - before
		if f.Judging.Counts().Going != n {
			b.Fatal("the list was not judged")
		}
	}
	b.ReportMetric(float64(kept)/n, "B/row")
	b.ReportMetric(float64(again)/n, "again-B/row")
}

// longTable is a list of numbers that can all be added.
func longTable(path string, rows int) *number.Table {
	t := workbench.Table(path)
	stated := t.Records[0].Stated
	t.Records = make([]number.Record, rows)
	for i := range t.Records {
		text := fmt.Sprintf("+1212%03d%04d", 200+i/10_000, i%10_000)
		t.Records[i] = numbertest.Record(number.Record{Line: i + 2, Stated: stated}, number.Cell{Type: number.CellText, Value: text})
	}
	return t
}
