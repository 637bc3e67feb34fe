package cli

import (
	"cmp"
	"strconv"

	"numberloader/internal/number"
)

// asideLine is what was left aside, in the summary of "check --json".
type asideLine struct {
	Sheet  string `json:"sheet"`
	Where  string `json:"where"`
	Header string `json:"header"`
	Count  int    `json:"count"`
	Why    string `json:"why"`
}

// asideLines are the items of the inventory that were left aside.
func asideLines(table *number.Table) []asideLine {
	lines := []asideLine{}
	for i := range table.Inventory {
		item := &table.Inventory[i]
		if item.Aside != number.AsideNone {
			lines = append(lines, asideLine{item.Sheet, whereOf(item), item.Heading, cmp.Or(item.Phones, item.Filled), item.Aside.String()})
		}
	}
	return lines
}

// whereOf is where an item stands: a sheet, a column, or a cell or several of
// them outside the list.
func whereOf(item *number.Item) string {
	if item.Column < 0 {
		return item.Sheet
	}
	column := number.ColumnName(item.Column)
	if item.Aside != number.AsideAboveHeader && item.Aside != number.AsideSecondTable {
		return column
	}
	where := column + strconv.Itoa(item.First)
	if item.Last > item.First {
		where += ":" + column + strconv.Itoa(item.Last)
	}
	return where
}
