package reading_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/number"
	"numberloader/internal/reading"
)

// testCase is a line of testdata/*.jsonl.
type testCase struct {
	ID     string
	Region string
	Kind   string
	Cell   struct {
		T      string
		V      any
		Result string
		Fmt    string
	}
	Expect expectation
}

// expectation is what a case expects of the reading.
type expectation struct {
	Level       string
	Code        string
	Numbers     []string
	Suggestion  string
	Count       int
	First, Last string
}

func (c *testCase) cell() number.Cell {
	types := map[string]number.CellType{
		"text": number.CellText, "number": number.CellNumber, "date": number.CellDate, "error": number.CellError,
		"bool": number.CellBool, "none": number.CellEmpty, "empty": number.CellEmpty,
	}
	cell := number.Cell{Formula: c.Cell.T == "formula", Format: c.Cell.Fmt}
	name := c.Cell.T
	if cell.Formula {
		name = c.Cell.Result
	}
	cell.Type = types[name]
	switch v := c.Cell.V.(type) {
	case string:
		cell.Value = v
	case bool:
		cell.Value = map[bool]string{true: "true", false: "false"}[v]
	}
	return cell
}

func (c *testCase) context() reading.Context {
	kind, _ := number.ParseKind(c.Kind)
	return reading.Context{Place: number.Place{Column: "DIDs!B", Line: 7}, Region: c.Region, Location: "Head Office", Kind: kind}
}

// summary is a reading in the form of an expectation.
func summary(r reading.Reading) expectation {
	first, last := r.Range()
	got := expectation{
		Level: r.Level.String(), Code: string(r.Code), Numbers: []string{}, Suggestion: r.Suggestion,
		Count: r.Count(), First: first.String(), Last: last.String(),
	}
	for _, n := range r.Numbers.All() {
		got.Numbers = append(got.Numbers, n.String())
	}
	return got
}

func loadCases(tb testing.TB) []testCase {
	tb.Helper()
	files, err := filepath.Glob("testdata/*.jsonl")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no cases: %v", err)
	}
	var cases []testCase
	for _, name := range files {
		cases = append(cases, loadFile(tb, name)...)
	}
	return cases
}

func loadFile(tb testing.TB, name string) []testCase {
	tb.Helper()
	file, err := os.Open(name)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() {
		if err := file.Close(); err != nil {
			tb.Error(err)
		}
	}()
	var cases []testCase
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var c testCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			tb.Fatalf("%s: %v in %s", name, err, lines.Text())
		}
		cases = append(cases, c)
	}
	return cases
}

func TestReadAnswersEveryCase(t *testing.T) {
	t.Parallel()
	for _, c := range loadCases(t) {
		t.Run(c.ID, func(t *testing.T) {
			t.Parallel()
			got := reading.Read(c.cell(), c.context())
			if diff := cmp.Diff(c.Expect, summary(got)); diff != "" {
				t.Errorf("%q in %q: (-want +got)\n%s\nfindings: %v", c.Cell.V, c.Region, diff, saidOf(&got, c.context()))
			}
		})
	}
}
