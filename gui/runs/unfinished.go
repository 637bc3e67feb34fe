package runs

import (
	"context"

	"numberloader/gui/background"
	"numberloader/gui/open"
	"numberloader/gui/work"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Unfinished is the newest run that was stopped before its end, which the Open screen
// offers to go on with.
type Unfinished struct {
	*stage

	actions *actions
	past    *Past
	looking *background.Latest
	found   leftOpen
}

// leftOpen is a run that was stopped before its end, nil if there is none, and how many
// others there are.
type leftOpen struct {
	newest *work.Result
	more   int
}

func newUnfinished(s *stage, actions *actions, past *Past) *Unfinished {
	return &Unfinished{stage: s, actions: actions, past: past, looking: s.Loop.Latest()}
}

// Look looks for such a run. A history that can't be read is told about on its own
// screen.
func (u *Unfinished) Look() {
	background.Replace(u.looking, func(context.Context) (leftOpen, error) { return findLeftOpen(u.History) },
		func(found leftOpen, err error) {
			if err == nil {
				u.found = found
				u.Refresh()
			}
		})
}

// findLeftOpen reads the newest run of a history that was stopped before its end. It
// is nil if there is none that can be gone on with.
func findLeftOpen(history History) (leftOpen, error) {
	all, err := history.List()
	if err != nil {
		return leftOpen{}, err
	}
	var found leftOpen
	for _, summary := range all {
		switch {
		case summary.State != run.Unfinished || summary.Damaged:
		case found.newest != nil:
			found.more++
		default:
			loaded, err := history.Load(summary.ID)
			if err != nil {
				return leftOpen{}, err
			}
			found.newest = work.NewResult(loaded, nil)
		}
	}
	return found, nil
}

// Offer is what the Open screen shows of it.
func (u *Unfinished) Offer() open.Unfinished {
	found := u.found.newest
	if found == nil {
		return open.Unfinished{}
	}
	offer := open.Unfinished{Run: &found.Run, More: u.found.more, Blocked: u.blocked(found.Run.Organization)}
	if next, ok := found.Next(); ok {
		offer.Resume = pastLabel(next, found)
	}
	return offer
}

// blocked says why a run of an organization can't be gone on with now, "" if it can.
// The practice organization is connected by itself.
func (u *Unfinished) blocked(o run.Organization) string {
	switch {
	case o.Practice || u.Flow.Connection.To(o):
		return ""
	case u.Flow.Connection.Connecting():
		return phrase.Text("shell.hint.connecting")
	}
	return phrase.Text("open.unfinished.signin", "Organization", phrase.Organization(o))
}

// See shows the run among the others.
func (u *Unfinished) See() { u.past.see(u.found.newest.Run.ID) }

// Resume goes on with the run.
func (u *Unfinished) Resume() {
	if u.found.newest == nil {
		return
	}
	u.Flow.Results.Show(u.found.newest.Run.ID, func(err error) {
		if err != nil {
			u.Complain(err)
			return
		}
		if next, ok := u.actions.next(); ok {
			next.Do()
		}
	})
}
