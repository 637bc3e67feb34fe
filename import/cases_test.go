package importer_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	importer "numberloader/import"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// expectation is the part of a case's description that reading decides. What
// becomes of the numbers is tested where they are judged.
type expectation struct {
	File        string            `json:"file"`
	Readable    bool              `json:"readable"`
	Reason      string            `json:"reason"`
	MustMention []string          `json:"must_mention"`
	Password    string            `json:"password"` // the file is refused without it
	Encoding    string            `json:"encoding"` // what the user chooses
	Sheet       string            `json:"sheet"`
	HeaderRow   int               `json:"header_row"`
	Columns     map[string]string `json:"columns"`
	Ask         *struct {
		What       string   `json:"what"`
		Candidates []string `json:"candidates"`
	} `json:"ask"`
	Answer string `json:"answer"`
	Rows   []struct {
		Row    int    `json:"row"`
		Cell   string `json:"cell"`
		Hidden bool   `json:"hidden"`
	} `json:"rows"`
	Skipped []struct {
		Row int    `json:"row"`
		Why string `json:"why"`
	} `json:"skipped"`
}

// kinds are the kinds of fault by the reason of a case.
var kinds = map[string]fault.Kind{
	"password":    fault.FilePassword,
	"unsupported": fault.FileUnsupported,
	"corrupt":     fault.FileDamaged,
	"empty":       fault.FileEmpty,
	"too_large":   fault.FileTooLarge,
}

// fields are the fields by their names in the cases.
var fields = map[string]number.Field{
	"number": number.FieldNumber, "number_end": number.FieldNumberEnd, "kind": number.FieldType, "usage": number.FieldUsage,
	"state": number.FieldState, "location": number.FieldLocation, "subscription": number.FieldSubscription,
}

const expectationEnding = ".expect.json"

// TestReadMeetsEveryCase reads the files of testdata/cases and of testdata/made.
func TestReadMeetsEveryCase(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{"cases", "made"} {
		entries, err := os.ReadDir(filepath.Join("testdata", folder))
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			path := filepath.Join("testdata", folder, entry.Name())
			if of, ok := strings.CutSuffix(path, expectationEnding); ok {
				if _, err := os.Stat(of); err != nil {
					t.Errorf("an expectation without its file: %v", err)
				}
				continue
			}
			t.Run(folder+"/"+entry.Name(), func(t *testing.T) {
				t.Parallel()
				checkCase(t, path, readExpectation(t, path))
			})
		}
	}
}

func readExpectation(t *testing.T, path string) expectation {
	t.Helper()
	content, err := os.ReadFile(path + expectationEnding)
	if err != nil {
		t.Fatalf("the input has no expectation: %v", err)
	}
	var want expectation
	if err := json.Unmarshal(content, &want); err != nil {
		t.Fatal(err)
	}
	return want
}

func checkCase(t *testing.T, path string, want expectation) {
	t.Helper()
	if want.File != filepath.Base(path) {
		t.Errorf("the expectation is that of %q", want.File)
	}
	if want.Password != "" {
		_, err := importer.Read(t.Context(), path, number.Layout{}, nil)
		checkRefused(t, err, expectation{Reason: "password", MustMention: []string{"password"}})
	}
	if want.Encoding != "" {
		checkAssumed(t, path)
	}
	table, err := importer.Read(t.Context(), path, want.layout(), nil)
	if !want.Readable {
		checkRefused(t, err, want)
		return
	}
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	if want.Ask != nil {
		table = answer(t, path, table, want)
	} else if table.Ask != nil {
		t.Errorf("asked which column it is: %v", table.Ask.Candidates)
	}
	checkTable(t, table, want)
}

// checkAssumed checks that nobody takes an assumed encoding for a known one.
func checkAssumed(t *testing.T, path string) {
	t.Helper()
	table, err := importer.Read(t.Context(), path, number.Layout{}, nil)
	if err != nil {
		t.Fatalf("Read without an encoding: %v", err)
	}
	if !slices.ContainsFunc(table.Notes, func(n number.Note) bool { return n.Kind == number.NoteEncoding }) {
		t.Error("an encoding was assumed without a word")
	}
}

