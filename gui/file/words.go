package file

import (
	"cmp"
	"slices"
	"strings"

	"numberloader/internal/number"
)

// Word is a word in a column of types, usages or states that the program does not
// know by itself.
type Word struct {
	Field   number.Field
	Text    string // as it first stands in the file
	Count   int    // rows that have it
	Meaning string // the word that counts instead, "" if nobody said
}

// wordCell is a text in the column of a field of a list.
type wordCell struct {
	list  uint16
	field number.Field
	text  string
}

// wordsOf are the words in the columns of a table that the program does not know by
// itself, by field and the most frequent first. Those that differ only in spelling
// are one.
func wordsOf(table *number.Table, layout number.Layout) []Word {
	counts, cells := countWords(table)
	type key struct {
		field number.Field
		word  string
	}
	at := map[key]int{}
	var words []Word
	for _, c := range cells {
		list := table.List(&number.Record{List: c.list})
		if number.KnowsWord(c.field, c.text, list.ActiveHeader) {
			continue
		}
		k := key{c.field, number.WordKey(c.text)}
		i, met := at[k]
		if !met {
			i = len(words)
			at[k] = i
			words = append(words, Word{Field: c.field, Text: strings.TrimSpace(c.text), Meaning: layout.Words[c.field][k.word]})
		}
		words[i].Count += counts[c]
	}
	slices.SortStableFunc(words, func(a, b Word) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(b.Count, a.Count))
	})
	return words
}

// countWords counts the texts in columns of words. cells are they in the order in
// which they first come.
func countWords(table *number.Table) (counts map[wordCell]int, cells []wordCell) {
	counts = map[wordCell]int{}
	for i := range table.Records {
		r := &table.Records[i]
		if r.Skipped != number.SkipNone {
			continue
		}
		columns := table.List(r).Columns
		for _, field := range number.WordFields() {
			at, ok := columns[field]
			if !ok || strings.TrimSpace(r.Source.At(at)) == "" {
				continue
			}
			c := wordCell{r.List, field, r.Source.At(at)}
			if counts[c] == 0 {
				cells = append(cells, c)
			}
			counts[c]++
		}
	}
	return counts, cells
}
