package service

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Each case is a run of one request for each size that was added, what happened
// since, and what an undo makes of it.
func TestUndo(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		sizes   []int
		prepare func(r *rig)
		changes string
		want    string
		state   run.State
		stops   bool
		kind    fault.Kind
	}{
		{
			name: "five to a request", sizes: []int{4, 3}, changes: "DELETE 00 01 02 03 04 | DELETE 05 06",
			want: strings.TrimSpace(strings.Repeat("removed ", 7)), state: run.Undone,
		},
		{
			name: "a number that somebody else removed", sizes: []int{2}, changes: "DELETE 01",
			prepare: func(r *rig) { delete(r.numbers, tail(0)) },
			want:    "kept removed", state: run.Undone,
		},
		{
			name: "an assigned number, the main number, and one that was moved", sizes: []int{4}, changes: "DELETE 03",
			prepare: func(r *rig) {
				r.owners = map[string]string{tail(0): "Ada Byron"}
				r.mains = map[string]bool{tail(1): true}
				r.put(austin, tail(2))
			},
			want: "kept kept kept removed", state: run.Undone,
		},
		{
			name: "a location whose numbers come through Webex by now", sizes: []int{2},
			prepare: func(r *rig) { r.organization.pstn[denver] = "CISCO_PSTN" },
			want:    "not_removed not_removed", state: run.Undone,
		},
		{
			name: "a location without PSTN by now", sizes: []int{1},
			prepare: func(r *rig) { r.organization.pstn[denver] = "" },
			want:    "not_removed", state: run.Undone,
		},
		{
			name: "a PSTN that is not told", sizes: []int{1},
			prepare: func(r *rig) { r.organization.pstn[denver] = "SOMETHING" },
			want:    "not_removed", state: run.Undone,
		},
		{
			name: "a number that goes while it is asked for", sizes: []int{3}, changes: "DELETE 00 01 02 | DELETE 01 02",
			prepare: func(r *rig) {
				r.breaks = []http.HandlerFunc{r.losing(says(502, "", "Cisco-Spark-Error-Codes", "4251"), tail(0))}
			},
			want: "removed removed removed", state: run.Undone,
		},
		{
			name: "a 502 that goes away", sizes: []int{1}, changes: "DELETE 00 | DELETE 00 | DELETE 00",
			prepare: func(r *rig) { r.breaks = []http.HandlerFunc{says(502, ""), says(502, "")} },
			want:    "removed", state: run.Undone,
		},
		{
			name: "a 502 that stays", sizes: []int{1}, changes: "DELETE 00 | DELETE 00 | DELETE 00",
			prepare: func(r *rig) { r.breaks = slices.Repeat([]http.HandlerFunc{says(502, "")}, 3) },
			want:    "not_removed", state: run.Undone,
		},
		{
			name: "an answer that is lost after the work", sizes: []int{2}, changes: "DELETE 00 01",
			prepare: func(r *rig) { r.breaks = []http.HandlerFunc{r.losing(cut, tail(0), tail(1))} },
			want:    "removed removed", state: run.Undone,
		},
		{
			name: "an answer that is lost before the work", sizes: []int{2}, changes: "DELETE 00 01 | DELETE 00 01",
			prepare: func(r *rig) { r.breaks = []http.HandlerFunc{cut} },
			want:    "removed removed", state: run.Undone,
		},
		{
			name: "a refusal without names", sizes: []int{4}, changes: "DELETE 00 01 02 03 | DELETE 00 01 | DELETE 02 03 | DELETE 02 | DELETE 03",
			prepare: func(r *rig) { r.bad = []string{tail(2)} },
			want:    "removed removed not_removed removed", state: run.Undone,
		},
		{
			name: "a refusal for a number that went", sizes: []int{2}, changes: "DELETE 00 01 | DELETE 01",
			prepare: func(r *rig) {
				r.breaks = []http.HandlerFunc{r.losing(says(400, `{"errorCode":25089,"message":"x"}`), tail(0))}
			},
			want: "removed removed", state: run.Undone,
		},
		{
			name: "a refusal with names", sizes: []int{3}, changes: "DELETE 00 01 02 | DELETE 00 02",
			prepare: func(r *rig) { r.breaks = []http.HandlerFunc{says(400, namedBody)} },
			want:    "removed not_removed removed", state: run.Undone,
		},
		{
			name: "a refusal of the location", sizes: []int{2}, changes: "DELETE 00 01",
			prepare: func(r *rig) { r.breaks = []http.HandlerFunc{says(404, "")} },
			want:    "not_removed not_removed", state: run.Undone,
		},
		{
			name: "a refusal as integrated", sizes: []int{2}, changes: "DELETE 00 01",
			prepare: func(r *rig) {
				r.breaks = []http.HandlerFunc{says(400, `{"errorCode":"ERR.V.TRM.TMN60004","errorMessage":"DELETE number(s) is supported only for non-integrated CCP and LGW locations."}`)}
			},
			want: "not_removed not_removed", state: run.Undone,
		},
		{
			name: "a wait", sizes: []int{1}, changes: "DELETE 00 | DELETE 00",
			prepare: func(r *rig) { r.breaks = []http.HandlerFunc{says(429, "", "Retry-After", "3")} },
			want:    "removed", state: run.Undone,
		},
		{
			name: "a token that ends", sizes: []int{5, 2}, changes: "DELETE 00 01 02 03 04 | DELETE 05 06",
			prepare: func(r *rig) { r.breaks = []http.HandlerFunc{nil, says(401, "")} },
			want:    "removed removed removed removed removed added added", state: run.Unfinished, stops: true, kind: fault.TokenRefused,
		},
		{
			name: "a token that ends after a refusal was divided", sizes: []int{4}, changes: "DELETE 00 01 02 03 | DELETE 00 01",
			prepare: func(r *rig) { r.breaks = []http.HandlerFunc{says(400, namelessBad), says(401, "")} },
			want:    "added added added added", state: run.Unfinished, stops: true, kind: fault.TokenRefused,
		},
		{
			name: "no right", sizes: []int{1}, changes: "DELETE 00",
			prepare: func(r *rig) { r.breaks = []http.HandlerFunc{says(403, "")} },
			want:    "added", state: run.Unfinished, stops: true, kind: fault.NotAllowed,
		},
		{
			name: "a removal that only one reading shows", sizes: []int{1}, changes: "DELETE 00",
			prepare: func(r *rig) {
				r.breaks = []http.HandlerFunc{func(w http.ResponseWriter, _ *http.Request) {
					r.mu.Lock()
					r.reads = []http.HandlerFunc{says(200, `{"phoneNumbers":[]}`), nil, says(200, `{"phoneNumbers":[]}`), nil, nil}
					r.mu.Unlock()
					w.WriteHeader(http.StatusNoContent)
				}}
			},
			want: "not_known", state: run.Unfinished, stops: true, kind: fault.Failing,
		},
		{
			name: "a removal that the list never shows", sizes: []int{1}, changes: "DELETE 00",
			prepare: func(r *rig) { r.breaks = []http.HandlerFunc{says(204, "")} },
			want:    "not_known", state: run.Unfinished, stops: true, kind: fault.Failing,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				done := r.begun(0, test.sizes...)
				if test.prepare != nil {
					test.prepare(r)
				}
				got, err := r.Undo(t.Context(), done.ID, run.Work{Parallel: 1})
				if test.stops != (err != nil) || err != nil && fault.KindOf(err) != test.kind {
					t.Errorf("got %v", err)
				}
				if o := r.words(got); o != test.want || got.State != test.state {
					t.Errorf("got  %s, %v\nwant %s, %v", o, got.State, test.want, test.state)
				}
				r.wantChanges(test.changes)
				for i, l := range got.Lines {
					if o := l.Result.Outcome; o != run.Removed && o != run.Added && phrase.Reason(&l) == "" {
						t.Errorf("line %d is %v without a reason", i, o)
					}
				}
			})
		})
	}
}

