package report

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"numberloader/internal/compare"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/run"
)

// compared is a comparison with a number in each place, and a row with a problem.
func compared(tb testing.TB) compare.Comparison {
	tb.Helper()
	kansas, austin := number.Location{ID: "kc", Name: "Kansas City"}, number.Location{ID: "au", Name: "Austin"}
	row := func(text, place string) *number.Row {
		return &number.Row{
			Number: numbertest.E164(text), Input: strings.TrimPrefix(text, "+1"), Line: int32(number.ParsePlace(place).Line), Shared: &number.Shared{Column: number.ParsePlace(place).Column, Location: "Kansas City"}, //nolint:gosec // a few rows
			Kind: number.KindDID, Usage: number.UsageNone, State: number.StateActive,
		}
	}
	held := func(text string, in number.Location) *number.Held {
		return &number.Held{Number: numbertest.E164(text), Location: in, Kind: number.KindDID, Usage: number.UsageService, State: number.StateInactive}
	}
	here := held("+18165550120", kansas)
	here.Main, here.Owner, here.Internal = true, number.Owner{Name: "Reception", Type: "PLACE"}, "0120"
	bad := &number.Row{Input: "=8165", Line: 6, Shared: &number.Shared{Column: "B"}, Level: number.LevelProblem}
	return compare.Comparison{
		List: "/home/dana/list.xlsx", Organization: run.Organization{Name: "Acme Corp"}, Read: started, Lacks: 2, Program: "1.2.3",
		Pairs: []compare.Pair{
			{Where: compare.Both, Number: here.Number, Row: row("+18165550120", "B2"), Held: here},
			{Where: compare.OnlyFile, Number: numbertest.E164("+18165550122"), Row: row("+18165550122", "B3")},
			{Where: compare.OtherLocation, Number: numbertest.E164("+18165550123"), Row: row("+18165550123", "B4"), Held: held("+18165550123", austin)},
			{Where: compare.OnlyFile, Row: bad},
			{Where: compare.OnlyWebex, Number: numbertest.E164("+18165550161"), Held: held("+18165550161", kansas)},
		},
	}
}

// sheetsOf are the sheets of a workbook, without empty cells at the ends of rows.
func sheetsOf(tb testing.TB, content []byte) map[string][][]string {
	tb.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		tb.Fatal(err)
	}
	all := map[string][][]string{}
	for _, name := range book.GetSheetList() {
		if all[name], err = book.GetRows(name); err != nil {
			tb.Fatal(err)
		}
	}
	return all
}

func TestAComparisonHasASheetForEachPlaceAndASummary(t *testing.T) {
	t.Parallel()
	c := compared(t)
	var out bytes.Buffer
	if err := writeComparison(&out, &c, maxLines); err != nil {
		t.Fatal(err)
	}
	head := []string{
		"Number", "In the file", "Cell", "Location in the file", "Location in Webex", "Type", "Usage", "State",
		"Main", "Assigned to", "Extension in Webex", "Remark",
	}
	want := map[string][][]string{
		"In both": {head, {
			"+18165550120", "8165550120", "B2", "Kansas City", "Kansas City", "DID", "Service", "Inactive", "Yes", "Reception, a workspace", "0120",
		}},
		"Only in the file": {
			head,
			{"+18165550122", "8165550122", "B3", "Kansas City", "", "DID", "Standard", "Active"},
			{"", "=8165", "B6", "", "", "", "", "", "", "", "", "This row has no number that could be sent."},
		},
		"Only in Webex": {head, {"+18165550161", "", "", "", "Kansas City", "DID", "Service", "Inactive"}},
		"Other location": {head, {
			"+18165550123", "8165550123", "B4", "Kansas City", "Austin", "DID", "Service", "Inactive", "", "", "",
			"The file says Kansas City, Webex has it in Austin. Only Control Hub can move it.",
		}},
		"Summary": {
			{"Summary"},
			{"File", "/home/dana/list.xlsx"},
			{"Organization", "Acme Corp"},
			{"Webex was read", "2026-11-23 14:12:05"},
			{"In both", "1"},
			{"Only in the file", "2"},
			{"Only in Webex", "1"},
			{"Other location", "1"},
			{"Only in the file, ready to add", "1"},
			{"Only in the file, with a problem", "1"},
			{"Inactive in Webex", "3"},
			{"Assigned in Webex", "1"},
			{"Counted by Webex, but not read", "2"},
			{"Number Loader", "1.2.3"},
		},
	}
	if diff := cmp.Diff(want, sheetsOf(t, out.Bytes())); diff != "" {
		t.Error(diff)
	}
}

func TestAComparisonGoesOnInFurtherSheets(t *testing.T) {
	t.Parallel()
	c := compared(t)
	var out bytes.Buffer
	if err := writeComparison(&out, &c, 1); err != nil {
		t.Fatal(err)
	}
	all := sheetsOf(t, out.Bytes())
	if more := all["Only in the file 2"]; len(all) != 6 || len(more) != 2 || more[1][1] != "=8165" {
		t.Errorf("%d sheets, further rows: %q", len(all), more)
	}
}

func TestAComparisonNeverTakesThePlaceOfItsList(t *testing.T) {
	t.Parallel()
	c := compared(t)
	c.List = filepath.Join(t.TempDir(), "list.xlsx")
	if err := os.WriteFile(c.List, []byte("list"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := New(nil).SaveComparison(c.List, c, true)
	kept, readErr := os.ReadFile(c.List)
	if fault.KindOf(err) != fault.Exists || string(kept) != "list" {
		t.Errorf("%v; the list is %q", errors.Join(err, readErr), kept)
	}
	if got, want := ComparisonName(c.List), "list - compared.xlsx"; got != want {
		t.Errorf("it is proposed to be named %q, wanted %q", got, want)
	}
}

func TestTheNumbersOfAnOrganizationStandUnderTheColumnsOfTheTemplate(t *testing.T) {
	t.Parallel()
	c := compared(t)
	numbers := []number.Held{*c.Pairs[0].Held, *c.Pairs[2].Held, {Number: numbertest.E164("+18005550100"), Kind: number.KindTollFree}}
	path := filepath.Join(t.TempDir(), "all.xlsx")
	if err := New(nil).SaveNumbers(path, numbers, false); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head := []string{"Phone number", "Type", "Usage", "State", "Location", "Subscription", "Main", "Assigned to", "Extension in Webex"}
	want := map[string][][]string{"Numbers": {
		head,
		{"+18165550120", "DID", "Service", "Inactive", "Kansas City", "", "Yes", "Reception, a workspace", "0120"},
		{"+18165550123", "DID", "Service", "Inactive", "Austin"},
		{"+18005550100", "Toll-free"},
	}}
	if diff := cmp.Diff(want, sheetsOf(t, content)); diff != "" {
		t.Error(diff)
	}
	if err := New(nil).SaveNumbers(path, nil, false); fault.KindOf(err) != fault.Exists {
		t.Errorf("over a file that exists: %v", err)
	}

	var out bytes.Buffer
	if err := writeNumbers(&out, numbers, 2); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{head, {"+18005550100", "Toll-free"}}, sheetsOf(t, out.Bytes())["Numbers 2"]); diff != "" {
		t.Error(diff)
	}
}
