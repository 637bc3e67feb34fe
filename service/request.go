package service

import (
	"slices"
	"time"

	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// request is a request on its way. Parts of it may go again, when it is sure that
// they are not in.
type request struct {
	plan.Request
	all   []int   // lines that are to be sent
	rows  []int   // lines that leave next
	later [][]int // parts that leave after them
	waits int     // how often Webex asked to wait
	tries int     // how often it had no clear answer
	inUse []int   // lines that the last answer says are in use
	late  *late   // what the worker that has the request did not tell yet
}

// part chooses the lines that leave next, at most so many of them. It is false if
// there are none.
func (r *request) part(most int) bool {
	for len(r.rows) == 0 && len(r.later) > 0 {
		r.rows, r.later = r.later[0], r.later[1:]
	}
	if most > 0 && len(r.rows) > most {
		r.later = slices.Insert(r.later, 0, r.rows[most:])
		r.rows = r.rows[:most]
	}
	return len(r.rows) > 0
}

// halve lets lines go again in two parts.
func (r *request) halve(rows []int) {
	half := (len(rows) + 1) / 2
	r.rows = rows[:half]
	r.later = slices.Insert(r.later, 0, rows[half:])
}

// reply is an answer as the journal and support want it.
type reply struct {
	started, ended   time.Time
	status           int // 0 if none came
	code, trackingID string
}

// sent is what the journal keeps of it. A request without an answer, whether it
// left or not, does not count as answered.
func (a reply) sent() run.Sent {
	state := run.SentAnswered
	if a.status == 0 {
		state = run.SentUnderWay
	}
	return run.Sent{
		State: state, HTTPStatus: a.status, ErrorCode: a.code, TrackingID: a.trackingID,
		Started: a.started, Ended: a.ended,
	}
}

// result is what the answer comes to for a row.
func (a reply) result(o run.Outcome, why *run.Why) run.Result {
	return run.Result{
		Outcome: o, Why: why,
		HTTPStatus: a.status, ErrorCode: a.code, TrackingID: a.trackingID, Time: a.ended,
	}
}

// added is the result of a row that is in. An error code beside it would be that
// of another row.
func (a reply) added() run.Result { return a.fine(run.Added) }

// fine is the result of a row that all went well with.
func (a reply) fine(o run.Outcome) run.Result {
	result := a.result(o, nil)
	result.ErrorCode = ""
	return result
}

// each gives every row the same result.
func each(rows []int, result run.Result) []run.Update {
	updates := make([]run.Update, len(rows))
	for i, row := range rows {
		updates[i] = run.Update{Line: row, Result: result}
	}
	return updates
}
