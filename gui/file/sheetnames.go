package file

import (
	"slices"
	"strings"

	"numberloader/internal/number"
)

// sheetNames knows what the names of sheets say.
type sheetNames struct{ *asking }

// OtherSheets are the sheets that list numbers and were not read, because another
// was chosen.
func (n *sheetNames) OtherSheets() []string {
	if !n.file.layout.NamesSheets() {
		return nil
	}
	read := append(slices.Clone(n.file.layout.Sheets), n.file.table.Sheet)
	return slices.DeleteFunc(slices.Clone(n.sheets), func(name string) bool { return slices.Contains(read, name) })
}

// SheetLocations are the sheets that list numbers and are named like a location of the
// organization.
func (n *sheetNames) SheetLocations() []string {
	locations := n.rows.Known().Locations
	return slices.DeleteFunc(n.Sheets(), func(name string) bool {
		return !slices.ContainsFunc(locations, func(l number.Location) bool { return strings.EqualFold(l.Name, strings.TrimSpace(name)) })
	})
}

// SheetIsLocation reports whether the names of some sheets become the locations of rows that
// name none: if the user said so or, as long as nobody said, if each of them is one.
func (n *sheetNames) SheetIsLocation(names ...string) bool {
	if n.named != nil {
		return *n.named
	}
	locations := n.SheetLocations()
	return len(names) > 0 && !slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(locations, name) })
}

// SetSheetIsLocation says whether they do.
func (n *sheetNames) SetSheetIsLocation(on bool) { n.named = &on }
