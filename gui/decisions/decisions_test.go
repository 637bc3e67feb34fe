package decisions

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

func TestChoicesCanBeUndoneAndMadeAgain(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.decideOne(0, review.Decision{LeftOut: true})
	b.settle()
	b.SetSettings(func(s *review.Settings) { s.ExpandRanges = true })
	b.settle()
	switch {
	case b.Counts().Going != 1:
		t.Fatalf("b.Counts().Going is %v, not 1", b.Counts().Going)
	case !b.Decision(0).LeftOut:
		t.Fatal("b.Decision(0).LeftOut is false")
	case b.UndoName() == "":
		t.Fatalf("b.UndoName() is %q", b.UndoName())
	case b.RedoName() != "":
		t.Fatalf("b.RedoName() is %q", b.RedoName())
	}
	b.Undo()
	b.Undo()
	b.Undo()
	b.settle()
	if b.Counts().Going != 2 || b.Settings().ExpandRanges || b.UndoName() != "" {
		t.Errorf("going %d after undo", b.Counts().Going)
	}
	b.Redo()
	b.settle()
	if b.Counts().Going != 1 || b.RedoName() == "" {
		t.Errorf("going %d after redo", b.Counts().Going)
	}
	b.decideOne(1, review.Decision{LeftOut: true})
	b.settle()
	if b.RedoName() != "" {
		t.Error("a new choice left the old future in place")
	}
	b.Redo()
}

func TestAStepSaysWhatItTakesBack(t *testing.T) {
	t.Parallel()
	b := ready(t)
	if b.UndoName() != "" || b.RedoName() != "" {
		t.Error("nothing was done, and can be taken back")
	}
	b.Do(review.Step{Name: "skip A2", Changes: []review.Change{{Record: 0, Decision: review.Decision{LeftOut: true}}}})
	if got := b.UndoName(); got != "skip A2" {
		t.Errorf("undo: %q", got)
	}
	b.Undo()
	if got := b.RedoName(); got != "skip A2" || b.UndoName() != "" {
		t.Errorf("redo: %q", got)
	}
	b.SetLocation("kc")
	if got := b.UndoName(); got != "choose the location" || b.RedoName() != "" {
		t.Errorf("undo: %q", got)
	}
}

func TestAStepThatChangesNothingIsNone(t *testing.T) {
	t.Parallel()
	b := ready(t)
	settings := b.Settings()
	b.Do(review.Step{Name: "nothing", Changes: []review.Change{{Record: 1}}, Settings: &settings})
	b.decideOne(0, review.Decision{})
	if b.UndoName() != "" {
		t.Errorf("undo: %q", b.UndoName())
	}
}

func TestAFewDecisionsAreJudgedAtOnce(t *testing.T) {
	t.Parallel()
	b := ready(t)
	before := b.Judgement()
	b.decideOne(0, review.Decision{LeftOut: true})
	if !b.loop.Idle() || b.Counts().LeftOut != 1 || b.Counts().Going != 1 {
		t.Fatalf("%+v", b.Counts())
	}
	if changed, ok := b.Since(before); !ok || !reflect.DeepEqual(changed, []int{0}) {
		t.Errorf("changed are %v, %v", changed, ok)
	}
	if changed, ok := b.Since(b.Judgement()); !ok || changed != nil {
		t.Errorf("changed since now are %v, %v", changed, ok)
	}
	if _, ok := b.Since(before - 1); ok {
		t.Error("a judgement of all rows is told as a change")
	}
	for range mostRecent {
		b.Undo()
		b.Redo()
	}
	if _, ok := b.Since(before); ok {
		t.Error("changes are remembered for ever")
	}
	if _, ok := b.Since(b.Judgement() + 1); ok {
		t.Error("the future is known")
	}
}

func TestATextThatMakesMoreRowsIsJudgedAtOnce(t *testing.T) {
	t.Parallel()
	b := ready(t)
	text := "+19135550111, +19135550112"
	b.decideOne(2, review.Decision{Text: &text})
	switch got := b.Counts(); {
	case !b.loop.Idle():
		t.Error("b.loop.Idle() is false")
	case got.Rows != 4:
		t.Errorf("got.Rows is %v, not 4", got.Rows)
	case got.Going != 4:
		t.Errorf("got.Going is %v, not 4", got.Going)
	case len(b.Plan().Rows) != 4:
		t.Errorf("b.Plan().Rows is %v", b.Plan().Rows)
	}
}

func TestADecisionWhileAllRowsAreJudgedIsNotLost(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.SetSettings(func(s *review.Settings) { s.Region = "US" })
	b.decideOne(0, review.Decision{LeftOut: true})
	b.settle()
	if !b.Plan().Rows[0].LeftOut || b.Settings().Region != "US" {
		t.Errorf("%+v", b.Counts())
	}
}

