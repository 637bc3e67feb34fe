package run

import (
	_ "embed"
	"testing"
)

//go:embed testdata/format-1.jsonl
var firstFormat []byte

// A journal that the first version wrote, on another computer, is read and goes
// on.
func TestAJournalOfTheFirstVersionIsReadAndGoesOn(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	const id = "20261123-141205-7f3a"
	writeFile(t, s, id, firstFormat)
	r := load(t, s, id)
	if r.Path != `C:\Users\dana\Documents\carrier-dids.xlsx` || r.ID != id || r.State != Unfinished || r.Stage != StageAdd {
		t.Errorf("got %+v", r.Draft)
	}
	want := Counts{Added: 1, AlreadyThere: 2, NotSent: 5, NotKnown: 2, Refused: 1}
	if d := diff(want, Count(r.Lines)); d != "" {
		t.Error(d)
	}
	j, err := s.Open(id)
	must(t, err)
	rows := r.Requests[1].Rows
	must(t, j.Resumed(StageAdd, "Grace"), j.Settled([]Update{{rows[0], result(Added)}, {rows[1], result(NotSent)}}),
		j.Sending(2, rows[1]), j.Answered(2, Sent{HTTPStatus: 201}, []Update{{rows[1], result(Added)}}), j.Finish(), j.Close())
	if got := Count(load(t, s, id).Lines)[Added]; got != 3 {
		t.Errorf("%d added", got)
	}
}
