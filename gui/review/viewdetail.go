package review

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/review/worklist"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// detail stands over the end of the grid while the row under the cursor is out of
// sight, and says the same as the row: its cell, its findings, and what can be
// done.
type detail struct {
	screen *Screen
	object *fyne.Container
	panel  *fyne.Container
}

func newDetail(s *Screen) *detail {
	d := &detail{screen: s, panel: layout.Stack()}
	d.object = layout.VStack(0, layout.Spacer(), d.panel)
	d.panel.Hide()
	return d
}

// show shows the row under the cursor, if it is out of sight.
func (d *detail) show() {
	if d == nil {
		return
	}
	m := d.screen.model
	row := m.Cursor()
	lines := m.Lines(row, true)
	if row < 0 || !d.screen.grid.CursorHidden() || len(lines) == 0 {
		if d.panel.Visible() {
			d.panel.Hide()
			d.object.Refresh()
		}
		return
	}
	text := make([]fyne.CanvasObject, 0, len(lines)+1)
	var links []fyne.CanvasObject
	for _, line := range lines {
		style := draw.Message
		if line.Quiet {
			style = style.In(theme.ColorSecondary)
		}
		if line.Text != "" {
			text = append(text, draw.NewParagraph(line.Text, style))
		}
		for _, a := range line.Actions {
			links = append(links, widgets.NewLink(a.Label, func() { d.screen.cells.act(m.Cursor(), a.Kind) }))
		}
	}
	links = append(links, widgets.NewLink(phrase.Text("review.action.showrow"), d.showCursor))
	head := layout.HStack(theme.Gap,
		draw.Grown(draw.Picture(d.screen.look.status[m.Status(row)], theme.IconSize)),
		draw.NewText(m.Value(row, worklist.ColumnCell).Text, draw.Strong),
		draw.NewText(m.Value(row, worklist.ColumnFile).Text, draw.Body.Shortened()))
	parts := append([]fyne.CanvasObject{head}, text...)
	parts = append(parts, layout.Space(0, 2), layout.HStack(16, links...))
	d.panel.Objects = []fyne.CanvasObject{
		draw.NewSurface(draw.Paint{Fill: theme.ColorHeader}),
		layout.VStack(0, draw.Hairline(), layout.Inset(10, theme.SideMargin, 10, theme.SideMargin, layout.VStack(4, parts...))),
	}
	d.panel.Show()
	d.object.Refresh()
}

// showCursor scrolls to the row under the cursor.
func (d *detail) showCursor() {
	d.screen.cfg.Canvas.Focus(d.screen.grid)
	d.screen.grid.ScrollToCursor()
}
