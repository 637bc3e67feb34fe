package draw

import (
	"image/color"
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"numberloader/internal/phrase"
)

// Spoken is what a screen reader is told of an object, a line each of what is in it, also
// where the toolkit does not reach by itself: in what scrolls, and in what lies over the
// window. What is hidden says nothing.
func Spoken(object fyne.CanvasObject) string {
	if object == nil || !object.Visible() {
		return ""
	}
	switch o := object.(type) {
	case *fyne.Container:
		var lines []string
		for _, child := range o.Objects {
			if line := Spoken(child); line != "" {
				lines = append(lines, line)
			}
		}
		return strings.Join(lines, "\n")
	case *container.Scroll:
		return Spoken(o.Content)
	case *container.ThemeOverride:
		return Spoken(o.Content)
	case *widget.PopUp:
		return Spoken(o.Content)
	case *Reader:
		return "" // what it tells of stands beside it
	case *canvas.Text:
		return o.Text
	case fyne.Accessible:
		return strings.TrimSpace(o.AccessibilityLabel())
	}
	return spokenInside(object)
}

// spokenInside is what the toolkit's own cover of what lies over the window holds, "" for
// other objects. Its type can't be named outside of the toolkit, but what it holds can be
// had.
func spokenInside(object fyne.CanvasObject) string {
	cover := reflect.Indirect(reflect.ValueOf(object))
	if cover.Kind() != reflect.Struct {
		return ""
	}
	for _, field := range cover.Fields() {
		if !field.CanInterface() {
			continue
		}
		if held, ok := reflect.TypeAssert[fyne.CanvasObject](field); ok {
			if text := Spoken(held); text != "" {
				return text
			}
		}
	}
	return ""
}

// Said are texts one after the other, as a screen reader is told them; empty ones are left
// out.
func Said(texts ...string) string {
	return phrase.Commas(slices.DeleteFunc(texts, func(text string) bool { return text == "" }))
}

// AccessibilityLabel is the whole text, also where it is shown cut.
func (t *Text) AccessibilityLabel() string { return t.text }

// AccessibilityRole is that of text.
func (*Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is the whole text.
func (p *Paragraph) AccessibilityLabel() string { return p.Text() }

// AccessibilityRole is that of text.
func (*Paragraph) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Reader tells a screen reader what stands at its place, and draws nothing: the toolkit
// asks what stands beside it, but not what scrolls or lies over the window.
type Reader struct {
	widget.BaseWidget

	says func() string
}

// NewReader returns a reader of what says returns, which is asked on the UI thread.
func NewReader(says func() string) *Reader {
	r := &Reader{says: says}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws nothing.
func (*Reader) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// AccessibilityLabel is what stands there now.
func (r *Reader) AccessibilityLabel() string { return r.says() }

// AccessibilityRole is that of text.
func (*Reader) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
