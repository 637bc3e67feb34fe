package job

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/gui/background"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// bench is a job with a program that a test made up. Work comes home when the
// test lets it.
type bench struct {
	t        *testing.T
	home     chan func()
	loop     *background.Loop
	services Services
	job      *Job

	opened, ended int
	steps         []run.Progress
	saved         []string
	signedOut     int
	forgotten     int
	closed        chan string

	memory  sync.Mutex
	answers map[string]Answers // that are remembered
}

// place is an organization with one location.
type place struct {
	name   string
	closed chan<- string
	survey error
	submit func(context.Context, run.Draft, func(run.Progress)) (run.Run, error)
	again  func(context.Context, run.Action, string, run.Work) (run.Run, error)
}

func (p *place) Account(context.Context) (run.Account, error) {
	return run.Account{Person: "Dana Reyes", Organization: run.Organization{ID: p.name, Name: p.name, Practice: p.name == "Practice"}}, nil
}

func (p *place) Locations(context.Context) ([]number.Location, error) {
	return []number.Location{{ID: "kc", Name: "Kansas City", Country: "US"}}, nil
}

func (p *place) Survey(context.Context, []number.Row) (review.Known, error) {
	if p.survey != nil {
		return review.Known{}, p.survey
	}
	return review.Known{
		Locations: []number.Location{{ID: "kc", Name: "Kansas City", Country: "US", PSTN: number.PSTNLocalGateway}},
		Existing:  map[number.E164]number.Location{},
	}, nil
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

func (p *place) Close() error {
	p.closed <- p.name
	return nil
}

func addAll(_ context.Context, draft run.Draft, progress func(run.Progress)) (run.Run, error) {
	progress(run.Progress{Request: 1})
	progress(run.Progress{Request: 1, Answered: true})
	return run.Run{ID: "1", Draft: draft, State: run.Finished}, nil
}

func table(path string) *number.Table {
	t := &number.Table{Path: path, Sheet: "DIDs", HeaderRow: 1, Columns: map[number.Field]int{number.FieldNumber: 0}}
	for i, text := range []string{"+19135550101", "(913) 555-0102", "913 555 01"} {
		t.Records = append(t.Records, number.Record{
			Line: i + 2, Number: number.Cell{Type: number.CellText, Value: text}, Location: "Kansas City",
		})
	}
	return t
}

func newBench(t *testing.T, change ...func(*Services)) *bench {
	t.Helper()
	b := &bench{t: t, home: make(chan func(), 1000), closed: make(chan string, 10), answers: map[string]Answers{}}
	practice := &place{name: "Practice", closed: b.closed, submit: addAll}
	b.services = Services{
		Version: "1.0.0",
		Read: func(_ context.Context, path string, _ number.Layout, progress func(number.Progress)) (*number.Table, error) {
			progress(number.Progress{Rows: 3, Share: 1})
			return table(path), nil
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
		Sample:      func() (string, error) { return "/sample.xlsx", nil },
		Practice:    func(context.Context) (Organization, error) { return practice, nil },
		SignIns:     b.signIns(),
		ResultsPath: func(source string, _ time.Time) (string, error) { return source + " - results.xlsx", nil },
		SaveResults: func(path string, _ run.Run, _ bool) error { b.saved = append(b.saved, path); return nil },
		Load:        func(id string) (run.Run, error) { return run.Run{ID: id}, nil },
	}
	for _, c := range change {
		c(&b.services)
	}
	b.loop = background.NewLoop(t.Context(), func(do func()) { b.home <- do })
	b.job = New(b.loop, b.services, Events{
		Changed:  func() {},
		Opened:   func() { b.opened++ },
		Progress: func(steps []run.Progress) { b.steps = append(b.steps, steps...) },
		Ended:    func() { b.ended++ },
	})
	return b
}

// settle lets everything come home.
func (b *bench) settle() {
	for !b.loop.Idle() {
		(<-b.home)()
	}
	for len(b.home) > 0 {
		(<-b.home)()
	}
}

// ready is a bench with a file and the practice organization.
func ready(t *testing.T, change ...func(*Services)) *bench {
	t.Helper()
	b := newBench(t, change...)
	b.job.Connect(false)
	b.job.Open("/carrier.xlsx", number.Layout{})
	b.settle()
	return b
}

func TestAFileIsReadJudgedAndPlanned(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.job.Open("/carrier.xlsx", number.Layout{})
	if reading, ok := b.job.Reading(); !ok || reading.Name() != "carrier.xlsx" {
		t.Errorf("reading %v, %v", reading, ok)
	}
	b.settle()
	if _, busy := b.job.Reading(); busy || b.opened != 1 || b.job.Name() != "carrier.xlsx" {
		t.Errorf("opened %d times, name %q", b.opened, b.job.Name())
	}
	if len(b.job.Rows()) != 3 || !b.job.Reviewed() || b.job.Counts().Going != 1 {
		t.Errorf("rows %+v", b.job.Rows())
	}
}

func TestTheOrganizationsLocationsChangeTheJudgement(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.job.Open("/carrier.xlsx", number.Layout{})
	b.settle()
	before := b.job.Judgement()
	b.job.Connect(false)
	b.settle()
	if b.job.Judgement() == before || b.job.Counts().Going != 2 {
		t.Errorf("going %d: the country of the location is known now", b.job.Counts().Going)
	}
}

func TestOpenedIsToldAlsoIfALaterReviewComesHomeFirst(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.job.Open("/carrier.xlsx", number.Layout{})
	b.settleReading()
	b.job.SetSettings(func(s *review.Settings) { s.Region = "US" })
	b.settle()
	if b.opened != 1 {
		t.Errorf("opened was told %d times", b.opened)
	}
}

// settleReading lets the file come home and nothing after it.
func (b *bench) settleReading() {
	for b.job.Table() == nil {
		(<-b.home)()
	}
}

func TestAFileThatCannotBeReadLeavesTheOpenOneAlone(t *testing.T) {
	t.Parallel()
	b := ready(t, func(s *Services) {
		s.Read = func(_ context.Context, path string, layout number.Layout, _ func(number.Progress)) (*number.Table, error) {
			if path == "/locked.xlsx" && layout.Password != "sesame" {
				return nil, &fault.Error{Kind: fault.FilePassword}
			}
			return table(path), nil
		}
	})
	b.job.Open("/locked.xlsx", number.Layout{})
	b.settle()
	trouble := b.job.Trouble()
	if trouble == nil || !trouble.NeedsPassword() || trouble.Name() != "locked.xlsx" || b.job.Name() != "carrier.xlsx" {
		t.Fatalf("trouble %+v, open %q", trouble, b.job.Name())
	}
	b.job.Unlock("wrong")
	b.settle()
	if b.job.Trouble() == nil || b.job.Trouble().Layout.Password != "wrong" {
		t.Error("a wrong password was taken")
	}
	b.job.Unlock("sesame")
	b.settle()
	if b.job.Trouble() != nil || b.job.Name() != "locked.xlsx" {
		t.Errorf("trouble %+v, open %q", b.job.Trouble(), b.job.Name())
	}
}

func TestAReadingCanBeCanceledWithoutAWord(t *testing.T) {
	t.Parallel()
	b := newBench(t, func(s *Services) {
		s.Read = func(ctx context.Context, _ string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}
	})
	b.job.Open("/carrier.xlsx", number.Layout{})
	b.job.CancelReading()
	b.settle()
	if _, busy := b.job.Reading(); busy || b.job.Trouble() != nil || b.job.Table() != nil {
		t.Error("the canceled reading left something behind")
	}
}

func TestTheSampleIsWrittenAndRead(t *testing.T) {
	t.Parallel()
	broken := true
	b := newBench(t, func(s *Services) {
		s.Sample = func() (string, error) {
			if broken {
				return "", &fault.Error{Kind: fault.SaveFailed}
			}
			return "/sample.xlsx", nil
		}
	})
	b.job.OpenSample()
	b.settle()
	if b.job.Trouble() == nil || b.job.Trouble().Name() != "the sample" {
		t.Fatalf("trouble %+v", b.job.Trouble())
	}
	broken = false
	b.job.Retry()
	b.settle()
	if b.job.Name() != "sample.xlsx" || b.job.Trouble() != nil {
		t.Errorf("open %q", b.job.Name())
	}
}

func TestTheQuestionAboutTheNumberColumnIsAnswered(t *testing.T) {
	t.Parallel()
	var asked number.Layout
	b := newBench(t, func(s *Services) {
		s.Read = func(_ context.Context, path string, layout number.Layout, _ func(number.Progress)) (*number.Table, error) {
			asked = layout
			table := table(path)
			if layout.Columns[number.FieldNumber] == "" {
				table.Ask = &number.Ask{}
			}
			return table, nil
		}
	})
	b.job.Open("/carrier.xlsx", number.Layout{Columns: map[number.Field]string{number.FieldType: "C"}})
	b.settle()
	if b.job.Question() != AskColumn || b.job.Reviewed() || b.opened != 0 {
		t.Fatal("the doubt was not kept")
	}
	b.job.Answer(1)
	b.settle()
	if b.job.Question() != NoQuestion || asked.Columns[number.FieldNumber] != "B" || asked.Columns[number.FieldType] != "C" || b.opened != 1 {
		t.Errorf("read with %v", asked.Columns)
	}
}

func TestReadingTheSameFileAnewKeepsItsSettingsOnly(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.job.SetSettings(func(s *review.Settings) { s.Region = "US" })
	b.job.DecideOne(0, review.Decision{LeftOut: true})
	b.settle()
	b.job.Open("/carrier.xlsx", number.Layout{})
	b.settle()
	if b.job.Choices().Settings.Region != "US" || b.job.Decision(0).LeftOut {
		t.Errorf("choices %+v", b.job.Choices())
	}
	b.job.Open("/other.xlsx", number.Layout{})
	b.settle()
	if b.job.Choices().Settings.Region != "" {
		t.Error("the settings of a file went over to another")
	}
	b.job.CloseFile()
	if b.job.Table() != nil || b.job.Name() != "" || b.job.Reviewed() {
		t.Error("the file is still open")
	}
}

func TestAFailingPracticeOrganizationIsTold(t *testing.T) {
	t.Parallel()
	b := newBench(t, func(s *Services) {
		s.Practice = func(context.Context) (Organization, error) { return nil, errors.New("no port") }
	})
	b.job.Connect(false)
	if !b.job.Connecting() {
		t.Error("not connecting")
	}
	b.settle()
	if _, connected := b.job.Account(); connected || b.job.Connecting() || b.job.TakeTrouble() == nil {
		t.Error("connected to nothing")
	}
	b.job.Prepare()
	if b.job.Preflight() != (Preflight{}) {
		t.Error("nobody was asked before adding")
	}
}

func TestAReadingIsShownOnlyIfItIsSlow(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, func(s *Services) {
			s.Read = func(ctx context.Context, _ string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
				<-ctx.Done()
				return nil, ctx.Err()
			}
		})
		begun := time.Now()
		b.job.Open("/carrier.xlsx", number.Layout{})
		if reading, _ := b.job.Reading(); reading.Slow {
			t.Error("slow at once")
		}
		(<-b.home)()
		if reading, _ := b.job.Reading(); !reading.Slow || time.Since(begun) != patience {
			t.Errorf("slow is %v after %v", reading.Slow, time.Since(begun))
		}
		b.job.CancelReading()
		b.settle()
	})
}

func TestAJudgementOfAFileThatIsNoLongerOpenIsDropped(t *testing.T) {
	t.Parallel()
	b := newBench(t, func(s *Services) {
		s.Read = func(_ context.Context, path string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
			table := table(path)
			if path == "/doubtful.xlsx" {
				table.Ask = &number.Ask{}
			}
			return table, nil
		}
	})
	b.job.Open("/carrier.xlsx", number.Layout{})
	b.settleReading() // its review is under way
	judged := <-b.home
	b.job.Open("/doubtful.xlsx", number.Layout{})
	for b.job.Question() != AskColumn {
		(<-b.home)()
	}
	judged()
	b.settle()
	if b.job.Reviewed() || b.opened != 0 {
		t.Errorf("rows of the old file are shown: %d", len(b.job.Rows()))
	}
}
