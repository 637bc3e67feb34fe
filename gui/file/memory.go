package file

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"numberloader/gui/background"
	"numberloader/internal/number"
	"numberloader/internal/reading"
	"numberloader/internal/review"
)

// Answers are what was chosen about a file, to be used for files with the same
// headings. They hold no numbers. The zero value is nothing.
type Answers struct {
	Sheet    string   `json:"sheet,omitempty"`
	Sheets   []string `json:"sheets,omitempty"` // several, in place of Sheet
	Encoding string   `json:"encoding,omitempty"`
	// Delimiter is what stands between the fields of a text file, nil if nobody said.
	Delimiter *string           `json:"delimiter,omitempty"`
	Columns   map[string]Headed `json:"columns,omitempty"` // by the name of the field
	Numbers   []Headed          `json:"numbers,omitempty"` // further columns of numbers
	// Hidden says whether hidden rows are taken along, nil if nobody said.
	Hidden  *bool  `json:"hidden,omitempty"`
	Country string `json:"country,omitempty"` // ISO 3166 alpha-2
	// Words are words that the user explained, by the name of their field.
	Words map[string]map[string]string `json:"words,omitempty"`
	// SheetIsLocation says that the names of the sheets are locations.
	SheetIsLocation bool `json:"sheet_is_location,omitempty"`
}

// Headed is the column with a heading: the first one if Nth is 0.
type Headed struct {
	Heading string `json:"heading"`
	Nth     int    `json:"nth,omitempty"`
	// None says that the field is in no column.
	None bool `json:"none,omitempty"`
}

// Has reports whether the column of a field was chosen.
func (a Answers) Has(field number.Field) bool {
	_, has := a.Columns[fieldNames()[field]]
	return has
}

func (a Answers) isZero() bool {
	return a.Sheet == "" && len(a.Sheets) == 0 && a.Encoding == "" && a.Delimiter == nil && len(a.Columns) == 0 && a.Hidden == nil &&
		a.Country == "" && len(a.Words) == 0 && !a.SheetIsLocation
}

// apply sets what was recalled about rows that say nothing.
func (a Answers) apply(set *review.Settings) {
	if a.Country != "" {
		set.Region = a.Country
	}
	if a.Hidden != nil {
		set.IncludeHidden = *a.Hidden
	}
}

// headed names a column by its heading.
func headed(headings []string, column int) (Headed, bool) {
	if column < 0 || column >= len(headings) {
		return Headed{}, false
	}
	h := Headed{Heading: headings[column]}
	for _, heading := range headings[:column] {
		if number.Fold(heading) == number.Fold(h.Heading) {
			h.Nth++
		}
	}
	return h, true
}

// in is the position of the column among headings.
func (h Headed) in(headings []string) (column int, ok bool) {
	n := 0
	for i, heading := range headings {
		if number.Fold(heading) != number.Fold(h.Heading) {
			continue
		}
		if n == h.Nth {
			return i, true
		}
		n++
	}
	return 0, false
}

// fieldNames are the names of the fields in a memory, by field.
func fieldNames() []string {
	return []string{"number", "number_end", "type", "usage", "state", "location", "subscription", "country", "area_code", "exchange", "action", "extension", "last_digits"}
}

// firstKey is the key of what is chosen before the columns are: by the sheets of
// a file and the headings of the one that was found. It is "" if nothing can be
// remembered.
func firstKey(table *number.Table) string {
	parts := []string{"first"}
	for _, s := range table.Sheets {
		parts = append(parts, s.Name)
	}
	return key(table, parts)
}

// columnsKey is the key of what is chosen about the columns and rows of a list:
// by its headings.
func columnsKey(table *number.Table) string { return key(table, []string{"columns"}) }

// key makes a key of headings. It can't be turned back into them. There is none
// without headings, or where one looks like a phone number.
func key(table *number.Table, parts []string) string {
	headings := table.Headings
	for len(headings) > 0 && strings.TrimSpace(headings[len(headings)-1]) == "" {
		headings = headings[:len(headings)-1]
	}
	if table.HeaderRow == 0 || len(headings) == 0 || slices.ContainsFunc(headings, likePhone) {
		return ""
	}
	for _, heading := range headings {
		parts = append(parts, number.Fold(heading))
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:])
}

