package service

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	"numberloader/internal/run"
	"numberloader/service/servicetest"
)

// mortal is a journal that is killed with its program at one of its lines.
type mortal struct {
	Journal

	left *int // lines until then, below 0 for never
	sea  *sea
	mu   *sync.Mutex
}

var errKilled = &fault.Error{Kind: fault.SaveFailed, What: fault.Quote("killed")}

func (m mortal) write(do func() error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if *m.left == 0 {
		m.sea.mu.Lock()
		m.sea.dead = true
		m.sea.mu.Unlock()
		return errKilled
	}
	*m.left--
	return do()
}

func (m mortal) Resumed(s run.Stage, p string) error {
	return m.write(func() error { return m.Journal.Resumed(s, p) })
}

func (m mortal) Sending(n int, l ...int) error {
	return m.write(func() error { return m.Journal.Sending(n, l...) })
}

func (m mortal) Answered(n int, s run.Sent, u []run.Update) error {
	return m.write(func() error { return m.Journal.Answered(n, s, u) })
}

// Answering loses the answer if the journal dies before it is written.
func (m mortal) Answering(n int, s run.Sent, u []run.Update) func() error {
	var written func() error
	_ = m.write(func() error {
		written = m.Journal.Answering(n, s, u)
		return nil
	})
	return func() error { return m.write(written) }
}

func (m mortal) Settled(u []run.Update) error {
	return m.write(func() error { return m.Journal.Settled(u) })
}

func (m mortal) Changing(n int, s run.Stage, l []int) error {
	return m.write(func() error { return m.Journal.Changing(n, s, l) })
}

func (m mortal) Changed(n int, s run.Sent, u []run.Update) error {
	return m.write(func() error { return m.Journal.Changed(n, s, u) })
}
func (m mortal) Finish() error { return m.write(m.Journal.Finish) }

// mortals are journals of which the next one dies after some lines.
type mortals struct {
	Journals

	left int
	sea  *sea
}

func (m *mortals) Begin(d run.Draft) (Journal, error) { return m.wrap(m.Journals.Begin(d)) }
func (m *mortals) Open(id string) (Journal, error)    { return m.wrap(m.Journals.Open(id)) }
func (m *mortals) wrap(j Journal, err error) (Journal, error) {
	if err != nil {
		return nil, err
	}
	left := m.left
	return mortal{j, &left, m.sea, &sync.Mutex{}}, nil
}

// voyage is a run in the sea.
type voyage struct {
	t       *rapid.T
	sea     *sea
	store   *run.Store
	folder  string
	journal *mortals
	service *Service
	last    run.Run
}

// check holds the journal against the truth.
func (v *voyage) check() {
	v.sea.mu.Lock()
	defer v.sea.mu.Unlock()
	for _, wrong := range v.sea.wrong {
		v.t.Fatal(wrong)
	}
	r, err := v.store.Load(v.last.ID)
	if err != nil {
		v.t.Fatal(err)
	}
	v.last = r
	for i := range r.Lines {
		l := &r.Lines[i]
		f := v.sea.there[l.Row.Number.String()]
		fine := false
		switch o := l.Result.Outcome; o {
		case run.NotKnown:
			fine = true
		case run.Added, run.NotRemoved:
			fine = f != nil
		case run.Activated:
			fine = f != nil && f.active
		case run.NotActivated:
			fine = f != nil && !f.active
		case run.Refused:
			fine = f == nil && v.sea.bad[l.Row.Number.String()]
		case run.NotSent, run.Removed:
			fine = f == nil
		case run.AlreadyThere, run.Kept: // nobody else is at work here
		}
		if !fine {
			v.t.Fatalf("line %d is %v (%s), and in truth %+v", i, l.Result.Outcome, phrase.Reason(l), f)
		}
	}
}

