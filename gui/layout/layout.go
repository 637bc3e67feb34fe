package layout

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"numberloader/gui/draw"
)

// HStack places objects side by side, each at its smallest width and centered
// vertically, with a fixed gap. Spacers share what is left; where room is
// short, texts that may be cut shrink, the first one first.
func HStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(hstack{gap}, objects...)
}

// VStack stacks objects at full width, with a fixed gap. The
// height of wrapped text follows from the width. Spacers share what is left.
func VStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(vstack{gap}, objects...)
}

// Spacer takes the room that is left in an HStack or a VStack.
func Spacer() fyne.CanvasObject { return fynelayout.NewSpacer() }

// Space is empty room of a size.
func Space(width, height float32) fyne.CanvasObject {
	rectangle := canvas.NewRectangle(color.Transparent)
	rectangle.SetMinSize(fyne.NewSize(width, height))
	return rectangle
}

// Inset leaves room around an object, in the order of CSS: top, right, bottom, left.
func Inset(top, right, bottom, left float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(inset{top, right, bottom, left}, object)
}

// Sized is an object in a place of at least this size; 0 keeps the object's own.
func Sized(width, height float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(sized{width, height}, object)
}

// Tall is an object in a place of a height that grows with the size of text.
func Tall(height float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(tall{height}, object)
}

// Capped is an object that is as wide as its place, but at most width.
func Capped(width float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(capped{width}, object)
}

// Wide is an object in a place of a width that grows with the text.
func Wide(width float32, object fyne.CanvasObject) *fyne.Container {
	return WideBy(width, 1, object)
}

// WideBy is an object in a place of a width that follows a share of the growth of the
// text: 0 for none, 1 for all.
func WideBy(width, share float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(wide{width, share}, object)
}

// Halves places two objects side by side, with a gap, where there is room for it, and
// else below each other. narrow is the width below which there is none; it grows with
// the text. The height follows from the width.
func Halves(gap, narrow float32, left, right fyne.CanvasObject) *fyne.Container {
	return container.New(&halves{gap: gap, narrow: narrow}, left, right)
}

// AtLeast is an object that is no less tall than height.
func AtLeast(height float32, o fyne.CanvasObject) fyne.CanvasObject {
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(0, height))
	return container.NewStack(room, o)
}

// Stack lays objects on top of each other, the first at the bottom.
func Stack(objects ...fyne.CanvasObject) *fyne.Container { return container.NewStack(objects...) }

type hstack struct{ gap float32 }

func (l hstack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, object := range visible(objects) {
		smallest := object.MinSize()
		size.Width += smallest.Width
		size.Height = max(size.Height, smallest.Height)
		if i > 0 {
			size.Width += l.gap
		}
	}
	return size
}

func (l hstack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shown := visible(objects)
	var spacers int
	total := l.gap * float32(len(shown)-1)
	for _, object := range shown {
		total += wanted(object)
		if isSpacer(object) {
			spacers++
		}
	}
	extra := max(0, size.Width-total)
	widths := shrunk(shown, total-size.Width)
	var x float32
	for i, object := range shown {
		width, height := widths[i], object.MinSize().Height
		if isSpacer(object) {
			width = extra / float32(spacers)
		}
		Put(object, fyne.NewPos(x, (size.Height-height)/2), fyne.NewSize(width, height))
		x += width + l.gap
	}
}

// shrunk are the widths of objects that want more than there is room for.
func shrunk(objects []fyne.CanvasObject, missing float32) []float32 {
	widths := make([]float32, len(objects))
	for i, object := range slices.Backward(objects) {
		widths[i] = wanted(object)
		if given := min(missing, widths[i]-object.MinSize().Width); given > 0 {
			widths[i], missing = widths[i]-given, missing-given
		}
	}
	return widths
}

// wanted is the width that an object has where there is room. Only text that may
// be cut wants more than it needs.
func wanted(object fyne.CanvasObject) float32 {
	if text, ok := object.(*draw.Text); ok {
		return text.Wanted()
	}
	return object.MinSize().Width
}

type vstack struct{ gap float32 }

func (l vstack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, object := range visible(objects) {
		smallest := object.MinSize()
		size.Width = max(size.Width, smallest.Width)
		size.Height += smallest.Height
		if i > 0 {
			size.Height += l.gap
		}
	}
	return size
}

