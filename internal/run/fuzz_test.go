package run

import (
	"bytes"
	"testing"

	"numberloader/internal/run/ondisk"
)

// FuzzAFoldingTakesAnyRecord folds any records after a plan: what makes no sense
// is refused, and what is taken leaves a run whose state can be told.
func FuzzAFoldingTakesAnyRecord(f *testing.F) {
	s := newTestStore(f.TempDir())
	j, err := s.Begin(shortDraft())
	must(f, err)
	rows := j.Run().Requests[0].Rows
	must(f, j.Sending(1, rows[0]), j.Answered(1, Sent{HTTPStatus: 502}, []Update{{rows[0], result(NotKnown)}}),
		j.Settled([]Update{{rows[0], result(Added)}}), j.Resumed(StageRemove, "Grace"), j.Changing(1, StageRemove, rows[:1]),
		j.Changed(1, Sent{State: SentAnswered}, []Update{{rows[0], result(Removed)}}), j.Finish(), j.Close())
	read, err := s.read(j.ID(), folding{})
	must(f, err)
	text := readFile(f, s, j.ID())
	planned := 0
	for at, line := range bytes.SplitAfter(text, []byte("\n")) {
		if data, _, err := ondisk.Content(line); err == nil {
			f.Add(data, data)
			if bytes.Contains(data, []byte(`"planned"`)) {
				planned = at + 1
			}
		}
	}
	begins := bytes.SplitAfter(text, []byte("\n"))[:planned]
	if len(read.fold.run.Lines) == 0 || planned == 0 {
		f.Fatal("there is no plan to begin with")
	}
	f.Fuzz(func(t *testing.T, first, second []byte) {
		var fold folding
		for at, line := range begins {
			data, place, err := ondisk.Content(line)
			must(t, err)
			must(t, fold.take(data, place, at+1))
		}
		for _, data := range [][]byte{first, second} {
			if fold.take(data, fold.place+1, fold.place+1) != nil {
				fold.lose(fold.place)
			}
			run := fold.told()
			for i := range run.Lines {
				_ = run.Inactive(&run.Lines[i])
				_ = run.Lines[i].Result.Outcome.IsIn()
			}
			if run.State == Finished && run.Ended.IsZero() {
				t.Error("a run without an end is finished")
			}
		}
	})
}
