package file

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCellsArePartedAsTheyWereCopied(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][][]string{
		"":          {},
		" \n\t\n":   {},
		"1\n2\r\n3": {{"1"}, {"2"}, {"3"}},
		"(816) 555-0120\tKansas City\n030 23125 100\tBerlin\n": {{"(816) 555-0120", "Kansas City"}, {"030 23125 100", "Berlin"}},
		"1; Berlin\n\n2;":                  {{"1", "Berlin"}, nil, {"2"}},
		"1\t\t3":                           {{"1", "", "3"}},
		"1; 2;3":                           {{"1"}, {"2"}, {"3"}},
		"1; Berlin":                        {{"1", "Berlin"}},
		"\"two\nlines\"\t1\nb\t2":          {{"two\nlines", "1"}, {"b", "2"}},
		"\"a \"\"b\"\"; c\"\tx\ny\tz":      {{`a "b"; c`, "x"}, {"y", "z"}},
		"\"Ann\" <+12125550100>\n\"Ben\tx": {{`"Ann" <+12125550100>`}, {`"Ben`, "x"}},
	} {
		got := cells(text)
		if len(got) == 0 && len(want) == 0 {
			continue
		}
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b []string) bool { return strings.Join(a, "|") == strings.Join(b, "|") && len(a) == len(b) })); diff != "" {
			t.Errorf("%q (- wanted, + got):\n%s", text, diff)
		}
	}
}

func FuzzCells(f *testing.F) {
	f.Add("1\t2\n\"3\"")
	f.Fuzz(func(t *testing.T, text string) {
		kept := strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, text)
		var read strings.Builder
		for _, row := range cells(text) {
			for _, cell := range row {
				read.WriteString(cell)
			}
		}
		got := strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, read.String())
		if got != kept {
			t.Errorf("of %q the digits %q are left of %q", text, got, kept)
		}
	})
}
