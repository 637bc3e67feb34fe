package number_test

import (
	"testing"

	"numberloader/internal/number"
)

func text(v string) number.Cell { return number.Cell{Type: number.CellText, Value: v} }

func stored(v, format string) number.Cell {
	return number.Cell{Type: number.CellNumber, Value: v, Format: format}
}

func TestShownIsWhatAPersonSees(t *testing.T) {
	t.Parallel()
	const usPhone = "[<=9999999]###-####;(###) ###-####"
	for _, c := range []struct {
		name string
		cell number.Cell
		want string
	}{
		{"empty", number.Cell{}, ""},
		{"text", text(" 212 555 0100"), " 212 555 0100"},
		{"error", number.Cell{Type: number.CellError, Value: "#REF!"}, "#REF!"},
		{"bool", number.Cell{Type: number.CellBool, Value: "true"}, "TRUE"},
		{"number", stored("12125550147", ""), "12125550147"},
		{"exponent", stored("1.9136748200E+10", "0.00E+00"), "19136748200"},
		{"thousands", stored("2125550149", "#,##0"), "2125550149"},
		{"fraction", stored("-2125550155.50", ""), "-2125550155.5"},
		{"small", stored("1.5E-3", ""), "0.0015"},
		{"zero", stored("0.00", "00"), "00"},
		{"zero under an optional digit", stored("0", "#"), ""},
		{"plus sign", stored("12125550150", `"+"0`), "+12125550150"},
		{"short phone", stored("5550174", usPhone), "555-0174"},
		{"long phone", stored("2125550151", usPhone), "(212) 555-0151"},
		{"surplus digits", stored("12125550152", "000-0000"), "1212555-0152"},
		{"missing digits", stored("7", "0?#_x*y0"), "0  7"},
		{"quote left open", stored("7", `0" ext`), "7 ext"},
		{"unknown condition", stored("7", "[<x]0;00"), "07"},
		{"other conditions", stored("7", "[<>7]0;[=8]00;[>7]000;[<7]0000;[>=8]00000;[>=7]000000"), "000007"},
		{"no section", stored("7", "[=8]0"), "7"},
		{"negative", stored("-7", `"+"0`), "-7"},
		{"date", stored("45000", "dd/mm/yyyy"), "2023-03-15"},
		{"date and time", stored("45000.5", "dd/mm/yyyy hh:mm"), "2023-03-15 12:00:00"},
		{"time", stored("0.25", "[h]:mm"), "06:00:00"},
		{"no date", stored("-1", "yyyy"), "-1"},
		{"ISO date", number.Cell{Type: number.CellDate, Value: "2026-08-01"}, "2026-08-01"},
		{"formula without result", number.Cell{Formula: true}, ""},
		{"not a number at all", stored("x", ""), "x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := c.cell.Shown(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestHasDateFormat(t *testing.T) {
	t.Parallel()
	for format, want := range map[string]bool{
		"": false, "General": false, "0.00E+00": false, "yyyy-mm-dd": true, "H:MM": true, "[h]:mm": true, "[ss]": true,
		"[Red]0": false, "[$-407]0": false, `0"days"`: false, `0\d`: false, `#,##0\ _D_M`: false, "0;yyyy": false, "[hm]": false,
		"[$-411]ggge\"年\"m\"月\"": true, "[]": false, `\`: false, "_": false, "*": false,
	} {
		if got := stored("45000", format).HasDateFormat(); got != want {
			t.Errorf("HasDateFormat of %q = %v", format, got)
		}
	}
	if !(number.Cell{Type: number.CellDate}).HasDateFormat() || text("2026-08-01").HasDateFormat() {
		t.Error("only cells that the file marks as dates or shows as such are dates")
	}
}

func TestIsEmpty(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		cell number.Cell
		want bool
	}{
		{number.Cell{}, true},
		{number.Cell{Formula: true}, false},
		{number.Cell{Type: number.CellText, Formula: true}, true},
		{text(" \u00a0\u200b\n"), true},
		{text("-"), false},
		{stored("0", ""), false},
		{stored("", ""), true},
		{number.Cell{Type: number.CellError, Value: "#N/A"}, false},
	} {
		if got := c.cell.IsEmpty(); got != c.want {
			t.Errorf("IsEmpty of %+v = %v", c.cell, got)
		}
	}
}
