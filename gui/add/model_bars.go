package add

import (
	"time"

	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Bars are the locations of the run, in its order.
func (p *Progress) Bars(now time.Time) []Bar {
	bars := make([]Bar, len(p.places))
	for i, at := range p.places {
		bars[i] = Bar{Location: at.name, Done: at.done + at.taken, Total: at.total}
		bars[i].State, bars[i].Text = p.stateOf(at, now)
	}
	return bars
}

// stateOf says what happens at one location.
func (p *Progress) stateOf(at *place, now time.Time) (BarState, string) {
	if at.done == at.total {
		return BarDone, phrase.Text("add.bar.done")
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
		if left(till, now) > 0 {
			return BarWaiting, phrase.Text("add.bar.waiting", "Number", i+1, "All", len(at.requests))
		}
		return BarUnderWay, phrase.Text("add.bar.sending", "Number", i+1, "All", len(at.requests))
	}
	switch {
	case answered == 0 && at.done+at.taken == 0:
		return BarAhead, phrase.Text("add.bar.ahead")
	case answered > 0:
		return BarUnderWay, phrase.Text("add.bar.answered", "Number", answered, "All", len(at.requests))
	}
	return BarUnderWay, phrase.Text("words.underway")
}
