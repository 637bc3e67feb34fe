package reading

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/number"
)

func TestWordsAreExplained(t *testing.T) {
	t.Parallel()
	tr := carrier()
	m := NewModel(tr, nil)
	words := m.Words(number.FieldState)
	switch {
	case len(words) != 3:
		t.Fatalf("len(words) is %v, not 3", len(words))
	case words[0].Text != "live":
		t.Fatalf("words[0].Text is %v, not \"live\"", words[0].Text)
	case words[0].Count != "3":
		t.Fatalf("words[0].Count is %v, not \"3\"", words[0].Count)
	case words[0].Choice.Chosen != 0:
		t.Fatalf("words[0].Choice.Chosen is %v, not 0", words[0].Choice.Chosen)
	}
	active := slices.Index(words[0].Choice.Texts, "Active")
	m.Explain(number.FieldState, []int{active, 0, 0})
	if diff := cmp.Diff(map[number.Field]map[string]string{number.FieldState: {"live": "ACTIVE"}}, tr.layout.Words); diff != "" {
		t.Fatal(diff)
	}
	columns := m.Columns()
	lines := m.Preview(columns)
	if line := lines[slices.IndexFunc(lines, func(l PreviewLine) bool { return l.Number == 5 })]; m.Unknown(line, &columns[3], "live") || !m.Unknown(line, &columns[3], "spare") || m.Unknown(line, &columns[4], "Room 200") {
		t.Error("other words are marked")
	}
	tr.look.Words = tr.look.Words[:1]
	tr.look.Words[0].Meaning = "ACTIVE"
	if got := said(m)[0]; got != "D, Status: 1 word means what you said. [Change]" {
		t.Errorf("it says %q", got)
	}
	m.Explain(number.FieldState, []int{0})
	if tr.layout.Words != nil {
		t.Errorf("words are still explained: %v", tr.layout.Words)
	}
}

// TestEveryMeaningIsAWordThatIsKnown holds that an explained word is understood.
func TestEveryMeaningIsAWordThatIsKnown(t *testing.T) {
	t.Parallel()
	for _, field := range number.WordFields() {
		all := meanings(field)
		if len(all) < 2 {
			t.Errorf("words of %v can mean %v", field, all)
		}
		for _, m := range all {
			if !number.KnowsWord(field, m.word, false) {
				t.Errorf("%q is no word of %v", m.word, field)
			}
		}
	}
}

func TestManyUnknownWordsAreNotAllNamed(t *testing.T) {
	t.Parallel()
	if got := some([]string{"a", "b", "c", "d", "e", "f"}); got != "a, b, c, d and 2 more" {
		t.Errorf("got %q", got)
	}
}