func TestRowsThatAreReadElsewhereStayAsTheyAre(t *testing.T) {
	t.Parallel()
	b := ready(t)
	before := b.Plan()
	b.decideOne(0, review.Decision{LeftOut: true})
	if before.Rows[0].LeftOut || before.Placements[0] != (plan.Placement{Request: 1, Of: 1}) || len(before.Requests[0].Rows) == len(b.Plan().Requests[0].Rows) {
		t.Error("a row, or how it goes, was changed under its reader")
	}
	if !b.Plan().Rows[0].LeftOut {
		t.Error("a decision is lost")
	}
}

func TestWithoutAFileThereIsNothingToTry(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	if b.Try(0, review.Settings{}, review.Decision{}) != nil {
		t.Error("a row came from nowhere")
	}
}

func TestTryingAnEditKeepsNothing(t *testing.T) {
	t.Parallel()
	b := ready(t)
	text := "+19135550111"
	got := b.Try(2, b.Settings(), review.Decision{Text: &text})
	switch {
	case len(got) != 1:
		t.Errorf("got is %v", got)
	case !got[0].Goes():
		t.Error("got[0].Goes() is false")
	case b.Plan().Rows[2].Goes():
		t.Error("b.Plan().Rows[2].Goes() is true")
	case b.UndoName() != "":
		t.Errorf("b.UndoName() is %q", b.UndoName())
	}
}

func TestAllSuggestionsAreAcceptedInOneStep(t *testing.T) {
	t.Parallel()
	b := ready(t, listed("1-800-FLOWERS", "+19135550101", "1-800-FLOWERT"))
	if b.Suggestions() != 2 {
		t.Fatalf("%d suggestions", b.Suggestions())
	}
	b.AcceptSuggestions()
	b.settle()
	if got := b.UndoName(); got != "accept 2 suggestions" || b.Suggestions() != 0 || *b.Decision(0).Text != "+18003569377" {
		t.Errorf("undo: %q, %d are left", got, b.Suggestions())
	}
	b.Undo()
	if b.settle(); b.Suggestions() != 2 || b.Decision(0).Text != nil {
		t.Errorf("%d suggestions after undo", b.Suggestions())
	}
}

func TestOneRequestLeavesTheRestOfAGroupBehind(t *testing.T) {
	t.Parallel()
	texts := make([]string, 45)
	for i := range texts {
		texts[i] = fmt.Sprintf("+1816555%04d", 100+i)
	}
	b := ready(t, listed(texts...))
	settings := b.Settings()
	settings.Kind, settings.OneRequest = number.KindMobile, true
	b.Do(review.Step{Name: "send one request only", Settings: &settings})
	b.settle()
	switch got := b.Counts(); {
	case got.Problems != 25:
		t.Errorf("got.Problems is %v, not 25", got.Problems)
	case got.Overflow != 25:
		t.Errorf("got.Overflow is %v, not 25", got.Overflow)
	case len(b.Plan().Requests) != 1:
		t.Errorf("b.Plan().Requests is %v", b.Plan().Requests)
	case !b.Limits().OneRequest:
		t.Error("b.Limits().OneRequest is false")
	}
	b.decideOne(0, review.Decision{LeftOut: true})
	if got := b.Counts(); got.Problems != 24 || b.Plan().Rows[20].Level == number.LevelProblem {
		t.Errorf("%+v", got)
	}
	b.Undo()
	b.Undo()
	b.settle()
	if got := b.Counts(); got.Problems != 0 || len(b.Plan().Requests) != 3 {
		t.Errorf("%+v, %d requests", got, len(b.Plan().Requests)) // DID, 20 to a request
	}
}

func TestAtLeastAHundredStepsCanBeTakenBack(t *testing.T) {
	t.Parallel()
	var c choices
	big := step{name: "big", changes: make([]change, mostChanges/2)}
	for range leastSteps + 50 {
		c.push(big)
	}
	if len(c.back) != leastSteps {
		t.Errorf("%d large steps are kept", len(c.back))
	}
	c = choices{next: []step{big}}
	for range mostSteps + 5 {
		c.push(step{name: "small"})
	}
	if len(c.back) != mostSteps || c.next != nil {
		t.Errorf("%d small steps are kept", len(c.back))
	}
}

