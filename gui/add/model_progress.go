package add

import (
	"time"

	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// Task is the work on a run that is shown under way.
type Task struct {
	Headline string
	// Requests are what is sent, over the lines of the run; without numbers if
	// only their lines are known.
	Requests []plan.Request
	// Sends says that what is found out by reading may still be sent.
	Sends bool
	// Organization is whose numbers they are, as it stands in a sentence.
	Organization string
	Practice     bool
}

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

// Hold is why the work does not go on by itself.
type Hold uint8

// The holds.
const (
	HoldNone   Hold = iota
	HoldPause       // the person pressed Pause
	HoldStop        // the person pressed Stop
	HoldSignIn      // the sign-in ended
)

// Progress is the state of the work on a run. It learns from run.Progress and is
// total. A value belongs to one goroutine.
type Progress struct {
	task    Task
	places  []*place
	placeOf map[int]*place // by line
	total   int
	done    int

	outcomes map[run.Outcome]int
	settled  map[int]run.Outcome // lines whose fate is known
	taken    map[int]bool        // lines that Webex has taken and no reading has shown yet

	stage    run.Stage
	requests int               // of the stage
	underWay map[int]time.Time // requests that were sent, and until when they wait
	answered map[int]bool      // requests of the stage

	started time.Time
	hold    Hold
	since   time.Time // when the hold began
	held    time.Duration
}

// place is one location of a task.
type place struct {
	name               string
	requests           []plan.Request
	total, done, taken int
}

// NewProgress is a task that begins now.
func NewProgress(task Task, now time.Time) *Progress {
	p := &Progress{
		task: task, started: now, placeOf: map[int]*place{},
		outcomes: map[run.Outcome]int{}, settled: map[int]run.Outcome{}, taken: map[int]bool{},
		underWay: map[int]time.Time{}, answered: map[int]bool{},
	}
	for _, requests := range byLocation(task.Requests) {
		at := &place{name: requests[0].Group.Location, requests: requests}
		for _, r := range requests {
			at.total += len(r.Rows)
			for _, line := range r.Rows {
				p.placeOf[line] = at
			}
		}
		p.places = append(p.places, at)
		p.total += at.total
	}
	return p
}

// Take learns from one step of the work.
func (p *Progress) Take(step run.Progress, now time.Time) {
	if step.Stage != p.stage {
		p.stage, p.requests = step.Stage, 0
		clear(p.underWay)
		clear(p.answered)
	}
	p.requests = max(p.requests, step.Requests)
	switch {
	case step.Request == 0:
	case step.Answered:
		delete(p.underWay, step.Request)
		p.answered[step.Request] = true
	case step.Wait > 0:
		p.underWay[step.Request] = now.Add(step.Wait)
	default:
		p.underWay[step.Request] = time.Time{}
		delete(p.answered, step.Request)
	}
	for _, line := range step.Taken {
		p.take(line)
	}
	for _, u := range step.Lines {
		p.settle(u.Line, u.Result.Outcome)
	}
}

// take notes that Webex has taken a line whose fate is not known yet.
func (p *Progress) take(line int) {
	if _, known := p.settled[line]; known || p.taken[line] {
		return
	}
	p.taken[line] = true
	if at := p.placeOf[line]; at != nil {
		at.taken++
	}
}

// settle takes the fate of a line. As long as it may still be sent, that it was not
// is not its end.
func (p *Progress) settle(line int, o run.Outcome) {
	if p.task.Sends && (o == run.NotSent || o == run.NotKnown && p.stage == run.StageSettle) {
		return
	}
	if before, again := p.settled[line]; again {
		p.outcomes[before]--
	} else if at := p.placeOf[line]; at != nil {
		at.done++
		p.done++
		if p.taken[line] {
			at.taken--
		}
	}
	delete(p.taken, line)
	p.settled[line] = o
	p.outcomes[o]++
}

// Hold says why the work does not go on by itself, or that it does again.
func (p *Progress) Hold(why Hold, now time.Time) {
	if why == p.hold {
		return
	}
	if p.hold != HoldNone {
		p.held += now.Sub(p.since)
	}
	p.hold, p.since = why, now
	if why == HoldSignIn {
		clear(p.underWay)
	}
}

// Held is why the work does not go on by itself.
func (p *Progress) Held() Hold { return p.hold }

// Practice reports whether nothing goes to Webex.
func (p *Progress) Practice() bool { return p.task.Practice }

// Organization is whose numbers they are, as it stands in a sentence.
func (p *Progress) Organization() string { return p.task.Organization }

// Headline is the sentence at the top.
func (p *Progress) Headline() string { return p.task.Headline }

// Share is how much is done or was taken by Webex, 0 to 1.
func (p *Progress) Share() float64 {
	if p.total == 0 {
		return 0
	}
	return float64(p.done+len(p.taken)) / float64(p.total)
}

// Sentence says what is done and what is left, and how long it takes.
func (p *Progress) Sentence(now time.Time) string {
	taken := len(p.taken)
	left := p.total - p.done - taken
	if how := p.interrupted(); how != "" {
		return phrase.Text(how, "Counted", p.counted(left))
	}
	if p.done+taken == 0 || left <= 0 {
		return p.counted(left)
	}
	took := now.Sub(p.started) - p.held
	more := time.Duration(float64(took) / float64(p.done+taken) * float64(left))
	return phrase.Text("add.done.more", "Counted", p.counted(left), "Duration", phrase.Duration(more))
}

// counted says how many numbers are done, how many Webex has taken that no reading
// has confirmed yet, and how many are left.
func (p *Progress) counted(left int) string {
	if taken := len(p.taken); taken > 0 {
		return phrase.Text("add.done.taken", "Done", p.done, "Taken", taken, "Left", left)
	}
	return phrase.Text("add.done.plain", "Done", p.done, "Left", left)
}

// interrupted is the message that says why nobody knows how long it takes, "" if
// it goes on.
func (p *Progress) interrupted() string {
	switch p.hold {
	case HoldStop:
		return "add.done.stop"
	case HoldSignIn:
		return "add.done.signin"
	case HoldPause:
		if len(p.underWay) > 0 {
			return "add.done.pausing"
		}
		return "add.done.paused"
	case HoldNone:
	}
	if p.task.Sends && p.stage == run.StageSettle {
		return "add.done.settling"
	}
	return ""
}

// UnderWay says how many requests are under way, and of how many; "" if none is.
func (p *Progress) UnderWay() string {
	if len(p.underWay) == 0 {
		return ""
	}
	text := phrase.Text("add.underway", "Count", len(p.underWay))
	if all := p.ofStage(); all > 0 {
		return phrase.Text("add.answered", "UnderWay", text, "Answered", len(p.answered), "All", all)
	}
	return text
}

// ofStage is how many requests the stage has, 0 if nobody knows.
func (p *Progress) ofStage() int {
	if p.task.Sends && p.stage == run.StageAdd {
		return len(p.task.Requests)
	}
	return p.requests
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

// Waiting is how many whole seconds are left of the longest wait that Webex asked
// for, 0 without one.
func (p *Progress) Waiting(now time.Time) int {
	seconds := 0
	for _, till := range p.underWay {
		seconds = max(seconds, left(till, now))
	}
	return seconds
}

// left is how many whole seconds are left until a time.
func left(till, now time.Time) int {
	if !till.After(now) {
		return 0
	}
	return int((till.Sub(now) + time.Second - 1) / time.Second)
}
