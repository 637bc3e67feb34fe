package file

import (
	"testing"

	"numberloader/internal/number"
)

// extensions are main numbers with extensions, about which it is asked.
func extensions() *number.Table {
	t := leaf("Desks", []string{"Main", "Ext"}, []string{"+19135550100", "0101"}, []string{"+19135550100", "0102"})
	t.Ask = &number.Ask{Question: number.QuestionExtension, Candidates: []number.Candidate{
		{Column: 1, Field: number.FieldExtension}, {Column: 1, Field: number.FieldLastDigits}, {Column: 1, Field: number.FieldNumber},
	}}
	return t
}

// TestEachAnswerAboutExtensionsIsTriedAndTaken tries the answers, and takes each of
// them in its own file.
func TestEachAnswerAboutExtensionsIsTriedAndTaken(t *testing.T) {
	t.Parallel()
	for i, want := range []struct {
		field  number.Field
		column string
	}{{number.FieldExtension, "B"}, {number.FieldLastDigits, "B"}, {number.FieldExtension, ""}} {
		b := opens(t, &book{sheets: []*number.Table{extensions()}})
		b.asks(AskExtension)
		if tried := b.previewLayouts(); len(tried) != 3 || tried[i].Columns[want.field] != want.column {
			t.Errorf("answer %d is tried with %+v", i, tried)
		}
		b.AnswerExtension(i)
		b.settle()
		if column, ok := b.layout.Columns[want.field]; !ok || column != want.column || len(b.layout.Columns) != 1 {
			t.Errorf("answer %d is read with %+v", i, b.layout)
		}
	}
}

// TestARememberedAnswerAboutExtensionsReadsTheFileAgain has one that leaves them aside,
// with which the file is not as it was first read.
func TestARememberedAnswerAboutExtensionsReadsTheFileAgain(t *testing.T) {
	t.Parallel()
	again := false
	o := opened{table: extensions()}
	o.recallColumns(Answers{Columns: map[string]Headed{"extension": {None: true}}}, func(number.Layout) bool { again = true; return true })
	if name, ok := o.layout.Columns[number.FieldExtension]; !ok || name != "" || !again {
		t.Errorf("recalled %+v, read again: %v", o.layout, again)
	}
}
