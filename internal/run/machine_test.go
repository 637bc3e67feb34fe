package run

import (
	"path/filepath"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/fault"
)

// TestDiskAndMemoryTellTheSameStory sends, answers, settles, takes back, stops,
// crashes and goes on in any order. After each step the journal on disk says what the
// journal in memory says, and an outcome that was written down stays.
func TestDiskAndMemoryTellTheSameStory(t *testing.T) {
	t.Parallel()
	all, runs := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		runs++
		s := newTestStore(filepath.Join(all, strconv.Itoa(runs)))
		j, err := s.Begin(shortDraft())
		must(t, err)
		id := j.ID()
		defer func() { must(t, j.Close()) }()

		final := map[int]Outcome{}
		requests := rapid.IntRange(1, 2)
		updates := func(t *rapid.T, request int) []Update {
			var all []Update
			for _, line := range rapid.SliceOfDistinct(rapid.SampledFrom(j.Run().Requests[request-1].Rows), rapid.ID).Draw(t, "lines") {
				if _, settled := final[line]; settled {
					continue
				}
				outcome := rapid.SampledFrom(Outcomes()).Draw(t, "outcome")
				all = append(all, Update{Line: line, Result: result(outcome)})
				if outcome != NotSent && outcome != NotKnown {
					final[line] = outcome
				}
			}
			return all
		}
		t.Repeat(map[string]func(*rapid.T){
			"send": func(t *rapid.T) {
				err := j.Sending(requests.Draw(t, "request"))
				now := j.Run()
				if undoing := now.Undoing(); undoing != (fault.KindOf(err) == fault.Usage) || !undoing && err != nil {
					t.Fatalf("sent with %v, the undo has begun: %v", err, undoing)
				}
			},
			"answer": func(t *rapid.T) {
				request := requests.Draw(t, "request")
				must(t, j.Answered(request, Sent{HTTPStatus: 201}, updates(t, request)))
			},
			"settle": func(t *rapid.T) { must(t, j.Settled(updates(t, requests.Draw(t, "request")))) },
			"take back": func(t *rapid.T) {
				line := rapid.SampledFrom(j.Run().Requests[0].Rows).Draw(t, "line")
				if !final[line].IsIn() {
					t.Skip("it is not in")
				}
				must(t, j.Resumed(StageRemove, "Grace"), j.Changing(1, StageRemove, []int{line}))
				delete(final, line)
				if rapid.Bool().Draw(t, "answered") {
					must(t, j.Changed(1, Sent{State: SentAnswered}, []Update{{line, result(Removed)}}))
					final[line] = Removed
				}
			},
			"finish": func(t *rapid.T) { must(t, j.Finish()) },
			"crash while writing": func(t *rapid.T) {
				line, err := lineOf(&record{Ended: &endedRecord{}}, 1)
				must(t, err)
				cut := rapid.IntRange(0, len(line)-1).Draw(t, "bytes written")
				_, err = j.file.Write(line[:cut])
				must(t, err, j.Close())
				j, err = s.Open(id)
				must(t, err)
			},
			"": func(t *rapid.T) {
				run, err := s.Load(id)
				must(t, err)
				if d := diff(j.Run(), run); d != "" {
					t.Fatalf("disk and memory differ: %s", d)
				}
				summary, ok := s.summary(id)
				if d := diff(Count(run.Lines), summary.Counts); !ok || d != "" || summary.State != run.State {
					t.Fatalf("the history differs: %s", d)
				}
				unfinished := run.Ended.IsZero()
				for i, line := range run.Lines {
					outcome := line.Result.Outcome
					if want, settled := final[i]; settled && outcome != want {
						t.Fatalf("line %d was %s and is %s", i, want, outcome)
					}
					open := outcome == NotKnown || outcome == NotSent && run.Stage != StageRemove || outcome.IsIn() && run.Stage == StageRemove
					unfinished = unfinished || line.Request > 0 && open
				}
				if unfinished != (run.State == Unfinished) {
					t.Fatalf("the run is %s", run.State)
				}
			},
		})
	})
}
