package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
)

// line is a run on the screen. A tap chooses it, another one opens its results.
// The chosen one is marked, and its actions stand below it.
type line struct {
	id      string
	chosen  bool
	mark    *draw.Surface
	edge    *draw.Surface
	actions *fyne.Container
	object  fyne.CanvasObject
}

// The measures of what marks the chosen line.
const (
	edgeWidth   float32 = 3
	actionsRoom float32 = 12 // below the actions
)

func (v *View) newLine(l Line) *line {
	n := &line{
		id: l.ID, mark: draw.NewSurface(draw.Paint{Fill: theme.ColorNone}),
		edge: draw.NewSurface(draw.Paint{Fill: theme.ColorNone}), actions: layout.Wrapped(draw.AlignStart, theme.GroupGap, 0),
	}
	cells := container.New(&lineLayout{tall: lineHeight, stacked: upperHeight + lowerHeight},
		when(l), draw.NewText(l.File, draw.Strong.Shortened()),
		organization(l), outcomes(l), state(l.State))
	area := widgets.NewTappable(cells, 0, func() {
		if n.chosen {
			v.cfg.Open(n.id)
			return
		}
		v.cfg.Choose(n.id)
	})
	below := layout.Inset(0, theme.SideMargin, 0, theme.SideMargin, n.actions)
	edge := layout.Frame(nil, nil, layout.Sized(edgeWidth, 0, n.edge), nil, layout.Space(0, 0))
	n.object = layout.Stack(n.mark, edge, layout.VStack(0, area, below))
	return n
}

// ShowChosen marks the chosen run and offers what can be done with it.
func (v *View) ShowChosen(actions []Action) {
	chosen, ok := v.model.Chosen()
	for _, l := range v.lines {
		l.show(ok && l.id == chosen.ID, actions)
	}
	v.root.Refresh()
}

func (l *line) show(chosen bool, actions []Action) {
	l.chosen = chosen
	fill, edge := theme.ColorNone, theme.ColorNone
	l.actions.Objects = nil
	if chosen {
		fill, edge = fynetheme.ColorNameSelection, theme.ColorPrimary
		for _, a := range actions {
			l.actions.Add(layout.Inset(0, 0, actionsRoom, 0, widgets.NewLink(a.Label, a.Do)))
		}
	}
	l.mark.Set(draw.Paint{Fill: fill})
	l.edge.Set(draw.Paint{Fill: edge})
	l.actions.Refresh()
}