// TestAnyStepsEndWithWhatAJudgementFromScratchSays decides, takes back and makes
// again in any order: rows, findings, requests and counts are those of judging the
// file anew with what is decided.
func TestAnyStepsEndWithWhatAJudgementFromScratchSays(t *testing.T) {
	t.Parallel()
	texts := []string{
		"+12125550123", "(212) 555-0123", "1-800-FLOWERS", "+442079460020", "+1 212 555 0120 - 0124",
		"+12125550180, +12125550123", "913 674", "", "REMOVE",
	}
	rapid.Check(t, func(rt *rapid.T) {
		list := rapid.SliceOfN(rapid.SampledFrom(texts), 1, 10).Draw(rt, "texts")
		b := ready(t, listed(list...))
		b.limits = plan.Limits{Mobile: 2, Others: 3}
		b.SetSettings(func(s *review.Settings) { s.Region = "US" })
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			switch rapid.IntRange(0, 6).Draw(rt, "what") {
			case 0:
				b.Undo()
			case 1:
				b.Redo()
			case 2:
				b.AcceptSuggestions()
			case 3:
				b.SetSettings(func(s *review.Settings) {
					s.OneRequest = !s.OneRequest
					s.Kind = rapid.SampledFrom([]number.Kind{number.KindUnset, number.KindMobile}).Draw(rt, "kind")
				})
			default:
				records := rapid.SliceOfNDistinct(rapid.IntRange(0, len(list)-1), 1, min(3, len(list)), rapid.ID[int]).Draw(rt, "records")
				text, kind := rapid.SampledFrom(texts).Draw(rt, "text"), rapid.SampledFrom([]string{"", "Mobile"}).Draw(rt, "type")
				d := review.Decision{LeftOut: rapid.Bool().Draw(rt, "left out"), Expand: rapid.Bool().Draw(rt, "expand"), Type: &kind}
				if rapid.Bool().Draw(rt, "typed") {
					d.Text = &text
				}
				b.decide(records, func(old *review.Decision) { *old = d })
			}
			if rapid.Bool().Draw(rt, "settle") {
				b.settle()
			}
		}
		b.settle()
		sameAsFromScratch(rt, b)
	})
}

func sameAsFromScratch(t *rapid.T, b *bench) {
	j := b.Judging
	live, err := review.Judge(b.t.Context(), b.table, b.Settings(), b.known, b.Decision, review.Before{})
	if err != nil {
		t.Fatal(err)
	}
	want := newJudged(live, j.Limits(), judged{})
	for name, c := range map[string][2]any{
		"rows and requests": {j.plan, want.plan}, "tally": {j.tally, want.tally},
	} {
		if !reflect.DeepEqual(c[0], c[1]) {
			t.Fatalf("%s: got  %+v\nwant %+v", name, c[0], c[1])
		}
	}
}

// BenchmarkOneEdit types another number into a row in the middle, which is judged,
// planned and counted.
func BenchmarkOneEdit(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			texts := make([]string, n)
			for i := range texts {
				texts[i] = fmt.Sprintf("+1212%03d%04d", 200+i/10_000, i%10_000)
			}
			j := ready(b, listed(texts...))
			i := 0
			for b.Loop() {
				text := "+13125550" + fmt.Sprint(100+i%2)
				j.decideOne(n/2, review.Decision{Text: &text})
				i++
			}
			if !j.Plan().Rows[n/2].Goes() || !strings.HasPrefix(j.Plan().Rows[n/2].Number.String(), "+1312") {
				b.Fatal("the edit was not judged")
			}
		})
	}
}

// TestAJudgementThatSaysNothingNewChangesNothing is that after the organization was asked
// about a list that it knows nothing about.
func TestAJudgementThatSaysNothingNewChangesNothing(t *testing.T) {
	t.Parallel()
	b := ready(t)
	before, judgement := b.Plan(), b.Judgement()
	b.known.Unavailable = map[number.E164]number.Variant{}
	b.Judge(nil)
	b.settle()
	changed, ok := b.Since(judgement)
	if now := b.Plan(); &now.Rows[0] != &before.Rows[0] || len(changed) > 0 || !ok || b.Judgement() == judgement {
		t.Errorf("rows %v are said to have changed", changed)
	}
	b.known.Locations = nil
	b.Judge(nil)
	b.settle()
	if _, ok = b.Since(judgement); ok {
		t.Error("rows without a location are said to be as they were with one")
	}
}

func TestManyDecisionsAreJudgedInTheBackground(t *testing.T) {
	t.Parallel()
	texts := make([]string, 600)
	for i := range texts {
		texts[i] = fmt.Sprintf("+1816555%04d", 100+i)
	}
	b := ready(t, listed(texts...))
	records := make([]int, len(texts))
	for i := range records {
		records[i] = i
	}
	b.decide(records, func(d *review.Decision) { d.LeftOut = true })
	if b.loop.Idle() {
		t.Error("they were judged at once")
	}
	if b.settle(); b.Counts().LeftOut != 600 || len(b.Decisions.choices.decisions) != 600 {
		t.Errorf("%+v", b.Counts())
	}
	b.decide(records, func(d *review.Decision) { *d = review.Decision{} })
	if b.settle(); b.Counts().LeftOut != 0 || len(b.Decisions.choices.decisions) != 0 {
		t.Errorf("%+v, and %d decisions that say nothing", b.Counts(), len(b.Decisions.choices.decisions))
	}
}
