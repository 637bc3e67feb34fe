package add

import (
	"time"

	"numberloader/gui/rows"
	"numberloader/internal/run"
)

// Bars are the locations of the run, in its order.
func (p *Progress) Bars(now time.Time) []Bar {
	bars := make([]Bar, len(p.places))
	for i, at := range p.places {
		bars[i] = Bar{Location: at.name, Done: at.done, Total: at.total}
		bars[i].State, bars[i].Text = p.stateOf(at, now)
	}
	return bars
}

// stateOf says what happens at one location.
func (p *Progress) stateOf(at *place, now time.Time) (BarState, string) {
	if at.done == at.total {
		return BarDone, "Done"
	}
	answered := 0
	for i, r := range at.requests {
		till, underWay := p.underWay[r.Number]
		switch {
		case r.Number == 0 || p.stage != run.StageAdd:
			continue
		case p.answered[r.Number]:
			answered++
			continue
		case !underWay:
			continue
		}
		text := "request " + rows.Count(i+1) + " of " + rows.Count(len(at.requests))
		if left(till, now) > 0 {
			return BarWaiting, "Waiting: " + text
		}
		return BarUnderWay, "Sending " + text
	}
	switch {
	case answered == 0 && at.done == 0:
		return BarAhead, "Not started"
	case answered > 0:
		return BarUnderWay, "Request " + rows.Count(answered) + " of " + rows.Count(len(at.requests)) + " done"
	}
	return BarUnderWay, "Under way"
}
