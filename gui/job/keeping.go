package job

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"time"

	"numberloader/gui/background"
	"numberloader/gui/rows"
	"numberloader/internal/drafts"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// Drafts keep what was decided about files; *drafts.Store does. It is called in the
// background.
type Drafts interface {
	// Load is the draft of the list in a sheet of a file. ok is false if there is
	// none.
	Load(path, sheet string) (draft drafts.Draft, ok bool)
	// Save keeps a draft in place of an earlier one of the same list.
	Save(draft drafts.Draft) error
	// Drop forgets the draft of a list.
	Drop(path, sheet string) error
}

// keeping is what is kept of the decisions about the open file.
type keeping struct {
	table  *number.Table  // the list that is meant
	source *drafts.Source // of it, nil until it was looked at
	offer  *offer         // what was decided about the list before, until the user says what becomes of it
	busy   bool
	again  bool // there is more to write
	err    error
}

type offer struct {
	draft drafts.Draft
	fit   drafts.Fit
}

// recallDraft looks for what was decided about the open list before.
func (j *Job) recallDraft() {
	store, table := j.services.Drafts, j.file.table
	if store == nil || j.keeping.table == table {
		return
	}
	j.keeping = keeping{table: table}
	type found struct {
		source drafts.Source
		offer  *offer
	}
	background.Start(j.loop.Lane(), func(context.Context) (found, error) {
		got := found{source: drafts.SourceOf(table)}
		if draft, ok := store.Load(table.Path, table.Sheet); ok {
			got.offer = &offer{draft, draft.Fit(got.source, table)}
		}
		return got, nil
	}, func(got found, err error) {
		if err != nil || j.keeping.table != table {
			return
		}
		k := &j.keeping
		k.source = &got.source
		if o := got.offer; o != nil && (len(o.draft.Entries) > 0 || !reflect.DeepEqual(o.draft.Settings, j.choices.now.Settings)) {
			k.offer = o
		}
		if k.again {
			j.keep()
		}
		j.events.Changed()
	})
}

// keep writes what was decided, in the background. While one writing is under way,
// all that is decided waits for one other.
func (j *Job) keep() {
	k := &j.keeping
	store, table := j.services.Drafts, j.file.table
	if store == nil || table == nil || k.table != table {
		return
	}
	if k.again = k.busy || k.source == nil; k.again {
		return
	}
	k.busy = true
	source, settings, decisions := *k.source, j.choices.now.Settings, maps.Clone(j.choices.now.Decisions)
	if o := k.offer; o != nil {
		settings, decisions = o.draft.Settings, o.with(decisions)
	}
	nothing := len(decisions) == 0 && !j.choices.hasSet()
	background.Start(j.loop.Lane(), func(context.Context) (struct{}, error) {
		if nothing {
			return struct{}{}, store.Drop(source.Path, source.Sheet)
		}
		return struct{}{}, store.Save(drafts.New(source, table, settings, decisions))
	}, func(_ struct{}, err error) {
		if k := &j.keeping; k.table == table {
			k.busy = false
			if changed := (k.err == nil) != (err == nil); changed {
				defer j.events.Changed()
			}
			if k.err = err; k.again {
				j.keep()
			}
		}
	})
}

// hasSet says that a step that is made changed the settings.
func (c *choices) hasSet() bool {
	return slices.ContainsFunc(c.back, func(s step) bool { return s.settings != nil })
}

// with is what was offered and what was decided since.
func (o *offer) with(decisions map[int]*review.Decision) map[int]*review.Decision {
	all := maps.Clone(o.fit.Decisions)
	maps.Copy(all, decisions)
	return all
}

// KeepTrouble is why the last decisions could not be kept, or nil. They count all
// the same until the program ends.
func (j *Job) KeepTrouble() error { return j.keeping.err }

// Kept says that everything that was decided is written.
func (j *Job) Kept() bool { return !j.keeping.busy && !j.keeping.again }

// Offer is what was decided about the open file when it was open before.
type Offer struct {
	Rows    int       // how many rows it is about, as far as they still fit
	Lost    int       // how many rows do not: they are gone, or hold something else
	Changed bool      // the file is not as it was then
	Saved   time.Time // when it was last written
}

// Offer is what the user can go on with. ok is false if there is nothing, or if that
// was answered.
func (j *Job) Offer() (o Offer, ok bool) {
	pending := j.keeping.offer
	if pending == nil || !j.Reviewed() || j.keeping.table != j.file.table {
		return Offer{}, false
	}
	return Offer{len(pending.fit.Decisions), pending.fit.Lost, pending.fit.Changed, pending.draft.Saved}, true
}

// TakeDraft goes on with what was decided before, in one step. What was decided
// since stays.
func (j *Job) TakeDraft() {
	o := j.keeping.offer
	if o == nil || j.Adding() {
		return
	}
	j.keeping.offer = nil
	step := review.Step{Name: "go on with earlier changes", Settings: &o.draft.Settings}
	for record, decision := range o.fit.Decisions {
		if j.choices.now.Decisions[record] == nil {
			step.Changes = append(step.Changes, review.Change{Record: record, Decision: *decision})
		}
	}
	j.Do(step)
	j.keep()
	j.events.Changed()
}

// DropDraft starts afresh: what was decided before is forgotten.
func (j *Job) DropDraft() {
	if j.keeping.offer != nil {
		j.keeping.offer = nil
		j.keep()
		j.events.Changed()
	}
}

// Text says what was decided and when, and what became of the file since.
func (o Offer) Text(now time.Time) string {
	text := "You changed " + rows.Of(o.Rows+o.Lost, "row", "rows") + " of this file " + day(o.Saved.In(now.Location()), now) + "."
	if o.Rows+o.Lost == 0 {
		text = "You chose settings for this file " + day(o.Saved.In(now.Location()), now) + "."
	}
	switch {
	case o.Lost == 1:
		text += " The file is different now: 1 of these rows no longer holds the same, so its change is left out."
	case o.Lost > 1:
		text += " The file is different now: " + rows.Count(o.Lost) + " of these rows no longer hold the same, so their changes are left out."
	case o.Changed:
		text += " The file is different now, but these rows are the same."
	}
	return text
}

// day says when something was: today, yesterday, on a day of this week, or on a
// date.
func day(then, now time.Time) string {
	date := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	const week = 7
	switch days := int(date(now).Sub(date(then)) / (24 * time.Hour)); {
	case days == 0:
		return "today"
	case days == 1:
		return "yesterday"
	case days > 1 && days < week:
		return "on " + then.Weekday().String()
	case then.Year() == now.Year():
		return "on " + then.Format("January 2")
	}
	return "on " + then.Format("January 2, 2006")
}
