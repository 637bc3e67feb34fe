package job

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"numberloader/gui/background"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

func TestChoicesCanBeUndoneAndMadeAgain(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.job.DecideOne(0, review.Decision{LeftOut: true})
	b.settle()
	b.job.SetSettings(func(s *review.Settings) { s.ExpandRanges = true })
	b.settle()
	if b.job.Counts().Going != 1 || !b.job.Decision(0).LeftOut || !b.job.CanUndo() || b.job.CanRedo() {
		t.Fatalf("going %d", b.job.Counts().Going)
	}
	b.job.Undo()
	b.job.Undo()
	b.job.Undo()
	b.settle()
	if b.job.Counts().Going != 2 || b.job.Choices().Settings.ExpandRanges || b.job.CanUndo() {
		t.Errorf("going %d after undo", b.job.Counts().Going)
	}
	b.job.Redo()
	b.settle()
	if b.job.Counts().Going != 1 || !b.job.CanRedo() {
		t.Errorf("going %d after redo", b.job.Counts().Going)
	}
	b.job.DecideOne(1, review.Decision{LeftOut: true})
	b.settle()
	if b.job.CanRedo() {
		t.Error("a new choice left the old future in place")
	}
	b.job.Redo()
}

func TestAStepSaysWhatItTakesBack(t *testing.T) {
	t.Parallel()
	b := ready(t)
	if b.job.UndoName() != "" || b.job.RedoName() != "" {
		t.Error("nothing was done, and can be taken back")
	}
	b.job.Do(review.Step{Name: "skip A2", Changes: []review.Change{{Record: 0, Decision: review.Decision{LeftOut: true}}}})
	if got := b.job.UndoName(); got != "skip A2" {
		t.Errorf("undo: %q", got)
	}
	b.job.Undo()
	if got := b.job.RedoName(); got != "skip A2" || b.job.UndoName() != "" {
		t.Errorf("redo: %q", got)
	}
	b.job.SetLocation("kc")
	if got := b.job.UndoName(); got != "choose the location" || b.job.RedoName() != "" {
		t.Errorf("undo: %q", got)
	}
}

func TestAStepThatChangesNothingIsNone(t *testing.T) {
	t.Parallel()
	b := ready(t)
	settings := b.job.Settings()
	b.job.Do(review.Step{Name: "nothing", Changes: []review.Change{{Record: 1}}, Settings: &settings})
	b.job.DecideOne(0, review.Decision{})
	if b.job.CanUndo() {
		t.Errorf("undo: %q", b.job.UndoName())
	}
}

func TestAFewDecisionsAreJudgedAtOnce(t *testing.T) {
	t.Parallel()
	b := ready(t)
	before := b.job.Judgement()
	b.job.DecideOne(0, review.Decision{LeftOut: true})
	if !b.loop.Idle() || b.job.Counts().LeftOut != 1 || b.job.Counts().Going != 1 {
		t.Fatalf("%+v", b.job.Counts())
	}
	if changed, ok := b.job.Since(before); !ok || !reflect.DeepEqual(changed, []int{0}) {
		t.Errorf("changed are %v, %v", changed, ok)
	}
	if changed, ok := b.job.Since(b.job.Judgement()); !ok || changed != nil {
		t.Errorf("changed since now are %v, %v", changed, ok)
	}
	if _, ok := b.job.Since(before - 1); ok {
		t.Error("a judgement of all rows is told as a change")
	}
	for range mostRecent {
		b.job.Undo()
		b.job.Redo()
	}
	if _, ok := b.job.Since(before); ok {
		t.Error("changes are remembered for ever")
	}
	if _, ok := b.job.Since(b.job.Judgement() + 1); ok {
		t.Error("the future is known")
	}
}

func TestATextThatMakesMoreRowsIsJudgedAtOnce(t *testing.T) {
	t.Parallel()
	b := ready(t)
	text := "+19135550111, +19135550112"
	b.job.DecideOne(2, review.Decision{Text: &text})
	if got := b.job.Counts(); !b.loop.Idle() || got.Rows != 4 || got.Going != 4 || len(b.job.Rows()) != 4 {
		t.Errorf("%+v", got)
	}
}

