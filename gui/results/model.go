package results

import (
	"slices"
	"strings"
	"time"

	"numberloader/gui/rows"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Value is what a cell of the grid shows.
type Value struct {
	Text  string
	Quiet bool // secondary text
}

// Line is a line of text below a row.
type Line struct {
	Text    string
	Details bool // status, code and tracking ID, for support
}

// Model is the state of the Results screen: a run, what is shown of it and where
// the cursor is. Every method is total: any position has an answer. A Model
// belongs to one goroutine.
type Model struct {
	run     run.Run
	advised phrase.Advised // where what to do about a row is done
	zone    *time.Location
	counts  run.Counts
	columns []rows.Column[*run.Line] // all of them

	only    run.Outcome
	all     bool // rows of all outcomes are shown
	query   rows.Query
	sorting rows.Sorting
	rows.Shown
}

// newModel returns a model of an empty run, which tells times of a time zone.
func newModel(zone *time.Location) *Model {
	m := &Model{zone: zone, advised: phrase.AfterClosing, all: true, Shown: rows.NewShown(-1)}
	m.columns = m.allColumns()
	return m
}

// Set takes a run as it is now. What is shown, the sorting and the cursor stay
// as they are if it is the run that was shown before; another run, as another
// says, begins with all rows. The run's slices are not changed and must not
// change afterwards.
func (m *Model) Set(r run.Run) (another bool) {
	another = r.ID != m.run.ID
	if another {
		m.all, m.Shown = true, rows.NewShown(-1)
		m.query, m.sorting = rows.Query{}, rows.Sorting{}
	}
	m.run = r
	m.counts = run.Counts{}
	for i := range r.Lines {
		m.counts[r.Lines[i].Result.Outcome]++
	}
	m.arrange()
	return another
}

// Advise says whether the rows of the run stand in Review, where those that were not
// sent can be corrected, so that the advice leads there.
func (m *Model) Advise(inReview bool) {
	m.advised = phrase.AfterClosing
	if inReview {
		m.advised = phrase.InReview
	}
}

// ShowAll shows rows of all outcomes.
func (m *Model) ShowAll() {
	m.all = true
	m.arrange()
}

// Choose shows only rows of an outcome.
func (m *Model) Choose(o run.Outcome) {
	m.all, m.only = false, o
	m.arrange()
}

// Chosen is the outcome whose rows are shown alone; ok is false while all are.
func (m *Model) Chosen() (o run.Outcome, ok bool) { return m.only, !m.all }

// Outcomes lists the outcomes that occur, in the order in which they are shown,
// and the one that is chosen even if it no longer occurs.
func (m *Model) Outcomes() []run.Outcome {
	return slices.DeleteFunc(run.Outcomes(), func(o run.Outcome) bool {
		return m.counts[o] == 0 && (m.all || m.only != o)
	})
}

// Count is how many rows ended so.
func (m *Model) Count(o run.Outcome) int { return m.counts[o] }

// Total is how many rows the run has.
func (m *Model) Total() int { return len(m.run.Lines) }

// Search shows only rows that fit what was typed; blanks alone end the search.
func (m *Model) Search(typed string) {
	m.query = rows.ParseQuery(typed)
	m.arrange()
}

// Sort takes a click on the header of a column.
func (m *Model) Sort(column string) {
	m.sorting = m.sorting.Next(column)
	m.arrange()
}

// Sorting is the column that rows are sorted by.
func (m *Model) Sorting() rows.Sorting { return m.sorting }

// arrange lists what is shown, in the order of the sorting, with nothing selected.
func (m *Model) arrange() {
	m.SelectNone()
	lines := m.run.Lines
	var order []int32
	if column, sorted := rows.ColumnOf(m.columns, m.sorting.Column); sorted {
		order = rows.Order(len(lines), func(i int) *run.Line { return &lines[i] }, column, m.sorting.Down)
	}
	m.Arrange(len(lines), order, m.keeps)
}

func (m *Model) keeps(i int) bool {
	line := &m.run.Lines[i]
	return (m.all || line.Result.Outcome == m.only) && m.query.Matches(&line.Row)
}

// at is the line at a position of what is shown, or nil.
func (m *Model) at(i int) *run.Line {
	row, ok := m.RowAt(i)
	if !ok {
		return nil
	}
	return &m.run.Lines[row]
}

// Selected are the selected lines that an action acts on, as indexes into those of the
// run, in its order. The row under the cursor alone is not selected.
func (m *Model) Selected(a run.Action) []int {
	lines := slices.DeleteFunc(m.SelectedRows(), func(i int) bool { return m.run.Part(a, &m.run.Lines[i]) != run.PartAct })
	slices.Sort(lines)
	return lines
}

// Outcome is how the row at a position ended; that of a position that does not
// exist was not sent.
func (m *Model) Outcome(i int) run.Outcome {
	if line := m.at(i); line != nil {
		return line.Result.Outcome
	}
	return run.NotSent
}

// Value is the content of a column of the row at a position; empty where there
// is none.
func (m *Model) Value(i int, column string) Value {
	line := m.at(i)
	if line == nil {
		return Value{}
	}
	c, ok := rows.ColumnOf(m.columns, column)
	if !ok {
		return Value{}
	}
	v := Value{Text: c.Text(line)}
	switch column {
	case ColumnCell, ColumnSheet, ColumnTime:
		v.Quiet = true
	case ColumnSent:
		if v.Text == "" {
			v = Value{Text: phrase.Text("columns.nothing"), Quiet: true}
		}
	}
	return v
}

// Lines are the lines below the row at a position: why it was not added and what
// can be done about it. The row under the cursor also has what support needs.
func (m *Model) Lines(i int, cursor bool) []Line {
	line := m.at(i)
	if line == nil {
		return nil
	}
	var lines []Line
	if text := m.why(line); text != "" {
		lines = append(lines, Line{Text: text})
	}
	if details := details(&line.Result); cursor && details != "" {
		lines = append(lines, Line{Text: details, Details: true})
	}
	return lines
}

// why is the reason and what to do, in whole sentences; what went as it should
// needs none.
func (m *Model) why(line *run.Line) string {
	if r := &line.Result; r.Outcome == run.Added || r.Outcome == run.Activated || r.Outcome == run.Removed {
		return ""
	}
	return phrase.Sentences(phrase.Reason(line), phrase.ToDo(line, m.advised))
}

// details are what support looks a request up by, "" if there is nothing.
func details(r *run.Result) string {
	return phrase.Details(r.HTTPStatus, r.ErrorCode, r.TrackingID, "")
}

// ForSupport is what to tell support about the row at a position: the number,
// what was said, the details, and when it was, in the time of UTC. It is "" if
// there are no details.
func (m *Model) ForSupport(i int) string {
	line := m.at(i)
	if line == nil || details(&line.Result) == "" {
		return ""
	}
	text := []string{
		phrase.Text("results.support.number", "Number", line.Row.Number.String(), "Organization", phrase.OrganizationAlone(m.run.Organization)),
		phrase.Outcome(line.Result.Outcome),
	}
	if why := m.why(line); why != "" {
		text[1] = phrase.Text("results.support.outcome", "Outcome", text[1], "Why", why)
	}
	text = append(text, details(&line.Result))
	if t := line.Result.Time; !t.IsZero() {
		text = append(text, t.UTC().Format(time.RFC3339))
	}
	return strings.Join(text, "\n")
}

// Headline is the first sentence of the screen, and a shorter one that does not name the
// organization.
func (m *Model) Headline() (whole, short string) {
	return m.headline(phrase.Organization(m.run.Organization)), m.headline("")
}

// headline is the first sentence of the screen for an organization, "" for one without a
// name.
func (m *Model) headline(organization string) string {
	say := func(unnamed, named string, n int) string {
		if organization == "" {
			return phrase.Text(unnamed, "Count", n)
		}
		return phrase.Text(named, "Count", n, "Organization", organization)
	}
	there := m.counts.There()
	removed, undone := m.counts.TakenBack()
	switch {
	case undone > 0 && removed == 0:
		return stillThere(say("results.noneremoved", "results.noneremovedfrom", 0), undone-m.counts[run.Kept])
	case undone > 0:
		return stillThere(say("results.removed", "results.removedfrom", removed), undone-removed-m.counts[run.Kept])
	case m.run.Activates:
		return say("results.activatedonly", "results.activatedin", m.counts[run.Activated])
	case there == 0:
		return say("results.none", "results.noneto", there)
	}
	added := say("results.added", "results.addedto", there)
	if m.counts[run.Activated] > 0 {
		return phrase.Text("results.activated", "Added", added, "Activated", m.counts[run.Activated])
	}
	return added
}

// stillThere says behind what an undo removed how many numbers it did not.
func stillThere(removed string, still int) string {
	if still == 0 {
		return removed
	}
	return phrase.Text("results.still", "Removed", removed, "Count", still)
}

// Empty explains why no rows are shown, and names the way out; "" while there are any.
func (m *Model) Empty() (text string, way rows.Way) {
	switch {
	case m.Len() > 0:
		return "", rows.WayNone
	case len(m.run.Lines) == 0:
		return phrase.Text("results.empty"), rows.WayNone
	case !m.query.IsZero():
		return m.query.NoMatch(), rows.WayClearSearch
	}
	return phrase.Text("results.noneended", "Outcome", strings.ToLower(phrase.Outcome(m.only))), rows.WayShowAll
}
