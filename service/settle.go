package service

import (
	"context"
	"net/http"
	"slices"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/run"
	"numberloader/service/webex"
)

const (
	// secondReading is the pause before a number counts as not there: "only
	// when a second reading, 2 s after the first, lacks it too".
	secondReading = 2 * time.Second
	// findTime is how long the readings may take in all.
	findTime = 3 * time.Minute
)

// sighting says where the number list has the numbers of rows.
type sighting struct {
	here      []int // in the location of their request
	elsewhere []run.Update
	missing   []int
}

// find looks rows up in the number list, those of a location or with an empty
// ID those of the organization. It finishes when ctx ends. The error is a
// *fault.Error: nothing is known then.
func (j *job) find(ctx context.Context, r *request, a reply, rows []int, locationID string) (sighting, error) {
	if len(rows) == 0 {
		return sighting{}, nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), findTime)
	defer cancel()
	s := sighting{missing: rows}
	for reading := range 2 {
		if reading > 0 {
			if err := j.service.settings.Sleep(ctx, secondReading); err != nil {
				return sighting{}, explain(err)
			}
		}
		listed, err := j.service.listing(ctx, locationID)
		if err != nil {
			return sighting{}, explain(err)
		}
		j.spot(&s, r, a, listed)
		if len(s.missing) == 0 {
			break
		}
	}
	return s, nil
}

// spot moves the rows whose numbers a reading has out of the missing ones.
func (j *job) spot(s *sighting, r *request, a reply, listed map[number.E164]listed) {
	var missing []int
	for _, row := range s.missing {
		switch l, ok := listed[j.lines[row].Row.Number]; {
		case !ok:
			missing = append(missing, row)
		case l.isIn(r.Group.LocationID):
			s.here = append(s.here, row)
		default:
			result := a.result(run.Refused, inOtherLocation(l.Location, j.names))
			s.elsewhere = append(s.elsewhere, run.Update{Line: row, Result: result})
		}
	}
	s.missing = missing
}

// notKnown leaves the rows of a request open because the number list could not
// be read, and stops the work.
func (j *job) notKnown(r *request, a reply, stop error) error {
	updates := each(r.rows, a.result(run.NotKnown, unknown()))
	for i := range updates {
		switch result := &updates[i].Result; {
		case slices.Contains(r.inUse, updates[i].Line):
			result.ErrorCode = codeInUse
		case isInUse(result.ErrorCode):
			result.ErrorCode = "" // it is that of another row
		}
	}
	r.rows = nil
	if err := j.settled(r.Number, updates); err != nil {
		return err
	}
	return stop
}

// unclear deals with a request whose fate the answer does not tell: that is
// written down first, and then the number list is read. Only what is not there
// goes again, a few times, and is left as not sent after that.
func (j *job) unclear(ctx context.Context, r *request, a reply, cause error) error {
	open := each(r.rows, a.result(run.NotKnown, unknown()))
	if err := j.wrote(j.journal.Answered(r.Number, a.sent(), open)); err != nil {
		return err
	}
	j.doubt(r.rows)
	s, err := j.find(ctx, r, a, r.rows, r.Group.LocationID)
	if err != nil {
		return j.notKnown(r, a, err)
	}
	r.rows, r.tries = s.missing, r.tries+1
	stop := j.failed()
	updates := append(each(s.here, a.added()), s.elsewhere...)
	if stop || r.tries >= maxTries {
		r.rows = nil
		updates = append(updates, each(s.missing, a.result(run.NotSent, notAdded()))...)
	}
	if err := j.settled(r.Number, updates); err != nil {
		return err
	}
	if stop {
		return explain(cause)
	}
	if len(r.rows) == 0 {
		return nil
	}
	return j.sleep(ctx, r.Number, time.Duration(r.tries)*tryPause)
}

// doubt notes that a request without a clear answer may have added rows.
func (j *job) doubt(rows []int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	for _, row := range rows {
		j.doubted[row] = true
	}
}

func (j *job) isDoubted(row int) bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.doubted[row]
}

// refused deals with an answer that refuses a request and names no numbers. A
// refusal that may be about some numbers says nothing of what was done before it,
// so the number list is read, and the others go again; other refusals come before
// anything is done.
func (j *job) refused(ctx context.Context, r *request, a reply, api *webex.APIError) error {
	if a.status != http.StatusBadRequest && !aboutNumbers(api) {
		return j.conclude(r, a.result(run.Refused, reasonFor(api.Code, api.Message, j.place(r))), a, nil)
	}
	return j.divide(ctx, r, a, api)
}

// settle ends all rows that were under way: those in the list were added, since
// the list lacked them before the run; the others get the result for missing
// ones.
func (j *job) settle(ctx context.Context, r *request, a reply, missing run.Result) error {
	s, err := j.find(ctx, r, a, r.rows, r.Group.LocationID)
	if err != nil {
		return j.notKnown(r, a, err)
	}
	r.rows = nil
	updates := append(each(s.here, a.added()), s.elsewhere...)
	return j.settled(r.Number, append(updates, each(s.missing, missing)...))
}
