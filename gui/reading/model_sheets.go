package reading

import (
	"maps"
	"slices"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// sheets are those of the file, and which of them are read.
type sheets struct{ *trying }

// Sheet is a sheet to read.
type Sheet struct {
	Name    string
	Caption string // how many numbers it lists
	Chosen  bool
}

// Sheets are those of a workbook; a text file has none.
func (m *sheets) Sheets() []Sheet {
	var all []Sheet
	counts := numbersOf(m.trial.Table())
	for _, s := range m.trial.Table().Sheets {
		sheet := Sheet{Name: s.Name, Chosen: m.reads(s.Name), Caption: phrase.Text("howread.sheets.none")}
		if n := counts[s.Name]; n > 0 {
			sheet.Caption = phrase.Count(n)
		}
		all = append(all, sheet)
	}
	return all
}

// HiddenSheets says which sheets are hidden in the file, "" if none are.
func (m *sheets) HiddenSheets() string {
	var names []string
	for _, s := range m.trial.Table().Sheets {
		if s.Hidden {
			names = append(names, s.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return phrase.Text("howread.sheets.hidden", "Count", len(names), "Sheets", phrase.List(names))
}

func (m *sheets) reads(name string) bool { return slices.Contains(m.chosenSheets(), name) }

// ChooseSheet takes a sheet in, or leaves it out. Rows and columns that were chosen
// meant the sheets before, so they are found again.
func (m *sheets) ChooseSheet(name string, in bool) {
	chosen := m.chosenSheets()
	var names []string
	for _, s := range m.trial.Table().Sheets {
		if s.Name == name && in || s.Name != name && slices.Contains(chosen, s.Name) {
			names = append(names, s.Name)
		}
	}
	m.unread = len(names) == 0
	if m.unread {
		return
	}
	m.read(func(layout *number.Layout) {
		*layout = number.Layout{Password: layout.Password, Encoding: layout.Encoding, SheetIsLocation: layout.SheetIsLocation, Words: layout.Words}
		if len(names) == 1 {
			layout.Sheet = &names[0]
		} else {
			layout.Sheets = names
		}
	})
}

// numbersOf counts the phone numbers of each sheet: those that are read, or all where
// it is not known which are.
func numbersOf(table *number.Table) map[string]int {
	read, all := map[string]int{}, map[string]int{}
	for i := range table.Inventory {
		item := &table.Inventory[i]
		all[item.Sheet] += item.Phones
		if item.Aside == number.AsideNone && item.Field == number.FieldNumber {
			read[item.Sheet] += item.Filled
		}
	}
	maps.Copy(all, read)
	return all
}
