package delimited

import (
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"numberloader/import/sheet"
)

func recordsOf(text string) ([][]string, error) {
	r := &recordReader{text: text, delimiter: ","}
	var all [][]string
	for {
		fields, ok, err := r.next()
		if err != nil || !ok {
			return all, err
		}
		all = append(all, slices.Clone(fields))
	}
}

func TestRecordsAreReadByTheRules(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		text string
		want [][]string
	}{
		"no line end at the end":         {"a,b", [][]string{{"a", "b"}}},
		"mixed line ends":                {"a\nb\r\nc\rd", [][]string{{"a"}, {"b"}, {"c"}, {"d"}}},
		"blank records count":            {"a\n\n\r\nb", [][]string{{"a"}, {""}, {""}, {"b"}}},
		"quoted delimiter and line ends": {"\"a,\r\nb\",c", [][]string{{"a,\r\nb", "c"}}},
		"doubled quotation mark":         {`"a""b",""`, [][]string{{`a"b`, ""}}},
		"text behind the closing one":    {`"a"bc,"d" "e"`, [][]string{{"abc", `d "e"`}}},
		"quotation mark within a field":  {`a "b",5" pipe`, [][]string{{`a "b"`, `5" pipe`}}},
		"empty last field":               {"a,\n,", [][]string{{"a", ""}, {"", ""}}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := recordsOf(c.text)
			if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
				t.Errorf("%v %s", err, diff)
			}
		})
	}
}

func TestRecordsAgreeWithEncodingCSV(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab1 \",\n")), 0, 40, -1).Draw(t, "text")
		std := csv.NewReader(strings.NewReader(text))
		std.FieldsPerRecord = -1
		want, err := std.ReadAll()
		if err != nil {
			t.Skip("encoding/csv refuses it")
		}
		got, err := recordsOf(text)
		if err != nil {
			t.Fatal(err)
		}
		got = slices.DeleteFunc(got, func(r []string) bool { return len(r) == 1 && r[0] == "" })
		want = slices.DeleteFunc(want, func(r []string) bool { return len(r) == 1 && r[0] == "" })
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestRecordsEndAtTheirLimits(t *testing.T) {
	t.Parallel()
	if _, err := recordsOf(`a,"b`); !errors.Is(err, errOpenQuote) {
		t.Errorf("open quotation mark: %v", err)
	}
	if _, err := recordsOf(strings.Repeat(",", sheet.MaxColumns)); !errors.Is(err, errTooWide) {
		t.Errorf("wide record: %v", err)
	}
	if _, err := recordsOf(strings.Repeat(",", sheet.MaxColumns-1)); err != nil {
		t.Errorf("widest record: %v", err)
	}
}

func TestLineAtCountsPhysicalLines(t *testing.T) {
	t.Parallel()
	const text = "a\r\nb\rc\nd"
	for pos, want := range map[int]int{0: 1, 3: 2, 5: 3, 7: 4} {
		if got := lineAt(text, pos); got != want {
			t.Errorf("position %d is in line %d, want %d", pos, got, want)
		}
	}
}

func TestDelimiterIsFound(t *testing.T) {
	t.Parallel()
	cases := map[string]struct{ text, want string }{
		"tab":                        {"a\tb\nc\td\n", "\t"},
		"semicolon before comma":     {"a,1;b\nc;d,2\n", ";"},
		"more fields win a tie":      {"a;b,c,d\ne;f,g,h\n", ","},
		"most records win":           {"a;b;c\nd,e\nf,g\nh,i\n", ","},
		"pipe":                       {"a|b\nc|d\n", "|"},
		"fewer than half":            {"a,b\nc\nd\ne\n", oneColumn},
		"one column":                 {"a\nb\n", oneColumn},
		"tabs of any number":         {"Acme\na\tb\nc\td\te\nf\tg\th\ti\n", "\t"},
		"too few tabs":               {"a\tb\nc\td\te\nf\ng\nh\n", oneColumn},
		"commas of any number":       {"a,b\nc,d;e,e\nf;g;h,g,h,i\n", ","},
		"quoted delimiter":           {"\"a,b\";c\n\"d,e\";f\n", ";"},
		"blank records do not count": {"\n\n\n\n\na,b\n\n", ","},
		"open quotation mark":        {"a,b\nc,d\n\"e,f\n", ","},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := findDelimiter(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestSepLineNamesTheDelimiter(t *testing.T) {
	t.Parallel()
	cases := map[string]struct{ text, delimiter, rest string }{
		"plain":           {"sep=;\r\na", ";", "a"},
		"capitals":        {"SEP=,\na", ",", "a"},
		"in quotes":       {"\"sep=\t\"\ra", "\t", "a"},
		"other character": {"sep=§\na", "§", "a"},
		"alone":           {"sep=;", ";", ""},
		"too long":        {"sep=;;\na", "", "sep=;;\na"},
		"nothing":         {"sep=\na", "", "sep=\na"},
		"quotation mark":  {"sep=\"\na", "", "sep=\"\na"},
		"another line":    {"a\nsep=;", "", "a\nsep=;"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			delimiter, rest := cutSepLine(c.text)
			if delimiter != c.delimiter || rest != c.rest {
				t.Errorf("got %q, %q", delimiter, rest)
			}
		})
	}
}
