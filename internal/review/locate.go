package review

import (
	"maps"
	"slices"
	"strings"

	"numberloader/internal/number"
)

// Located is a table with the columns that name locations of the organization,
// where no header says which they are (docs/number-rules.md, 5.5): most cells of
// such a column are names or IDs of locations. Inventory has these columns as used.
// The records are those of the table, whose Location is blank there. A table in which
// nothing is found so is equal to the one before. It may be called from any goroutine,
// as long as nobody changes the table.
func Located(table *number.Table, locations []number.Location) *number.Table {
	found, columns := located(table, newIndex(locations, nil))
	for list, column := range columns {
		found.Inventory = accounted(found, list, column)
	}
	return found
}

// located is Located without the inventory, and the columns that were found, by
// list.
func located(table *number.Table, locations index) (*number.Table, map[int]int) {
	if !locations.checked {
		return table, nil
	}
	found, columns := *table, map[int]int{}
	found.Further = slices.Clone(table.Further)
	for list := range 1 + len(table.Further) {
		described := listAt(table, list)
		column, ok := placedBy(table, list, described, locations)
		if !ok {
			continue
		}
		columns[list] = column
		fields := maps.Clone(described.Columns)
		fields[number.FieldLocation] = column
		if list == 0 {
			found.Columns = fields
		} else {
			found.Further[list-1].Columns = fields
		}
	}
	return &found, columns
}

// listAt is a list of a table by its number.
func listAt(table *number.Table, list int) number.List {
	return table.List(&number.Record{List: uint16(list)}) //nolint:gosec // a record names it so
}

// placedBy is the first column of a list, of those that may name locations, in which
// most cells do.
func placedBy(table *number.Table, list int, described number.List, locations index) (int, bool) {
	if _, ok := described.Columns[number.FieldLocation]; ok || len(described.Places) == 0 {
		return 0, false
	}
	filled, known := make([]int, len(described.Places)), make([]int, len(described.Places))
	for i, sampled := 0, 0; i < len(table.Records) && sampled < sampledRows; i++ {
		record := &table.Records[i]
		if int(record.List) != list || record.Skipped != number.SkipNone && !isGroup(record) {
			continue
		}
		sampled++
		for p, column := range described.Places {
			if strings.TrimSpace(record.Source.At(column)) == "" {
				continue
			}
			filled[p]++
			if len(locations.find(record.Source.At(column))) > 0 {
				known[p]++
			}
		}
	}
	for p, column := range described.Places {
		if known[p]*2 > filled[p] {
			return column, true
		}
	}
	return 0, false
}

// NamesLocations reports whether a record that is not left out names a location, or that the
// settings do for all.
func NamesLocations(table *number.Table, set Settings) bool {
	everywhere := strings.TrimSpace(set.Location) != ""
	return slices.ContainsFunc(table.Records, func(r number.Record) bool {
		return r.Skipped == number.SkipNone && (everywhere || strings.TrimSpace(locationIn(table, &r)) != "")
	})
}

// sampledRows is how many rows of a list decide about its columns.
const sampledRows = 200

// accounted is the inventory of a table in which a column of a list is that of the
// locations. A column whose header bears on nothing was not in it before.
func accounted(table *number.Table, list, column int) []number.Item {
	described, inventory := listAt(table, list), slices.Clone(table.Inventory)
	i := slices.IndexFunc(inventory, func(item number.Item) bool {
		return item.Sheet == described.Sheet && item.Column == column && item.Heading == described.Headings[column] && item.Aside == number.AsideUnusedColumn
	})
	if i < 0 {
		i, inventory = len(inventory), append(inventory, number.Item{Sheet: described.Sheet, Column: column, Heading: described.Headings[column]})
		for r := range table.Records {
			if record := &table.Records[r]; int(record.List) == list && strings.TrimSpace(record.Source.At(column)) != "" {
				inventory[i].Filled++
			}
		}
	}
	inventory[i].Aside, inventory[i].Field = number.AsideNone, number.FieldLocation
	inventory[i].Hidden = slices.Contains(described.HiddenPlaces, column)
	return inventory
}
