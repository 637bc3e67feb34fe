package decisions

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"time"

	"numberloader/gui/background"
	"numberloader/internal/drafts"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
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

// keeping writes the decisions about the open file.
type keeping struct {
	loop    *background.Loop
	store   Drafts // nil keeps nothing
	choices *choices
	changed func()
	writing int // lists whose last decisions are not written yet
	draft
}

// draft is what is kept of the decisions about a list.
type draft struct {
	table  *number.Table      // the list that is meant, nil for none
	lane   *background.Latest // only the last decisions are written
	source *drafts.Source     // of the list, nil until it was looked at
	offer  *offer             // what was decided about it before, until the user says what becomes of that
	waits  bool               // there are decisions from before it was looked at
	busy   bool
	err    error
}

type offer struct {
	draft drafts.Draft
	fit   drafts.Fit
}

// leave keeps nothing more of the list that was open.
func (k *keeping) leave() { k.draft = draft{} }

// recall looks for what was decided about a list before, if it is newly opened.
func (k *keeping) recall(table *number.Table) {
	if k.store == nil || k.table == table {
		return
	}
	k.draft = draft{table: table, lane: k.loop.Latest()}
	type found struct {
		source drafts.Source
		offer  *offer
	}
	background.Start(k.loop.Lane(), func(context.Context) (found, error) {
		got := found{source: drafts.SourceOf(table)}
		if draft, ok := k.store.Load(got.source.Path, got.source.Sheet); ok {
			got.offer = &offer{draft, draft.Fit(got.source, table)}
		}
		return got, nil
	}, func(got found, err error) {
		if err != nil || k.table != table {
			return
		}
		k.source = &got.source
		if o := got.offer; o != nil && (len(o.draft.Entries) > 0 || !reflect.DeepEqual(o.draft.Settings, k.choices.settings)) {
			k.offer = o
		}
		if k.waits {
			k.keep()
		}
		k.changed()
	})
}

// keep writes what was decided, in the background, also if the list is left before
// that is done. While one writing is under way, only the last decisions wait.
func (k *keeping) keep() {
	store, table := k.store, k.table
	if store == nil || table == nil {
		return
	}
	if k.waits = k.source == nil; k.waits {
		return
	}
	if !k.busy {
		k.busy = true
		k.writing++
	}
	source, settings, decisions := *k.source, k.choices.settings, maps.Clone(k.choices.decisions)
	if o := k.offer; o != nil {
		settings, decisions = o.draft.Settings, o.with(decisions)
	}
	nothing := len(decisions) == 0 && !k.choices.hasSet()
	background.Replace(k.lane, func(context.Context) (struct{}, error) {
		if nothing {
			return struct{}{}, store.Drop(source.Path, source.Sheet)
		}
		return struct{}{}, store.Save(drafts.New(source, table, settings, decisions))
	}, func(_ struct{}, err error) {
		k.writing--
		if k.table == table {
			k.kept(err)
		}
	})
}

// kept says that a writing is over.
func (k *keeping) kept(err error) {
	told := (k.err == nil) != (err == nil)
	k.busy, k.err = false, err
	if told {
		k.changed()
	}
}

// hasSet reports whether a step that is made changed the settings.
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
func (d *Decisions) KeepTrouble() error { return d.keeping.err }

// Kept reports whether everything that was decided is written.
func (d *Decisions) Kept() bool { return d.keeping.writing == 0 && !d.keeping.waits }

// Offer is what was decided about the open file when it was open before.
type Offer struct {
	Rows    int       // how many rows it is about, as far as they still fit
	Lost    int       // how many rows do not: they are gone, or hold something else
	Changed bool      // the file is not as it was then
	Saved   time.Time // when it was last written
}

// Offer is what the user can go on with. ok is false if there is nothing, or if that
// was answered.
func (d *Decisions) Offer() (o Offer, ok bool) {
	pending := d.keeping.offer
	if pending == nil {
		return Offer{}, false
	}
	return Offer{len(pending.fit.Decisions), pending.fit.Lost, pending.fit.Changed, pending.draft.Saved}, true
}

// TakeDraft goes on with what was decided before, in one step. What was decided
// since stays.
func (d *Decisions) TakeDraft() {
	o := d.keeping.offer
	if o == nil || d.hooks.Busy() {
		return
	}
	d.keeping.offer = nil
	step := review.Step{Name: phrase.Text("review.step.draft"), Settings: &o.draft.Settings}
	for record, decision := range o.fit.Decisions {
		if d.choices.decisions[record] == nil {
			step.Changes = append(step.Changes, review.Change{Record: record, Decision: *decision})
		}
	}
	d.Do(step)
	d.keeping.keep()
	d.hooks.Changed()
}

// DropDraft starts afresh: what was decided before is forgotten.
func (d *Decisions) DropDraft() {
	if d.keeping.offer != nil {
		d.keeping.offer = nil
		d.keeping.keep()
		d.hooks.Changed()
	}
}

// Text says what was decided and when, and what became of the file since.
func (o Offer) Text(now time.Time) string {
	day, total := phrase.Day(o.Saved.In(now.Location()), now), o.Rows+o.Lost
	decided := phrase.Text("review.draft.rows", "Count", total, "Day", day)
	if total == 0 {
		decided = phrase.Text("review.draft.settings", "Day", day)
	}
	since := ""
	switch {
	case o.Lost > 0:
		since = phrase.Text("review.draft.lost", "Count", o.Lost)
	case o.Changed:
		since = phrase.Text("review.draft.same")
	}
	return phrase.Sentences(decided, since)
}
