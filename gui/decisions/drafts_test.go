package decisions

import (
	"errors"
	"reflect"
	"sync"
	"testing"
	"time"

	"numberloader/internal/drafts"
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

func on(s *shelf) func(*setup) { return func(services *setup) { services.drafts = s } }

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
	b.decideOne(0, review.Decision{LeftOut: true})
	if b.Kept() {
		t.Error("it is said to be kept before it is")
	}
	b.settle()
	if d, rows := s.kept(); rows != 1 || d.Entries[0].Line != 2 || !b.Kept() {
		t.Errorf("%+v", d)
	}
	b.SetLocation("kc")
	b.settle()
	if d, _ := s.kept(); d.Settings.Location != "kc" {
		t.Errorf("%+v", d)
	}
	b.Undo()
	b.Undo()
	b.settle()
	if _, rows := s.kept(); rows != -1 {
		t.Error("everything was taken back, and something is kept")
	}
}

func TestAnAnswerAboutTheFileIsNoDecisionThatIsOffered(t *testing.T) {
	t.Parallel()
	s := newShelf()
	b := ready(t, on(s))
	b.Decisions.choices.settings.Region = "US" // as an answer to a question does
	b.decideOne(0, review.Decision{LeftOut: true})
	b.Undo()
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
		b.decideOne(i, review.Decision{LeftOut: true})
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
	b.Open(b.table)
	b.decideOne(1, review.Decision{LeftOut: true})
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
	b.decideOne(0, review.Decision{LeftOut: true})
	if b.settle(); !errors.Is(b.KeepTrouble(), s.err) {
		t.Errorf("told %v", b.KeepTrouble())
	}
	s.err = nil
	b.decideOne(1, review.Decision{LeftOut: true})
	if b.settle(); b.KeepTrouble() != nil {
		t.Errorf("told %v", b.KeepTrouble())
	}
}

// later opens the list again after two rows of it were changed and a location was
// chosen.
func later(t *testing.T, change ...func(*setup)) (*shelf, *bench) {
	t.Helper()
	s := newShelf()
	b := ready(t, on(s))
	b.decide([]int{0, 1}, func(d *review.Decision) { d.LeftOut = true })
	b.SetLocation("kc")
	b.settle()
	return s, ready(t, append(change, on(s))...)
}

func TestEarlierChangesAreOfferedAndTaken(t *testing.T) {
	t.Parallel()
	s, b := later(t)
	o, ok := b.Offer()
	switch {
	case !ok:
		t.Fatal("ok is false")
	case o.Rows != 2:
		t.Fatalf("o.Rows is %v, not 2", o.Rows)
	case o.Lost != 0:
		t.Fatalf("o.Lost is %v, not 0", o.Lost)
	case o.Changed:
		t.Fatal("o.Changed is true")
	case b.Counts().LeftOut != 0:
		t.Fatalf("b.Counts().LeftOut is %v, not 0", b.Counts().LeftOut)
	}
	b.TakeDraft()
	b.settle()
	if _, ok := b.Offer(); ok || b.Counts().LeftOut != 2 || b.Settings().Location != "kc" {
		t.Errorf("%+v", b.Counts())
	}
	if got := b.UndoName(); got != "go on with earlier changes" {
		t.Errorf("undo: %q", got)
	}
	if _, rows := s.kept(); rows != 2 {
		t.Errorf("%d rows are kept", rows)
	}
	b.TakeDraft()
	if b.Undo(); b.UndoName() != "" {
		t.Error("they were taken twice")
	}
}

func TestEarlierChangesAreForgottenByStartingAfresh(t *testing.T) {
	t.Parallel()
	s, b := later(t)
	b.DropDraft()
	b.settle()
	if _, rows := s.kept(); rows != -1 {
		t.Errorf("%d rows are kept", rows)
	}
	if _, ok := b.Offer(); ok || b.Counts().LeftOut != 0 {
		t.Error("they are offered again")
	}
	b.DropDraft()
}

func TestEarlierChangesAreNotLostByNewOnes(t *testing.T) {
	t.Parallel()
	s, b := later(t)
	text := "+19135550111"
	b.decideOne(1, review.Decision{Text: &text})
	b.settle()
	d, rows := s.kept()
	if rows != 2 || d.Entries[1].Decision.Text == nil || d.Settings.Location != "kc" {
		t.Fatalf("kept are %+v", d)
	}
	b.TakeDraft()
	b.settle()
	if !b.Plan().Rows[0].LeftOut || b.Plan().Rows[1].LeftOut || b.Plan().Rows[1].Number.String() != text {
		t.Errorf("%+v", b.Plan().Rows)
	}
}

func TestChangesOfAFileThatIsDifferentNowAreToldApart(t *testing.T) {
	t.Parallel()
	_, b := later(t, listed("+19135550101", "(913) 555-0199"))
	o, ok := b.Offer()
	switch {
	case !ok:
		t.Fatal("ok is false")
	case o.Rows != 1:
		t.Fatalf("o.Rows is %v, not 1", o.Rows)
	case o.Lost != 1:
		t.Fatalf("o.Lost is %v, not 1", o.Lost)
	case !o.Changed:
		t.Fatal("o.Changed is false")
	}
	b.TakeDraft()
	if b.settle(); b.Counts().LeftOut != 1 {
		t.Errorf("%+v", b.Counts())
	}
}

func TestAnotherFileHasNoOffer(t *testing.T) {
	t.Parallel()
	_, b := later(t)
	b.reset()
	other := *b.table
	other.Path = "/other.xlsx"
	b.open(&other)
	if o, ok := b.Offer(); ok {
		t.Errorf("offered %+v", o)
	}
	b.reset()
	b.keeping.keep()
	if _, ok := b.Offer(); ok || !b.Kept() {
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
	b := ready(t, func(s *setup) { s.drafts = store })
	b.decideOne(0, review.Decision{LeftOut: true})
	b.settle()
	d, ok := store.Load("/carrier.xlsx", "DIDs")
	if !ok || !reflect.DeepEqual(d.Entries, []drafts.Entry{{Line: 2, Text: "+19135550101", Decision: review.Decision{LeftOut: true}}}) {
		t.Errorf("kept is %+v", d)
	}
}

func TestTheLastDecisionsAreKeptAlsoIfTheListIsLeftMeanwhile(t *testing.T) {
	t.Parallel()
	s := newShelf()
	b := ready(t, on(s))
	s.wait = make(chan struct{})
	b.decideOne(0, review.Decision{LeftOut: true})
	b.decideOne(1, review.Decision{LeftOut: true})
	b.reset()
	if b.Kept() {
		t.Error("it is said to be kept before it is")
	}
	close(s.wait)
	b.settle()
	if _, rows := s.kept(); rows != 2 || !b.Kept() {
		t.Errorf("%d rows are kept", rows)
	}
}
