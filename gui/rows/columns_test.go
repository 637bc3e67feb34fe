package rows

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
)

func TestColumnsSayWhatARowHolds(t *testing.T) {
	t.Parallel()
	r := row("(913) 555-0102", "+19135550102", "B3", "Kansas\nCity")
	r.Shared.Column, r.Shared.Country = "DIDs!B", "US"
	r.Kind, r.Usage, r.State = number.KindMobile, number.UsageService, number.StateActive
	r.SetSpecial(number.Special{Subscription: "Sub-1"})
	r.SetFindings(number.Finding{Level: number.LevelNotice, Args: number.Args{{"message", "It goes in request 2 of 3."}}})
	want := map[string]string{
		ColumnCell: "B3", ColumnSheet: "DIDs", ColumnFile: "(913) 555-0102", ColumnSend: "+19135550102", ColumnCountry: "US", ColumnType: "Mobile",
		ColumnUsage: "Service", ColumnState: "Active", ColumnLocation: "Kansas City", ColumnSubscription: "Sub-1",
		ColumnRequest: "2 of 3", ColumnFinding: "It goes in request 2 of 3.",
	}
	all := FileColumns()
	for _, c := range all {
		if got := c.Text(Placed{r, plan.Placement{Request: 2, Of: 3}}); got != want[c.ID] {
			t.Errorf("%s: %q", c.ID, got)
		}
		if c.Title == "" || c.Width < c.Narrow || c.Narrow < LeastWidth {
			t.Errorf("%+v", c)
		}
	}
	if len(all) != len(want) {
		t.Errorf("%d columns", len(all))
	}
	r.LeftOut = true
	if got := sentOf(Placed{Row: r}); got != "" {
		t.Errorf("a row that is left out sends %q", got)
	}
	picked := Pick(all, ColumnSend, "odd", ColumnCell)
	if len(picked) != 2 || picked[0].ID != ColumnSend || picked[1].ID != ColumnCell {
		t.Errorf("%d columns are picked", len(picked))
	}
}

// TestColumnsOfOtherRowsSayTheSame holds that a grid of anything that has a row shows,
// sorts and edits as the grid of the rows does.
func TestColumnsOfOtherRowsSayTheSame(t *testing.T) {
	t.Parallel()
	at := Placed{row("(913) 555-0102", "+19135550102", "B3", "Kansas City"), plan.Placement{Request: 2, Of: 3}}
	all := FileColumns()
	for i, c := range Of(all, func(name string) Placed { return map[string]Placed{"it": at}[name] }) {
		same := all[i]
		switch {
		case c.Text("it") != same.Text(at):
			t.Errorf("%s says %q", c.ID, c.Text("it"))
		case (c.Key == nil) != (same.Key == nil):
			t.Errorf("%s is sorted otherwise", c.ID)
		case c.Key != nil && c.Key("it") != same.Key(at):
			t.Errorf("%s has the key %d", c.ID, c.Key("it"))
		}
		other := Column[Placed]{
			ID: c.ID, Title: c.Title, Width: c.Width, Narrow: c.Narrow, Flexible: c.Flexible, Leaves: c.Leaves,
			Editable: c.Editable, Field: c.Field,
		}
		same.Text, same.Key = nil, nil
		if !reflect.DeepEqual(other, same) {
			t.Errorf("got %+v, want %+v", other, same)
		}
	}
}

func TestTheFindingIsTheOneThatSaysMost(t *testing.T) {
	t.Parallel()
	r := &number.Row{Level: number.LevelProblem}
	r.SetFindings(
		number.QuotedFinding(number.LevelWarning, number.CodeExcelNumber, "A remark."),
		number.QuotedFinding(number.LevelProblem, number.CodeLetters, "Letters."),
	)
	if got := Finding(r); got != "Letters." {
		t.Errorf("got %q", got)
	}
	r.Level = number.LevelOK // nothing says most
	r.Add(number.Finding{Level: number.LevelNotice, Args: number.Args{{"message", "A notice."}}})
	if got := Finding(r); got != "Letters." {
		t.Errorf("got %q", got)
	}
	if got := Finding(&number.Row{}); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestRowsAreOrderedByTheirPlaceNumberAndRequest(t *testing.T) {
	t.Parallel()
	all := []Placed{
		{&number.Row{Record: 10, Number: numbertest.E164("+19")}, plan.Placement{Request: 2}},
		{&number.Row{Record: 2, Part: 1, Number: numbertest.E164("+1913")}, plan.Placement{Request: 10}},
		{Row: &number.Row{Record: 2, Level: number.LevelProblem}},
	}
	for id, want := range map[string][]int32{ColumnCell: {2, 1, 0}, ColumnRequest: {2, 0, 1}, ColumnSend: {2, 0, 1}} {
		c, _ := ColumnOf(FileColumns(), id)
		if id == ColumnSend {
			want = []int32{2, 0, 1}
			if c.Text(all[0]) > c.Text(all[1]) {
				want = []int32{2, 1, 0}
			}
		}
		if got := Order(len(all), func(i int) Placed { return all[i] }, c, false); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", id, got, want)
		}
	}
}

