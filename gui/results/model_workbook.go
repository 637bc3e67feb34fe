package results

import (
	"cmp"

	"numberloader/internal/phrase"
)

// Workbook is the results workbook that was saved by itself.
type Workbook struct {
	Name   string // of the file, without its folder; "" if it was not saved
	Beside bool   // it is in the folder of the source file
	Folder string // the folder in words ("Documents"), if it is another one
	// Refused is the folder in words where it belongs, in which nothing could be saved; ""
	// if it is there. NotBeside says that this is the folder of the source file.
	Refused   string
	NotBeside bool
	Past      bool // the run is one of the history, whose workbook may be anywhere
	// Problem says in whole sentences why it was not saved.
	Problem string
}

// Saved reports whether there is a workbook.
func (w Workbook) Saved() bool { return w.Name != "" }

// Title is the name of the workbook, or that there is none.
func (w Workbook) Title() string {
	if w.Past {
		return cmp.Or(w.Name, phrase.Text("results.workbook.again"))
	}
	return cmp.Or(w.Name, phrase.Text("results.workbook.notsaved"))
}

// Caption says where the workbook is and what it holds, for a run of so many
// rows, or what to do.
func (w Workbook) Caption(total int) string {
	if !w.Saved() {
		return cmp.Or(w.Problem, phrase.Text("results.workbook.save"))
	}
	return phrase.Sentences(w.where(), phrase.Text("results.workbook.lines", "Count", total))
}

// where says where the workbook is, and why it is not where it belongs.
func (w Workbook) where() string {
	switch {
	case w.Beside:
		return phrase.Text("results.workbook.beside")
	case w.NotBeside:
		return phrase.Text("results.workbook.notbeside", "Folder", w.Folder)
	case w.Refused != "":
		return phrase.Text("results.workbook.refused", "Folder", w.Folder, "Refused", w.Refused)
	}
	return phrase.Text("results.workbook.folder", "Folder", w.Folder)
}
