// Package activate is the page on which inactive numbers of the open list are made
// active: those that are in Webex, by the day on which they are to take calls. model
// files know no toolkit, view files decide nothing.
package activate

import (
	"cmp"
	"slices"
	"time"

	"numberloader/internal/activation"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Model is the state of the page. Every method is total. A Model belongs to one
// goroutine.
type Model struct {
	account run.Account
	now     time.Time
	rows    int    // of the list
	column  string // letter of the column with the days, "" for none
	stops   bool   // what is being found out can be stopped
	list    *activation.List
	failure error
	groups  []group
}

// group are numbers that are activated together.
type group struct {
	day     time.Time // zero where there is none
	unclear bool      // what stands there can't be read as a day
	numbers []*activation.Number
	chosen  bool
}

// Reading says that it is being found out which numbers wait, in an organization, and
// whether that can be stopped.
func (m *Model) Reading(account run.Account, stops bool) { *m = Model{account: account, stops: stops} }

// Failed says why that could not be found out.
func (m *Model) Failed(account run.Account, err error) {
	*m = Model{account: account, failure: err}
}

// Set takes the numbers that wait, of a list of that many rows whose days stand in a
// column with a letter, "" for none. What is due on the day of now is chosen.
func (m *Model) Set(account run.Account, list *activation.List, rows int, column string, now time.Time) {
	*m = Model{account: account, now: now, rows: rows, column: column, list: list}
	today := dayOf(now)
	for i := range list.Waiting {
		n := &list.Waiting[i]
		m.groupOf(n, n.Due(today)).add(n)
	}
	slices.SortStableFunc(m.groups, func(a, b group) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), a.day.Compare(b.day))
	})
}

// dayOf is the day of a time in its own zone, as activation.Number names days.
func dayOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// groupOf is the group of a number, which is made if there is none yet.
func (m *Model) groupOf(n *activation.Number, due bool) *group {
	unclear := n.Unread != ""
	at := slices.IndexFunc(m.groups, func(g group) bool { return g.day.Equal(n.On) && g.unclear == unclear })
	if at < 0 {
		at = len(m.groups)
		m.groups = append(m.groups, group{day: n.On, unclear: unclear, chosen: due})
	}
	return &m.groups[at]
}

func (g *group) add(n *activation.Number) { g.numbers = append(g.numbers, n) }

// rank orders groups with a day before those without.
func (g *group) rank() int {
	switch {
	case g.unclear:
		return 1
	case g.day.IsZero():
		return 2
	}
	return 0
}

// Stops reports whether what is being found out can be stopped.
func (m *Model) Stops() bool { return m.stops }

// Busy reports whether it is being found out which numbers wait.
func (m *Model) Busy() bool { return m.list == nil && m.failure == nil }

// Failure is why it could not be found out, or nil.
func (m *Model) Failure() error { return m.failure }

// Organization is the organization as it stands in a sentence.
func (m *Model) Organization() string { return phrase.Organization(m.account.Organization) }

// Practice reports whether nothing goes to Webex.
func (m *Model) Practice() bool { return m.account.Organization.Practice }

// List is what was found out, nil before that.
func (m *Model) List() *activation.List { return m.list }

// Len is how many groups there are.
func (m *Model) Len() int { return len(m.groups) }

// Turn chooses a group, or takes that back.
func (m *Model) Turn(i int) { m.groups[i].chosen = !m.groups[i].chosen }

// TurnAll chooses all groups, or none if all are.
func (m *Model) TurnAll() {
	all := m.Waits() > 0
	for i := range m.groups {
		m.groups[i].chosen = all
	}
}

// Chosen is how many numbers are chosen.
func (m *Model) Chosen() int { return m.count(func(g *group) bool { return g.chosen }) }

// Waits is how many numbers stay inactive.
func (m *Model) Waits() int { return m.count(func(g *group) bool { return !g.chosen }) }

func (m *Model) count(of func(*group) bool) int {
	n := 0
	for i := range m.groups {
		if of(&m.groups[i]) {
			n += len(m.groups[i].numbers)
		}
	}
	return n
}

// Takes reports whether a number is chosen.
func (m *Model) Takes() func(*activation.Number) bool {
	chosen := map[*activation.Number]bool{}
	for i := range m.groups {
		for _, n := range m.groups[i].numbers {
			chosen[n] = m.groups[i].chosen
		}
	}
	return func(n *activation.Number) bool { return chosen[n] }
}

// Blocked is why nothing can be activated, in a few words that stand beside the button;
// "" if it can.
func (m *Model) Blocked() string {
	switch {
	case m.failure != nil:
		return phrase.Explain(m.failure).Title
	case m.list == nil:
		return phrase.Text("activate.reading", "Organization", m.Organization())
	case m.account.Role == run.RoleOther:
		return phrase.Text("add.blocked.role")
	case len(m.groups) == 0:
		return phrase.Text("activate.none")
	case m.Chosen() > 0:
		return ""
	case slices.ContainsFunc(m.groups, func(g group) bool { return g.due(dayOf(m.now)) }):
		return phrase.Text("activate.choose")
	case m.dated():
		return phrase.Text("activate.nonedue")
	}
	return phrase.Text("activate.choose")
}

// dated reports whether numbers have days.
func (m *Model) dated() bool {
	return slices.ContainsFunc(m.groups, func(g group) bool { return !g.day.IsZero() })
}

func (g *group) due(today time.Time) bool { return !g.day.IsZero() && !g.day.After(today) }
