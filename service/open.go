package service

import (
	"context"
	"time"

	"numberloader/internal/run"
)

// openRows are rows of one location that are not known for the same reason.
type openRows struct {
	locationID string
	stage      run.Stage
	rows       []int
}

// openPlaces collects the rows of a run that are not known.
func openPlaces(r *run.Run) []openRows {
	type key struct {
		place string
		stage run.Stage
	}
	at := map[key]int{}
	var all []openRows
	for _, row := range r.Unknown() {
		line := &r.Lines[row]
		k := key{place: bare(r.Requests[line.Request-1].Group.LocationID)}
		if line.Change != nil {
			k.stage = line.Change.Stage
		}
		if _, known := at[k]; !known {
			at[k] = len(all)
			all = append(all, openRows{r.Requests[line.Request-1].Group.LocationID, k.stage, nil})
		}
		all[at[k]].rows = append(all[at[k]].rows, row)
	}
	return all
}

// settleOpen finds out by reading what became of the rows that are not known, one
// location after the other. The error is why it stopped.
func (j *job) settleOpen(ctx context.Context, r *run.Run) error {
	places := openPlaces(r)
	j.begin(run.StageSettle, len(places))
	for i, place := range places {
		j.report(run.Progress{Request: i + 1})
		seen, err := j.watch(ctx, question{
			place: place.locationID, rows: place.rows, changed: func(row int) time.Time { return j.known(row).Add(inFlight) },
			decided: func(_ int, v view) bool {
				return v.twice && v.late || place.stage == run.StageAdd && v.ok || place.stage == run.StageActivate && v.active()
			},
		})
		if err != nil {
			return err
		}
		var updates []run.Update
		for _, row := range place.rows {
			if v, decided := seen[row]; decided {
				updates = append(updates, run.Update{Line: row, Result: j.ending(r, row, v)})
			}
		}
		if err := j.settled(i+1, updates); err != nil {
			return err
		}
	}
	j.lines = j.journal.Run().Lines
	return nil
}

// ending is the outcome of a row that was unknown, now that a reading shows it.
func (j *job) ending(r *run.Run, row int, v view) run.Result {
	line := &r.Lines[row]
	group := r.Requests[line.Request-1].Group
	here := v.ok && v.isIn(group.LocationID)
	if line.Change == nil {
		return j.endOfAdding(r, row, v)
	}
	a := reply{ended: j.service.settings.Now()}
	switch {
	case line.Change.Stage == run.StageRemove && !here:
		return a.fine(run.Removed)
	case line.Change.Stage == run.StageActivate && here && v.active():
		return a.fine(run.Activated)
	case line.Change.Stage == run.StageActivate && !here:
		return a.result(run.NotActivated, goneMeanwhile(placeName(group, j.names)))
	}
	return line.Change.Before
}

// endOfAdding is the end of a row whose request had no clear answer: the list
// lacked it before the run, unless Webex said that it was in use.
func (j *job) endOfAdding(r *run.Run, row int, v view) run.Result {
	line := &r.Lines[row]
	sent := &r.Sent[line.Request-1]
	place := placeName(sent.Request.Group, j.names)
	a := reply{
		ended: j.service.settings.Now(), status: sent.HTTPStatus, code: line.Result.ErrorCode, trackingID: sent.TrackingID,
	}
	switch {
	case !v.ok:
		return a.result(run.NotSent, notThere())
	case !v.isIn(sent.Request.Group.LocationID):
		return a.result(run.Refused, inOtherLocation(&v.Held, j.names))
	case line.Lost != run.LostNothing:
		return a.result(run.AlreadyThere, thereAndLost(place))
	case isInUse(line.Result.ErrorCode):
		return a.result(run.AlreadyThere, alreadyIn(place, v.Owner))
	}
	return a.added()
}