func TestADecisionWhileAllRowsAreJudgedIsNotLost(t *testing.T) {
	t.Parallel()
	b := ready(t)
	b.job.SetSettings(func(s *review.Settings) { s.Region = "US" })
	b.job.DecideOne(0, review.Decision{LeftOut: true})
	b.settle()
	if !b.job.Rows()[0].LeftOut || b.job.Settings().Region != "US" {
		t.Errorf("%+v", b.job.Counts())
	}
}

func TestRowsThatAreReadElsewhereStayAsTheyAre(t *testing.T) {
	t.Parallel()
	b := ready(t)
	rows := b.job.Rows()
	giveBack := b.job.Lend()
	b.job.DecideOne(0, review.Decision{LeftOut: true})
	if rows[0].LeftOut {
		t.Error("a lent row was changed")
	}
	giveBack()
	b.job.Prepare()
	rows = b.job.Rows()
	b.job.DecideOne(1, review.Decision{LeftOut: true})
	if rows[1].LeftOut {
		t.Error("a row that the organization is asked about was changed")
	}
	b.settle()
	if !b.job.Rows()[0].LeftOut || !b.job.Rows()[1].LeftOut {
		t.Error("a decision is lost")
	}
}

func TestWithoutAFileThereIsNothingToTryOrLend(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	if b.job.Try(0, review.Settings{}, review.Decision{}) != nil {
		t.Error("a row came from nowhere")
	}
	b.job.Lend()()
}

func TestTryingAnEditKeepsNothing(t *testing.T) {
	t.Parallel()
	b := ready(t)
	text := "+19135550111"
	got := b.job.Try(2, b.job.Settings(), review.Decision{Text: &text})
	if len(got) != 1 || !got[0].Goes() || b.job.Rows()[2].Goes() || b.job.CanUndo() {
		t.Errorf("%+v", got)
	}
}

func TestAllSuggestionsAreAcceptedInOneStep(t *testing.T) {
	t.Parallel()
	b := ready(t, listed("1-800-FLOWERS", "+19135550101", "1-800-FLOWERT"))
	if b.job.Suggestions() != 2 {
		t.Fatalf("%d suggestions", b.job.Suggestions())
	}
	b.job.AcceptSuggestions()
	b.settle()
	if got := b.job.UndoName(); got != "accept 2 suggestions" || b.job.Suggestions() != 0 || *b.job.Decision(0).Text != "+18003569377" {
		t.Errorf("undo: %q, %d are left", got, b.job.Suggestions())
	}
	b.job.Undo()
	if b.settle(); b.job.Suggestions() != 2 || b.job.Decision(0).Text != nil {
		t.Errorf("%d suggestions after undo", b.job.Suggestions())
	}
}

