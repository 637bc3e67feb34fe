// Package add is the third step: what would be added where, the checks before
// anything is sent, the question, and the progress of adding.
package add

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// perRequest is how long a request is expected to take, for the estimate in the
// sentence only. Clients of the service plan with about 100 requests a minute.
const perRequest = 600 * time.Millisecond

// Place is what goes to one location.
type Place struct {
	Location string
	PSTN     string // how its calls come in, in words
	DID      int
	TollFree int
	Mobile   int
	Requests int
}

// Tone is how a check came out.
type Tone uint8

// The tones.
const (
	ToneGood Tone = iota
	ToneWarning
	ToneProblem
)

// Check is one thing that was looked at before anything is sent.
type Check struct {
	Tone Tone
	Text string
	More string // what it means, quieter
}

// Preflight is how far the reads before the first request have come.
type Preflight uint8

// The states of the preflight.
const (
	PreflightUnderWay Preflight = iota
	PreflightDone
	PreflightFailed
)

// Model is the state of the Add screen before anything is sent. Every method is
// total. A Model belongs to one goroutine.
type Model struct {
	plan      plan.Plan
	locations []number.Location
	account   run.Account
	chosen    string        // the ID of the location of rows that name none, "" if none was chosen
	notAsked  []string      // in whole sentences
	ends      time.Duration // until the sign-in ends, 0 if nobody knows
	preflight Preflight
	failure   phrase.Message
	signedOut bool // the preflight failed for want of a sign-in that may do this
}

// Set takes the rows as they were judged and planned, the organization's locations
// and who is signed in. The slices must not change afterwards.
func (m *Model) Set(planned plan.Plan, locations []number.Location, account run.Account) {
	m.plan, m.locations, m.account = planned, locations, account
}

// SetChosen takes the ID of the location that was chosen for rows that name none, "" if
// none was.
func (m *Model) SetChosen(location string) { m.chosen = location }

// Chosen is the index among Locations of the one that was chosen for rows that name none,
// -1 if none was, or if the organization has it no more.
func (m *Model) Chosen() int {
	return slices.IndexFunc(m.locations, func(l number.Location) bool { return l.ID == m.chosen })
}

// Asks is what the screen asks about rows that name no location, "" for nothing. What was
// chosen can be chosen anew until the numbers are sent.
func (m *Model) Asks() string {
	if n := m.Homeless(); n > 0 {
		return phrase.Text("add.choose.question", "Count", n)
	}
	if m.chosen != "" {
		return phrase.Text("add.choose.chosen")
	}
	return ""
}

// SetNotAsked takes what the organization could not be asked, in whole sentences.
func (m *Model) SetNotAsked(sentences []string) { m.notAsked = sentences }

// SetEnds takes how long the sign-in is good for, 0 if nobody knows.
func (m *Model) SetEnds(left time.Duration) { m.ends = left }

// Checking says that the preflight is under way.
func (m *Model) Checking() {
	m.preflight, m.failure, m.signedOut = PreflightUnderWay, phrase.Message{}, false
}

// Checked takes the end of the preflight: nil, or why it failed.
func (m *Model) Checked(err error) {
	m.preflight, m.signedOut = PreflightDone, false
	if err != nil {
		m.preflight, m.failure = PreflightFailed, phrase.Explain(err)
		m.signedOut = fault.AsksSignIn(err)
	}
}

// SignedOut reports whether the preflight failed for want of a sign-in that may do this.
func (m *Model) SignedOut() bool { return m.signedOut }

// State is how far the preflight has come, and why it failed.
func (m *Model) State() (Preflight, phrase.Message) { return m.preflight, m.failure }

// Practice reports whether nothing goes to Webex.
func (m *Model) Practice() bool { return m.account.Organization.Practice }

// Going is how many numbers would be sent.
func (m *Model) Going() int {
	n := 0
	for _, r := range m.plan.Requests {
		n += len(r.Rows)
	}
	return n
}

// Behind is how many rows stay behind. Rows that are no part of the list, such
// as totals, and hidden ones do not count.
func (m *Model) Behind() int { return review.Count(m.plan.Rows).LeftBehind }