// layout is what the user says about the file.
func (e *expectation) layout() number.Layout {
	return number.Layout{Password: e.Password, Encoding: e.Encoding}
}

func checkRefused(t *testing.T, err error, want expectation) {
	t.Helper()
	if err == nil {
		t.Fatal("the file was read, and it should be refused")
	}
	if kind := fault.KindOf(err); kind != kinds[want.Reason] {
		t.Errorf("kind %d, want %d: %v", kind, kinds[want.Reason], err)
	}
	message := phrase.Explain(err)
	text := strings.ToLower(message.What + " " + message.Next)
	for _, word := range want.MustMention {
		if !strings.Contains(text, strings.ToLower(word)) {
			t.Errorf("%q is not in the message %q", word, text)
		}
	}
}

// answer checks the question about the number column, and reads the file again
// with the answer.
func answer(t *testing.T, path string, table *number.Table, want expectation) *number.Table {
	t.Helper()
	if table.Ask == nil {
		t.Fatal("did not ask for the number column")
	}
	if _, taken := table.Columns[number.FieldNumber]; taken && want.Ask.What == "number_column" {
		t.Error("took a number column silently")
	}
	if want.Ask.What != table.Ask.Question.String() {
		t.Errorf("asks for the %s, want the %s", table.Ask.Question, want.Ask.What)
	}
	var candidates []string
	for _, c := range table.Ask.Candidates {
		name := number.ColumnName(c.Column)
		if table.Ask.Question == number.QuestionSheet {
			name = c.Sheet
		}
		candidates = append(candidates, name)
		if c.Filled == 0 || len(c.Samples) == 0 {
			t.Errorf("column %d comes without a look into it", c.Column)
		}
	}
	if diff := cmp.Diff(want.Ask.Candidates, candidates); diff != "" {
		t.Errorf("candidates: %s", diff)
	}
	layout := want.layout()
	if want.Ask.What == "sheet" {
		layout.Sheet = &want.Answer
	} else {
		layout.Columns = map[number.Field]string{number.FieldNumber: want.Answer}
	}
	answered, err := importer.Read(t.Context(), path, layout, nil)
	if err != nil {
		t.Fatalf("Read with the answer: %v", err)
	}
	return answered
}

func checkTable(t *testing.T, table *number.Table, want expectation) {
	t.Helper()
	if table.Sheet != want.Sheet || table.HeaderRow != want.HeaderRow {
		t.Errorf("sheet %q, header row %d; want %q, %d", table.Sheet, table.HeaderRow, want.Sheet, want.HeaderRow)
	}
	columns := map[number.Field]int{}
	for name, letter := range want.Columns {
		columns[fields[name]], _ = number.ColumnIndex(letter)
	}
	if diff := cmp.Diff(columns, table.Columns); diff != "" {
		t.Errorf("columns: %s", diff)
	}
	var rows, wantRows, skipped, wantSkipped []string
	for _, r := range table.Records {
		if r.Skipped != number.SkipNone {
			skipped = append(skipped, fmt.Sprintf("%d %s", r.Line, r.Skipped))
			continue
		}
		cell := fmt.Sprintf("%s%d", number.ColumnName(table.Columns[number.FieldNumber]), r.Line)
		rows = append(rows, fmt.Sprint(r.Line, cell, r.Hidden))
	}
	last := 0
	for _, r := range want.Rows {
		if r.Row == last { // one row of the file can be several numbers
			continue
		}
		last = r.Row
		wantRows = append(wantRows, fmt.Sprint(r.Row, r.Cell, r.Hidden))
	}
	for _, r := range want.Skipped {
		wantSkipped = append(wantSkipped, fmt.Sprintf("%d %s", r.Row, r.Why))
	}
	if diff := cmp.Diff(wantRows, rows); diff != "" {
		t.Errorf("rows: %s", diff)
	}
	if diff := cmp.Diff(wantSkipped, skipped); diff != "" {
		t.Errorf("skipped: %s", diff)
	}
}
