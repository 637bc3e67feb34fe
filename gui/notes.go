package gui

import (
	"slices"

	"fyne.io/fyne/v2"

	"numberloader/gui/open"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	rules "numberloader/internal/review"
)

// notes are remarks on the reading of the file, above its rows. They go when
// the user has read them.
type notes struct {
	box    *fyne.Container
	of     *number.Table // the table whose notes are shown
	hidden bool          // the hidden rows are taken along
}

// refreshNotes brings the remarks up to date.
func (w *Window) refreshNotes() {
	table, include := w.job.Table(), w.job.Choices().Settings.IncludeHidden
	if table == w.notes.of && include == w.notes.hidden {
		return
	}
	w.notes.of, w.notes.hidden = table, include
	w.notes.box.Objects = nil
	if table != nil && len(open.Notes(table)) > 0 {
		w.notes.box.Objects = []fyne.CanvasObject{w.noteBand(table, include)}
	}
	w.notes.box.Refresh()
	w.body.Refresh()
}

func (w *Window) noteBand(table *number.Table, include bool) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, text := range open.Notes(table) {
		lines = append(lines, widgets.NewParagraph(text, widgets.Message))
	}
	var links []fyne.CanvasObject
	if hasNote(table, number.NoteHiddenRows) && !include {
		links = append(links, widgets.NewLink("Include hidden rows", func() {
			w.job.SetSettings(func(s *rules.Settings) { s.IncludeHidden = true })
		}))
	}
	links = append(links, widgets.NewLink("Close", w.closeNotes))
	band := widgets.Band(widgets.MoodInfo, theme.IconChanged, widgets.VStack(2, lines...), links...)
	return widgets.Inset(12, theme.SideMargin, 0, theme.SideMargin, band)
}

func hasNote(table *number.Table, kind number.NoteKind) bool {
	return slices.ContainsFunc(table.Notes, func(n number.Note) bool { return n.Kind == kind })
}

func (w *Window) closeNotes() {
	w.notes.box.Objects = nil
	w.notes.box.Refresh()
	w.body.Refresh()
}
