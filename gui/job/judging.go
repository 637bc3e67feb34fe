package job

import (
	"context"
	"slices"

	"numberloader/gui/background"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

// judged are rows and their plan, and what is counted of them. They follow a few
// decisions at once; more are judged in the background, since there may be a million
// rows.
type judged struct {
	review.Tally

	done        bool
	live        *review.Judgement
	plan        *plan.Plan
	rows        []number.Row
	requests    []plan.Request
	countryless int // rows that only lack the country of their number
}

func newJudged(live *review.Judgement, limits plan.Limits) judged {
	rows := live.Rows()
	planned := plan.New(rows, limits)
	tally := review.NewTally(rows)
	return judged{
		Tally: tally, done: true, live: live, plan: planned, rows: rows, requests: planned.Requests(), countryless: tally.Countryless,
	}
}

// judge reviews the rows of the open file with the choices and with what is
// known of the organization, and plans them. then is called when that is done,
// also if it is a later review that comes home first; it may be nil. While it is
// in doubt where the rows are, it looks at what may be chosen instead.
func (j *Job) judge(then func()) {
	judge, limits := j.file.review, j.Limits()
	if judge == nil {
		j.preview()
		return
	}
	if then != nil {
		j.afterwards = append(j.afterwards, then)
	}
	settings, decided, known := j.choices.now.Settings, j.choices.snapshot(), j.organization.known
	j.underWay = true
	j.recallDraft()
	background.Replace(j.judging, func(ctx context.Context) (judged, error) {
		judgement, err := judge.Judge(ctx, settings, known, decided)
		if err != nil {
			return judged{}, err
		}
		return newJudged(judgement, limits), nil
	}, func(got judged, err error) {
		j.underWay = false
		if err != nil || judge != j.file.review {
			return
		}
		j.take(got)
		afterwards := j.afterwards
		j.afterwards = nil
		j.events.Changed()
		for _, then := range afterwards {
			then()
		}
	})
}

// take makes a judgement the one that is shown.
func (j *Job) take(got judged) {
	j.judged = got
	j.judgement++
	j.recent = nil
}

// follow judges what follows from decisions about records: at once if that are few,
// else in the background with all others.
func (j *Job) follow(records []int, whole bool) {
	j.keep()
	if whole || !j.followNow(records) {
		j.judge(j.askMissing)
		return
	}
	j.events.Changed()
	j.askMissing()
}

// followNow judges decisions about a few records at once. It says false if that
// can't be done: all rows are being judged, or have to be.
func (j *Job) followNow(records []int) bool {
	g := j.live
	if j.underWay || g == nil {
		return false
	}
	rows, more, ok := g.Change(records, j.Decision)
	switch {
	case !ok:
		return false
	case more:
		j.take(newJudged(g, j.Limits()))
		return true
	}
	j.rows = g.Rows()
	touched := j.plan.Change(j.rows, rows)
	j.requests = j.plan.Requests()
	j.Tally.Change(j.rows, touched)
	j.countryless = j.Tally.Countryless
	j.judgement++
	j.recent = append(j.recent, touched)
	if len(j.recent) > mostRecent {
		j.recent = slices.Clone(j.recent[1:])
	}
	return true
}

// mostRecent is how many judgements Since can look back.
const mostRecent = 32

// Since tells, by their indexes in Rows in ascending order, the rows that changed
// since a judgement. It says false if all may have.
func (j *Job) Since(judgement int) (changed []int, ok bool) {
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
func (j *Job) Try(record int, settings review.Settings, decision review.Decision) []number.Row {
	if j.live == nil {
		return nil
	}
	return j.live.Try(record, settings, decision)
}

// Lend keeps the rows from being changed until they are given back, so that they can
// be read in the background. giveBack may be called from any goroutine.
func (j *Job) Lend() (giveBack func()) {
	if j.live == nil {
		return func() {}
	}
	return j.live.Lend()
}

// Limits are the limits of the plan.
func (j *Job) Limits() plan.Limits {
	limits := j.limits
	limits.OneRequest = limits.OneRequest || j.choices.now.Settings.OneRequest
	return limits
}
