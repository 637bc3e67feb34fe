package job

import (
	"maps"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// Choices are what the user decided about the open file.
type Choices struct {
	Settings review.Settings
	// Decisions are those that say anything, by record. A decision is never changed
	// once it is in the map.
	Decisions map[int]*review.Decision
}

// choices are the present ones, and the steps to go back and forward.
type choices struct {
	now        Choices
	back, next []step
}

// snapshot is what was decided about each record so far, for work in the
// background.
func (c *choices) snapshot() func(record int) review.Decision {
	decisions := maps.Clone(c.now.Decisions)
	return func(record int) review.Decision { return decisionIn(decisions, record) }
}

func decisionIn(decisions map[int]*review.Decision, record int) review.Decision {
	if d := decisions[record]; d != nil {
		return *d
	}
	return review.Decision{}
}

// Choices are what the user decided so far. They must not be changed.
func (j *Job) Choices() Choices { return j.choices.now }

// Settings are the settings of the open file.
func (j *Job) Settings() review.Settings { return j.choices.now.Settings }

// Decision is what was decided about a record so far.
func (j *Job) Decision(record int) review.Decision {
	return decisionIn(j.choices.now.Decisions, record)
}

// Do decides, in one step that can be taken back. What follows from a few decisions
// is there at once; else the file is judged in the background. It does nothing
// while numbers are being added, or if nothing would change.
func (j *Job) Do(wanted review.Step) {
	if j.Adding() {
		return
	}
	s := j.choices.step(wanted)
	if s.isNothing() {
		return
	}
	j.choices.push(s)
	j.follow(j.choices.apply(s, true))
}

// SetSettings changes the settings of the file and judges it anew.
func (j *Job) SetSettings(change func(*review.Settings)) {
	j.set("change the settings", change)
}

// SetLocation sends rows that name no location to one, by its ID.
func (j *Job) SetLocation(id string) {
	j.set("choose the location", func(s *review.Settings) { s.Location = id })
}

func (j *Job) set(name string, change func(*review.Settings)) {
	settings := j.choices.now.Settings
	change(&settings)
	j.Do(review.Step{Name: name, Settings: &settings})
}

// AcceptSuggestions takes all suggestions of the review.
func (j *Job) AcceptSuggestions() {
	var step review.Step
	last := -1
	for i := range j.rows {
		r := &j.rows[i]
		if r.Level != number.LevelProblem || r.Suggestion == "" || r.Record == last || r.Hidden || r.LeftOut {
			continue
		}
		last = r.Record
		d, text := j.Decision(r.Record), r.Suggestion
		d.Text, d.Overridden, d.Expand = &text, nil, false
		step.Changes = append(step.Changes, review.Change{Record: r.Record, Decision: d})
	}
	step.Name = "accept " + rows.Of(len(step.Changes), "suggestion", "suggestions")
	j.Do(step)
}

// DecideOne changes the decision about one record and judges what follows.
func (j *Job) DecideOne(record int, decision review.Decision) {
	j.Decide([]int{record}, func(d *review.Decision) { *d = decision })
}

// Decide changes the decision about some records and judges what follows.
func (j *Job) Decide(records []int, change func(*review.Decision)) {
	step := review.Step{Name: "change " + rows.Of(len(records), "row", "rows")}
	for _, record := range records {
		decision := j.Decision(record)
		change(&decision)
		step.Changes = append(step.Changes, review.Change{Record: record, Decision: decision})
	}
	j.Do(step)
}

// CanUndo says that there is a step to take back.
func (j *Job) CanUndo() bool { return len(j.choices.back) > 0 && !j.Adding() }

// CanRedo says that there is a step to make again.
func (j *Job) CanRedo() bool { return len(j.choices.next) > 0 && !j.Adding() }

// UndoName says what Undo would take back, such as "accept 12 suggestions", or "".
func (j *Job) UndoName() string {
	if !j.CanUndo() {
		return ""
	}
	return j.choices.back[len(j.choices.back)-1].name
}

// RedoName says what Redo would make again, or "".
func (j *Job) RedoName() string {
	if !j.CanRedo() {
		return ""
	}
	return j.choices.next[len(j.choices.next)-1].name
}

// Undo takes back the last step.
func (j *Job) Undo() {
	if j.CanUndo() {
		c := &j.choices
		s := c.back[len(c.back)-1]
		c.back, c.next = c.back[:len(c.back)-1], append(c.next, s)
		j.follow(c.apply(s, false))
	}
}

// Redo makes the last step again that was taken back.
func (j *Job) Redo() {
	if j.CanRedo() {
		c := &j.choices
		s := c.next[len(c.next)-1]
		c.next, c.back = c.next[:len(c.next)-1], append(c.back, s)
		j.follow(c.apply(s, true))
	}
}
