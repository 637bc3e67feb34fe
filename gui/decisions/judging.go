package decisions

import (
	"context"
	"slices"

	"numberloader/gui/background"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

// Judging is what follows from the decisions: rows and their plan. A few decisions
// are followed at once; more are judged in the background, since there may be a
// million rows. New makes one.
type Judging struct {
	judged

	hooks      Hooks
	choices    *choices
	lane       *background.Latest
	table      *number.Table // nil while there is nothing to judge
	resets     int           // what was asked before the last one is not about these rows
	limits     plan.Limits
	judgement  int
	afterwards []func() // what waits for the next judgement
	underWay   bool     // a judgement of all rows is
	recent     [][]int  // the rows that changed in each of the last judgements
}

// judged are rows and their plan, and what is counted of them.
type judged struct {
	tally   review.Tally
	live    *review.Judgement
	planner *plan.Planner
	plan    plan.Plan
}

// newJudged plans and counts what was judged. If that is what was judged before, all but
// the judgement stays.
func newJudged(live *review.Judgement, limits plan.Limits, before judged) judged {
	if before.live != nil && before.plan.Limits == limits && slices.Equal(before.live.Rows(), live.Rows()) {
		before.live = live
		return before
	}
	planner := plan.NewPlanner(live.Rows(), limits)
	planned := planner.Plan()
	return judged{tally: review.NewTally(planned.Rows), live: live, planner: planner, plan: planned}
}

// Plan is the rows of the file as they were judged, and how they are sent. It does
// not change; another judgement makes another one.
func (j *Judging) Plan() plan.Plan { return j.plan }

// Judgement numbers the reviews: it grows whenever Plan is another one.
func (j *Judging) Judgement() int { return j.judgement }

// Counts says how many rows are what.
func (j *Judging) Counts() review.Counts { return j.tally.Counts }

// Suggestions is how many problems have a suggestion that would mend them.
func (j *Judging) Suggestions() int { return j.tally.Suggestions }

// Countryless is how many rows only lack the country of their number.
func (j *Judging) Countryless() int { return j.tally.Countryless }

// Possible reports whether there are rows to judge.
func (j *Judging) Possible() bool { return j.table != nil }

// Judge reviews the rows of the open file with the choices and with what is
// known of the organization, and plans them. then is called when that is done,
// also if it is a later review that comes home first; it may be nil.
func (j *Judging) Judge(then func()) {
	if then != nil {
		j.afterwards = append(j.afterwards, then)
	}
	table, resets, limits := j.table, j.resets, j.Limits()
	settings, decided, known := j.choices.settings, j.choices.snapshot(), j.hooks.Known()
	before, room := j.judged, j.live.HandOver() // of which nothing changes meanwhile
	j.underWay = true
	background.Replace(j.lane, func(ctx context.Context) (judged, error) {
		judgement, err := review.Judge(ctx, table, settings, known, decided, room)
		if err != nil {
			return judged{}, err
		}
		return newJudged(judgement, limits, before), nil
	}, func(got judged, err error) {
		j.underWay = false
		if err != nil || resets != j.resets {
			return
		}
		j.take(got)
		afterwards := j.afterwards
		j.afterwards = nil
		j.hooks.Changed()
		for _, then := range afterwards {
			then()
		}
	})
}

// take makes a judgement the one that is shown.
func (j *Judging) take(got judged) {
	same := got.planner == j.planner
	j.judged = got
	j.tell(nil)
	if !same {
		j.recent = nil
	}
}

// tell says that a judgement differs from the last one in some rows.
func (j *Judging) tell(changed []int) {
	j.judgement++
	j.recent = append(j.recent, changed)
	if len(j.recent) > mostRecent {
		j.recent = slices.Clone(j.recent[1:])
	}
}

// reset forgets the rows.
func (j *Judging) reset() {
	j.table, j.afterwards = nil, nil
	j.resets++
	j.take(judged{})
}

// follow judges what follows from decisions about records: at once if that are few,
// else in the background with all others.
func (j *Judging) follow(records []int, whole bool) {
	if whole || !j.followNow(records) {
		j.Judge(j.hooks.Judged)
		return
	}
	j.hooks.Changed()
	j.hooks.Judged()
}

// followNow judges decisions about a few records at once. It says false if that
// can't be done: all rows are being judged, or have to be.
func (j *Judging) followNow(records []int) bool {
	g := j.live
	if j.underWay || g == nil {
		return false
	}
	rows, more, ok := g.Change(records, j.choices.decision)
	switch {
	case !ok:
		return false
	case more:
		j.take(newJudged(g, j.Limits(), judged{}))
		return true
	}
	touched := j.planner.Change(g.Rows(), rows)
	j.plan = j.planner.Plan()
	j.tally.Change(j.plan.Rows, touched)
	j.tell(touched)
	return true
}

// mostRecent is how many judgements Since can look back.
const mostRecent = 32

// Since tells, by their indexes in Plan().Rows in ascending order, the rows that changed
// since a judgement. It says false if all may have.
func (j *Judging) Since(judgement int) (changed []int, ok bool) {
	n := j.judgement - judgement
	if n < 0 || n > len(j.recent) {
		return nil, false
	}
	for _, rows := range j.recent[len(j.recent)-n:] {
		changed = append(changed, rows...)
	}
	slices.Sort(changed)
	return slices.Compact(changed), true
}

// Try judges one record as if the settings and the decision about it were these.
// Nothing is kept.
func (j *Judging) Try(record int, settings review.Settings, decision review.Decision) []*number.Row {
	if j.live == nil {
		return nil
	}
	return j.live.Try(record, settings, decision)
}

// SetLimits changes how many numbers go into a request, and plans the rows again.
func (j *Judging) SetLimits(limits plan.Limits) {
	if limits == j.limits {
		return
	}
	j.limits = limits
	if j.live != nil || j.underWay {
		j.Judge(j.hooks.Judged)
	}
}

// Limits are the limits of the plan.
func (j *Judging) Limits() plan.Limits {
	limits := j.limits
	limits.OneRequest = limits.OneRequest || j.choices.settings.OneRequest
	return limits
}