// memory is a store of widths.
type memory map[string]map[string]float32

func (m memory) Widths(screen string) map[string]float32             { return m[screen] }
func (m memory) KeepWidths(screen string, widths map[string]float32) { m[screen] = widths }

func TestWidthsAreKeptForTheScreen(t *testing.T) {
	t.Parallel()
	store := memory{}
	w := NewWidths(store, "review")
	if _, ok := w.Of(ColumnFile); ok {
		t.Error("a width that nobody chose")
	}
	w.Set(ColumnFile, 220)
	w.Set(ColumnSend, 5)
	w.Set(ColumnCell, 5000)
	w.Set(ColumnType, float32(math.NaN()))
	again := NewWidths(store, "review")
	for id, want := range map[string]float32{ColumnFile: 220, ColumnSend: LeastWidth, ColumnCell: MostWidth, ColumnType: LeastWidth} {
		if got, ok := again.Of(id); !ok || got != want {
			t.Errorf("%s: %v %v", id, got, ok)
		}
	}
	kept := store["review"]
	w.Set(ColumnFile, 220)
	w.Reset("odd")
	kept["mark"] = 1
	if store["review"]["mark"] != 1 {
		t.Error("no change was kept anew")
	}
	w.Reset(ColumnFile)
	if _, ok := NewWidths(store, "review").Of(ColumnFile); ok {
		t.Error("a width that was reset is back")
	}
	if _, ok := NewWidths(store, "results").Of(ColumnSend); ok {
		t.Error("another screen has the width")
	}
	alone := NewWidths(nil, "review")
	alone.Set(ColumnFile, 100)
	if got, ok := alone.Of(ColumnFile); !ok || got != 100 {
		t.Error("without a store a width does not last")
	}
}

func TestWhatIsCopiedPastesAsText(t *testing.T) {
	t.Parallel()
	long := "=" + strings.Repeat("1", 300)
	for text, want := range map[string]string{
		"":                "",
		"Kansas City":     "Kansas City",
		"B7":              "B7",
		"Ready":           "Ready",
		"+19135550101":    `="+19135550101"`,
		"0049 30 1":       `="0049 30 1"`,
		"=1+1":            `="=1+1"`,
		`=HYPERLINK("x")`: `="=HYPERLINK(""x"")"`,
		"-":               `="-"`,
		"@me":             `="@me"`,
		"(913) 555-0101":  `="(913) 555-0101"`,
		"1 of 57":         `="1 of 57"`,
		"Mar 5":           `="Mar 5"`,
		"MAY-3":           `="MAY-3"`,
		"Market 5":        `="Market 5"`,
		"Suite 5":         "Suite 5",
		`"quoted" word`:   `"""quoted"" word"`,
		"a\tb\r\nc":       "a b c",
		"'5":              `="'5"`,
		long:              " " + long,
		"☎":               "☎",
		"٣":               `="٣"`,
		"Ma 5":            "Ma 5",
	} {
		if got := Pasted([]string{text}); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	if got := Pasted([]string{"a", "", "5"}); got != "a\t\t=\"5\"" {
		t.Errorf("got %q", got)
	}
}

func TestNoCopiedCellIsAFormulaOfItsOwn(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("=+-@\"'a1\t\n "))).Draw(t, "text")
		got := Pasted([]string{text})
		if strings.ContainsAny(got, "\t\r\n") {
			t.Fatalf("%q breaks the table: %q", text, got)
		}
		if got == "" || !strings.ContainsRune("=+-@", rune(got[0])) {
			return
		}
		inner := strings.TrimSuffix(strings.TrimPrefix(got, `="`), `"`)
		if len(inner) != len(got)-3 || strings.Contains(strings.ReplaceAll(inner, `""`, ""), `"`) {
			t.Fatalf("%q is a formula: %q", text, got)
		}
	})
}
