package decisions

import (
	"reflect"

	"numberloader/internal/review"
)

// step is what the user decided in one go: only what changed, before and after.
type step struct {
	name     string
	settings *[2]review.Settings // nil if they stayed
	changes  []change
}

// change is a decision about a record before and after a step; nil says nothing.
type change struct {
	record        int
	before, after *review.Decision
}

func (s *step) isNothing() bool { return s.settings == nil && len(s.changes) == 0 }

// The bounds of what can be taken back: at least this many steps, and further ones up
// to this many steps and changes in all.
const (
	leastSteps  = 100
	mostSteps   = 1000
	mostChanges = 1_000_000
)

// step is what a wanted step changes.
func (c *choices) step(wanted review.Step) step {
	s := step{name: wanted.Name}
	if set := wanted.Settings; set != nil && !reflect.DeepEqual(*set, c.settings) {
		s.settings = &[2]review.Settings{c.settings, *set}
	}
	left := &review.Decision{LeftOut: true} // shared by all that say no more
	for i := range wanted.Changes {
		w := &wanted.Changes[i]
		before, after := c.decisions[w.Record], &w.Decision
		switch prior := c.decision(w.Record); {
		case prior.Equal(after):
			continue
		case after.IsZero():
			after = nil
		case after.Equal(left):
			after = left
		default:
			after = new(w.Decision)
		}
		s.changes = append(s.changes, change{record: w.Record, before: before, after: after})
	}
	return s
}

// push keeps a step that is made, and forgets those that were taken back. The oldest
// steps are forgotten when there is too much.
func (c *choices) push(s step) {
	c.next = nil
	c.back = append(c.back, s)
	changes := 0
	for i := range c.back {
		changes += len(c.back[i].changes)
	}
	gone := 0
	for len(c.back)-gone > leastSteps && (len(c.back)-gone > mostSteps || changes > mostChanges) {
		changes -= len(c.back[gone].changes)
		gone++
	}
	if gone > 0 {
		c.back = append([]step(nil), c.back[gone:]...)
	}
}

// apply makes a step, or takes it back, and returns the records that it is about.
// whole says that the settings changed, which concerns all.
func (c *choices) apply(s step, forward bool) (records []int, whole bool) {
	if s.settings != nil {
		c.settings = s.settings[0]
		if forward {
			c.settings = s.settings[1]
		}
	}
	if c.decisions == nil {
		c.decisions = map[int]*review.Decision{}
	}
	records = make([]int, 0, len(s.changes))
	for _, change := range s.changes {
		decision := change.before
		if forward {
			decision = change.after
		}
		if decision == nil {
			delete(c.decisions, change.record)
		} else {
			c.decisions[change.record] = decision
		}
		records = append(records, change.record)
	}
	return records, s.settings != nil
}
