package job

import (
	"errors"
	"reflect"
	"sync"
	"testing"
	"time"

	"numberloader/internal/drafts"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// shelf is a store of drafts in memory.
type shelf struct {
	mu     sync.Mutex
	drafts map[string]drafts.Draft
	saves  int
	err    error
	wait   chan struct{} // nil, or what a saving waits for
}

func newShelf() *shelf { return &shelf{drafts: map[string]drafts.Draft{}} }

func (s *shelf) Load(path, sheet string) (drafts.Draft, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d, ok := s.drafts[path+sheet]
	return d, ok
}

func (s *shelf) Save(d drafts.Draft) error {
	if s.wait != nil {
		<-s.wait
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.saves++
	if s.err == nil {
		d.Saved = time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC)
		s.drafts[d.Source.Path+d.Source.Sheet] = d
	}
	return s.err
}

func (s *shelf) Drop(path, sheet string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.drafts, path+sheet)
	return nil
}

func on(s *shelf) func(*Services) { return func(services *Services) { services.Drafts = s } }

// kept is the draft of the list, and how many rows it is about.
func (s *shelf) kept() (d drafts.Draft, rows int) {
	d, ok := s.Load("/carrier.xlsx", "DIDs")
	if !ok {
		return d, -1
	}
	return d, len(d.Entries)
}

func TestWhatIsDecidedIsKeptAsItIsDecided(t *testing.T) {
	t.Parallel()
	s := newShelf()
	b := ready(t, on(s))
	if _, rows := s.kept(); rows != -1 {
		t.Fatal("nothing was decided, and something is kept")
	}
	b.job.DecideOne(0, review.Decision{LeftOut: true})
	if b.job.Kept() {
		t.Error("it is said to be kept before it is")
	}
	b.settle()
	if d, rows := s.kept(); rows != 1 || d.Entries[0].Line != 2 || !b.job.Kept() {
		t.Errorf("%+v", d)
	}
	b.job.SetLocation("kc")
	b.settle()
	if d, _ := s.kept(); d.Settings.Location != "kc" {
		t.Errorf("%+v", d)
	}
	b.job.Undo()
	b.job.Undo()
	b.settle()
	if _, rows := s.kept(); rows != -1 {
		t.Error("everything was taken back, and something is kept")
	}
}

func TestAnAnswerAboutTheFileIsNoDecisionThatIsOffered(t *testing.T) {
	t.Parallel()
	s := newShelf()
	b := ready(t, on(s))
	b.job.choices.now.Settings.Region = "US" // as an answer to a question does
	b.job.DecideOne(0, review.Decision{LeftOut: true})
	b.job.Undo()
	b.settle()
	if d, rows := s.kept(); rows != -1 {
		t.Errorf("kept is %+v", d)
	}
}

func TestDecisionsThatComeWhileOneIsWrittenAreWrittenTogether(t *testing.T) {
	t.Parallel()
	s := newShelf()
	b := ready(t, on(s))
	s.wait = make(chan struct{})
	for i := range 3 {
		b.job.DecideOne(i, review.Decision{LeftOut: true})
	}
	close(s.wait)
	b.settle()
	if _, rows := s.kept(); rows != 3 || s.saves != 2 {
		t.Errorf("%d rows are kept after %d savings", rows, s.saves)
	}
}

func TestADecisionBeforeTheFileWasLookedAtIsKept(t *testing.T) {
	t.Parallel()
	s := newShelf()
	b := newBench(t, on(s))
	b.job.file.table = table("/carrier.xlsx")
	b.job.file.review = review.New(b.job.file.table)
	b.job.judge(nil)
	b.job.DecideOne(1, review.Decision{LeftOut: true})
	b.settle()
	if _, rows := s.kept(); rows != 1 {
		t.Errorf("%d rows are kept", rows)
	}
}

func TestATroubleWithKeepingIsToldUntilItIsOver(t *testing.T) {
	t.Parallel()
	s := newShelf()
	b := ready(t, on(s))
	s.err = errors.New("disk full")
	b.job.DecideOne(0, review.Decision{LeftOut: true})
	if b.settle(); !errors.Is(b.job.KeepTrouble(), s.err) {
		t.Errorf("told %v", b.job.KeepTrouble())
	}
	s.err = nil
	b.job.DecideOne(1, review.Decision{LeftOut: true})
	if b.settle(); b.job.KeepTrouble() != nil {
		t.Errorf("told %v", b.job.KeepTrouble())
	}
}

// later opens the list again after two rows of it were changed and a location was
// chosen.
func later(t *testing.T, change ...func(*Services)) (*shelf, *bench) {
	t.Helper()
	s := newShelf()
	b := ready(t, on(s))
	b.job.Decide([]int{0, 1}, func(d *review.Decision) { d.LeftOut = true })
	b.job.SetLocation("kc")
	b.settle()
	return s, ready(t, append(change, on(s))...)
}

