package reading

import (
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// Mood is what a line below the preview tells.
type Mood uint8

// The moods.
const (
	MoodRight Mood = iota
	MoodTold
	MoodDoubt
	MoodTrouble
)

// Line is something to know of the reading.
type Line struct {
	Mood Mood
	// Pieces are its text, of which some is bold.
	Pieces []phrase.Piece
	Link   string // what can be done, "" for nothing
	Do     func()
	// Words is the field whose words are explained by the link in place of Do; it is
	// FieldNumber for none.
	Words number.Field
}

// matters reports whether what was left aside has a line. Sheets stand at the left.
func matters(item *number.Item) bool { return item.Aside != number.AsideOtherSheet && item.Matters() }

// Lines are what a person should know of the reading.
func (m *Model) Lines() []Line {
	var lines []Line
	if err := m.trial.Trouble(); err != nil {
		message := phrase.Explain(err)
		lines = append(lines, Line{Mood: MoodTrouble, Pieces: plain(phrase.Sentences(message.What, message.Next))})
	}
	if m.taken != "" {
		lines = append(lines, Line{Mood: MoodTold, Pieces: plain(m.taken)})
	}
	lines = append(lines, m.wordLines()...)
	table := m.trial.Table()
	for i := range table.Inventory {
		if item := &table.Inventory[i]; matters(item) {
			lines = append(lines, m.asideLine(item))
		}
	}
	if width := m.width(); width > shownColumns {
		lines = append(lines, Line{Mood: MoodTold, Pieces: plain(phrase.Text("howread.wide", "Count", shownColumns))})
	}
	return append(lines, m.verdict()...)
}

func plain(text string) []phrase.Piece { return []phrase.Piece{{Text: text}} }

// asideLine tells what was left aside, and offers to read it.
func (m *Model) asideLine(item *number.Item) Line {
	where := phrase.Where
	if m.trial.Table().IsOfSeveralSheets() {
		where = phrase.WhereOn
	}
	line := Line{Mood: MoodDoubt, Pieces: phrase.Pieces("howread.aside", "Where", where(item), "What", phrase.Aside(item))}
	here := item.Sheet == m.trial.Table().Sheet
	switch item.Aside {
	case number.AsideOtherPhone, number.AsideNotPhone:
		if here || m.several() {
			line.Link, line.Do = phrase.Text("howread.add", "Count", item.Phones), func() { m.add(item) }
			if _, numbered := m.trial.Table().Columns[number.FieldNumber]; !numbered {
				line.Link = phrase.Text("howread.addfirst", "Count", item.Phones)
			}
		}
	case number.AsideUnusedColumn, number.AsideRemoved, number.AsideNone:
		line.Mood = MoodTold
	case number.AsideAboveHeader, number.AsideSecondTable, number.AsideOtherSheet:
	}
	return line
}

// add reads the phone numbers of a column, too, or first of all if none is read.
func (m *Model) add(item *number.Item) {
	name := m.name(item.Column)
	if item.Sheet != m.trial.Table().Sheet && item.Heading != "" {
		name = item.Heading
	}
	_, numbered := m.trial.Table().Columns[number.FieldNumber]
	m.read(func(layout *number.Layout) {
		layout.Own = nil
		if numbered {
			m.free(layout, item.Column, nil)
			layout.Numbers = append(layout.Numbers, name)
		} else {
			layout.Columns[number.FieldNumber] = name
		}
	})
}

// verdict says how many of the numbers look right, if all was looked at.
func (m *Model) verdict() []Line {
	look, known := m.trial.Look()
	table := m.trial.Table()
	column, numbered := table.Columns[number.FieldNumber]
	if !known || !numbered || look.Doubt || m.unread {
		return nil
	}
	right, letter := look.Counts.Going, number.ColumnName(column)
	var lines []Line
	if right > 0 || look.Counts.Problems == 0 {
		lines = append(lines, Line{Mood: MoodRight, Pieces: phrase.Pieces("howread.right", "Count", right, "Column", letter)})
	}
	if look.Counts.Problems > 0 {
		lines = append(lines, Line{Mood: MoodTold, Pieces: phrase.Pieces("howread.wrong", "Count", look.Counts.Problems)})
	}
	if look.Counted < look.Rows {
		lines = append(lines, Line{Mood: MoodTold, Pieces: plain(phrase.Text("howread.sampled", "Count", look.Counted))})
	}
	return lines
}
