package flow

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"numberloader/gui/connection"
	"numberloader/gui/workbench"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// strict is an organization that says of numbers that are to go, and of no others,
// whether it accepts them, as Webex does.
type strict struct {
	place

	lock    sync.Mutex
	refuses map[string]bool // by number
	there   map[string]bool
	sent    []string
}

func (s *strict) Survey(ctx context.Context, rows []*number.Row) (review.Known, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	known, _ := s.place.Survey(ctx, rows)
	known.Unavailable = map[number.E164]number.Variant{}
	for i := range rows {
		n := rows[i].Number
		switch {
		case s.there[n.String()]:
			known.Existing[n] = number.Held{Number: n, Location: known.Locations[0]}
		case !rows[i].Goes():
		case s.refuses[n.String()]:
			known.Unavailable[n] = number.VariantElsewhere
		default:
			known.NotTollFree = append(known.NotTollFree, n)
		}
	}
	known.NotTollFree = review.NumbersOf(known.NotTollFree)
	return known, nil
}

func (s *strict) Submit(_ context.Context, draft run.Draft, _ run.Work) (run.Run, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	for _, request := range draft.Requests {
		for _, line := range request.Rows {
			s.sent = append(s.sent, draft.Lines[line].Row.Number.String())
		}
	}
	return run.Run{ID: "1", Draft: draft, State: run.Finished}, nil
}

// shown is what Review shows as going.
func shown(b *bench) map[string]bool {
	going := map[string]bool{}
	for _, r := range b.Judging.Plan().Rows {
		if r.Goes() {
			going[r.Number.String()] = true
		}
	}
	return going
}

// strictly is a bench with a list that goes to a strict organization.
func strictly(t *testing.T, texts []string, refused ...string) (*bench, *strict) {
	t.Helper()
	org := &strict{place: place{name: "Practice", closed: make(chan string, 99)}, refuses: map[string]bool{}, there: map[string]bool{}}
	for _, n := range refused {
		org.refuses[n] = true
	}
	b := ready(t, func(s *Services) {
		s.Practice = func(context.Context) (connection.Organization, error) { return org, nil }
		s.SignIn = func(context.Context, string) (connection.Organization, bool, error) { return org, true, nil }
		s.Read = func(_ context.Context, path string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
			list := workbench.Table(path)
			list.Records = nil
			for i, text := range texts {
				list.Records = append(list.Records, numbertest.Record(number.Record{
					Line: i + 2, Stated: &number.Stated{number.FieldLocation: "Kansas City"},
				}, number.Cell{Type: number.CellText, Value: text}))
			}
			return list, nil
		}
	})
	return b, org
}

func numbers(n int) []string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("+1913555%04d", 100+i)
	}
	return texts
}

func TestAVerdictStaysUntilTheNumberIsAskedAboutAgain(t *testing.T) {
	t.Parallel()
	b, org := strictly(t, numbers(40), "+19135550114")
	for range 3 {
		if got := b.Judging.Counts(); got.Going != 39 || got.Problems != 1 {
			t.Fatalf("%+v", got)
		}
		b.Reviewed()
		b.Survey.Prepare()
		b.settle()
	}
	if err := b.Ask(); err != nil {
		t.Fatal(err)
	}
	if err := b.Add(); err != nil {
		t.Fatal(err)
	}
	b.settle()
	if len(org.sent) != 39 || slices.Contains(org.sent, "+19135550114") {
		t.Errorf("sent %q", org.sent)
	}
}

// TestOnlyWhatReviewShowedIsSent decides, asks, connects and goes forward and back
// in any order while the organization changes its mind: what is sent is part of
// what Review showed as going when it was left.
func TestOnlyWhatReviewShowedIsSent(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		texts := numbers(6)
		b, org := strictly(t, texts, texts[rapid.IntRange(0, 5).Draw(rt, "refused")])
		pick := func() string { return rapid.SampledFrom(texts).Draw(rt, "number") }
		inReview, last, asked := true, shown(b), false
		steps := map[string]func(*rapid.T){
			"edit": func(rt *rapid.T) {
				text := pick()
				d := review.Decision{LeftOut: rapid.Bool().Draw(rt, "left out")}
				if rapid.Bool().Draw(rt, "typed") {
					d.Text = &text
				}
				b.decide(rapid.IntRange(0, 5).Draw(rt, "row"), d)
			},
			"undo":   func(*rapid.T) { b.Decisions.Undo() },
			"redo":   func(*rapid.T) { b.Decisions.Redo() },
			"check":  func(*rapid.T) { b.Survey.Prepare() },
			"settle": func(*rapid.T) { b.settle() },
			"connect": func(*rapid.T) {
				b.Signer.CheckToken("NjVk")
				b.settle()
				b.Signer.UseFound()
			},
			"refuse": func(*rapid.T) { org.change(org.refuses, pick()) },
			"appear": func(*rapid.T) { org.change(org.there, pick()) },
			"forward": func(*rapid.T) {
				if inReview {
					last = shown(b)
					b.Reviewed()
				}
				inReview = false
				b.Survey.Prepare()
			},
			"back": func(*rapid.T) {
				inReview = true
				b.Reviewing()
			},
			"ask": func(*rapid.T) { asked = !inReview && b.Ask() == nil },
			"add": func(rt *rapid.T) {
				if inReview || !asked {
					return
				}
				if err := b.Add(); err != nil && fault.KindOf(err) != fault.PlanChanged {
					rt.Fatal(err)
				}
				b.settle()
				for _, n := range org.sent {
					if !last[n] {
						rt.Fatalf("%s was sent; Review showed %v", n, slices.Sorted(maps.Keys(last)))
					}
				}
				org.sent = nil
			},
		}
		rt.Repeat(steps)
	})
}

// change turns one fact about a number into its opposite.
func (s *strict) change(what map[string]bool, n string) {
	s.lock.Lock()
	defer s.lock.Unlock()
	what[n] = !what[n]
}

func TestARowThatWasShownOtherwiseIsNamed(t *testing.T) {
	t.Parallel()
	b, org := strictly(t, numbers(9), "+19135550100")
	text := "+19135550199"
	b.Reviewed()
	b.decide(0, review.Decision{Text: &text})
	b.settle()
	err := b.Ask()
	if fault.KindOf(err) != fault.PlanChanged || !strings.Contains(phrase.Explain(err).What, "A2 would not go as it was shown") {
		t.Errorf("asked: %v", err)
	}
	b.Reviewed()
	if err := b.Ask(); err != nil {
		t.Fatal(err)
	}
	for i := range 7 {
		b.decide(i, review.Decision{LeftOut: true})
	}
	b.settle()
	if err := b.Add(); fault.KindOf(err) != fault.PlanChanged || !strings.Contains(phrase.Explain(err).What, "A6 and 2 other rows would") {
		t.Errorf("added: %v", err)
	}
	b.settle()
	if len(org.sent) > 0 {
		t.Errorf("sent %q", org.sent)
	}
}

func TestNumbersGoNowhereElseThanTheQuestionSaid(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.Reviewed()
	if err := b.Ask(); err != nil {
		t.Fatal(err)
	}
	signInTo(b, "Acme Corp")
	if err := b.Add(); fault.KindOf(err) != fault.PlanChanged || b.Work.Busy() {
		t.Errorf("added to another organization: %v", err)
	}
}
