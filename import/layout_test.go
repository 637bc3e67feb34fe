package importer

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"numberloader/internal/number"
)

// readText reads a text file in a layout.
func readText(t *testing.T, text string, layout number.Layout) *number.Table {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	table, err := Read(t.Context(), path, layout, nil)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// TestTheTopIsShownAsTheSheetHasIt has rows above the header, and more rows than
// are shown.
func TestTheTopIsShownAsTheSheetHasIt(t *testing.T) {
	t.Parallel()
	const topAbove, topFew, topBelow = 12, 3, 8
	below := strings.Repeat("+12125550101;DID\n", topBelow+3)
	cases := map[string]struct {
		text  string
		lines int
		first number.Line
	}{
		"titles above":      {"Delivery 4471\n\nPhone number;Type\n" + below, topBelow + 2, number.Line{Number: 1, Texts: []string{"Delivery 4471"}}},
		"no header":         {below, topBelow, number.Line{Number: 1, Texts: []string{"+12125550101", "DID"}}},
		"header far down":   {strings.Repeat("x;y;z\n", topAbove+1) + "Phone number;Type\n" + below, topFew + 1 + topBelow, number.Line{Number: topAbove + 2 - topFew, Texts: []string{"x", "y", "z"}}},
		"fewer than shown":  {"Phone number;Type\n+12125550101;DID\n", 2, number.Line{Number: 1, Texts: []string{"Phone number", "Type"}}},
		"a blank row below": {"Phone number;Type\n\n+12125550101;DID\n", 2, number.Line{Number: 1, Texts: []string{"Phone number", "Type"}}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			top := readText(t, c.text, number.Layout{}).Top
			if len(top) != c.lines {
				t.Fatalf("shows %d lines, want %d: %v", len(top), c.lines, top)
			}
			if diff := cmp.Diff(c.first, top[0]); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestTheDelimiterCanBeChosen reads the same text in several ways.
func TestTheDelimiterCanBeChosen(t *testing.T) {
	t.Parallel()
	const text = "Phone number;Site,Room\n+12125550101;Berlin,1\n"
	for chosen, want := range map[string][]string{
		";": {"Phone number", "Site,Room"}, ",": {"Phone number;Site", "Room"}, "": {"Phone number;Site,Room"},
	} {
		table := readText(t, text, number.Layout{Delimiter: &chosen})
		if diff := cmp.Diff(want, table.Headings); diff != "" || table.Delimiter != chosen {
			t.Errorf("split by %q it is split by %q: %s", chosen, table.Delimiter, diff)
		}
	}
}

// TestWordsMeanWhatTheUserSays explains words of a column in the user's own
// spelling, and leaves others alone.
func TestWordsMeanWhatTheUserSays(t *testing.T) {
	t.Parallel()
	const text = "Phone number;Status\n+12125550101;Live\n+12125550102; live \n+12125550103;porting\n+12125550104;active\n"
	table := readText(t, text, number.Layout{Words: map[number.Field]map[string]string{
		number.FieldState: {number.WordKey("LIVE"): "ACTIVE"}, number.FieldType: {number.WordKey("porting"): "MOBILE"},
	}})
	var states []string
	for i := range table.Records {
		states = append(states, table.Records[i].Text(number.FieldState))
	}
	if diff := cmp.Diff([]string{"ACTIVE", "ACTIVE", "porting", "active"}, states); diff != "" {
		t.Error(diff)
	}
	if got := table.Records[0].Source.At(1); got != "Live" {
		t.Errorf("the row no longer shows what the file holds, but %q", got)
	}
}

// TestFurtherRolesCanBeNamed names the columns that say how a number is to be read,
// and says that there are none.
func TestFurtherRolesCanBeNamed(t *testing.T) {
	t.Parallel()
	const text = "Phone number;Country;Q;Qty\n+12125550101;US;DE;5\n"
	table := readText(t, text, number.Layout{Columns: map[number.Field]string{number.FieldCountry: "C", number.FieldNumberEnd: "D"}})
	if table.Columns[number.FieldCountry] != 2 || !table.EndIsCount || table.Records[0].EndCell().Value != "+12125550105" {
		t.Errorf("columns %v, counts %t, end %v", table.Columns, table.EndIsCount, table.Records[0].EndCell())
	}
	table = readText(t, text, number.Layout{Columns: map[number.Field]string{number.FieldCountry: "", number.FieldNumberEnd: ""}})
	if _, found := table.Columns[number.FieldCountry]; found || table.EndIsCount {
		t.Errorf("columns %v, counts %t", table.Columns, table.EndIsCount)
	}
}

// TestNoColumnOfNumbersIsAQuestion says that the number is in no column, though one
// is found.
func TestNoColumnOfNumbersIsAQuestion(t *testing.T) {
	t.Parallel()
	const text = "Phone number;Type\n+12125550101;DID\n"
	table := readText(t, text, number.Layout{Columns: map[number.Field]string{number.FieldNumber: ""}})
	if _, found := table.Columns[number.FieldNumber]; found || table.Ask == nil || table.Ask.Question != number.QuestionColumn {
		t.Errorf("columns %v, asked %+v", table.Columns, table.Ask)
	}
}

// TestSheetsWithoutANamedColumnGoWithout names a column that one of two sheets
// has.
func TestSheetsWithoutANamedColumnGoWithout(t *testing.T) {
	t.Parallel()
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	for name, cells := range map[string][]string{"Sheet1": {"Phone number", "Q", "Site"}, "Spare": {"Phone number", "Site"}} {
		if name != "Sheet1" {
			if _, err := book.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		values := []string{"+12125550101", "Austin", "Berlin"}[:len(cells)]
		if err := book.SetSheetRow(name, "A1", &cells); err != nil {
			t.Fatal(err)
		}
		if err := book.SetSheetRow(name, "A2", &values); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "list.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	layout := number.Layout{Sheets: []string{"Sheet1", "Spare"}, Columns: map[number.Field]string{number.FieldLocation: "Q"}, Numbers: []string{"Q"}}
	table, err := Read(t.Context(), path, layout, nil)
	if err != nil {
		t.Fatal(err)
	}
	if table.Columns[number.FieldLocation] != 1 || table.Further[len(table.Further)-1].Columns[number.FieldLocation] != 1 {
		t.Errorf("the locations stand in %v and %v", table.Columns, table.Further)
	}
	layout.Sheets = layout.Sheets[1:]
	if _, err := Read(t.Context(), path, layout, nil); err == nil {
		t.Error("one sheet alone is read without the column that was named")
	}
}

// TestWhatIsSaidOfOneSheetHoldsForNoOther names two columns of numbers on a sheet; on
// another one the same letters stand for something else.
func TestWhatIsSaidOfOneSheetHoldsForNoOther(t *testing.T) {
	t.Parallel()
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	for name, rows := range map[string][][]string{
		"Sheet1": {{"Name", "Phone number", "Type"}, {"Ann", "+13125550101", "DID"}},
		"London": {{"Name", "Mobile", "Desk phone"}, {"Ben", "+442079460101", "+442079460201"}},
	} {
		if name != "Sheet1" {
			if _, err := book.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		for i, row := range rows {
			if err := book.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "list.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	table, err := Read(t.Context(), path, number.Layout{
		Sheets: []string{"Sheet1", "London"},
		Own: map[string]number.Layout{
			"London": {Columns: map[number.Field]string{number.FieldNumber: "B"}, Numbers: []string{"C"}},
		},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range table.Records {
		got = append(got, r.Number().Value)
	}
	if want := []string{"+13125550101", "+442079460101", "+442079460201"}; table.Ask != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, wanted %q (asks %+v)", got, want, table.Ask)
	}
}

// TestATotalBelowTheListIsLeftOut has rows below the last number that name a total, and
// one of somebody whose number is broken.
func TestATotalBelowTheListIsLeftOut(t *testing.T) {
	t.Parallel()
	for last, want := range map[string]number.Skip{
		"Total TNs,17": number.SkipTotal, "Numéros total,": number.SkipTotal, "Total Wine,913 674 82 extra": number.SkipNone,
	} {
		path := filepath.Join(t.TempDir(), "list.csv")
		text := "Name,Number\nAnn,+12125550101\nBen,+12125550102\n" + last + "\n"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		table, err := Read(t.Context(), path, number.Layout{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := table.Records[len(table.Records)-1].Skipped; len(table.Records) != 3 || got != want {
			t.Errorf("%q: %d records, the last one is %v", last, len(table.Records), got)
		}
	}
}

// TestEachRecordStatesWhatItsRowSays has more locations than are looked for among the
// rows before, each of them twice.
func TestEachRecordStatesWhatItsRowSays(t *testing.T) {
	t.Parallel()
	const locations = 5000
	list := []byte("Phone;Type;Location\n")
	for i := range 2 * locations {
		list = fmt.Appendf(list, "+1512555%04d;%s;Site %d\n", i, []string{"DID", "Mobile"}[i%2], i%locations)
	}
	table := mustRead(t, "list.csv", list, number.Layout{})
	if len(table.Records) != 2*locations {
		t.Fatalf("%d records", len(table.Records))
	}
	for i := range table.Records {
		r := &table.Records[i]
		if got, want := r.Text(number.FieldType)+" "+r.Text(number.FieldLocation), fmt.Sprintf("%s Site %d", []string{"DID", "Mobile"}[i%2], i%locations); got != want {
			t.Fatalf("row %d states %q, not %q", r.Line, got, want)
		}
	}
	if table.Records[0].Stated == table.Records[1].Stated || table.Records[locations-1].Stated == nil {
		t.Error("records of different rows share what they state")
	}
}

// TestColumnsThatAreAskedAboutCountWhatWouldBeRead has two columns of numbers above a total,
// and a cell of one of them that is empty.
func TestColumnsThatAreAskedAboutCountWhatWouldBeRead(t *testing.T) {
	t.Parallel()
	text := "Site,Phone,Cell phone\nX,+18165550101,+18165550201\nX,+18165550102,\nX,+18165550103,+18165550203\nTotal,3,2\n"
	table := readText(t, text, number.Layout{})
	if table.Ask == nil || len(table.Ask.Candidates) != 2 {
		t.Fatalf("asked about %+v", table.Ask)
	}
	for i, want := range [][2]int{{3, 0}, {2, 1}} {
		c := table.Ask.Candidates[i]
		if got := [2]int{c.Filled, c.Empty}; got != want {
			t.Errorf("column %d has %v, want %v", c.Column, got, want)
		}
		chosen := readText(t, text, number.Layout{Columns: map[number.Field]string{number.FieldNumber: number.ColumnName(c.Column)}})
		rows := 0
		for i := range chosen.Records {
			if chosen.Records[i].Skipped == number.SkipNone {
				rows++
			}
		}
		if rows != c.Filled+c.Empty {
			t.Errorf("of column %d %d rows are read, and %d and %d were told", c.Column, rows, c.Filled, c.Empty)
		}
	}
}
