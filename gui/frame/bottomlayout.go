package frame

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/layout"
	"numberloader/gui/theme"
)

// bottomLayout places what stands in the bar at the bottom in a line. Where the buttons or
// all of the hint have no room in it, the hint and the button beside the primary one
// have a line of their own above the others. The height follows from the width that was
// set last.
type bottomLayout struct {
	bar   *Bottom
	width float32
}

const bottomGap float32 = 12

// row lays objects out in a line.
func row(objects ...fyne.CanvasObject) *fyne.Container { return layout.HStack(bottomGap, objects...) }

func (l *bottomLayout) whole() *fyne.Container {
	b := l.bar
	return row(b.Left.Button, b.before, b.icon, b.hint, b.after, b.Side.Button, b.Primary.Button)
}

// stacked reports whether there are two lines.
func (l *bottomLayout) stacked() bool {
	need := l.whole().MinSize().Width
	if l.bar.hint.Text() != "" {
		need += l.bar.hint.Wanted() - l.bar.hint.MinSize().Width
	}
	return l.width > 0 && need > l.width && (l.bar.Side.Button.Visible() || l.bar.hint.Text() != "")
}

func (l *bottomLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	size := l.whole().MinSize()
	size.Width = l.bar.Left.Button.MinSize().Width
	if l.stacked() {
		size.Height = l.upper().MinSize().Height + theme.Gap + l.lower().MinSize().Height
	}
	return size
}

func (l *bottomLayout) upper() *fyne.Container {
	return row(l.bar.icon, l.bar.hint, layout.Spacer(), l.bar.Side.Button)
}

func (l *bottomLayout) lower() *fyne.Container {
	return row(l.bar.Left.Button, layout.Spacer(), l.bar.Primary.Button)
}

func (l *bottomLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if !l.stacked() {
		l.whole().Resize(size)
		return
	}
	upper, lower := l.upper(), l.lower()
	tall := upper.MinSize().Height
	upper.Resize(fyne.NewSize(size.Width, tall))
	lower.Resize(fyne.NewSize(size.Width, lower.MinSize().Height))
	for _, o := range lower.Objects {
		o.Move(o.Position().AddXY(0, tall+theme.Gap))
	}
}
