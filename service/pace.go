package service

import (
	"math"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

const (
	// brief is the shortest wait that Webex can ask for. A refused request waits that
	// long; the others go on more slowly, unless they are refused as well.
	brief = time.Second
	// A run begins with so many requests a second, and with twice as many each time
	// that so many went well. A service that sets no limit is soon asked at full
	// speed, and one that does has few to refuse.
	begins, beginsDoubling = 20, 24
	// wary is the part of the pace that is gone on with after the first refusal: what
	// went well before it may have been a burst. It is warier where that is refused at
	// once, and doubles when so many requests went well, or in such a time if they are
	// more.
	wary, warier  = 2.5, 3
	leastDoubling = 8
	doubling      = 1400 * time.Millisecond
	// With fewer requests between two refusals it remains unknown what Webex accepts.
	few = 5
	// ripple is how much the pace swings about what Webex takes: it begins so much
	// below, is just that after a number of requests, so much above after twice as
	// many, and then grows ever faster. The number is larger the better it is known.
	ripple                            = 0.02
	firstSwing, leastSwing, mostSwing = 20, 15, 80
	// A pace that is refused after fewer requests was too quick by so much.
	soon, slower = 20, 0.85
	// A pace that went so far above what Webex took before was much too slow.
	tooSlow = 1.15
	// perRefusal is how many requests there have to be for one that is refused.
	perRefusal = 50
	// slowest is the least that the pace may be, in requests a second.
	slowest = 0.05
)

// stage is how much is known of what Webex takes.
type stage uint8

const (
	beginning stage = iota // nothing was refused
	searching              // it is less than the pace was
	known                  // it is about that much, evenly
	bursts                 // it is many at once, and then none for a while
)

// pace spaces the requests of a run. It begins gently and is soon as quick as the
// answers come, until Webex refuses one as too many. From then on it learns how
// much Webex takes: what went well between two refusals is as much as could. It
// swings about that, so that it also learns when Webex takes more. It is safe for
// several goroutines.
type pace struct {
	mu      sync.Mutex
	limiter *rate.Limiter
	stage   stage
	takes   float64       // requests a second that Webex takes, if it is known
	swing   float64       // requests until the pace is that again
	refused time.Time     // the last refusal that counted
	since   time.Time     // that refusal, or the first request
	left    int           // requests since then
	good    int           // of them, those that went well
	doors   int           // how often since then Webex took none for longer than briefly
	each    int           // requests that go through the door at a time
	took    time.Duration // how long an answer takes
	shut    time.Time     // until when Webex asked to wait
	until   time.Time     // nothing leaves before
}

func newPace() *pace { return &pace{limiter: rate.NewLimiter(begins, 1)} }

// turn is how long the next request has to wait before it asks again; 0 means
// that it leaves now.
func (p *pace) turn(now time.Time) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	if now.Before(p.until) {
		return p.until.Sub(now)
	}
	place := p.limiter.ReserveN(now, 1)
	if wait := place.DelayFrom(now); wait > 0 {
		place.CancelAt(now) // the pace may be another one by then
		return wait
	}
	if p.since.IsZero() {
		p.since = now
	}
	if p.left++; p.stage == bursts && p.left == p.each+1 {
		p.until = now.Add(p.took) // no more may go through: this one tells
	}
	return 0
}

// held reports whether nothing leaves now because Webex asked to wait.
func (p *pace) held(now time.Time) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return now.Before(p.until)
}

// slow takes in that a request that left then is refused now, as one too many, and
// has to wait for so long itself. A longer wait than the briefest holds the others,
// too, and so does a refusal of one that left after another had to wait. The pace
// goes by the first refusal only: those that were under way then, and those behind
// them, say nothing new.
func (p *pace) slow(left, now time.Time, wait time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if wait > brief {
		p.until = later(p.until, now.Add(wait))
	}
	took := now.Sub(left)
	if !p.refused.IsZero() && left.Before(p.refused.Add(took)) {
		return
	}
	if now.Before(p.shut) {
		p.until = later(p.until, p.shut)
	}
	p.refused, p.shut = now, now.Add(wait)
	if wait > brief {
		p.doors++
		if p.good < few || p.stage != beginning && p.good < perRefusal {
			return // a door that opened by a crack shows nothing yet
		}
	}
	limit := max(slowest, p.judge(now, took, wait))
	p.limiter = rate.NewLimiter(rate.Limit(limit), 1)
	p.limiter.ReserveN(now, 1) // the next one leaves at the new pace
	p.since, p.left, p.good, p.doors = now, 0, 0, 0
}

// judge learns from a refusal whose answer took so long, and says what the pace is
// from now on.
func (p *pace) judge(now time.Time, took, wait time.Duration) float64 {
	limit, span := float64(p.limiter.Limit()), max(now.Sub(p.since), time.Millisecond)
	went := perSecond(float64(p.good), span)
	switch {
	case wait > brief:
		return p.door(limit, span, took, wait)
	case p.stage == beginning && p.good >= few:
		p.stage = searching
		return min(limit, perSecond(float64(p.left), span)) / wary
	case p.stage == beginning:
		p.stage = searching
		return limit / wary
	case p.stage == bursts, p.stage == searching && p.good < few:
		p.stage = searching
		return limit / warier
	case p.stage == searching:
		p.swing = firstSwing
	case p.good < soon:
		return p.about(p.takes * slower)
	case went > p.takes*tooSlow:
		p.swing = max(p.swing/2, leastSwing)
		return p.about((went + limit) / 2)
	default:
		p.swing = min(p.swing*2, mostSwing)
	}
	return p.about(went)
}

// door is the pace where Webex takes requests and then none for a while: as it was
// if many go through at a time, and spread evenly otherwise.
func (p *pace) door(limit float64, span, took, wait time.Duration) float64 {
	if each := p.good / p.doors; each >= perRefusal {
		p.stage, p.each, p.took = bursts, each, took
		return limit
	}
	if p.stage == beginning {
		span += wait // the door shuts for the first time
	}
	p.swing = firstSwing
	return p.about(perSecond(float64(p.good), span))
}

func perSecond(requests float64, span time.Duration) float64 { return requests / span.Seconds() }

// about makes the pace swing about what Webex takes, and begin below it.
func (p *pace) about(takes float64) float64 {
	p.stage, p.takes = known, max(takes, slowest)
	return p.takes * (1 - ripple)
}

// well takes in that Webex took a request.
func (p *pace) well(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.good++
	limit := float64(p.limiter.Limit())
	switch p.stage {
	case beginning:
		limit *= math.Pow(2, 1.0/beginsDoubling)
	case searching:
		limit *= math.Pow(2, 1/max(limit*doubling.Seconds(), leastDoubling))
	case known:
		limit = p.takes * (1 + ripple*math.Pow(float64(p.good)/p.swing-1, 3))
	case bursts:
	}
	p.limiter.SetLimitAt(now, rate.Limit(limit))
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
