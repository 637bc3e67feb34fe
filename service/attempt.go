package service

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/run"
	"numberloader/service/webex"
)

// maxWaits is how often Webex may put off one request before the run stops.
const maxWaits = 30

// request is a request of the plan on its way. Parts of it may go again, when it
// is sure that they are not in.
type request struct {
	plan.Request
	rows   []int // lines that are still to be sent
	waits  int   // how often Webex asked to wait
	failed bool  // an earlier answer refused a part of it and left the rest open
	again  bool  // it went again after numbers were found to be in use
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
func (a reply) result(o run.Outcome, why words) run.Result {
	return run.Result{
		Outcome: o, Reason: why.reason, ToDo: why.toDo,
		HTTPStatus: a.status, ErrorCode: a.code, TrackingID: a.trackingID, Time: a.ended,
	}
}

// added is the result of a row that is in. An error code beside it would be that
// of another row.
func (a reply) added() run.Result {
	result := a.result(run.Added, words{})
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

// attempt sends what is left of a request once, writes down the answer, and
// leaves in r.rows what may go again. Once it has left, the end of ctx does not
// cut it short. An error ends the run.
func (w *submission) attempt(ctx context.Context, r *request) error {
	if err := w.wrote(w.journal.Sending(r.Number)); err != nil {
		return err
	}
	w.progress(run.Progress{Run: w.journal.ID(), Request: r.Number})
	a := reply{started: w.service.settings.Now()}
	accepted, err := w.service.api.AddNumbers(context.WithoutCancel(ctx), r.Group.LocationID, w.body(r))
	a.ended = w.service.settings.Now()
	if err == nil {
		a.status, a.trackingID = accepted.Status, accepted.TrackingID
		return w.accepted(ctx, r, a, accepted)
	}
	if api, ok := errors.AsType[*webex.APIError](err); ok {
		a.status, a.code, a.trackingID = api.Status, api.Code, api.TrackingID
		return w.refusal(ctx, r, a, api)
	}
	if mayHaveLeft(err) {
		return w.unclear(ctx, r, a, err)
	}
	stop := explain(err)
	return w.conclude(r, a.result(run.NotSent, notReached(stop)), a, stop)
}

// mayHaveLeft says that a call without an answer may have been carried out.
func mayHaveLeft(err error) bool {
	if lost, ok := errors.AsType[*webex.ConnectionError](err); ok {
		return !lost.NotSent
	}
	_, odd := errors.AsType[*webex.AnswerError](err)
	return odd
}

// body is what is sent. Mobile numbers have no state; subscription and carrier
// are for them alone. Others always name their state, because clients and Webex
// differ in what they take for the default.
func (w *submission) body(r *request) webex.AddNumbers {
	b := webex.AddNumbers{
		PhoneNumbers:    make([]string, len(r.rows)),
		NumberType:      r.Group.Kind.API(),
		NumberUsageType: r.Group.Usage.API(),
	}
	for i, row := range r.rows {
		b.PhoneNumbers[i] = w.lines[row].Row.Number.String()
	}
	if r.Group.Kind == number.KindMobile {
		b.SubscriptionID, b.CarrierID = r.Group.Subscription, r.Group.Carrier
	} else {
		b.State = r.Group.State.API()
	}
	return b
}

// accepted writes down a success: all numbers were added, but for those that the
// answer names. Where it leaves in doubt which ones it means, the number list
// says which of the others are in.
func (w *submission) accepted(ctx context.Context, r *request, a reply, accepted webex.Accepted) error {
	w.failures = 0
	p := w.sort(r, a, accepted.Refused)
	sure, open := p.others, []int(nil)
	if accepted.Unclear || p.strangers {
		sure, open = nil, p.others
	}
	r.rows = slices.Concat(p.inUse, open)
	if err := w.answered(r, a.sent(), slices.Concat(p.refused, each(sure, a.added()))); err != nil {
		return err
	}
	if err := w.named(ctx, r, a, p.inUse); err != nil {
		return err
	}
	r.rows = open
	return w.settle(ctx, r, a, a.result(run.NotSent, notAdded()))
}

// refusal decides what an answer outside 2xx means.
func (w *submission) refusal(ctx context.Context, r *request, a reply, api *webex.APIError) error {
	if webex.ToWait(api) {
		return w.wait(ctx, r, a, api)
	}
	if api.Status >= 500 || api.Status == http.StatusRequestTimeout {
		return w.unclear(ctx, r, a, api)
	}
	w.failures = 0
	switch kindOf(api) { //nolint:exhaustive // the other kinds do not end a run
	case fault.TokenRefused:
		stop := explain(api)
		return w.conclude(r, a.result(run.NotSent, notReached(stop)), a, stop)
	case fault.NotAllowed:
		return w.conclude(r, a.result(run.Refused, notAllowed()), a, explain(api))
	}
	p := w.sort(r, a, api.PerNumber)
	switch {
	case len(p.others) < len(r.rows):
		return w.partly(ctx, r, a, p)
	case api.Status == http.StatusConflict || isInUse(api.Code):
		return w.conflict(ctx, r, a)
	}
	return w.refused(ctx, r, a, reasonFor(api.Code, api.Message, w.place(r)))
}

// conclude gives all rows that are left the same end. stop is why the run stops
// then, nil if it goes on.
func (w *submission) conclude(r *request, end run.Result, a reply, stop error) error {
	rows := r.rows
	r.rows = nil
	if err := w.answered(r, a.sent(), each(rows, end)); err != nil {
		return err
	}
	return stop
}

// wait lets the same request go again after a while: nothing was done.
func (w *submission) wait(ctx context.Context, r *request, a reply, api *webex.APIError) error {
	r.waits++
	stop := explain(api)
	if r.waits <= maxWaits {
		pause := webex.WaitFor(api, r.waits)
		w.progress(run.Progress{Run: w.journal.ID(), Request: r.Number, Wait: pause})
		err := w.service.settings.Sleep(ctx, pause)
		if err == nil {
			return nil
		}
		stop = explain(err)
	}
	return w.conclude(r, a.result(run.NotSent, notReached(stop)), a, stop)
}

// parts are the rows of a request as an answer sorts them.
type parts struct {
	refused   []run.Update
	inUse     []int // named as in use: the number list says where
	others    []int // not named
	strangers bool  // numbers are named that are not among the rows
}

// sort finds the rows that an answer names, in whatever style it writes them.
func (w *submission) sort(r *request, a reply, named []webex.NumberError) parts {
	byNumber := make(map[string]webex.NumberError, len(named))
	for _, n := range named {
		byNumber[digits(n.Number)] = n
	}
	var p parts
	for _, row := range r.rows {
		key := digits(w.lines[row].Row.Number.String())
		n, isNamed := byNumber[key]
		delete(byNumber, key)
		switch {
		case !isNamed:
			p.others = append(p.others, row)
		case isInUse(n.Code):
			p.inUse = append(p.inUse, row)
		default:
			result := a.result(run.Refused, reasonFor(n.Code, cmp.Or(n.Message, n.Title), w.place(r)))
			result.ErrorCode = n.Code
			p.refused = append(p.refused, run.Update{Line: row, Result: result})
		}
	}
	p.strangers = len(byNumber) > 0
	return p
}

// digits are the digits of a number, however it is written.
func digits(text string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, text)
}

// place is the name of a request's location.
func (w *submission) place(r *request) string { return placeName(r.Group, w.names) }
