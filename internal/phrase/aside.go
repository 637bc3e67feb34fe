package phrase

import (
	"strings"

	"numberloader/internal/number"
)

// Where is where a part of a file stands that an inventory accounts for.
func Where(item *number.Item) string {
	if item.Hidden {
		return Text("aside.where.hidden", "Where", place(item))
	}
	return place(item)
}

// place is where an item stands.
func place(item *number.Item) string {
	switch {
	case item.Column < 0:
		return Text("aside.where.sheet", "Sheet", item.Sheet)
	case item.Heading != "":
		return Text("aside.where.headed", "Column", item.Where(), "Heading", strings.Join(strings.Fields(item.Heading), Text("words.between")))
	}
	return item.Where()
}

// WhereOn is Where with the sheet, which says of several ones on which the part
// stands.
func WhereOn(item *number.Item) string {
	if item.Column < 0 {
		return Where(item)
	}
	return Text("aside.where.onsheet", "Sheet", item.Sheet, "Where", Where(item))
}

// Aside says what was left aside there, and why, or that something hidden was used; ""
// of other things that were used.
func Aside(item *number.Item) string {
	switch item.Aside {
	case number.AsideNone:
		if item.Hidden {
			return Text("aside.hidden", "Count", item.Filled)
		}
		return ""
	case number.AsideOtherPhone:
		return Text("aside.otherphone", "Count", item.Phones)
	case number.AsideNotPhone:
		return Text("aside.notphone", "Count", item.Phones)
	case number.AsideAboveHeader:
		return Text("aside.aboveheader", "Count", item.Phones)
	case number.AsideSecondTable:
		return Text("aside.secondtable", "Count", item.Phones)
	case number.AsideOtherSheet:
		return Text("aside.othersheet", "Count", item.Phones)
	case number.AsideUnusedColumn:
		return Text("aside.unusedcolumn", "Count", item.Filled)
	case number.AsideRemoved:
		return Text("aside.removed", "Count", item.Filled)
	}
	return item.Aside.String()
}
