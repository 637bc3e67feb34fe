package reading

import (
	"slices"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// words are the words of the file that are not known, or that were explained.
type words struct{ *trying }

// Words are the words of a field that the program does not know by itself.
func (m *words) Words(field number.Field) []Word {
	look, _ := m.trial.Look()
	var words []Word
	for _, w := range look.Words {
		if w.Field != field {
			continue
		}
		word := Word{Text: w.Text, Count: phrase.Count(w.Count), Choice: Choice{}}
		word.Choice.add(phrase.Text("howread.words.unknown"), w.Meaning == "")
		for _, meaning := range meanings(field) {
			word.Choice.add(meaning.label, w.Meaning == meaning.word)
		}
		words = append(words, word)
	}
	return words
}

// Word is a word of the file and what it may mean; the first choice is that nobody
// knows.
type Word struct {
	Text   string
	Count  string
	Choice Choice
}

// meaning is what a word can mean: the word that counts instead, and how it is shown.
type meaning struct{ word, label string }

// meanings are what the words of a field can mean.
func meanings(field number.Field) []meaning {
	var all []meaning
	switch field {
	case number.FieldType:
		for _, k := range []number.Kind{number.KindDID, number.KindTollFree, number.KindMobile} {
			all = append(all, meaning{k.API(), phrase.Kind(k)})
		}
	case number.FieldUsage:
		for _, u := range []number.Usage{number.UsageNone, number.UsageService} {
			all = append(all, meaning{u.API(), phrase.Usage(u)})
		}
	case number.FieldState:
		for _, s := range []number.State{number.StateActive, number.StateInactive} {
			all = append(all, meaning{s.API(), phrase.State(s)})
		}
		all = append(all, meaning{number.RemovalWord, phrase.Text("howread.words.removed")})
	case number.FieldNumber, number.FieldNumberEnd, number.FieldLocation, number.FieldSubscription, number.FieldCountry,
		number.FieldAreaCode, number.FieldExchange, number.FieldAction, number.FieldExtension, number.FieldLastDigits, number.FieldActivateOn:
	}
	return all
}

// Explain says what the words of a field mean, by the choices in the order of Words.
func (m *words) Explain(field number.Field, choices []int) {
	look, _ := m.trial.Look()
	m.read(func(layout *number.Layout) {
		words := layout.Words[field]
		if words == nil {
			words = map[string]string{}
		}
		i := 0
		for _, w := range look.Words {
			if w.Field != field || i >= len(choices) {
				continue
			}
			key := number.WordKey(w.Text)
			delete(words, key)
			if choice := choices[i]; choice > 0 {
				words[key] = meanings(field)[choice-1].word
			}
			i++
		}
		delete(layout.Words, field)
		if len(words) > 0 {
			layout.Words[field] = words
		}
	})
}

// hasUnknown reports whether words of a field are not known.
func (m *words) hasUnknown(field number.Field) bool {
	look, _ := m.trial.Look()
	for _, w := range look.Words {
		if w.Field == field && w.Meaning == "" {
			return true
		}
	}
	return false
}

// wordLines tell of words that are not known, or that were explained.
func (m *words) wordLines() []Line {
	look, known := m.trial.Look()
	if !known {
		return nil
	}
	var lines []Line
	for _, field := range number.WordFields() {
		var unknown []string
		explained := 0
		for _, w := range look.Words {
			switch {
			case w.Field != field:
			case w.Meaning == "":
				unknown = append(unknown, w.Text)
			default:
				explained++
			}
		}
		where := m.where(field)
		switch {
		case len(unknown) > 0:
			lines = append(lines, Line{
				Mood: MoodDoubt, Words: field, Link: phrase.Text("howread.words.say"),
				Pieces: phrase.Pieces("howread.words.line", "Where", where, "Count", len(unknown), "Words", some(unknown)),
			})
		case explained > 0:
			lines = append(lines, Line{
				Mood: MoodRight, Words: field, Link: phrase.Text("words.change"),
				Pieces: phrase.Pieces("howread.words.explained", "Where", where, "Count", explained),
			})
		}
	}
	return lines
}

// where is the column of a field, as lines name it.
func (m *words) where(field number.Field) string {
	table := m.trial.Table()
	column, ok := table.Columns[field]
	if !ok {
		return phrase.Field(field)
	}
	item := number.Item{Column: column}
	if column < len(table.Headings) {
		item.Heading = table.Headings[column]
	}
	return phrase.Where(&item)
}

// some are the first words of a list.
func some(words []string) string {
	const named = 4
	if len(words) <= named+1 {
		return phrase.List(words)
	}
	more := phrase.Text("howread.words.more", "Count", len(words)-named)
	return phrase.List(slices.Concat(words[:named], []string{more}))
}