// LeftBehind says how many rows stay behind, "" if none does. Where nothing can be added
// it says why: that is all there is to know then.
func (m *Model) LeftBehind() string {
	n := m.Behind()
	switch {
	case n == 0:
		return ""
	case m.Going() > 0:
		return phrase.Text("add.behind.rows", "Count", n)
	}
	return phrase.Text("add.behind.why", "Count", n, "Reasons", phrase.List(m.reasons()))
}

// mostReasons is how many reasons are named.
const mostReasons = 3

// reasons are the most frequent ones for which rows stay behind, with their counts.
func (m *Model) reasons() []string {
	counts := map[string]int{}
	for _, r := range m.plan.Rows {
		if r.IsListed() && !r.Goes() {
			counts[whyBehind(r)]++
		}
	}
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	said, rest := []string{}, 0
	for i, name := range names {
		if i >= mostReasons {
			rest += counts[name]
			continue
		}
		said = append(said, phrase.Text("add.behind.reason", "Reason", name, "Rows", counts[name]))
	}
	if rest > 0 {
		said = append(said, phrase.Text("add.behind.reason", "Reason", phrase.Text("add.behind.further"), "Rows", rest))
	}
	return said
}

// whyBehind is why a row stays behind, in a few words.
func whyBehind(r *number.Row) string {
	switch {
	case r.LeftOut:
		return phrase.Text("add.behind.skipped")
	case r.AlreadyThere && !r.IsProblem():
		return phrase.CodeName(number.CodeAlreadyThere)
	}
	return phrase.CodeName(r.Code())
}

// Homeless is how many rows lack a location, as Review counts them.
func (m *Model) Homeless() int {
	n := 0
	for _, r := range m.plan.Rows {
		if r.LacksLocation() {
			n++
		}
	}
	return n
}

// Locations are the organization's locations as choices, in their order.
func (m *Model) Locations() []number.Location { return m.locations }

// organization is the organization as it stands in a sentence.
func (m *Model) organization() string {
	return phrase.Organization(m.account.Organization)
}

// Headline is the sentence at the top.
func (m *Model) Headline() string {
	places, going, placeless := m.Places(), m.Going(), m.placeless()
	switch {
	case going == 0:
		return phrase.Text("add.nothing")
	case placeless == going:
		return phrase.Text("add.headline.choose", "Count", going, "Organization", m.organization())
	case placeless > 0:
		return phrase.Text("add.headline.choosesome", "Placeless", placeless, "All", going, "Organization", m.organization())
	case len(places) == 1:
		return phrase.Text("add.headline.place", "Count", going, "Location", places[0].Location, "Organization", m.organization())
	}
	where := phrase.Text("add.locations", "Count", len(places))
	return phrase.Text("add.headline.places", "Count", going, "Places", where, "Organization", m.organization())
}

// Sentence is the second sentence: kinds, requests, time.
func (m *Model) Sentence() string {
	if m.Going() == 0 {
		return ""
	}
	return phrase.Text("add.sentence", "Kinds", phrase.List(m.kinds()), "Count", len(m.plan.Requests), "Duration", phrase.Duration(m.takes()))
}

// takes is how long the adding is expected to take.
func (m *Model) takes() time.Duration { return time.Duration(len(m.plan.Requests)) * perRequest }

// kinds are the numbers by kind and state, such as "1,169 DID (active)".
func (m *Model) kinds() []string {
	type sort struct {
		kind  number.Kind
		state number.State
	}
	count, order := map[sort]int{}, []sort{}
	for _, r := range m.plan.Requests {
		s := sort{r.Group.Kind, r.Group.State}
		if count[s] == 0 {
			order = append(order, s)
		}
		count[s] += len(r.Rows)
	}
	words := make([]string, len(order))
	for i, s := range order {
		words[i] = phrase.Text("add.kind.plain", "Numbers", count[s], "Kind", kindWord(s.kind))
		if s.state != number.StateUnset {
			state := strings.ToLower(phrase.State(s.state))
			words[i] = phrase.Text("add.kind.state", "Numbers", count[s], "Kind", kindWord(s.kind), "State", state)
		}
	}
	return words
}

