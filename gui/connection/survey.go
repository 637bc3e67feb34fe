package connection

import (
	"context"
	"slices"

	"numberloader/gui/background"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

// Preflight is what is asked of the organization before adding.
type Preflight struct {
	Checking bool
	Done     bool
	Err      error // why it could not be asked
}

// Rows are the rows that an organization is asked about.
type Rows interface {
	// Plan is the rows as they are now, and how they are sent.
	Plan() plan.Plan
	// Judge judges them with what is known now, and then calls then.
	Judge(then func())
}

// SurveyHooks are what a survey needs from the rest of the flow. All are
// required, and called on the UI thread.
type SurveyHooks struct {
	// Ready says that there are rows that can be asked about now.
	Ready func() bool
	// Changed says that anything may look different now.
	Changed func()
}

// Survey is what was found out about the connected organization for the rows. Use
// NewSurvey.
type Survey struct {
	hooks     SurveyHooks
	rows      Rows
	lane      *background.Latest
	of        *Session // nil while nothing is connected
	known     review.Known
	stale     bool // numbers were added, removed or activated since
	preflight Preflight
}

// NewSurvey returns a survey of nothing, for rows.
func NewSurvey(loop *background.Loop, rows Rows, hooks SurveyHooks) *Survey {
	return &Survey{hooks: hooks, rows: rows, lane: loop.Latest()}
}

// Begin forgets what is known, and goes on with what a session brought.
func (s *Survey) Begin(session *Session) {
	s.of, s.known, s.stale = session, review.Known{Locations: number.ByName(session.locations)}, false
	s.Reset()
}

// Reset says that the organization has to be asked again before more is added.
func (s *Survey) Reset() { s.preflight = Preflight{} }

// Outdate says that the organization may no longer hold what was read of it, so that it
// is asked again as soon as its numbers are shown, and before more is added.
func (s *Survey) Outdate() {
	s.stale = true
	s.Reset()
}

// Known is what is known of the organization.
func (s *Survey) Known() review.Known { return s.known }

// Locations are the locations of the organization in the order of their names, with
// how their calls come in where that was asked.
func (s *Survey) Locations() []number.Location { return s.known.Locations }

// NotAsked says in whole sentences what the organization could not be asked before
// adding.
func (s *Survey) NotAsked() []string { return s.known.Notes }

// Preflight is how far the asking is.
func (s *Survey) Preflight() Preflight { return s.preflight }

// Prepare asks the organization what must be known before adding, and judges
// the rows with it.
func (s *Survey) Prepare() {
	of := s.of
	if of == nil || !s.hooks.Ready() {
		return
	}
	s.preflight = Preflight{Checking: true}
	rows := s.rows.Plan().Rows
	background.Replace(s.lane, func(ctx context.Context) (review.Known, error) {
		return of.organization.Survey(ctx, rows)
	}, func(known review.Known, err error) {
		if of == s.of {
			s.take(known, err)
		}
	})
	s.hooks.Changed()
}

// take judges the rows with what was found out.
func (s *Survey) take(known review.Known, err error) {
	if err != nil {
		s.preflight = Preflight{Err: err}
		s.hooks.Changed()
		return
	}
	s.known, s.stale = known.Since(s.known), false
	s.known.Locations = number.ByName(s.known.Locations)
	s.rows.Judge(func() {
		s.preflight = Preflight{Done: true}
		s.hooks.Changed()
		// A location may have been chosen while others were asked about.
		s.AskMissing()
	})
}

// Learn takes over what the organization holds, as it was just read, where it was asked
// about the rows before, and judges them with it.
func (s *Survey) Learn(held *number.Inventory) {
	if s.known.Existing == nil || s.preflight.Checking {
		return
	}
	s.known.Existing = make(map[number.E164]number.Held, len(held.Numbers))
	for _, h := range held.Numbers {
		s.known.Existing[h.Number] = h
	}
	s.rows.Judge(func() {})
}

// Cancel stops asking.
func (s *Survey) Cancel() {
	if s.preflight.Checking {
		s.lane.Cancel()
	}
}

// AskMissing asks the organization as soon as the rows need what nobody asked
// yet, so that the grid shows it while the user works. After a failure only
// Prepare asks again.
func (s *Survey) AskMissing() {
	if s.of != nil && !s.preflight.Checking && s.preflight.Err == nil && s.lacks() {
		s.Prepare()
	}
}

// lacks reports whether the numbers of the organization as they are now, or how the calls of
// a location of the plan come in, were not asked yet.
func (s *Survey) lacks() bool {
	if s.known.Existing == nil || s.stale {
		return true
	}
	notAsked := map[string]bool{}
	for _, l := range s.known.Locations {
		if l.PSTN == number.PSTNNotAsked {
			notAsked[l.ID] = true
		}
	}
	return slices.ContainsFunc(s.rows.Plan().Requests, func(r plan.Request) bool { return notAsked[r.Group.LocationID] })
}
