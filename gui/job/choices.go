package job

import (
	"maps"

	"numberloader/internal/review"
)

// Choices are what the user decided about the open file. A value is never
// changed once it is in use, so that a review in the background may read it.
type Choices struct {
	Settings  review.Settings
	Decisions map[int]review.Decision // by record
}

// choices are the present ones, and those to go back and forward to.
type choices struct {
	now        Choices
	back, next []Choices
}

// Choices are what the user decided so far. They must not be changed.
func (j *Job) Choices() Choices { return j.choices.now }

// SetSettings changes the settings of the file and judges it anew.
func (j *Job) SetSettings(change func(*review.Settings)) {
	now := j.choices.now
	change(&now.Settings)
	j.choose(now)
}

// SetLocation sends rows that name no location to one, by its ID.
func (j *Job) SetLocation(id string) {
	now := j.choices.now
	now.Settings.Location = id
	j.choose(now)
}

// AcceptSuggestions takes all suggestions of the review.
func (j *Job) AcceptSuggestions() {
	j.SetSettings(func(s *review.Settings) { s.AcceptSuggestions = true })
}

// Decision is what was decided about a record so far.
func (j *Job) Decision(record int) review.Decision { return j.choices.now.Decisions[record] }

// DecideOne changes the decision about one record and judges the file anew.
func (j *Job) DecideOne(record int, decision review.Decision) {
	j.Decide([]int{record}, func(d *review.Decision) { *d = decision })
}

// Decide changes the decision about some records and judges the file anew.
func (j *Job) Decide(records []int, change func(*review.Decision)) {
	now := j.choices.now
	now.Decisions = maps.Clone(now.Decisions)
	if now.Decisions == nil {
		now.Decisions = map[int]review.Decision{}
	}
	for _, record := range records {
		decision := now.Decisions[record]
		change(&decision)
		now.Decisions[record] = decision
	}
	j.choose(now)
}

func (j *Job) choose(now Choices) {
	if j.Adding() {
		return
	}
	j.choices.back = append(j.choices.back, j.choices.now)
	j.choices.now, j.choices.next = now, nil
	j.judge(j.askMissing)
}

// CanUndo says that there is a choice to take back.
func (j *Job) CanUndo() bool { return len(j.choices.back) > 0 && !j.Adding() }

// CanRedo says that there is a choice to make again.
func (j *Job) CanRedo() bool { return len(j.choices.next) > 0 && !j.Adding() }

// Undo takes back the last choice.
func (j *Job) Undo() {
	if j.CanUndo() {
		c := &j.choices
		c.now, c.back, c.next = shift(c.now, c.back, c.next)
		j.judge(j.askMissing)
	}
}

// Redo makes the last choice again that was taken back.
func (j *Job) Redo() {
	if j.CanRedo() {
		c := &j.choices
		c.now, c.next, c.back = shift(c.now, c.next, c.back)
		j.judge(j.askMissing)
	}
}

// shift takes the last of from in place of now, which goes to to.
func shift(now Choices, from, to []Choices) (taken Choices, rest, grown []Choices) {
	last := len(from) - 1
	return from[last], from[:last], append(to, now)
}