// work does one thing to the run, maybe stopped or killed in the middle.
func (v *voyage) work(name string, do func(context.Context, run.Work) (run.Run, error)) {
	v.journal.left = -1
	if rapid.IntRange(0, 3).Draw(v.t, name+" dies") == 0 {
		v.journal.left = rapid.IntRange(0, 30).Draw(v.t, "lines until then")
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if rapid.IntRange(0, 3).Draw(v.t, name+" is stopped") == 0 {
		time.AfterFunc(time.Duration(rapid.IntRange(0, 60).Draw(v.t, "after seconds"))*time.Second, cancel)
	}
	parallel := rapid.IntRange(1, 4).Draw(v.t, "parallel")
	got, err := do(ctx, run.Work{Parallel: parallel})
	if f := (*fault.Error)(nil); err != nil && (!errors.As(err, &f) || f.Kind == fault.Internal) {
		v.t.Fatalf("%s: %v", name, err)
	}
	if got.ID != "" {
		v.last = got
	}
	v.sea.mu.Lock()
	killed := v.sea.dead
	v.sea.dead = false
	v.sea.mu.Unlock()
	if killed && rapid.Bool().Draw(v.t, "a torn line") {
		v.tear()
	}
	time.Sleep(time.Minute)
	if v.last.ID == "" {
		v.nothing(err)
		return
	}
	v.check()
}

// nothing holds a run that was stopped before it began against the truth: no number
// is in.
func (v *voyage) nothing(err error) {
	v.sea.mu.Lock()
	defer v.sea.mu.Unlock()
	if fault.KindOf(err) != fault.Stopped || len(v.sea.there) > 0 {
		v.t.Fatalf("no run was written down: %v, and %d numbers are in", err, len(v.sea.there))
	}
}

// tear leaves the beginning of a line at the end of the journal.
func (v *voyage) tear() {
	file, err := os.OpenFile(filepath.Join(v.folder, v.last.ID+".jsonl"), os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		v.t.Fatal(err)
	}
	if _, err := file.WriteString(`{"sum":"0000`); err != nil {
		v.t.Fatal(err)
	}
	_ = file.Close()
}

// sail draws a run of numbers for three locations, some of them inactive.
func sail(t *rapid.T) (run.Draft, map[string]bool) {
	d, bad := run.Draft{Organization: run.Organization{ID: "O1"}}, map[string]bool{}
	for i := range rapid.IntRange(1, 8).Draw(t, "requests") {
		r := plan.Request{Number: i + 1, Index: i + 1, Group: plan.Group{
			LocationID: fmt.Sprint("L", i%3), Kind: number.KindDID, Usage: number.UsageNone,
			State: rapid.SampledFrom([]number.State{number.StateActive, number.StateInactive}).Draw(t, "state"),
		}}
		for range rapid.IntRange(1, 10).Draw(t, "numbers") {
			n := numbertest.E164(fmt.Sprintf("+1212%07d", len(d.Lines)))
			bad[n.String()] = rapid.IntRange(0, 12).Draw(t, "bad") == 0
			r.Rows = append(r.Rows, len(d.Lines))
			d.Lines = append(d.Lines, run.Line{Row: number.Row{Number: n}, Request: i + 1})
		}
		d.Requests = append(d.Requests, r)
	}
	return d, bad
}

// bubble does something under a clock of its own, and hands on how rapid ends it, so
// that rapid can say what failed and find the least that does.
func bubble(t *testing.T, rt *rapid.T, do func()) {
	t.Helper()
	var ended any
	synctest.Test(t, func(*testing.T) {
		defer func() { ended = recover() }()
		do()
	})
	if rt.Failed() {
		rt.FailNow()
	}
	if ended != nil { // rapid ran out of what it draws from
		panic(ended)
	}
}

// TestAnyOrderOfEventsTellsTheTruth submits, stops, crashes, resumes, retries,
// settles, takes back and activates in any order, in a service that goes wrong in
// every way. After each step the journal on disk agrees with the truth, no number
// was sent that was in, and at last a calm sea brings the run to its end.
func TestAnyOrderOfEventsTellsTheTruth(t *testing.T) {
	t.Parallel()
	all, runs := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		runs++
		folder := filepath.Join(all, fmt.Sprint(runs))
		draft, bad := sail(rt)
		s := &sea{
			rng: rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1)), bad: bad, there: map[string]*fish{}, under: map[string]int{}, //nolint:gosec // the same each time
			rough: rapid.SampledFrom([]float64{0, 0.1, 0.3}).Draw(rt, "rough"), most: rapid.SampledFrom([]int{3, 10}).Draw(rt, "most"),
		}
		bubble(t, rt, func() {
			v := &voyage{t: rt, sea: s, folder: folder, store: run.NewStore(folder, servicetest.FreeLock{}, time.Now, zeros{})}
			v.journal = &mortals{Journals: Keep(v.store), sea: s}
			v.service = New(s, v.journal, Settings{Now: time.Now, Sleep: servicetest.Sleep})
			v.work("submit", func(ctx context.Context, w run.Work) (run.Run, error) { return v.service.Submit(ctx, draft, w) })
			if v.last.ID == "" {
				return
			}
			verbs := map[string]verb{
				"resume": v.service.Resume, "retry": v.service.Retry, "settle": v.service.Settle,
				"undo": v.service.Undo, "activate": v.service.Activate,
			}
			names := rapid.SliceOfN(rapid.SampledFrom([]string{"resume", "resume", "retry", "settle", "activate", "undo"}), 0, 8).Draw(rt, "verbs")
			for _, name := range names {
				v.work(name, func(ctx context.Context, w run.Work) (run.Run, error) { return verbs[name](ctx, v.last.ID, w) })
			}
			v.arrive(slices.Contains(names, "undo"))
		})
	})
}

// arrive ends the run in a calm sea: resumed to its end, or taken back.
func (v *voyage) arrive(back bool) {
	v.sea.rough, v.journal.left = 0, -1
	got, err := v.service.Resume(context.Background(), v.last.ID, run.Work{})
	if v.last.Undoing() != (fault.KindOf(err) == fault.Usage) {
		v.t.Fatalf("the undo has begun: %v, and resuming says %v", v.last.Undoing(), err)
	}
	if back && (err == nil || v.last.Undoing()) {
		got, err = v.service.Undo(context.Background(), v.last.ID, run.Work{})
	}
	if err != nil {
		v.t.Fatal(err)
	}
	v.check()
	counts := run.Count(got.Lines)
	switch {
	case counts[run.NotKnown] > 0 || counts[run.NotSent] > 0 && got.State == run.Finished:
		v.t.Fatalf("left open: %v", counts)
	case back && (got.State == run.Unfinished || counts[run.Added]+counts[run.Activated]+counts[run.NotActivated] > 0):
		v.t.Fatalf("not taken back: %v, %v", got.State, counts)
	}
}

// busy are journals that another program holds.
type busy struct{ Journals }

func (busy) Begin(run.Draft) (Journal, error) { return nil, &fault.Error{Kind: fault.Busy} }

func TestAJournalThatCannotBeginSendsNothing(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.journals = busy{}
		if _, err := r.submit(t.Context(), draft(1)); fault.KindOf(err) != fault.Busy {
			t.Errorf("got %v", err)
		}
		r.wantPosts("")
	})
}
