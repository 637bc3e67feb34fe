package review

import (
	"slices"
	"strings"

	"numberloader/internal/number"
)

// Headed are rows whose column of numbers has a header that names mobile phones, while
// neither the file nor the user says of which type they are. A header never says so by
// itself (docs/number-rules.md, 3.11): they go as another type until the user decides.
type Headed struct {
	Headings []string // of their columns, each once
	Records  []int    // each once, in the order of the file
	Rows     int
}

// HeadedMobile finds such rows among those of a table that nothing leaves out. decided is
// what was decided about a record. It may be called from any goroutine as long as nobody
// changes the table or the decisions.
func HeadedMobile(table *number.Table, rows []*number.Row, decided func(record int) Decision) Headed {
	var found Headed
	if table == nil || !table.MobileHeader && !slices.ContainsFunc(table.Further, func(l number.List) bool { return l.MobileHeader }) {
		return found
	}
	for _, row := range rows {
		record := &table.Records[row.Record]
		list := table.List(record)
		if !list.MobileHeader || row.Standing() == number.StandingSkipped || row.Kind == number.KindMobile ||
			strings.TrimSpace(record.Text(number.FieldType)) != "" || decided(int(row.Record)).Type != nil {
			continue
		}
		found.Rows++
		if n := len(found.Records); n == 0 || found.Records[n-1] != int(row.Record) {
			found.Records = append(found.Records, int(row.Record))
		}
		if heading := list.Headings[list.Columns[number.FieldNumber]]; !slices.Contains(found.Headings, heading) {
			found.Headings = append(found.Headings, heading)
		}
	}
	return found
}