func TestOneRequestLeavesTheRestOfAGroupBehind(t *testing.T) {
	t.Parallel()
	texts := make([]string, 45)
	for i := range texts {
		texts[i] = fmt.Sprintf("+1816555%04d", 100+i)
	}
	b := ready(t, listed(texts...))
	settings := b.job.Settings()
	settings.Kind, settings.OneRequest = number.KindMobile, true
	b.job.Do(review.Step{Name: "send one request only", Settings: &settings})
	b.settle()
	if got := b.job.Counts(); got.Problems != 25 || got.Overflow != 25 || len(b.job.Requests()) != 1 || !b.job.Limits().OneRequest {
		t.Errorf("%+v, %d requests", got, len(b.job.Requests()))
	}
	b.job.DecideOne(0, review.Decision{LeftOut: true})
	if got := b.job.Counts(); got.Problems != 24 || b.job.Rows()[20].Level == number.LevelProblem {
		t.Errorf("%+v", got)
	}
	b.job.Undo()
	b.job.Undo()
	b.settle()
	if got := b.job.Counts(); got.Problems != 0 || len(b.job.Requests()) != 5 {
		t.Errorf("%+v, %d requests", got, len(b.job.Requests())) // DID, 10 to a request
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

// listed is a file that lists these numbers.
func listed(texts ...string) func(*Services) {
	return func(s *Services) { s.Read = listing(texts) }
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
		b.job.limits = plan.Limits{Mobile: 2, Others: 3}
		b.job.AnswerCountry("")
		b.settle()
		b.job.SetSettings(func(s *review.Settings) { s.Region = "US" })
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			switch rapid.IntRange(0, 6).Draw(rt, "what") {
			case 0:
				b.job.Undo()
			case 1:
				b.job.Redo()
			case 2:
				b.job.AcceptSuggestions()
			case 3:
				b.job.SetSettings(func(s *review.Settings) {
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
				b.job.Decide(records, func(old *review.Decision) { *old = d })
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
	j := b.job
	live, err := review.New(j.file.table).Judge(b.t.Context(), j.Settings(), j.organization.known, j.Decision)
	if err != nil {
		t.Fatal(err)
	}
	want := newJudged(live, j.Limits())
	for name, c := range map[string][2]any{
		"rows": {j.rows, want.rows}, "requests": {j.requests, want.requests}, "counts": {j.Tally, want.Tally},
		"countryless": {j.countryless, want.countryless},
	} {
		if !reflect.DeepEqual(c[0], c[1]) {
			t.Fatalf("%s: got  %+v\nwant %+v", name, c[0], c[1])
		}
	}
}

// benchJob is a job with an open file of many rows.
func benchJob(b *testing.B, n int) *Job {
	b.Helper()
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("+1212%03d%04d", 200+i/10_000, i%10_000)
	}
	home := make(chan func(), 1000)
	loop := background.NewLoop(b.Context(), func(do func()) { home <- do })
	s := Services{
		Recall: func(string) (Answers, bool) { return Answers{}, false }, Remember: func(string, Answers) {}, Read: listing(texts),
	}
	none := func() {}
	j := New(loop, s, Events{Changed: none, Opened: none, Ended: none})
	j.Open("/many.csv", number.Layout{})
	for !loop.Idle() {
		(<-home)()
	}
	return j
}

// BenchmarkOneEdit types another number into a row in the middle, which is judged,
// planned and counted.
func BenchmarkOneEdit(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			j := benchJob(b, n)
			i := 0
			for b.Loop() {
				text := "+13125550" + fmt.Sprint(100+i%2)
				j.DecideOne(n/2, review.Decision{Text: &text})
				i++
			}
			if !j.Rows()[n/2].Goes() || !strings.HasPrefix(j.Rows()[n/2].Number.String(), "+1312") {
				b.Fatal("the edit was not judged")
			}
		})
	}
}

// listing reads a list of these numbers, whatever the path.
func listing(texts []string) func(context.Context, string, number.Layout, func(number.Progress)) (*number.Table, error) {
	return func(_ context.Context, path string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
		t := &number.Table{Path: path, Sheet: "DIDs", Columns: map[number.Field]int{number.FieldNumber: 0}}
		for i, text := range texts {
			t.Records = append(t.Records, number.Record{Line: i + 2, Number: number.Cell{Type: number.CellText, Value: text}, Location: "Kansas City"})
		}
		return t, nil
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
	b.job.Decide(records, func(d *review.Decision) { d.LeftOut = true })
	if b.loop.Idle() {
		t.Error("they were judged at once")
	}
	if b.settle(); b.job.Counts().LeftOut != 600 || len(b.job.choices.now.Decisions) != 600 {
		t.Errorf("%+v", b.job.Counts())
	}
	b.job.Decide(records, func(d *review.Decision) { *d = review.Decision{} })
	if b.settle(); b.job.Counts().LeftOut != 0 || len(b.job.choices.now.Decisions) != 0 {
		t.Errorf("%+v, and %d decisions that say nothing", b.job.Counts(), len(b.job.choices.now.Decisions))
	}
}
