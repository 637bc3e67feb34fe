package service

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"sync"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/run"
	"numberloader/service/webex"
)

const (
	// maxWaits is how often Webex may put off one request before the work stops.
	maxWaits = 30
	// maxTries is how often a request that has no clear answer is sent in all.
	maxTries = 3
)

// adding is the work that adds numbers. Its workers share it.
type adding struct {
	*job

	mu    sync.Mutex
	sizes map[number.Kind]int // the most numbers that Webex took in a request, where it refused more
}

// add looks at the location of a request, and then sends the request until none of
// its rows is left. The error is why the work stops.
func (d *adding) add(ctx context.Context, r *request, l *look) error {
	for r.part(d.most(r.Group.Kind)) {
		if err := d.turn(ctx, r); err != nil {
			return err
		}
		if err := d.look(ctx, r, l); err != nil {
			return err
		}
		if len(r.rows) == 0 {
			continue
		}
		if err := d.attempt(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// turn returns when a request may leave. The person does not wait for that to hear of the
// answer before it.
func (d *adding) turn(ctx context.Context, r *request) error {
	if d.opens(ctx) {
		return nil
	}
	if err := r.late.now(); err != nil {
		return err
	}
	return d.gate.turn(ctx, r.Number)
}

// attempt sends the next part of a request once, records the answer, and leaves in
// r.rows what may be sent again. Once the request has been sent, the end of ctx does
// not cut it short. An error ends the work.
func (d *adding) attempt(ctx context.Context, r *request) error {
	if err := d.wrote(d.journal.Sending(r.Number, r.rows...)); err != nil {
		return err
	}
	if err := r.late.now(); err != nil {
		return err
	}
	r.inUse = nil
	d.report(run.Progress{Request: r.Number})
	a := reply{started: d.service.settings.Now()}
	accepted, err := d.service.api.AddNumbers(context.WithoutCancel(ctx), r.Group.LocationID, d.body(r))
	a.ended = d.service.settings.Now()
	if err == nil {
		a.status, a.trackingID = accepted.Status, accepted.TrackingID
		return d.accepted(ctx, r, a, accepted)
	}
	if api, ok := errors.AsType[*webex.APIError](err); ok && !api.Foreign {
		a.status, a.code, a.trackingID = api.Status, api.Code, api.TrackingID
		return d.refusal(ctx, r, a, api)
	}
	if mayHaveLeft(err) {
		return d.unclear(ctx, r, a, err)
	}
	stop := explain(err)
	return d.conclude(r, a.result(run.NotSent, notReached(stop)), a, stop)
}

// mayHaveLeft reports whether a call that Webex did not answer may have been carried
// out.
func mayHaveLeft(err error) bool {
	if lost, ok := errors.AsType[*webex.ConnectionError](err); ok {
		return !lost.NotSent
	}
	return isAnswerError(err) || webex.IsForeign(err)
}

// body is what is sent. Mobile numbers have no state, and only they have a
// subscription and a carrier. All others name their state, because clients and Webex
// disagree about the default.
func (d *adding) body(r *request) webex.AddNumbers {
	b := webex.AddNumbers{
		PhoneNumbers:    d.numbers(r.rows),
		NumberType:      r.Group.Kind.API(),
		NumberUsageType: r.Group.Usage.API(),
	}
	if r.Group.Kind == number.KindMobile {
		b.SubscriptionID, b.CarrierID = r.Group.Subscription, r.Group.Carrier
	} else {
		b.State = r.Group.State.API()
	}
	return b
}

// numbers are the numbers of rows.
func (j *job) numbers(rows []int) []string {
	all := make([]string, len(rows))
	for i, row := range rows {
		all[i] = j.lines[row].Row.Number.String()
	}
	return all
}

// accepted records a success: all numbers were added except those that the answer
// names. If it is unclear which ones it means, the list of numbers says which of the
// others are in.
func (d *adding) accepted(ctx context.Context, r *request, a reply, accepted webex.Accepted) error {
	d.well()
	d.pace.well(a.ended)
	p := d.sort(r, a, run.Refused, accepted.Refused)
	sure, open := p.others, []int(nil)
	if accepted.Unclear || p.strangers {
		sure, open = nil, p.others
	}
	final := append(each(sure, a.added()), p.refused...)
	if r.rows = slices.Concat(p.inUse, open); len(r.rows) == 0 {
		d.later(r, a.sent(), final)
		return nil
	}
	if err := d.open(r, a, final, p.inUse); err != nil {
		return err
	}
	if err := d.named(ctx, r, a, p.inUse); err != nil {
		return err
	}
	r.rows = open
	return d.settle(ctx, r, a, a.result(run.NotSent, notAdded()))
}

// open records an answer that settles some rows, and leaves numbers in use to be
// looked up.
func (d *adding) open(r *request, a reply, final []run.Update, inUse []int) error {
	used := a.result(run.NotKnown, unknown())
	used.ErrorCode = codeInUse
	r.inUse = inUse
	if err := d.wrote(d.answer(r, a.sent(), append(slices.Clip(final), each(inUse, used)...))); err != nil {
		return err
	}
	d.tell(r.Number, final)
	return nil
}

// refusal decides what an answer outside 2xx means.
func (d *adding) refusal(ctx context.Context, r *request, a reply, api *webex.APIError) error {
	if webex.ToWait(api) {
		if stop := d.wait(ctx, r, a, api); stop != nil {
			return d.conclude(r, a.result(run.NotSent, notReached(stop)), a, stop)
		}
		return nil
	}
	if api.Status >= 500 || api.Status == http.StatusRequestTimeout {
		return d.unclear(ctx, r, a, api)
	}
	d.well()
	switch kindOf(api) { //nolint:exhaustive // the other kinds do not end a run
	case fault.TokenRefused:
		stop := explain(api)
		return d.conclude(r, a.result(run.NotSent, notReached(stop)), a, stop)
	case fault.NotAllowed:
		return d.conclude(r, a.result(run.Refused, notAllowed()), a, explain(api))
	}
	p := d.sort(r, a, run.Refused, api.PerNumber)
	switch {
	case len(p.others) < len(r.rows):
		return d.partly(ctx, r, a, p)
	case api.Status == http.StatusConflict || isInUse(api.Code):
		return d.conflict(ctx, r, a)
	case len(r.rows) > 1 && tooMany(api):
		d.shrink(r)
		return d.divide(ctx, r, a, api)
	}
	return d.refused(ctx, r, a, api)
}

// conclude gives all rows under way the same outcome. stop is why the work then stops,
// nil if it goes on.
func (d *adding) conclude(r *request, end run.Result, a reply, stop error) error {
	rows := r.rows
	r.rows = nil
	if err := d.answered(r, a.sent(), each(rows, end)); err != nil {
		return err
	}
	return stop
}

// wait has the same request sent again after a while, as nothing was done. Having sent
// too many requests slows down all of them; a lock concerns one location. The error is
// why the work stops.
func (j *job) wait(ctx context.Context, r *request, a reply, api *webex.APIError) error {
	r.waits++
	if r.waits > maxWaits {
		return explain(api)
	}
	pause := webex.WaitFor(api, r.waits)
	if api.Status == http.StatusTooManyRequests {
		j.pace.slow(a.started, a.ended, max(api.RetryAfter, brief))
	}
	return j.obey(ctx, r.Number, pause)
}
