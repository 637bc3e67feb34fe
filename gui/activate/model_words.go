package activate

import (
	"slices"
	"strconv"
	"time"

	"numberloader/internal/phrase"
)

// Line is a group of numbers as it is shown.
type Line struct {
	Day    string
	Where  string
	Count  string
	When   string
	Late   bool // it was due before today
	Quiet  bool // it is not due
	Chosen bool
}

// Entry is a number of a group as it is shown.
type Entry struct {
	Number string
	Day    string // what stands there and can't be read, "" otherwise
	Where  string
	Cell   string
	Owner  string
}

// Headline is the sentence at the top.
func (m *Model) Headline() string {
	if n := m.Chosen(); n > 0 {
		return phrase.Text("activate.headline", "Count", n, "Organization", m.Organization())
	}
	return phrase.Text("activate.headlinenone", "Organization", m.Organization())
}

// Sentence says how many numbers of the list are inactive, and how many of them stay so;
// "" for what does not apply.
func (m *Model) Sentence() (inactive, stay string) {
	if m.list == nil {
		return "", ""
	}
	if len(m.groups) == 0 {
		return phrase.Text("activate.empty"), ""
	}
	inactive = phrase.Text("activate.inactive", "Count", len(m.list.Waiting))
	if n := m.Waits(); n > 0 && m.Chosen() > 0 {
		stay = phrase.Text("activate.wait", "Count", n)
	}
	return inactive, stay
}

// Others is the link to the rows of the list that are not among these, "" if there are
// none.
func (m *Model) Others() string {
	if m.list == nil {
		return ""
	}
	others := m.rows - len(m.list.Waiting)
	switch {
	case others <= 0:
		return ""
	case len(m.groups) == 0:
		return phrase.Text("activate.rows")
	}
	return phrase.Text("activate.others", "Count", others)
}

// Column is the title of the column with the days.
func (m *Model) Column() string {
	if m.column == "" {
		return phrase.Text("activate.column.on")
	}
	return phrase.Text("activate.column.letter", "Letter", m.column)
}

// Button is the label of the button that activates.
func (m *Model) Button() string {
	if n := m.Chosen(); n > 0 {
		return phrase.Text("activate.button", "Count", n)
	}
	return phrase.Text("activate.buttonnone")
}

// Line is the group at a position.
func (m *Model) Line(i int) Line {
	g := &m.groups[i]
	l := Line{Day: m.dayName(g), Where: where(g), Count: phrase.Count(len(g.numbers)), Chosen: g.chosen}
	l.When, l.Late, l.Quiet = m.when(g)
	return l
}

func (m *Model) dayName(g *group) string {
	switch {
	case g.unclear:
		return phrase.Text("activate.unclear")
	case !g.day.IsZero():
		return phrase.NamedDay(g.day, m.now)
	case m.dated() || len(m.groups) > 1:
		return phrase.Text("activate.nodate")
	}
	return phrase.Text("words.all")
}

// when says how far away the day of a group is.
func (m *Model) when(g *group) (words string, late, quiet bool) {
	if g.day.IsZero() {
		return phrase.Text("activate.when.choose"), false, true
	}
	switch days := int(g.day.Sub(dayOf(m.now)) / (24 * time.Hour)); {
	case days < 0:
		return phrase.Text("activate.when.late", "Count", -days), true, false
	case days == 0:
		return phrase.Text("activate.when.today"), false, false
	default:
		return phrase.Text("activate.when.ahead", "Count", days), false, true
	}
}

// where names the locations of a group, those with most numbers first.
func where(g *group) string {
	const most = 3
	counts, names := map[string]int{}, []string{}
	for _, n := range g.numbers {
		if counts[n.Row.Location()] == 0 {
			names = append(names, n.Row.Location())
		}
		counts[n.Row.Location()]++
	}
	if len(names) == 1 {
		return names[0]
	}
	slices.SortStableFunc(names, func(a, b string) int { return counts[b] - counts[a] })
	words := make([]string, 0, most+1)
	for _, name := range names[:min(most, len(names))] {
		words = append(words, phrase.Text("activate.place", "Location", name, "Numbers", counts[name]))
	}
	if more := len(names) - most; more > 0 {
		words = append(words, phrase.Text("activate.moreplaces", "Count", more))
	}
	return phrase.Commas(words)
}

// Entries are the first n numbers of a group.
func (m *Model) Entries(i, n int) []Entry {
	numbers := m.groups[i].numbers
	entries := make([]Entry, min(n, len(numbers)))
	for at := range entries {
		one := numbers[at]
		entries[at] = Entry{
			Number: one.Row.Number.String(), Where: one.Row.Location(), Cell: one.Row.Cell(), Owner: phrase.Owner(one.Owner),
		}
		if one.Unread != "" {
			entries[at].Day = strconv.Quote(one.Unread)
		}
	}
	return entries
}

// step is how many numbers of a group are shown more at a time.
const step = 100

// More is how many numbers of a group are shown next after n, with the words for that;
// n itself and "" if all are shown.
func (m *Model) More(i, n int) (next int, words string) {
	all := len(m.groups[i].numbers)
	switch {
	case n >= all:
		return all, ""
	case all <= n+step:
		return all, phrase.Text("activate.showall", "Count", all)
	}
	return n + step, phrase.Text("activate.showmore", "More", step, "Count", all)
}

// Check is what will happen, and what that means, quieter.
type Check struct{ Text, More string }

// Checks are what will happen with what is chosen; none while nothing is.
func (m *Model) Checks() []Check {
	n := m.Chosen()
	if n == 0 {
		return nil
	}
	checks := []Check{{
		phrase.Text("activate.takes", "Count", n, "Places", phrase.Text("add.locations", "Count", m.places())),
		phrase.Text("activate.carrier", "Count", n),
	}}
	if waits := m.Waits(); waits > 0 {
		checks = append(checks, Check{phrase.Text("activate.stay", "Count", waits), m.later(waits)})
	}
	return append(checks, Check{phrase.Text("activate.same"), phrase.Text("activate.kept")})
}

// later says what becomes of so many numbers that stay inactive.
func (m *Model) later(waits int) string {
	for i := range m.groups {
		if g := &m.groups[i]; !g.chosen && g.day.After(dayOf(m.now)) {
			return phrase.Text("activate.later.day", "Date", phrase.Date(g.day, m.now))
		}
	}
	return phrase.Text("activate.later.open", "Count", waits)
}

// places is how many locations have numbers that are chosen.
func (m *Model) places() int {
	places := map[string]bool{}
	for i := range m.groups {
		for _, n := range m.groups[i].numbers {
			if m.groups[i].chosen {
				places[n.Row.Location()] = true
			}
		}
	}
	return len(places)
}
