// Package decisions is what the user decides about the rows of the open file, step
// by step, and what follows from it: the rows as they are judged and planned. It
// knows no toolkit and belongs to the UI thread; slow work goes through
// gui/background and comes home there.
package decisions

import (
	"maps"

	"numberloader/gui/background"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

// Hooks are what the decisions need from the rest of the flow. All are required,
// and called on the UI thread.
type Hooks struct {
	// Busy says that numbers are being added, so that nothing can be decided.
	Busy func() bool
	// Known is what is known of the organization.
	Known func() review.Known
	// Judged says that the rows follow the last decision.
	Judged func()
	// Changed says that anything may look different now.
	Changed func()
}

// Decisions are those about the open file. Use New.
type Decisions struct {
	hooks   Hooks
	choices *choices
	judging *Judging
	keeping *keeping
}

// choices are the present ones, and the steps to go back and forward.
type choices struct {
	settings review.Settings
	// decisions are those that say anything, by record. A decision is never changed
	// once it is in the map.
	decisions  map[int]*review.Decision
	back, next []step
}

// New returns decisions about no file, and the judging that follows them. drafts
// keep what is decided; nil keeps nothing.
func New(loop *background.Loop, drafts Drafts, hooks Hooks) (*Decisions, *Judging) {
	c := &choices{}
	j := &Judging{hooks: hooks, choices: c, lane: loop.Latest(), limits: plan.Webex()}
	return &Decisions{
		hooks: hooks, choices: c, judging: j, keeping: &keeping{loop: loop, store: drafts, choices: c, changed: hooks.Changed},
	}, j
}

// snapshot is what was decided about each record so far, for work in the
// background.
func (c *choices) snapshot() func(record int) review.Decision {
	return (&choices{decisions: maps.Clone(c.decisions)}).decision
}

func (c *choices) decision(record int) review.Decision {
	if d := c.decisions[record]; d != nil {
		return *d
	}
	return review.Decision{}
}

// Reset forgets the decisions and the rows, and begins with settings.
func (d *Decisions) Reset(settings review.Settings) {
	*d.choices = choices{settings: settings}
	d.keeping.leave()
	d.judging.reset()
}

// Open makes a table the one that is decided about, if it isn't.
func (d *Decisions) Open(table *number.Table) {
	if d.judging.table == nil {
		d.judging.table = table
	}
	d.keeping.recall(table)
}

// Settings are the settings of the open file.
func (d *Decisions) Settings() review.Settings { return d.choices.settings }

// Answer takes settings that answer a question about the file. That is no step
// that can be taken back, and nothing is judged yet.
func (d *Decisions) Answer(settings review.Settings) { d.choices.settings = settings }

// Decision is what was decided about a record so far.
func (d *Decisions) Decision(record int) review.Decision { return d.choices.decision(record) }

// Snapshot is what was decided about each record so far, for work in the background.
func (d *Decisions) Snapshot() func(record int) review.Decision { return d.choices.snapshot() }

// Do decides, in one step that can be taken back. What follows from a few decisions
// is there at once; else the file is judged in the background. It does nothing
// while numbers are being added, or if nothing would change.
func (d *Decisions) Do(wanted review.Step) {
	if d.hooks.Busy() {
		return
	}
	s := d.choices.step(wanted)
	if s.isNothing() {
		return
	}
	d.choices.push(s)
	d.follow(d.choices.apply(s, true))
}

// follow keeps what was decided, and judges what follows from it.
func (d *Decisions) follow(records []int, whole bool) {
	d.keeping.keep()
	d.judging.follow(records, whole)
}

// SetSettings changes the settings of the file and judges it again.
func (d *Decisions) SetSettings(change func(*review.Settings)) {
	d.set(phrase.Text("review.step.settings"), change)
}

// SetLocation sends rows that name no location to one, by its ID.
func (d *Decisions) SetLocation(id string) {
	d.set(phrase.Text("review.step.location"), func(s *review.Settings) { s.Location = id })
}

func (d *Decisions) set(name string, change func(*review.Settings)) {
	settings := d.choices.settings
	change(&settings)
	d.Do(review.Step{Name: name, Settings: &settings})
}

// AcceptSuggestions takes all suggestions of the review.
func (d *Decisions) AcceptSuggestions() {
	var step review.Step
	last := -1
	for _, r := range d.judging.plan.Rows {
		if r.Level != number.LevelProblem || r.Special().Suggestion == "" || int(r.Record) == last || r.Hidden || r.LeftOut {
			continue
		}
		last = int(r.Record)
		decision, text := d.Decision(last), r.Special().Suggestion
		decision.Text, decision.Overridden, decision.Confirmed, decision.Expand = &text, nil, nil, false
		step.Changes = append(step.Changes, review.Change{Record: last, Decision: decision})
	}
	step.Name = phrase.Text("review.step.accept", "Count", len(step.Changes))
	d.Do(step)
}

// UndoName says what Undo would take back, such as "accept 12 suggestions", or ""
// if there is nothing.
func (d *Decisions) UndoName() string { return d.last(d.choices.back).name }

// RedoName says what Redo would make again, or "" if there is nothing.
func (d *Decisions) RedoName() string { return d.last(d.choices.next).name }

// last is the last of steps, a step that is nothing if none can be made or taken
// back now.
func (d *Decisions) last(steps []step) step {
	if len(steps) == 0 || d.hooks.Busy() {
		return step{}
	}
	return steps[len(steps)-1]
}

// Undo takes back the last step.
func (d *Decisions) Undo() {
	c := d.choices
	if s := d.last(c.back); !s.isNothing() {
		c.back, c.next = c.back[:len(c.back)-1], append(c.next, s)
		d.follow(c.apply(s, false))
	}
}

// Redo makes the last step again that was taken back.
func (d *Decisions) Redo() {
	c := d.choices
	if s := d.last(c.next); !s.isNothing() {
		c.next, c.back = c.next[:len(c.next)-1], append(c.back, s)
		d.follow(c.apply(s, true))
	}
}