func TestAnUndoTouchesOnlyWhatTheRunAdded(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.put(denver, tail(0))
		r.bad = []string{tail(1)}
		done := r.begun(0, 3)
		r.bad = nil
		if got := r.words(done); got != "already_there refused added" {
			t.Fatal(got)
		}
		got, err := r.Undo(t.Context(), done.ID, run.Work{})
		if err != nil || r.words(got) != "already_there refused removed" {
			t.Errorf("got %s, %v", r.words(got), err)
		}
		r.wantChanges("DELETE 02")
	})
}

func TestARunThatAddedNothingHasNothingToUndo(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.faults = []http.HandlerFunc{says(404, "")}
		done := r.begun(0, 1)
		got, err := r.Undo(t.Context(), done.ID, run.Work{})
		if err != nil || r.words(got) != "refused" || got.State != run.Finished {
			t.Errorf("got %s, %v, %v", r.words(got), got.State, err)
		}
	})
}

// refusesToAdd says that nothing of a run is added or activated any more.
func (r *rig) refusesToAdd(id string) {
	r.t.Helper()
	before := r.load(id)
	for name, again := range map[string]verb{"resume": r.Resume, "retry": r.Retry, "activate": r.Activate} {
		got, err := again(r.t.Context(), id, run.Work{})
		if fault.KindOf(err) != fault.Usage || got.ID != "" {
			r.t.Errorf("%s: %q, %v", name, got.ID, err)
		}
	}
	if after := r.load(id); r.words(after) != r.words(before) || after.Ended != before.Ended {
		r.t.Errorf("the run was %s and is %s", r.words(before), r.words(after))
	}
}

