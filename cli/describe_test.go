package cli

import (
	"bytes"
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"numberloader/cli/console"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
)

// rowLine is a row of "check --json".
type rowLine struct {
	Sheet       string        `json:"sheet"`
	Row         int           `json:"row"`
	Cell        string        `json:"cell"`
	Input       string        `json:"input"`
	Number      string        `json:"number"`
	Country     string        `json:"country"`
	Type        string        `json:"type"`
	Usage       string        `json:"usage"`
	State       string        `json:"state"`
	Location    string        `json:"location"`
	Level       string        `json:"level"`
	Code        string        `json:"code"`
	Message     string        `json:"message"`
	Suggestion  string        `json:"suggestion"`
	Overridable bool          `json:"overridable"`
	Request     int           `json:"request"`
	RequestOf   int           `json:"request_of"`
	Overflow    bool          `json:"overflow"`
	Findings    []findingLine `json:"findings"`
	Hidden      bool          `json:"hidden,omitempty"`
	DuplicateOf string        `json:"duplicate_of,omitempty"`
	Count       int           `json:"count,omitempty"`
	First       string        `json:"first,omitempty"`
	Last        string        `json:"last,omitempty"`
}

type findingLine struct {
	Level   string `json:"level"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

// skippedLine is a row left out by the rules.
type skippedLine struct {
	Row     int    `json:"row"`
	Skipped string `json:"skipped"`
}

// lineOf is what describe writes, for encoding/json.
func lineOf(row *number.Row, at plan.Placement) any {
	if row.Skipped != number.SkipNone {
		return skippedLine{int(row.Line), row.Skipped.String()}
	}
	said := row.Findings()
	findings := make([]findingLine, len(said))
	for i := range said {
		f := &said[i]
		findings[i] = findingLine{f.Level.String(), string(f.Code), phrase.Finding(f)}
	}
	special := row.Special()
	return rowLine{
		Sheet: row.Sheet(), Row: int(row.Line), Cell: row.Cell(), Input: row.Input,
		Number: row.Number.String(), Country: row.Country(),
		Type: row.Kind.API(), Usage: row.Usage.API(), State: row.State.API(), Location: row.Location(),
		Level: row.Level.String(), Code: string(row.Code()), Message: messageOf(row, said),
		Suggestion: special.Suggestion, Overridable: row.Overridable,
		Request: int(at.Request), RequestOf: int(at.Of), Overflow: row.Overflows(), Findings: findings,
		Hidden: row.InHiddenRow, DuplicateOf: special.DuplicateOf,
		Count: special.Count, First: special.First.String(), Last: special.Last.String(),
	}
}

// messageOf is the message of the finding that gives a row its code.
func messageOf(row *number.Row, findings []number.Finding) string {
	for i := range findings {
		if f := &findings[i]; f.Code == row.Code() {
			return phrase.Finding(f)
		}
	}
	return ""
}

// TestLinesOfRowsAreAsEncodingJSONWritesThem has rows of any content.
func TestLinesOfRowsAreAsEncodingJSONWritesThem(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		row, at := anyRow(t), plan.Placement{Request: rapid.Int32().Draw(t, "request"), Of: rapid.Int32().Draw(t, "of")}
		if got, want := printed(t, func(lines *console.Lines) error {
			return lines.PrintObject(func(line *console.Object) { describe(line, row, at) })
		}), printed(t, func(lines *console.Lines) error { return lines.Print(lineOf(row, at)) }); got != want {
			t.Errorf("got %swant %s", got, want)
		}
	})
}

// printed is what print prints.
func printed(t interface{ Fatal(args ...any) }, print func(*console.Lines) error) string {
	var out bytes.Buffer
	lines := console.New(console.Streams{Stdin: &out, Stdout: &out}).Lines()
	if err := print(lines); err != nil {
		t.Fatal(err)
	}
	if err := lines.Flush(); err != nil {
		t.Fatal(err)
	}
	if !json.Valid(out.Bytes()) {
		t.Fatal("no JSON: ", out.String())
	}
	return out.String()
}

// anyRow is a row whose fields are of any content, each set or not.
func anyRow(t *rapid.T) *number.Row {
	text := func(label string) string { return rapid.String().Draw(t, label) }
	flag := func(label string) bool { return rapid.Bool().Draw(t, label) }
	e164 := func(label string) number.E164 {
		return number.WithCode(0, rapid.StringMatching(`[1-9][0-9]{0,14}`).Draw(t, label))
	}
	row := &number.Row{
		Shared: &number.Shared{Column: text("place"), Country: text("country"), Location: text("location")}, Line: rapid.Int32().Draw(t, "line"), Input: text("input"), Number: e164("number"), Overridable: flag("overridable"), InHiddenRow: flag("hidden"),
		Kind:  rapid.SampledFrom([]number.Kind{number.KindUnset, number.KindDID, number.KindTollFree, number.KindMobile}).Draw(t, "kind"),
		Usage: rapid.SampledFrom([]number.Usage{number.UsageUnset, number.UsageNone, number.UsageService}).Draw(t, "usage"),
		State: rapid.SampledFrom([]number.State{number.StateUnset, number.StateActive, number.StateInactive}).Draw(t, "state"),
		Level: rapid.SampledFrom([]number.Level{number.LevelOK, number.LevelNotice, number.LevelWarning, number.LevelProblem}).Draw(t, "level"),
	}
	if rapid.IntRange(0, 9).Draw(t, "skipped") == 0 {
		row.Skipped = number.SkipTotal
	}
	for range rapid.IntRange(0, 3).Draw(t, "findings") {
		row.Add(number.OverflowFinding(text("finding"), 2, 3, rapid.SampledFrom([]number.Level{number.LevelNotice, number.LevelProblem}).Draw(t, "of")))
	}
	if flag("special") {
		row.SetSpecial(number.Special{
			Suggestion: text("suggestion"), DuplicateOf: text("duplicate"), Count: rapid.IntRange(0, 5).Draw(t, "count"), First: e164("first"), Last: e164("last"),
		})
	}
	return row
}
