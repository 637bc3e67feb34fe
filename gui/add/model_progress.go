package add

import (
	"time"

	"numberloader/gui/rows"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// Bar is how far the numbers of one location have come.
type Bar struct {
	Location    string
	Done, Total int
	State       BarState
	Text        string
}

// BarState is what happens at a location.
type BarState uint8

// The states of a location.
const (
	BarAhead BarState = iota // none of its requests was sent yet
	BarUnderWay
	BarWaiting // Webex asked to wait
	BarDone
)

// Progress is the state of a run under way. It learns from run.Progress and is
// total. A value belongs to one goroutine.
type Progress struct {
	requests     []plan.Request
	organization string
	total        int
	started      time.Time

	outcomes map[run.Outcome]int
	settled  map[int]bool // lines whose fate is known
	answered map[int]bool // requests that were answered
	current  int          // the request under way, 0 before the first
	waitTill time.Time    // zero without a wait
	stopping bool
}

// NewProgress is a run that begins now.
func NewProgress(requests []plan.Request, organization string, now time.Time) *Progress {
	p := &Progress{
		requests: requests, organization: organization, started: now,
		outcomes: map[run.Outcome]int{}, settled: map[int]bool{}, answered: map[int]bool{},
	}
	for _, r := range requests {
		p.total += len(r.Rows)
	}
	return p
}

// Take learns from one step of the run.
func (p *Progress) Take(step run.Progress, now time.Time) {
	p.current, p.waitTill = step.Request, time.Time{}
	if step.Wait > 0 {
		p.waitTill = now.Add(step.Wait)
	}
	if step.Answered {
		p.answered[step.Request] = true
	}
	for _, u := range step.Lines {
		if !p.settled[u.Line] {
			p.settled[u.Line] = true
			p.outcomes[u.Result.Outcome]++
		}
	}
}

// Stop says that the person pressed Stop.
func (p *Progress) Stop() { p.stopping = true }

// Headline is the sentence at the top.
func (p *Progress) Headline() string {
	return "Adding " + rows.Of(p.total, "number", "numbers") + " to " + p.organization
}

// done counts numbers, those of lines that were never to be sent aside.
func (p *Progress) done() int {
	n := 0
	for _, r := range p.requests {
		n += p.doneOf(r)
	}
	return n
}

func (p *Progress) doneOf(r plan.Request) int {
	n := 0
	for _, line := range r.Rows {
		if p.settled[line] {
			n++
		}
	}
	return n
}

// Share is how much is done, 0 to 1.
func (p *Progress) Share() float64 {
	if p.total == 0 {
		return 0
	}
	return float64(p.done()) / float64(p.total)
}

// Sentence says what is done and what is left, and how long it takes.
func (p *Progress) Sentence(now time.Time) string {
	done := p.done()
	text := rows.Count(done) + " done, " + rows.Count(p.total-done) + " left"
	if p.stopping {
		return text + ". Stopping after the request under way"
	}
	if done > 0 && done < p.total {
		left := time.Duration(float64(now.Sub(p.started)) / float64(done) * float64(p.total-done))
		text += ", about " + duration(left) + " more"
	}
	return text
}

// Tally is how many numbers have ended in one way.
type Tally struct {
	Outcome run.Outcome
	Count   int
}

// Tallies are the outcomes that occurred so far, in the order in which they are
// shown.
func (p *Progress) Tallies() []Tally {
	var tallies []Tally
	for _, o := range run.Outcomes() {
		if n := p.outcomes[o]; n > 0 {
			tallies = append(tallies, Tally{o, n})
		}
	}
	return tallies
}

// Waiting is how many whole seconds are left of a wait that Webex asked for, 0
// without one.
func (p *Progress) Waiting(now time.Time) int {
	if !p.waitTill.After(now) {
		return 0
	}
	return int((p.waitTill.Sub(now) + time.Second - 1) / time.Second)
}

// Bars are the locations of the run, in its order.
func (p *Progress) Bars(now time.Time) []Bar {
	var bars []Bar
	for _, requests := range byLocation(p.requests) {
		b := Bar{Location: requests[0].Group.Location}
		for _, r := range requests {
			b.Total += len(r.Rows)
			b.Done += p.doneOf(r)
		}
		b.State, b.Text = p.stateOf(requests, now)
		bars = append(bars, b)
	}
	return bars
}

// stateOf says what happens with the requests of one location.
func (p *Progress) stateOf(requests []plan.Request, now time.Time) (BarState, string) {
	answered := 0
	for i, r := range requests {
		if p.answered[r.Number] {
			answered++
			continue
		}
		if r.Number != p.current {
			continue
		}
		text := "request " + rows.Count(i+1) + " of " + rows.Count(len(requests))
		if p.Waiting(now) > 0 {
			return BarWaiting, "Waiting: " + text
		}
		return BarUnderWay, "Sending " + text
	}
	switch {
	case answered == len(requests):
		return BarDone, "Done"
	case answered > 0:
		return BarUnderWay, "Request " + rows.Count(answered) + " of " + rows.Count(len(requests)) + " done"
	}
	return BarAhead, "Not started"
}
