package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/theme"
)

const (
	chipsTight float32 = 3 // gap where room is short
	chipsBelow float32 = 6 // gap between lines
	chipsLine  float32 = 4 // beside a separator
	chipsTall  float32 = 20
	chipsOver  float32 = 4 // how much taller than a chip a line is
)

// ChipRow is a row of chips with a search field at its right end. Where the room
// does not do, the field gets narrower, then gaps do and hairlines go, and then
// chips go on in a second line; nothing is cut.
type ChipRow struct {
	*fyne.Container
}

// NewChipRow returns a row of chips, and hairlines between them, with a search
// field at its end. What is hidden takes no room.
func NewChipRow(end *Search, chips ...fyne.CanvasObject) *ChipRow {
	r := &ChipRow{container.New(&chipFlow{end: end}, append(chips, end)...)}
	end.resized = r.Refresh
	return r
}

// chipFlow lays chips out. Its least height is that of the width it was given
// last.
type chipFlow struct {
	end   *Search
	width float32
}

// MinSize is as wide as the widest part.
func (f *chipFlow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var width float32
	for _, chip := range f.chips(objects) {
		width = max(width, chip.MinSize().Width)
	}
	return fyne.NewSize(width, f.arrange(objects, f.width))
}

// Layout places the chips.
func (f *chipFlow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.arrange(objects, size.Width)
}

// chips are the visible objects before the end.
func (f *chipFlow) chips(objects []fyne.CanvasObject) []fyne.CanvasObject {
	shown := visible(objects)
	if n := len(shown); n > 0 && shown[n-1] == f.end {
		return shown[:n-1]
	}
	return shown
}

// arrange places what is visible and returns the height.
func (f *chipFlow) arrange(objects []fyne.CanvasObject, width float32) float32 {
	chips := f.chips(objects)
	gap, tight := theme.Gap, false
	f.end.shrink(width - rowWidth(chips, gap) - theme.Gap)
	end := f.end.MinSize()
	if tight = rowWidth(chips, gap)+theme.Gap+end.Width > width; tight {
		gap = chipsTight
	}
	chip := tallest(chips)
	line := max(end.Height, chip+chipsOver)
	Put(f.end, fyne.NewPos(width-end.Width, (line-end.Height)/2), end)
	var x, y float32
	room := width - end.Width - gap
	for _, o := range chips {
		size := o.MinSize()
		if isHairline(o) {
			x = putHairline(o, x, line, gap, tight)
			continue
		}
		if x > 0 && x+size.Width > room {
			x, y, room = 0, y+chip+chipsBelow, width
		}
		Put(o, fyne.NewPos(x, y+(line-size.Height)/2), size)
		x += size.Width + gap
	}
	return y + line
}

func isHairline(o fyne.CanvasObject) bool {
	_, is := o.(*Surface)
	return is
}

// putHairline places a hairline at x, or nowhere where room is tight, and
// returns where the next chip stands.
func putHairline(o fyne.CanvasObject, x, line, gap float32, tight bool) float32 {
	if tight {
		Put(o, fyne.Position{}, fyne.Size{})
		return x
	}
	Put(o, fyne.NewPos(x+chipsLine, (line-chipsTall)/2), fyne.NewSize(theme.Hair, chipsTall))
	return x + theme.Hair + 2*chipsLine + gap
}

func rowWidth(chips []fyne.CanvasObject, gap float32) float32 {
	var sum float32
	for i, chip := range chips {
		sum += chip.MinSize().Width
		if isHairline(chip) {
			sum += 2 * chipsLine
		}
		if i > 0 {
			sum += gap
		}
	}
	return sum
}

func tallest(objects []fyne.CanvasObject) float32 {
	var height float32
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return height
}
