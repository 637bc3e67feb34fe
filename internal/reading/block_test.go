package reading_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/number"
	"numberloader/internal/reading"
)

func TestReadBlock(t *testing.T) {
	t.Parallel()
	none := []string{}
	block := func(count int, first, last string) expectation {
		return expectation{Level: "problem", Code: "range", Numbers: none, Count: count, First: first, Last: last}
	}
	problem := func(code number.Code) expectation {
		return expectation{Level: "problem", Code: string(code), Numbers: none}
	}
	one := expectation{Level: "ok", Numbers: []string{"+12125550100"}}
	for _, c := range []struct {
		name       string
		start, end number.Cell
		want       expectation
	}{
		{"two full numbers", text("+12125550100"), text("+12125550149"), block(50, "+12125550100", "+12125550149")},
		{"national numbers", text("212-555-0100"), stored("2125550109", ""), block(10, "+12125550100", "+12125550109")},
		{"last digits", text("+12125550100"), text("0109"), block(10, "+12125550100", "+12125550109")},
		{"last digits as a number", text("+12125550100"), stored("109", ""), block(10, "+12125550100", "+12125550109")},
		{"labelled end", text("+12125550100"), text("Tel. 212 555 0109"), block(10, "+12125550100", "+12125550109")},
		{"no end", text("+12125550100"), number.Cell{}, one},
		{"blank end", text("+12125550100"), text(" "), one},
		{"end is the start", text("+12125550100"), text("100"), one},
		{"no start", number.Cell{}, text("+12125550100"), problem(number.CodeMissingNumber)},
		{"a start that says nothing", text("n/a"), text("+12125550100"), problem(number.CodeMissingNumber)},
		{"bad start", text("call Ann"), text("+12125550100"), problem(number.CodeNotANumber)},
		{"start in another country", text("+442079460020"), text("0029"), expectation{
			Level: "problem", Code: "other_country", Numbers: []string{"+442079460020"},
		}},
		{"several starts", text("+12125550100, +12125550101"), text("109"), problem(number.CodeUnclearList)},
		{"reversed", text("+12125550109"), text("+12125550100"), problem(number.CodeUnclearList)},
		{"too many", text("+12125550100"), text("+12125650100"), problem(number.CodeUnclearList)},
		{"end is a word", text("+12125550100"), text("end"), problem(number.CodeUnclearList)},
		{"end with letters", text("+12125550100"), text("01O9"), problem(number.CodeUnclearList)},
		{"end is an error", text("+12125550100"), number.Cell{Type: number.CellError, Value: "#REF!"}, problem(number.CodeBadCell)},
		{"end is a date", text("+12125550100"), stored("45000", "yyyy"), problem(number.CodeBadCell)},
		{"end lost digits", text("+12125550100"), text("1.21E+10"), problem(number.CodeDigitsLost)},
		{"end is to be removed", text("+12125550100"), text("REMOVE"), problem(number.CodeRemoveMarker)},
		{"a number of it is not valid", text("+12125550100"), text("+12225550100"), problem(number.CodeUnclearList)},
		{"not valid inside", text("+12129999990"), text("+12130000010"), problem(number.CodeUnclearList)},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			in := reading.Context{Place: number.Place{Column: "B", Line: 7}, Region: "US"}
			got := reading.ReadBlock(c.start, c.end, in)
			if diff := cmp.Diff(c.want, summary(got)); diff != "" {
				t.Errorf("(-want +got)\n%s\nfindings: %v", diff, saidOf(&got, in))
			}
		})
	}
}
