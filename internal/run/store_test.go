package run

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"numberloader/internal/fault"
)

func TestOnlyOneJournalIsOpenAtATime(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := begin(t, s)
	if _, err := s.Begin(sampleDraft()); fault.KindOf(err) != fault.Busy {
		t.Errorf("a second run: %v", err)
	}
	if _, err := s.Open(j.ID()); fault.KindOf(err) != fault.Busy {
		t.Errorf("opening the same run: %v", err)
	}
	if err := s.Delete(j.ID()); fault.KindOf(err) != fault.Busy {
		t.Errorf("deleting a run under way: %v", err)
	}
	must(t, j.Close())
	again, err := s.Open(j.ID())
	must(t, err)
	must(t, again.Close())
}

func TestJournalsArePrivate(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no file modes; the folder of the user's application data is private there.")
	}
	s := newTestStore(filepath.Join(t.TempDir(), "a", "runs"))
	j := begin(t, s)
	for path, want := range map[string]os.FileMode{s.dir: 0o700, s.path(j.ID()): 0o600} {
		info, err := os.Stat(path)
		must(t, err)
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", path, got, want)
		}
	}
}

func TestRunsOfOneSecondHaveTheirOwnIDs(t *testing.T) {
	t.Parallel()
	now := func() time.Time { return time.Date(2026, 11, 23, 9, 12, 5, 0, time.FixedZone("", -5*3600)) }
	random := bytes.NewReader([]byte{0x7f, 0x3a, 0x7f, 0x3a, 0x00, 0x0b})
	s := NewStore(t.TempDir(), &locks{}, now, random)
	var ids []string
	for range 2 {
		j, err := s.Begin(sampleDraft())
		must(t, err)
		ids = append(ids, j.ID())
		must(t, j.Close())
	}
	if d := diff([]string{"20261123-141205-7f3a", "20261123-141205-000b"}, ids); d != "" {
		t.Error(d)
	}
	if _, err := s.Begin(sampleDraft()); fault.KindOf(err) != fault.SaveFailed {
		t.Errorf("without randomness: %v", err)
	}
	same := NewStore(s.dir, &locks{}, now, bytes.NewReader(bytes.Repeat([]byte{0x7f, 0x3a}, attempts)))
	if _, err := same.Begin(sampleDraft()); fault.KindOf(err) != fault.SaveFailed {
		t.Errorf("when every ID is taken: %v", err)
	}
	if d := diff(sampleDraft(), load(t, s, ids[0]).Draft); d != "" {
		t.Errorf("a run of the same ID was overwritten: %s", d)
	}
}

func TestABeginThatFailsLeavesNoLock(t *testing.T) {
	t.Parallel()
	held := &locks{}
	s := NewStore(t.TempDir(), held, clock(), bytes.NewReader(nil))
	if _, err := s.Begin(sampleDraft()); fault.KindOf(err) != fault.SaveFailed {
		t.Errorf("got %v", err)
	}
	if len(held.held) != 0 {
		t.Error("the lock is still held")
	}
}

func TestALockThatCannotBeTakenSendsNothing(t *testing.T) {
	t.Parallel()
	cause := errors.New("read-only file system")
	s := NewStore(t.TempDir(), &locks{err: cause}, clock(), bytes.NewReader([]byte{1, 2}))
	if _, err := s.Begin(sampleDraft()); fault.KindOf(err) != fault.SaveFailed || !errors.Is(err, cause) {
		t.Errorf("got %v", err)
	}
}

func TestAFolderThatCannotBeMadeSendsNothing(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o600))
	s := newTestStore(filepath.Join(file, "runs"))
	if _, err := s.Begin(sampleDraft()); fault.KindOf(err) != fault.SaveFailed {
		t.Errorf("got %v", err)
	}
	if _, err := newTestStore(file).List(); fault.KindOf(err) != fault.FileMissing {
		t.Errorf("the history of a folder that is a file: %v", err)
	}
}

func TestTheHistoryIsNewestFirst(t *testing.T) {
	t.Parallel()
	s := newTestStore(filepath.Join(t.TempDir(), "runs"))
	if all, err := s.List(); err != nil || len(all) != 0 {
		t.Fatalf("before the first run: %v, %v", all, err)
	}
	var ids []string
	for range 3 {
		j, err := s.Begin(sampleDraft())
		must(t, err)
		ids = append(ids, j.ID())
		must(t, j.Finish(), j.Close())
	}
	all, err := s.List()
	must(t, err)
	if len(all) != 3 || all[0].ID != ids[2] || all[2].ID != ids[0] {
		t.Fatalf("got %+v", all)
	}
	want := Summary{
		ID: ids[2], Started: all[0].Started, File: "/data/carrier-dids.xlsx",
		Organization: Organization{ID: "O1", Name: "Acme Corp", Practice: true},
		Counts:       Counts{NotSent: 9, AlreadyThere: 1, Refused: 1}, Requests: 2,
	}
	if d := diff(want, all[0]); d != "" || all[0].Started.IsZero() {
		t.Error(d)
	}
}

