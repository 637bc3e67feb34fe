package results

import (
	"cmp"

	"numberloader/gui/rows"
)

// Workbook is the results workbook that was saved by itself.
type Workbook struct {
	Name   string // of the file, without its folder; "" if it was not saved
	Beside bool   // it is in the folder of the source file
	Folder string // the folder in words ("Documents"), if it is another one
	Past   bool   // the run is one of the history, whose workbook may be anywhere
	// Problem says in whole sentences why it was not saved.
	Problem string
}

// Saved says that there is a workbook.
func (w Workbook) Saved() bool { return w.Name != "" }

// Title is the name of the workbook, or that there is none.
func (w Workbook) Title() string {
	if w.Past {
		return cmp.Or(w.Name, "The results workbook can be saved again")
	}
	return cmp.Or(w.Name, "The results workbook is not saved yet")
}

// Caption says where the workbook is and what it holds, for a run of so many
// rows, or what to do.
func (w Workbook) Caption(total int) string {
	if !w.Saved() {
		return cmp.Or(w.Problem, "Save it to keep what became of every row.")
	}
	where := "Saved beside your file."
	if !w.Beside {
		where = "Saved in " + w.Folder + "."
	}
	if total == 1 {
		return where + " It has one line for the row."
	}
	return where + " One line for each of the " + rows.Count(total) + " rows."
}
