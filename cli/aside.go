package cli

import (
	"cmp"

	"numberloader/internal/number"
)

// asideLine is what was left aside, in the summary of "check --json".
type asideLine struct {
	Sheet  string `json:"sheet"`
	Where  string `json:"where"`
	Header string `json:"header"`
	Count  int    `json:"count"`
	Why    string `json:"why"`
	Hidden bool   `json:"hidden,omitempty"` // in the file
}

// asideLines are the items of the inventory that were left aside.
func asideLines(table *number.Table) []asideLine {
	lines := []asideLine{}
	for i := range table.Inventory {
		item := &table.Inventory[i]
		if item.Aside != number.AsideNone {
			lines = append(lines, asideLine{item.Sheet, item.Where(), item.Heading, cmp.Or(item.Phones, item.Filled), item.Aside.String(), item.Hidden})
		}
	}
	return lines
}
