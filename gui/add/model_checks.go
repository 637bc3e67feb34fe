package add

import (
	"time"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

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
	code := r.Code()
	return r.Level == number.LevelProblem &&
		(code == number.CodeIntegratedPSTN || code == number.CodeNoPSTN || code == number.CodePSTNUnknown)
}

func (m *Model) thereChecks() []Check {
	there, elsewhere, unavailable := 0, 0, 0
	var users, usersElsewhere []number.Owner
	for _, r := range m.plan.Rows {
		if r.Code() == number.CodeUnavailableInWebex && r.Level == number.LevelProblem {
			unavailable++
		}
		if r.AlreadyThere {
			there++
			users = append(users, r.Owners()...)
		}
		if r.Code() == number.CodeAlreadyInWebex {
			elsewhere++
			usersElsewhere = append(usersElsewhere, r.Owners()...)
		}
	}
	checks := []Check{{Text: phrase.Text("add.there.none")}}
	if there > 0 {
		checks = []Check{{Text: phrase.Text("add.there.some", "Count", there), More: phrase.Sentences(phrase.Text("add.there.more"), usedBy(users))}}
	}
	if elsewhere > 0 {
		checks = append(checks, Check{
			Tone: ToneWarning, Text: phrase.Text("add.elsewhere.some", "Count", elsewhere), More: phrase.Sentences(phrase.Text("add.elsewhere.more", "Count", elsewhere), usedBy(usersElsewhere)),
		})
	}
	if unavailable > 0 {
		checks = append(checks, Check{
			Tone: ToneWarning, Text: phrase.Text("add.unavailable.some", "Count", unavailable), More: phrase.Text("add.unavailable.more", "Count", unavailable),
		})
	}
	return checks
}

// usedBy says by whom numbers are used, "" if they are used by nobody.
func usedBy(all []number.Owner) string {
	switch others := len(all) - 1; {
	case others < 0:
		return ""
	case others == 0:
		return phrase.Text("add.used.single", "Owner", phrase.Owner(all[0]))
	default:
		return phrase.Text("add.used.several", "Owner", phrase.Owner(all[0]), "Count", others)
	}
}
