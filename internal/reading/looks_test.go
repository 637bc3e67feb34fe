package reading_test

import (
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/reading"
)

func text(v string) number.Cell { return number.Cell{Type: number.CellText, Value: v} }

func stored(v, format string) number.Cell {
	return number.Cell{Type: number.CellNumber, Value: v, Format: format}
}

func TestLooksLikePhone(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		cell number.Cell
		want bool
	}{
		{text("+1 (212) 555-0100"), true},
		{text("２１２５５５０１００"), true},
		{text("555-0100"), true},
		{text("555-010"), false},
		{text("Reception: 212 555 0100"), false}, // nine letters
		{text("Fax: 212 555 0100"), true},
		{text("2125550100?"), false},
		{text(`\+12125550100`), true},
		{text(`+1212\5550100`), false},
		{text("2026-08-01"), false},
		{text("0.1234567"), false},
		{text("-73.9123456"), false},
		{text("-0,12345678"), false},
		{text("030.12345678"), true},
		{text("555.0100"), true},
		{text("0.171.1234567"), true},
		{text("+12125550100\n+12125550101"), true},
		{stored("2125550100", ""), true},
		{stored("1.2125550148E10", "0.00E+00"), true},
		{stored("212555", ""), false},
		{stored("2125550100.5", ""), false},
		{stored("1E15", ""), false},
		{stored("4500000", "yyyy"), false},
		{stored("x", ""), false},
		{number.Cell{Type: number.CellDate, Value: "45000123"}, false},
		{number.Cell{Type: number.CellBool, Value: "true"}, false},
		{number.Cell{}, false},
	} {
		if got := reading.LooksLikePhone(c.cell); got != c.want {
			t.Errorf("LooksLikePhone of %+v = %v", c.cell, got)
		}
	}
}
