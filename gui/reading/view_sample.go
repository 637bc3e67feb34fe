package reading

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
)

// lineTall is the height of a line below the preview, at least.
const lineTall float32 = 32

// Sample is the first rows of a list, below what each column is used for, and what a
// person should know of the reading. It belongs to the UI thread.
type Sample struct {
	canvas  fyne.Canvas
	model   *Model
	changed func()

	content *fyne.Container
	preview *preview
	lines   *fyne.Container
	said    string // what lines say
}

// NewSample returns the first rows of a model. cancel stops the reading that is under
// way, and changed is told that something was chosen.
func NewSample(canvas fyne.Canvas, model *Model, cancel, changed func()) *Sample {
	s := &Sample{canvas: canvas, model: model, changed: changed, lines: layout.VStack(0)}
	s.preview = newPreview(s, cancel)
	s.content = layout.VStack(0, s.preview.object, layout.Space(0, theme.Gap), s.lines)
	s.Refresh()
	return s
}

// Content is what is drawn.
func (s *Sample) Content() fyne.CanvasObject { return s.content }

// Refresh brings it up to date, and returns how many rows of the list are shown.
func (s *Sample) Refresh() (rows int) {
	columns := s.model.Columns()
	lines := s.model.Preview(columns)
	s.preview.show(columns, lines)
	s.showLines()
	s.content.Refresh()
	return below(lines)
}

// showLines draws what a person should know. A link that has the keyboard is not
// redrawn unless the lines change.
func (s *Sample) showLines() {
	lines := s.model.Lines()
	var said strings.Builder
	for i := range lines {
		fmt.Fprintln(&said, lines[i].Pieces, lines[i].Link)
	}
	if said.String() == s.said {
		return
	}
	s.said = said.String()
	objects := make([]fyne.CanvasObject, 0, len(lines))
	for i := range lines {
		objects = append(objects, s.line(&lines[i]))
	}
	s.lines.Objects = objects
	s.lines.Refresh()
}

func (s *Sample) line(l *Line) fyne.CanvasObject {
	icon, tone := l.Mood.icon()
	text := fyne.CanvasObject(draw.NewSpans(draw.Spans(draw.Body, l.Pieces)...))
	if l.Link != "" {
		do := l.Do
		if l.Words != number.FieldNumber {
			field := l.Words
			do = func() { s.explain(field) }
		}
		text = layout.Followed(draw.NewSpans(draw.Spans(draw.Body, l.Pieces)...), widgets.NewLink(l.Link, func() {
			do()
			s.changed()
		}))
	}
	mark := layout.VStack(0, layout.Space(0, 1), draw.Icon(icon, tone), layout.Spacer())
	row := layout.Frame(nil, nil, mark, nil, layout.Inset(0, 0, 0, 10, text))
	return layout.AtLeast(lineTall, layout.Inset(6, 0, 6, 0, row))
}

func (m Mood) icon() (theme.IconName, fyne.ThemeColorName) {
	switch m {
	case MoodRight:
		return theme.IconReady, theme.ColorOK
	case MoodTold:
		return theme.IconInfo, theme.ColorInfo
	case MoodDoubt:
		return theme.IconChanged, theme.ColorWarn
	case MoodTrouble:
	}
	return theme.IconProblem, theme.ColorError
}
