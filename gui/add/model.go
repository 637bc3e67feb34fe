// Package add is the third step: what would be added where, the checks before
// anything is sent, the question, and the progress of adding.
package add

import (
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
	notAsked  []string      // in whole sentences
	ends      time.Duration // until the sign-in ends, 0 if nobody knows
	preflight Preflight
	failure   phrase.Message
	signedOut bool // the preflight failed for want of a sign-in
}

// Set takes the rows as they were judged and planned, the organization's locations
// and who is signed in. The slices must not change afterwards.
func (m *Model) Set(planned plan.Plan, locations []number.Location, account run.Account) {
	m.plan, m.locations, m.account = planned, locations, account
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
		kind := fault.KindOf(err)
		m.signedOut = kind == fault.TokenRefused || kind == fault.SignedOut
	}
}

// SignedOut says that the preflight failed for want of a sign-in.
func (m *Model) SignedOut() bool { return m.signedOut }

// State is how far the preflight has come, and why it failed.
func (m *Model) State() (Preflight, phrase.Message) { return m.preflight, m.failure }

// Practice says that nothing goes to Webex.
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

// Checks are what was looked at before anything is sent; none before the
// preflight is done.
func (m *Model) Checks() []Check {
	if m.preflight != PreflightDone {
		return nil
	}
	checks := []Check{m.roleCheck()}
	if soon, ok := m.endsCheck(); ok {
		checks = append(checks, soon)
	}
	checks = append(append(checks, m.placesCheck()), m.thereChecks()...)
	for _, sentence := range m.notAsked {
		checks = append(checks, Check{Tone: ToneWarning, Text: sentence})
	}
	return checks
}

// A sign-in that is good for less than soon is worth a word before a run that
// takes longer than long.
const (
	soon = time.Hour
	long = time.Minute
)

// endsCheck warns before a long run with a sign-in that ends soon.
func (m *Model) endsCheck() (Check, bool) {
	if m.Practice() || m.ends <= 0 || m.ends >= max(soon, m.takes()) || m.takes() < min(long, m.ends) {
		return Check{}, false
	}
	return Check{
		Tone: ToneWarning, Text: phrase.Text("add.ends.what", "Duration", phrase.Duration(m.ends)), More: phrase.Text("add.ends.next"),
	}, true
}

func (m *Model) roleCheck() Check {
	if m.Practice() {
		return Check{Text: phrase.Text("add.role.practice")}
	}
	who := m.account.Person
	switch m.account.Role {
	case run.RoleFullAdministrator:
		return Check{Text: phrase.Text("add.role.full", "Person", who)}
	case run.RoleUnknown:
		return Check{Tone: ToneWarning, Text: phrase.Text("add.role.unknown", "Person", who), More: phrase.Text("add.role.decides")}
	case run.RoleOther:
		return Check{
			Tone: ToneProblem, Text: phrase.Text("add.role.else", "Person", who, "Role", m.account.RoleName), More: phrase.Text("add.role.needs"),
		}
	}
	return Check{}
}

// placesCheck speaks of the rows that a location's PSTN connection keeps back. It
// can't vouch for locations before each row has one.
func (m *Model) placesCheck() Check {
	if n := m.placeless(); n > 0 {
		return Check{Tone: ToneProblem, Text: phrase.Text("add.places.choose", "Count", n)}
	}
	closed := 0
	for _, r := range m.plan.Rows {
		if keptBack(r) {
			closed++
		}
	}
	text, more := "", phrase.Text("add.places.all.more")
	switch places := len(m.Places()); places {
	case 0:
		text, more = phrase.Text("add.places.none"), ""
	case 1:
		text, more = phrase.Text("add.places.single.what"), phrase.Text("add.places.single.more")
	case 2:
		text, more = phrase.Text("add.places.both.what"), phrase.Text("add.places.both.more")
	default:
		text = phrase.Text("add.places.all.what", "Places", places)
	}
	if unasked := m.unasked(); unasked > 0 {
		return Check{Tone: ToneWarning, Text: phrase.Text("add.places.unasked.what", "Count", unasked), More: phrase.Text("add.places.unasked.more")}
	}
	if closed == 0 {
		return Check{Text: text, More: more}
	}
	return Check{Tone: ToneWarning, Text: text, More: phrase.Text("add.places.behind", "Count", closed)}
}

// unasked is how many of the locations that get numbers nobody could ask about.
func (m *Model) unasked() int {
	n := 0
	for _, requests := range m.placed() {
		if m.pstn(requests[0].Group.LocationID) == phrase.PSTN(number.PSTNNotAsked) {
			n++
		}
	}
	return n
}

// keptBack says that a row stays behind because of its location's PSTN
// connection.
func keptBack(r *number.Row) bool {
	return r.Level == number.LevelProblem &&
		(r.Code == number.CodeIntegratedPSTN || r.Code == number.CodeNoPSTN || r.Code == number.CodePSTNUnknown)
}

func (m *Model) thereChecks() []Check {
	there, elsewhere, unavailable := 0, 0, 0
	for _, r := range m.plan.Rows {
		if r.Code == number.CodeUnavailableInWebex && r.Level == number.LevelProblem {
			unavailable++
		}
		if r.AlreadyThere {
			there++
		}
		if r.Code == number.CodeAlreadyInWebex {
			elsewhere++
		}
	}
	checks := []Check{{Text: phrase.Text("add.there.none")}}
	if there > 0 {
		checks = []Check{{Text: phrase.Text("add.there.some", "Count", there), More: phrase.Text("add.there.more")}}
	}
	if elsewhere > 0 {
		checks = append(checks, Check{
			Tone: ToneWarning, Text: phrase.Text("add.elsewhere.some", "Count", elsewhere), More: phrase.Text("add.elsewhere.more"),
		})
	}
	if unavailable > 0 {
		checks = append(checks, Check{
			Tone: ToneWarning, Text: phrase.Text("add.unavailable.some", "Count", unavailable), More: phrase.Text("add.unavailable.more"),
		})
	}
	return checks
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
		return phrase.Text("add.blocked.location", "Count", m.Homeless())
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

// has says that numbers of a state go.
func (m *Model) has(state number.State) bool {
	return slices.ContainsFunc(m.plan.Requests, func(r plan.Request) bool { return r.Group.State == state })
}
