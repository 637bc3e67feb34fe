package gui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"numberloader/gui/file"
	"numberloader/gui/open"
	"numberloader/gui/rows"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
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
	lines    string
	hidden   bool // the hidden rows are taken along
	homeless int
	location string // where rows without a location go, by its ID
	account  string // whose locations can be chosen
}

// refreshNotes brings the notes up to date.
func (r *reviewing) refreshNotes() {
	table, settings := r.flow.File.Table(), r.flow.Decisions.Settings()
	account, _ := r.flow.Connection.Account()
	var lines []string
	if r.flow.Questions.Settled() {
		lines = open.Notes(r.opening())
	}
	now := noteState{
		table: table, read: r.notes.closed == table, lines: strings.Join(lines, "\n"), hidden: settings.IncludeHidden,
		homeless: r.screen.Homeless(), location: settings.Location, account: account.Organization.ID,
	}
	if now == r.notes.shown {
		return
	}
	r.notes.shown = now
	r.notes.box.Objects = nil
	if !now.read && len(lines) > 0 {
		r.notes.box.Add(noteInset(r.noteBand(lines, settings.IncludeHidden)))
	}
	if table != nil && (now.homeless > 0 || now.location != "") {
		r.notes.box.Add(noteInset(r.locationBand(now)))
	}
	r.notes.box.Refresh()
	r.grid.Refresh()
}

func noteInset(band fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Inset(12, theme.SideMargin, 0, theme.SideMargin, band)
}

func (r *reviewing) noteBand(texts []string, include bool) fyne.CanvasObject {
	lines := make([]fyne.CanvasObject, len(texts))
	for i, text := range texts {
		lines[i] = widgets.NewParagraph(text, widgets.Message)
	}
	var links []fyne.CanvasObject
	if len(file.HiddenRows(r.flow.File.Table())) > 0 {
		label := phrase.Text("shell.notes.include")
		if include {
			label = phrase.Text("shell.notes.leaveout")
		}
		links = append(links, widgets.NewLink(label, func() { r.includeHidden(!include) }))
	}
	links = append(links, widgets.NewLink(phrase.Text("words.change"), r.howRead.open), widgets.NewLink(phrase.Text("words.close"), r.closeNotes))
	return widgets.Band(widgets.MoodInfo, theme.IconChanged, widgets.VStack(2, lines...), links...)
}

func (r *reviewing) includeHidden(include bool) {
	settings := r.flow.Decisions.Settings()
	settings.IncludeHidden = include
	r.flow.Questions.Change(settings)
}

func (r *reviewing) closeNotes() {
	r.notes.closed = r.flow.File.Table()
	r.refreshNotes()
}

// locationWidth is the width of the list of locations.
const locationWidth float32 = 260

// locationBand asks where rows go that name no location, and says it when that
// is chosen, so that it can be chosen anew.
func (r *reviewing) locationBand(state noteState) fyne.CanvasObject {
	locations := r.flow.Survey.Locations()
	names := make([]string, len(locations))
	for i, l := range locations {
		names[i] = rows.NameOf(l)
	}
	chosen := slices.IndexFunc(locations, func(l number.Location) bool { return l.ID == state.location })
	choice := widgets.NewChoice(names, chosen, func(i int) { r.flow.Decisions.SetLocation(locations[i].ID) })
	choice.PlaceHolder = phrase.Text("words.chooselocation")
	mood, icon, text := widgets.MoodInfo, theme.IconOrganization, phrase.Text("shell.notes.location")
	if state.homeless > 0 {
		mood, icon = widgets.MoodWarn, theme.IconChanged
		text = phrase.Text("add.choose.question", "Count", state.homeless)
	}
	if len(locations) == 0 {
		choice.Disable()
	}
	return widgets.Band(mood, icon, widgets.NewParagraph(text, widgets.Body), widgets.Sized(locationWidth, 0, choice.Object()))
}