func (l vstack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shown := visible(objects)
	var spacers int
	for _, object := range shown {
		if isSpacer(object) {
			spacers++
			continue
		}
		object.Resize(fyne.NewSize(size.Width, object.MinSize().Height))
	}
	extra := max(0, size.Height-l.MinSize(objects).Height)
	var y float32
	for _, object := range shown {
		height := object.MinSize().Height
		if isSpacer(object) {
			height = extra / float32(spacers)
		}
		object.Resize(fyne.NewSize(size.Width, height))
		object.Move(fyne.NewPos(0, y))
		y += height + l.gap
	}
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	shown := make([]fyne.CanvasObject, 0, len(objects))
	for _, object := range objects {
		if object.Visible() {
			shown = append(shown, object)
		}
	}
	return shown
}

func isSpacer(object fyne.CanvasObject) bool {
	_, is := object.(fynelayout.SpacerObject)
	return is
}

type columns struct{ gap float32 }

func (l columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, object := range objects {
		size = size.Max(object.MinSize())
	}
	count := float32(len(objects))
	return fyne.NewSize(size.Width*count+l.gap*max(0, count-1), size.Height)
}

func (l columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	count := float32(len(objects))
	width := (size.Width - l.gap*max(0, count-1)) / count
	for i, object := range objects {
		Put(object, fyne.NewPos(float32(i)*(width+l.gap), 0), fyne.NewSize(width, size.Height))
	}
}

type inset struct{ top, right, bottom, left float32 }

func (l inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(l.left+l.right, l.top+l.bottom)
}

func (l inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(l.left, l.top))
	objects[0].Resize(size.SubtractWidthHeight(l.left+l.right, l.top+l.bottom))
}

type sized struct{ width, height float32 }

func (l sized) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	if l.width > 0 {
		size = fyne.NewSize(l.width, HeightLater(objects[0], l.width))
	}
	if l.height > 0 {
		size.Height = l.height
	}
	return size
}

func (l sized) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
}

type wide struct{ width, share float32 }

func (l wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.width * (1 + l.share*(draw.Scale()-1))
	return fyne.NewSize(width, HeightLater(objects[0], width))
}

func (l wide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	Put(objects[0], fyne.Position{}, size)
}

// halves remembers the width that was set last.
type halves struct{ gap, narrow, width float32 }

func (l *halves) together() bool { return l.width >= draw.Larger(l.narrow) }

func (l *halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	size := fyne.NewSize(max(left.Width, right.Width), left.Height+right.Height)
	if l.together() {
		size.Height = max(left.Height, right.Height)
	}
	return size
}

func (l *halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if !l.together() {
		height := HeightAt(objects[0], size.Width)
		Put(objects[0], fyne.Position{}, fyne.NewSize(size.Width, height))
		Put(objects[1], fyne.NewPos(0, height), fyne.NewSize(size.Width, HeightAt(objects[1], size.Width)))
		return
	}
	half := (size.Width - l.gap) / 2
	Put(objects[0], fyne.Position{}, fyne.NewSize(half, HeightAt(objects[0], half)))
	Put(objects[1], fyne.NewPos(half+l.gap, 0), fyne.NewSize(half, HeightAt(objects[1], half)))
}

type tall struct{ height float32 }

func (l tall) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, draw.Larger(l.height))
}

func (l tall) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	Put(objects[0], fyne.Position{}, size)
}

type capped struct{ width float32 }

func (l capped) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	size.Width = min(size.Width, l.width)
	return size
}

func (l capped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(min(size.Width, l.width), size.Height))
}

// HeightAt is the height that an object has at a width.
func HeightAt(object fyne.CanvasObject, width float32) float32 {
	if object.Size().Width != width {
		object.Resize(fyne.NewSize(width, object.MinSize().Height))
	}
	return object.MinSize().Height
}

// HeightLater is the height that an object would have at a width. Its size stays
// as it is, since it may have been laid out wider.
func HeightLater(object fyne.CanvasObject, width float32) float32 {
	now := object.Size()
	height := HeightAt(object, width)
	if now != (fyne.Size{}) {
		object.Resize(now)
	}
	return height
}

// Put gives an object its place and its size.
func Put(object fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	object.Move(at)
	object.Resize(size)
}

// SetVisible shows or hides an object.
func SetVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}
