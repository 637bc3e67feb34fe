// Package help is the user guide inside the window: pages, one for each heading, and a
// search in them. The model knows no toolkit and belongs to the UI thread.
package help

import (
	"slices"
	"strings"
)

// Page is what stands below one heading of the guide.
type Page struct {
	Title string
	Above string // the heading that this one belongs to, "" for none
	Topic string // what the page can be asked for by, such as "2-review"
	Parts []Part
}

// PartKind is what a part of a page is.
type PartKind uint8

// The kinds.
const (
	Paragraph PartKind = iota
	Item               // of a list
	Table
	Code
	Picture
)

// Part is a paragraph, an item of a list, a table, lines of code or a picture.
type Part struct {
	Kind PartKind
	Text []Span   // of paragraphs and items; of a picture what it shows
	Rows [][]Cell // of a table, the headings first
	Code string
	Path string // of a picture
}

// Cell is a cell of a table.
type Cell []Span

// Span is a piece of text in one style.
type Span struct {
	Text       string
	Bold, Code bool
}

// plain is a text without its styles.
func plain(spans []Span) string {
	var text strings.Builder
	for _, s := range spans {
		text.WriteString(s.Text)
	}
	return text.String()
}

// texts are the texts of a part as a search sees them.
func (p Part) texts() []string {
	switch p.Kind {
	case Paragraph, Item, Picture:
		return []string{plain(p.Text)}
	case Code:
		return []string{p.Code}
	case Table:
		var all []string
		for _, row := range p.Rows {
			var cells []string
			for _, cell := range row {
				cells = append(cells, plain(cell))
			}
			all = append(all, strings.Join(cells, " · "))
		}
		return all
	}
	return nil
}

// Model is the guide, the page that is open, and what is searched for.
type Model struct {
	pages []Page
	at    int
	query string
}

// NewModel returns the guide as Markdown, open at its first page.
func NewModel(guide string) *Model { return &Model{pages: parse(guide)} }

// Pages are all pages in their order.
func (m *Model) Pages() []Page { return m.pages }

// At is the page that is open.
func (m *Model) At() int { return m.at }

// Open opens a page.
func (m *Model) Open(page int) { m.at = min(max(page, 0), len(m.pages)-1) }

// OpenTopic opens the page of a topic, and says whether there is one.
func (m *Model) OpenTopic(topic string) bool {
	at := slices.IndexFunc(m.pages, func(p Page) bool { return p.Topic == topic })
	if at >= 0 {
		m.at = at
	}
	return at >= 0
}

// Search looks for words; "" shows the contents again.
func (m *Model) Search(query string) { m.query = strings.TrimSpace(query) }

// Query is what is searched for.
func (m *Model) Query() string { return m.query }

// Found is a place in the guide.
type Found struct {
	Page int
	// Text is where the words stand, with them bold.
	Text []Span
}

// Found are the places in which each word of the query stands, the page named in the
// query first, at most one a page.
func (m *Model) Found() []Found {
	words := strings.Fields(strings.ToLower(m.query))
	if len(words) == 0 {
		return nil
	}
	var titled, others []Found
	for i, page := range m.pages {
		if containsAll(page.Title, words) {
			titled = append(titled, Found{i, marked(page.first(), words)})
		} else if text, ok := page.find(words); ok {
			others = append(others, Found{i, marked(text, words)})
		}
	}
	return append(titled, others...)
}

// first is the first text of a page.
func (p Page) first() string {
	for _, part := range p.Parts {
		if texts := part.texts(); part.Kind != Picture && len(texts) > 0 {
			return texts[0]
		}
	}
	return ""
}

// find is the text in which all words stand, or that has the first of them if they
// stand apart on the page.
func (p Page) find(words []string) (text string, ok bool) {
	var all []string
	for _, part := range p.Parts {
		all = append(all, part.texts()...)
	}
	if at := slices.IndexFunc(all, func(text string) bool { return containsAll(text, words) }); at >= 0 {
		return all[at], true
	}
	if !containsAll(p.Title+" "+strings.Join(all, " "), words) {
		return "", false
	}
	at := slices.IndexFunc(all, func(text string) bool { return containsAny(text, words) })
	return all[max(at, 0)], true
}

func containsAll(text string, words []string) bool {
	text = strings.ToLower(text)
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) })
}

func containsAny(text string, words []string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}

// Letters of a place that are shown: those before the first word, and all.
const (
	before = 24
	shown  = 96
)

// marked is a piece of a text around the first of some words, with all of them bold.
func marked(text string, words []string) []Span {
	letters := []rune(text)
	lower := []rune(strings.ToLower(text))
	if len(lower) != len(letters) { // some letter has no lower case of its own length
		lower = letters
	}
	bold := make([]bool, len(letters))
	first := len(letters)
	for _, word := range words {
		for at := index(lower, []rune(word), 0); at >= 0; at = index(lower, []rune(word), at+1) {
			first = min(first, at)
			for i := range []rune(word) {
				bold[at+i] = true
			}
		}
	}
	start := 0
	if first < len(letters) && first > before {
		for start = first - before; start > 0 && letters[start-1] != ' '; start-- {
		}
	}
	end := min(len(letters), start+shown)
	var spans []Span
	for i := start; i < end; i++ {
		if i == start || bold[i] != bold[i-1] {
			spans = append(spans, Span{Bold: bold[i]})
		}
		spans[len(spans)-1].Text += string(letters[i])
	}
	if start > 0 {
		spans = append([]Span{{Text: "… "}}, spans...)
	}
	if end < len(letters) {
		spans = append(spans, Span{Text: " …"})
	}
	return spans
}

// index is where a word stands in a text from a position on, -1 if nowhere.
func index(text, word []rune, from int) int {
	for at := from; at+len(word) <= len(text); at++ {
		if slices.Equal(text[at:at+len(word)], word) {
			return at
		}
	}
	return -1
}
