package open

import (
	"slices"
	"testing"

	"numberloader/internal/number"
)

// TestWhatExtensionsAreForIsAskedWithWhatEachAnswerGives has a table that asks it.
func TestWhatExtensionsAreForIsAskedWithWhatEachAnswerGives(t *testing.T) {
	t.Parallel()
	table := list("DIDs", "(212) 555-0100", "(212) 555-0100")
	table.Ask = &number.Ask{Question: number.QuestionExtension, Candidates: []number.Candidate{
		{Column: 2, Heading: "Ext", Field: number.FieldExtension, Samples: []number.Sample{{Cell: "A2", Text: "(212) 555-0100 0101"}}},
		{Column: 2, Heading: "Ext", Field: number.FieldLastDigits, Samples: []number.Sample{{Cell: "A2", Text: "(212) 555-0101"}}},
		{Column: 2, Heading: "Ext", Field: number.FieldNumber},
	}}
	f := opens(t, table)
	q := ask(f.opening)
	switch {
	case q.Title != "What are the extensions in column C, Ext, for?":
		t.Errorf("q.Title is %v, not \"What are the extensions in column C, Ext, for?\"", q.Title)
	case q.End != "A2 would be read as":
		t.Errorf("q.End is %v, not \"A2 would be read as\"", q.End)
	case q.Chosen != -1:
		t.Errorf("q.Chosen is %v, not -1", q.Chosen)
	case q.Form != FormOne:
		t.Errorf("q.Form is %v, not FormOne", q.Form)
	}
	var cards []string
	for _, c := range q.Cards {
		cards = append(cards, c.Title+"|"+c.End)
	}
	want := []string{
		"Add them behind the main number|(212) 555-0100 0101", "Replace its last digits with them|(212) 555-0101", "Add the main numbers alone|",
	}
	if !slices.Equal(cards, want) {
		t.Errorf("the cards are %q", cards)
	}
}

func TestTheColumnOfExtensionsIsNamed(t *testing.T) {
	t.Parallel()
	if got := headedColumn(&number.Candidate{Column: 2}); got != "C" {
		t.Errorf("a column without a heading is %q", got)
	}
}