// What was stopped while it was added, and again while it was taken back, leaves
// rows that were never sent beside some that are in and some that were taken back.
func TestNothingIsAddedOnceAnUndoHasBegun(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		first := r.begun(2, 4, 4, 4)
		ctx, cancel := context.WithCancel(t.Context())
		r.after = func(int) { cancel() }
		stopped, err := r.Undo(ctx, first.ID, run.Work{Parallel: 1})
		r.after = nil
		counts := run.Count(stopped.Lines)
		switch {
		case fault.KindOf(err) != fault.Stopped:
			t.Fatalf("%v is not of the kind %v", err, fault.Stopped)
		case counts[run.Removed] != 5:
			t.Fatalf("counts[run.Removed] is %v, not 5", counts[run.Removed])
		case counts[run.Added] != 3:
			t.Fatalf("counts[run.Added] is %v, not 3", counts[run.Added])
		case counts[run.NotSent] != 4:
			t.Fatalf("counts[run.NotSent] is %v, not 4", counts[run.NotSent])
		}
		r.refusesToAdd(first.ID)
		r.wantPosts("00 01 02 03 | 04 05 06 07")
	})
}

func TestAnUndoThatWasStoppedGoesOnAndResumeSendsNothingAgain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		done := r.begun(0, 4, 4, 4)
		ctx, cancel := context.WithCancel(t.Context())
		r.after = func(int) { cancel() }
		stopped, err := r.Undo(ctx, done.ID, run.Work{Parallel: 1})
		r.after = nil
		want := "removed removed removed removed removed added added added added added added added"
		switch {
		case fault.KindOf(err) != fault.Stopped:
			t.Fatalf("%v is not of the kind %v", err, fault.Stopped)
		case r.words(stopped) != want:
			t.Fatalf("r.words(stopped) is %v, not %v", r.words(stopped), want)
		case stopped.State != run.Unfinished:
			t.Fatalf("stopped.State is %v, not %v", stopped.State, run.Unfinished)
		case stopped.Stage != run.StageRemove:
			t.Fatalf("stopped.Stage is %v, not %v", stopped.Stage, run.StageRemove)
		}
		posts := len(r.posts)
		r.refusesToAdd(done.ID)
		got, err := r.Undo(t.Context(), done.ID, run.Work{Parallel: 1})
		if err != nil || got.State != run.Undone {
			t.Errorf("got %s, %v, %v", r.words(got), got.State, err)
		}
		r.wantChanges("DELETE 00 01 02 03 04 | DELETE 05 06 07 08 09 | DELETE 10 11")
		r.refusesToAdd(done.ID)
		for name, again := range map[string]verb{"undo": r.Undo, "settle": r.Settle} {
			if got, err := again(t.Context(), done.ID, run.Work{}); err != nil || got.State != run.Undone {
				t.Errorf("%s after it: %v, %v", name, got.State, err)
			}
		}
		if len(r.posts) != posts || len(r.numbers) != 0 {
			t.Errorf("%d posts, left %v", len(r.posts), r.numbers)
		}
	})
}

