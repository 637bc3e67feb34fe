package gui

import (
	"slices"

	"fyne.io/fyne/v2"

	"numberloader/gui/open"
	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	rules "numberloader/internal/review"
)

// notes stand above the rows: remarks on the reading of the file, which go when
// the user has read them, and where rows go that name no location.
type notes struct {
	box    *fyne.Container
	shown  noteState
	closed *number.Table // the table whose remarks the user has read
}

// noteState is what the notes depend on.
type noteState struct {
	table    *number.Table
	read     bool
	hidden   bool // the hidden rows are taken along
	homeless int
	location string // where rows without a location go, by its ID
	account  string // whose locations can be chosen
}

// refreshNotes brings the notes up to date.
func (w *Window) refreshNotes() {
	table, settings := w.job.Table(), w.job.Choices().Settings
	account, _ := w.job.Account()
	now := noteState{
		table: table, read: w.notes.closed == table, hidden: settings.IncludeHidden,
		homeless: w.review.Homeless(), location: settings.Location, account: account.Organization.ID,
	}
	if now == w.notes.shown {
		return
	}
	w.notes.shown = now
	w.notes.box.Objects = nil
	if table != nil && !now.read && len(open.Notes(table)) > 0 {
		w.notes.box.Add(noteInset(w.noteBand(table, settings.IncludeHidden)))
	}
	if table != nil && (now.homeless > 0 || now.location != "") {
		w.notes.box.Add(noteInset(w.locationBand(now)))
	}
	w.notes.box.Refresh()
	w.body.Refresh()
}

func noteInset(band fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Inset(12, theme.SideMargin, 0, theme.SideMargin, band)
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
	return widgets.Band(widgets.MoodInfo, theme.IconChanged, widgets.VStack(2, lines...), links...)
}

func hasNote(table *number.Table, kind number.NoteKind) bool {
	return slices.ContainsFunc(table.Notes, func(n number.Note) bool { return n.Kind == kind })
}

func (w *Window) closeNotes() {
	w.notes.closed = w.job.Table()
	w.refreshNotes()
}

// locationWidth is the width of the list of locations.
const locationWidth float32 = 260

// locationBand asks where rows go that name no location, and says it when that
// is chosen, so that it can be chosen anew.
func (w *Window) locationBand(state noteState) fyne.CanvasObject {
	locations := w.job.Locations()
	names := make([]string, len(locations))
	for i, l := range locations {
		names[i] = rows.NameOf(l)
	}
	chosen := slices.IndexFunc(locations, func(l number.Location) bool { return l.ID == state.location })
	choice := widgets.NewChoice(names, chosen, func(i int) { w.job.SetLocation(locations[i].ID) })
	choice.PlaceHolder = "Choose a location"
	mood, icon, text := widgets.MoodInfo, theme.IconOrganization, "Rows that name no location go to"
	if state.homeless > 0 {
		mood, icon = widgets.MoodWarn, theme.IconChanged
		text = rows.Of(state.homeless, "row names", "rows name") + " no location. Where do they go?"
		if state.homeless == 1 {
			text = "1 row names no location. Where does it go?"
		}
	}
	if len(locations) == 0 {
		choice.Disable()
	}
	return widgets.Band(mood, icon, widgets.NewParagraph(text, widgets.Body), widgets.Sized(locationWidth, 0, choice.Object()))
}
