package filter

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
)

const (
	chipsTight float32 = 6 // gap where room is short
	chipsBelow float32 = 6 // gap between lines
	chipsLine  float32 = 4 // beside a separator
	chipsTall  float32 = 20
	chipsOver  float32 = 4 // how much taller than a chip a line is
)

// ChipRow is a row of chips, at the end of which a search field or another control may
// stand. Where the room does not do, the field gets narrower, then gaps do and hairlines go. Then the
// chips leave that may, in their order, and at last chips go on in a second line;
// nothing is cut.
type ChipRow struct {
	*fyne.Container

	flow *chipFlow
}

// NewChipRow returns a row of chips, and hairlines between them, with a control at its
// end unless that is nil. What is hidden takes no room.
func NewChipRow(end fyne.CanvasObject, chips ...fyne.CanvasObject) *ChipRow {
	r := &ChipRow{flow: &chipFlow{end: end}}
	var objects []fyne.CanvasObject
	for _, chip := range chips { // what holds a chip is hidden where there is no room; the chip is its owner's
		objects = append(objects, layout.Stack(chip))
	}
	if end != nil {
		objects = append(objects, end)
	}
	if search, ok := end.(*Search); ok {
		search.resized = func() { r.Refresh() }
	}
	r.Container = container.New(r.flow, objects...)
	return r
}

// SetLeaving says which chips leave where there is no room, the first one first.
func (r *ChipRow) SetLeaving(chips ...fyne.CanvasObject) { r.flow.leaving = chips }

// Leave reports whether there is no room for some chips.
func (r *ChipRow) Leave() bool { return r.flow.left }

// chipFlow lays chips out. Its minimum height is that for the width it was
// last given.
type chipFlow struct {
	end     fyne.CanvasObject // nil for none
	leaving []fyne.CanvasObject
	left    bool // some have no room
	width   float32
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

// chips are what holds the chips that their owner shows.
func (f *chipFlow) chips(objects []fyne.CanvasObject) []fyne.CanvasObject {
	var shown []fyne.CanvasObject
	for _, o := range objects {
		if o != f.end && inside(o).Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}

// inside is the chip or hairline in what holds it.
func inside(o fyne.CanvasObject) fyne.CanvasObject {
	if held, ok := o.(*fyne.Container); ok {
		return held.Objects[0]
	}
	return o
}

// arrange places what is visible and returns the height.
func (f *chipFlow) arrange(objects []fyne.CanvasObject, width float32) float32 {
	chips := f.chips(objects)
	chip := layout.Tallest(chips)
	tighten(chips, false)
	room, line := f.putEnd(chips, width, chip)
	gap, tight := theme.Gap, rowWidth(chips, theme.Gap) > room
	if tight {
		gap = chipsTight
		tighten(chips, true)
	}
	chips = f.leave(chips, gap, room, tight)
	var x, y float32
	for _, o := range chips {
		size := o.MinSize()
		if isHairline(o) {
			x = putHairline(o, x, line, gap, tight)
			continue
		}
		if x > 0 && x+size.Width > room {
			x, y, room = 0, y+chip+chipsBelow, width
		}
		layout.Put(o, fyne.NewPos(x, y+(line-size.Height)/2), size)
		x += size.Width + gap
	}
	return y + line
}

// tighten gives chips less room inside, or as much as usual.
func tighten(chips []fyne.CanvasObject, tight bool) {
	for _, o := range chips {
		if chip, ok := inside(o).(*Chip); ok {
			chip.tight = tight
		}
	}
}

// putEnd places the control at the end, and returns the room before it and how tall the
// first line is.
func (f *chipFlow) putEnd(chips []fyne.CanvasObject, width, chip float32) (room, line float32) {
	if f.end == nil || !f.end.Visible() {
		return width, chip
	}
	if search, ok := f.end.(*Search); ok {
		search.shrink(width - rowWidth(chips, theme.Gap) - theme.Gap)
		chip += chipsOver
	}
	end := f.end.MinSize()
	line = max(end.Height, chip)
	layout.Put(f.end, fyne.NewPos(width-end.Width, (line-end.Height)/2), end)
	return width - end.Width - theme.Gap, line
}

// leave hides chips that may leave until the others fit, and shows all others.
func (f *chipFlow) leave(chips []fyne.CanvasObject, gap, room float32, tight bool) []fyne.CanvasObject {
	f.left = false
	for _, o := range f.leaving {
		if !tight || tightWidth(chips, gap) <= room {
			break
		}
		at := slices.IndexFunc(chips, func(held fyne.CanvasObject) bool { return inside(held) == o })
		if at >= 0 {
			chips[at].Hide()
			chips, f.left = slices.Delete(chips, at, at+1), true
		}
	}
	for _, o := range chips {
		o.Show()
	}
	return chips
}

func isHairline(o fyne.CanvasObject) bool {
	_, is := inside(o).(*draw.Surface)
	return is
}

// putHairline places a hairline at x, or nowhere where room is tight, and
// returns where the next chip stands.
func putHairline(o fyne.CanvasObject, x, line, gap float32, tight bool) float32 {
	if tight {
		layout.Put(o, fyne.Position{}, fyne.Size{})
		return x
	}
	layout.Put(o, fyne.NewPos(x+chipsLine, (line-chipsTall)/2), fyne.NewSize(theme.Hair, chipsTall))
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

// tightWidth is how wide a row is without its hairlines.
func tightWidth(chips []fyne.CanvasObject, gap float32) float32 {
	return rowWidth(slices.DeleteFunc(slices.Clone(chips), isHairline), gap)
}