func kindWord(k number.Kind) string {
	return phrase.KindInside(k)
}

// placeless is how many numbers would be sent but for a location.
func (m *Model) placeless() int {
	n := 0
	for _, r := range m.plan.Requests {
		if r.Group.Location == "" {
			n += len(r.Rows)
		}
	}
	return n
}

// placed are the requests of each location, in the order of the plan. What has no
// location yet is not among them.
func (m *Model) placed() [][]plan.Request {
	return slices.DeleteFunc(byLocation(m.plan.Requests), func(requests []plan.Request) bool { return requests[0].Group.Location == "" })
}

// Places are the locations that get numbers, in the order of the plan.
func (m *Model) Places() []Place {
	var places []Place
	for _, requests := range m.placed() {
		location := requests[0].Group
		p := Place{Location: location.Location, PSTN: m.pstn(location.LocationID), Requests: len(requests)}
		for _, r := range requests {
			switch r.Group.Kind {
			case number.KindUnset, number.KindDID:
				p.DID += len(r.Rows)
			case number.KindTollFree:
				p.TollFree += len(r.Rows)
			case number.KindMobile:
				p.Mobile += len(r.Rows)
			}
		}
		places = append(places, p)
	}
	return places
}

// byLocation gathers the requests of each location, in the order of the plan.
func byLocation(requests []plan.Request) [][]plan.Request {
	type location struct{ id, name string }
	var gathered [][]plan.Request
	at := map[location]int{}
	for _, r := range requests {
		key := location{r.Group.LocationID, r.Group.Location}
		i, known := at[key]
		if !known {
			i = len(gathered)
			at[key] = i
			gathered = append(gathered, nil)
		}
		gathered[i] = append(gathered[i], r)
	}
	return gathered
}

func (m *Model) pstn(id string) string {
	for _, l := range m.locations {
		if l.ID == id {
			return phrase.PSTN(l.PSTN)
		}
	}
	return phrase.PSTN(number.PSTNNotAsked)
}

// Blocked is why nothing can be added, in a few words that stand beside the
// button; "" if it can.
func (m *Model) Blocked() string {
	switch {
	case m.preflight == PreflightUnderWay:
		return phrase.Text("add.blocked.checking", "Organization", m.organization())
	case m.preflight == PreflightFailed:
		return m.failure.Title
	case m.account.Role == run.RoleOther:
		return phrase.Text("add.blocked.role")
	case m.placeless() > 0:
		return phrase.Text("add.blocked.location", "Count", m.placeless())
	case m.Going() == 0:
		return phrase.Text("add.blocked.norow")
	}
	return ""
}

// Button is the label of the button that adds.
func (m *Model) Button() string {
	return phrase.Text("add.button", "Count", m.Going())
}

// Question is what is asked before the first request: a title and a text.
func (m *Model) Question() (title, text string) {
	title = phrase.Text("add.question.title", "Count", m.Going(), "Organization", m.organization())
	var names []string
	for _, p := range m.Places() {
		names = append(names, p.Location)
	}
	if len(names) > 4 {
		names = append(names[:3:3], phrase.Text("add.question.more", "Count", len(names)-3))
	}
	says := []string{
		phrase.Text("add.question.goes", "Count", m.Going(), "Locations", phrase.List(names)),
		phrase.Text("add.question.kinds", "Count", m.Going(), "Kinds", phrase.List(m.kinds())),
	}
	if m.has(number.StateActive) {
		says = append(says, phrase.Text("add.question.active"))
	}
	if m.has(number.StateInactive) {
		says = append(says, phrase.Text("add.question.inactive"))
	}
	says = append(says, phrase.Text("add.question.undo"))
	if m.Practice() {
		says = append(says, phrase.Text("add.question.practice"))
	}
	return title, phrase.Sentences(says...)
}

// has reports whether numbers of a state go.
func (m *Model) has(state number.State) bool {
	return slices.ContainsFunc(m.plan.Requests, func(r plan.Request) bool { return r.Group.State == state })
}