func TestAnUndoWaitsTenSecondsBeforeItTriesAgain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		done := r.begun(0, 1)
		r.breaks = []http.HandlerFunc{says(502, "")}
		var told []run.Progress
		started := time.Now()
		if _, err := r.Undo(t.Context(), done.ID, run.Work{Progress: func(p run.Progress) { told = append(told, p) }}); err != nil {
			t.Fatal(err)
		}
		said := slices.ContainsFunc(told, func(p run.Progress) bool { return p.Wait > 0 }) // nobody asked for it
		if said || time.Since(started) < 10*time.Second {
			t.Errorf("took %v, told %+v", time.Since(started), told)
		}
		for _, p := range told {
			if p.Stage == run.StageRemove && p.Request > 0 && (p.Requests != 1 || p.Run != done.ID) {
				t.Errorf("told %+v", p)
			}
		}
	})
}

func TestAnUndoLooksAgainAfterAPause(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		done := r.begun(0, 7)
		pause := &run.Pause{}
		r.after = func(int) { pause.Hold() }
		time.AfterFunc(time.Hour, func() {
			r.mu.Lock()
			r.owners = map[string]string{tail(5): "Ada Byron"}
			r.mu.Unlock()
			pause.Release()
		})
		got, err := r.Undo(t.Context(), done.ID, run.Work{Pause: pause, Parallel: 1})
		if err != nil || r.words(got) != "removed removed removed removed removed kept removed" || got.State != run.Undone {
			t.Errorf("got %s, %v, %v", r.words(got), got.State, err)
		}
		r.wantChanges("DELETE 00 01 02 03 04 | DELETE 06")
	})
}

// killUndo is what an undo leaves that was killed: the removal of rows left, and
// nobody wrote down its answer.
func (r *rig) killUndo(id string, rows ...int) {
	r.t.Helper()
	j, err := r.journals.Open(id)
	if err != nil {
		r.t.Fatal(err)
	}
	if err := firstOf(j.Resumed(run.StageRemove, pat), j.Changing(1, run.StageRemove, rows), j.Close()); err != nil {
		r.t.Fatal(err)
	}
}

func TestAnUndoThatCrashedIsSettledByReading(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		done := r.begun(0, 3)
		r.killUndo(done.ID, 0, 1)
		delete(r.numbers, tail(0))
		settled, err := r.Settle(t.Context(), done.ID, run.Work{})
		if err != nil || r.words(settled) != "removed added added" || settled.State != run.Unfinished {
			t.Errorf("settled: %s, %v, %v", r.words(settled), settled.State, err)
		}
		got, err := r.Undo(t.Context(), done.ID, run.Work{})
		if err != nil || got.State != run.Undone {
			t.Errorf("got %s, %v, %v", r.words(got), got.State, err)
		}
		r.wantChanges("DELETE 01 02")
	})
}

// A journal that fails stops an undo before its next request, and what is not
// written down is found out when there is room again.
func TestAJournalThatFailsStopsAnUndo(t *testing.T) {
	t.Parallel()
	for _, left := range []int{0, 1, 2, 3, 4, 5, 6} {
		synctest.Test(t, func(t *testing.T) {
			r := newRig(t)
			done := r.begun(0, 7)
			usual := r.journals
			r.journals = &mortals{Journals: usual, left: left, sea: &sea{}}
			got, err := r.Undo(t.Context(), done.ID, run.Work{})
			if left < 6 && (!errors.Is(err, errKilled) || got.State == run.Undone) {
				t.Errorf("%d lines: %v, %v", left, got.State, err)
			}
			removed := 7 - len(r.numbers)
			if counts := run.Count(got.Lines); counts[run.Removed]+counts[run.NotKnown] < removed {
				t.Errorf("%d lines: %v of %d", left, counts, removed)
			}
			asked := len(r.changes)
			if left < 3 && asked > 0 {
				t.Errorf("%d lines: asked for %v", left, r.changes)
			}
			r.journals = usual
			if got, err = r.Undo(t.Context(), done.ID, run.Work{}); err != nil || got.State != run.Undone {
				t.Errorf("%d lines, then: %s, %v", left, r.words(got), err)
			}
		})
	}
}

func TestAConfirmedLocationIsTakenBackThoughItsPSTNIsNotTold(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		d := draft(1)
		d.Confirmed = []string{denver}
		r.organization.pstn[denver] = "SOMETHING"
		done, err := r.submit(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		got, err := r.Undo(t.Context(), done.ID, run.Work{})
		if err != nil || r.words(got) != "removed" {
			t.Errorf("got %s, %v", r.words(got), err)
		}
	})
}