func TestEarlierChangesAreOfferedAndTaken(t *testing.T) {
	t.Parallel()
	s, b := later(t)
	o, ok := b.job.Offer()
	if !ok || o.Rows != 2 || o.Lost != 0 || o.Changed || b.job.Counts().LeftOut != 0 {
		t.Fatalf("offered %+v, %v", o, ok)
	}
	b.job.TakeDraft()
	b.settle()
	if _, ok := b.job.Offer(); ok || b.job.Counts().LeftOut != 2 || b.job.Settings().Location != "kc" {
		t.Errorf("%+v", b.job.Counts())
	}
	if got := b.job.UndoName(); got != "go on with earlier changes" {
		t.Errorf("undo: %q", got)
	}
	if _, rows := s.kept(); rows != 2 {
		t.Errorf("%d rows are kept", rows)
	}
	b.job.TakeDraft()
	if b.job.Undo(); b.job.CanUndo() {
		t.Error("they were taken twice")
	}
}

func TestEarlierChangesAreForgottenByStartingAfresh(t *testing.T) {
	t.Parallel()
	s, b := later(t)
	b.job.DropDraft()
	b.settle()
	if _, rows := s.kept(); rows != -1 {
		t.Errorf("%d rows are kept", rows)
	}
	if _, ok := b.job.Offer(); ok || b.job.Counts().LeftOut != 0 {
		t.Error("they are offered again")
	}
	b.job.DropDraft()
}

func TestEarlierChangesAreNotLostByNewOnes(t *testing.T) {
	t.Parallel()
	s, b := later(t)
	text := "+19135550111"
	b.job.DecideOne(1, review.Decision{Text: &text})
	b.settle()
	d, rows := s.kept()
	if rows != 2 || d.Entries[1].Decision.Text == nil || d.Settings.Location != "kc" {
		t.Fatalf("kept are %+v", d)
	}
	b.job.TakeDraft()
	b.settle()
	if !b.job.Rows()[0].LeftOut || b.job.Rows()[1].LeftOut || b.job.Rows()[1].Number.String() != text {
		t.Errorf("%+v", b.job.Rows())
	}
}

func TestChangesOfAFileThatIsDifferentNowAreToldApart(t *testing.T) {
	t.Parallel()
	_, b := later(t, func(s *Services) { s.Read = listing([]string{"+19135550101", "(913) 555-0199"}) })
	o, ok := b.job.Offer()
	if !ok || o.Rows != 1 || o.Lost != 1 || !o.Changed {
		t.Fatalf("offered %+v, %v", o, ok)
	}
	b.job.TakeDraft()
	if b.settle(); b.job.Counts().LeftOut != 1 {
		t.Errorf("%+v", b.job.Counts())
	}
}

func TestAnotherFileHasNoOffer(t *testing.T) {
	t.Parallel()
	_, b := later(t)
	b.job.Open("/other.xlsx", number.Layout{})
	b.settle()
	if o, ok := b.job.Offer(); ok {
		t.Errorf("offered %+v", o)
	}
	b.job.CloseFile()
	b.job.keep()
	if _, ok := b.job.Offer(); ok || !b.job.Kept() {
		t.Error("without a file, something is offered")
	}
}

func TestTheOfferSaysHowManyRowsAndWhen(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC) // a Friday
	ago := func(d time.Duration) time.Time { return now.Add(-d) }
	const day = 24 * time.Hour
	for want, o := range map[string]Offer{
		"You changed 14 rows of this file today.":                                                        {Rows: 14, Saved: ago(8 * time.Hour)},
		"You changed 1 row of this file yesterday.":                                                      {Rows: 1, Saved: ago(10 * time.Hour)},
		"You changed 2 rows of this file on Tuesday.":                                                    {Rows: 2, Saved: ago(3 * day)},
		"You changed 2 rows of this file on November 20.":                                                {Rows: 2, Saved: ago(7 * day)},
		"You changed 2 rows of this file on November 2, 2025.":                                           {Rows: 2, Saved: ago(390 * day)},
		"You chose settings for this file yesterday.":                                                    {Saved: ago(day)},
		"You changed 3 rows of this file today. The file is different now, but these rows are the same.": {Rows: 3, Changed: true, Saved: now},
		"You changed 3 rows of this file today. The file is different now: 1 of these rows no longer holds the same, so its change is left out.":    {Rows: 2, Lost: 1, Changed: true, Saved: now},
		"You changed 3 rows of this file today. The file is different now: 3 of these rows no longer hold the same, so their changes are left out.": {Lost: 3, Changed: true, Saved: now},
	} {
		if got := o.Text(now); got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

func TestTheStoreIsTheOneOfTheDraftsPackage(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	store := drafts.NewStore(folder, func() time.Time { return time.Unix(0, 0) })
	b := ready(t, func(s *Services) { s.Drafts = store })
	b.job.DecideOne(0, review.Decision{LeftOut: true})
	b.settle()
	d, ok := store.Load("/carrier.xlsx", "DIDs")
	if !ok || !reflect.DeepEqual(d.Entries, []drafts.Entry{{Line: 2, Text: "+19135550101", Decision: review.Decision{LeftOut: true}}}) {
		t.Errorf("kept is %+v", d)
	}
}