func likePhone(text string) bool {
	return reading.LooksLikePhone(number.Cell{Type: number.CellText, Value: text})
}

// memory keeps what is chosen about the open file, and knows what was kept of others.
type memory struct{ *asking }

// Remembering says whether what is chosen about the open file is remembered for
// files with the same headings. can is false where it can't be.
func (m *memory) Remembering() (on, can bool) {
	return !m.forget, m.file.table != nil && (m.first != "" || columnsKey(m.file.table) != "")
}

// SetRemembering says whether to remember it.
func (m *memory) SetRemembering(on bool) { m.forget = !on }

// Remember keeps what was chosen about the open file for files with the same
// headings.
func (m *memory) Remember() {
	if m.file.table == nil || m.forget {
		return
	}
	remember, first, columns := m.file.services, firstAnswers(m.file.layout), columnAnswers(m.file.table, m.file.layout, m.rows.Settings())
	keys := [...]string{m.first, columnsKey(m.file.table)}
	background.Start(m.file.loop.Lane(), func(context.Context) (struct{}, error) {
		remember.keep(keys[0], first)
		remember.keep(keys[1], columns)
		return struct{}{}, nil
	}, func(struct{}, error) {})
}

// keep remembers answers. Nothing is written that says nothing new.
func (s *Services) keep(key string, a Answers) {
	if _, old := s.recall(key); key != "" && (old || !a.isZero()) {
		s.Remember(key, a)
	}
}

func firstAnswers(layout number.Layout) Answers {
	a := Answers{Encoding: layout.Encoding, Delimiter: layout.Delimiter, SheetIsLocation: layout.SheetIsLocation}
	if sheet := layout.Sheet; sheet != nil && !likePhone(*sheet) {
		a.Sheet = *sheet
	}
	if !slices.ContainsFunc(layout.Sheets, likePhone) {
		a.Sheets = layout.Sheets
	}
	return a
}

func columnAnswers(table *number.Table, layout number.Layout, settings review.Settings) Answers {
	if len(layout.Own) > 0 {
		return Answers{Country: settings.Region} // each sheet is asked about again
	}
	a := Answers{Country: settings.Region, Columns: map[string]Headed{}, Words: explained(layout)}
	for field := range layout.Columns {
		column, there := table.Columns[field]
		h, ok := headed(table.Headings, column)
		if !there {
			h, ok = Headed{None: true}, true
		}
		if ok {
			a.Columns[fieldNames()[field]] = h
		}
	}
	for _, name := range layout.Numbers {
		column, _ := number.ColumnIndex(name)
		h, ok := headed(table.Headings, column)
		if !ok {
			return Answers{Country: settings.Region} // not to be found again
		}
		a.Numbers = append(a.Numbers, h)
	}
	if len(HiddenRows(table)) > 0 {
		a.Hidden = &settings.IncludeHidden
	}
	return a
}

// explained are the words that the user explained, without any that looks like a
// phone number.
func explained(layout number.Layout) map[string]map[string]string {
	var all map[string]map[string]string
	for field, words := range layout.Words {
		kept := map[string]string{}
		for word, meaning := range words {
			if !likePhone(word) {
				kept[word] = meaning
			}
		}
		if len(kept) > 0 {
			if all == nil {
				all = map[string]map[string]string{}
			}
			all[fieldNames()[field]] = kept
		}
	}
	return all
}

// explainedAs is what explained made a memory of.
func explainedAs(remembered map[string]map[string]string) map[number.Field]map[string]string {
	var words map[number.Field]map[string]string
	for _, field := range number.WordFields() {
		if kept := remembered[fieldNames()[field]]; len(kept) > 0 {
			if words == nil {
				words = map[number.Field]map[string]string{}
			}
			words[field] = kept
		}
	}
	return words
}