// TestTheHistorySaysHowLongAFinishedRunTook has a clock that goes on by a second each
// time that it is asked.
func TestTheHistorySaysHowLongAFinishedRunTook(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	draft := sampleDraft()
	j, err := s.Begin(draft)
	must(t, err)
	must(t, j.Finish())
	if got := summaryOf(t, s, j.ID()); got.State != Unfinished || got.Took != 0 {
		t.Errorf("%v, although not all was sent", got.Took)
	}
	must(t, j.Close())
	var updates []Update
	for _, r := range draft.Requests {
		for _, line := range r.Rows {
			updates = append(updates, Update{line, result(Added)})
		}
	}
	j, err = s.Begin(draft)
	must(t, err)
	must(t, j.Settled(updates), j.Finish())
	run := load(t, s, j.ID())
	if got := summaryOf(t, s, j.ID()); got.Took < time.Second || got.Took != run.Ended.Sub(run.Started) {
		t.Errorf("%v from %v to %v", got.Took, run.Started, run.Ended)
	}
	must(t, j.Resumed(StageSettle, "Grace"), j.Finish(), j.Close())
	if got := summaryOf(t, s, j.ID()); got.State != Finished || got.Took != 0 {
		t.Errorf("%v, although it was taken up again", got.Took)
	}
	killed, err := s.Begin(draft)
	must(t, err)
	must(t, killed.Resumed(StageAdd, "Grace"), killed.Settled(updates), killed.Finish(), killed.Close())
	if got := summaryOf(t, s, killed.ID()); got.State != Finished || got.Took != 0 {
		t.Errorf("%v, although it was taken up after a crash", got.Took)
	}
}

func TestTheHistoryLeavesOutWhatIsNoRun(t *testing.T) {
	t.Parallel()
	id, text, _ := history(t)
	s := newTestStore(t.TempDir())
	firstLine := text[:bytes.IndexByte(text, '\n')+1]
	writeFile(t, s, id, firstLine)
	writeFile(t, s, "notes", text)
	must(t, os.WriteFile(filepath.Join(s.dir, "lock"), nil, 0o600))
	if all, err := s.List(); err != nil || len(all) != 0 {
		t.Errorf("got %+v, %v", all, err)
	}
}

func TestTheHistoryShowsADamagedRun(t *testing.T) {
	t.Parallel()
	id, text, _ := history(t)
	s := newTestStore(t.TempDir())
	end := bytes.LastIndexByte(text[:len(text)-1], '\n')
	text[end-5] ^= 1
	writeFile(t, s, id, text)
	all, err := s.List()
	must(t, err)
	switch {
	case len(all) != 1:
		t.Errorf("all is %v", all)
	case !all[0].Damaged:
		t.Error("all[0].Damaged is false")
	case all[0].ID != id:
		t.Errorf("all[0].ID is %v, not %v", all[0].ID, id)
	case all[0].State != Unfinished:
		t.Errorf("all[0].State is %v, not %v", all[0].State, Unfinished)
	case all[0].Requests != 2:
		t.Errorf("all[0].Requests is %v, not 2", all[0].Requests)
	}
}

func TestARunThatIsNotThere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "secret.jsonl"), []byte("x"), 0o600))
	s := newTestStore(filepath.Join(dir, "runs"))
	for _, id := range []string{"20261123-141205-0000", "", "../secret", "20261123-141205-7f3a/../../secret"} {
		_, load := s.Load(id)
		_, open := s.Open(id)
		for verb, err := range map[string]error{"load": load, "open": open, "delete": s.Delete(id)} {
			if fault.KindOf(err) != fault.Usage {
				t.Errorf("%s %q: %v", verb, id, err)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "secret.jsonl")); err != nil {
		t.Error(err)
	}
}

func TestDeleteTakesARunOutOfTheHistory(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	j := begin(t, s)
	must(t, j.Close(), s.Delete(j.ID()))
	if _, err := s.Load(j.ID()); fault.KindOf(err) != fault.Usage {
		t.Errorf("got %v", err)
	}
}
