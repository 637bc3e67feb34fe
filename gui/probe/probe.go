// Package probe tells end-to-end tests what a window shows and whether the
// program is idle, so that they wait for a fact instead of a time. It is linked
// only into programs built with the tag "probe", never into one that people get.
package probe

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image/color"
	"io/fs"
	"math"
	"net"
	"os"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/theme"
)

// Text is a piece of text that can be seen, with its place in the window in
// pixels.
type Text struct {
	Text   string `json:"text"`
	X      int    `json:"x"`
	Y      int    `json:"y"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
	// Contrast is that of the text with what is painted below its middle, 1 to 21.
	Contrast float64 `json:"contrast"`
	// Off says that the text has the color of what can't be pressed now.
	Off bool `json:"off"`
}

// View is what a window shows.
type View struct {
	Idle  bool   `json:"idle"`
	Texts []Text `json:"texts"` // in drawing order
}

// Serve answers each connection to the Unix socket with a View as JSON, until
// ctx ends. idle says whether no work is under way; it is asked on the UI
// thread.
func Serve(ctx context.Context, socket string, window fyne.Window, idle func() bool) error {
	// A program that ends may leave its socket, on which nobody could listen again.
	if err := os.Remove(socket); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("probe: %w", err)
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "unix", socket)
	if err != nil {
		return fmt.Errorf("probe: %w", err)
	}
	context.AfterFunc(ctx, func() { _ = listener.Close() })
	for {
		connection, err := listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("probe: %w", err)
		}
		if err := answer(connection, window, idle); err != nil {
			return err
		}
	}
}

func answer(connection net.Conn, window fyne.Window, idle func() bool) error {
	seen := make(chan View)
	fyne.Do(func() {
		view := Look(window.Canvas())
		view.Idle = idle()
		go func() { seen <- view }()
	})
	return errors.Join(json.NewEncoder(connection).Encode(<-seen), connection.Close())
}

// Look lists what a canvas shows. It must be called on the UI thread.
func Look(from fyne.Canvas) View {
	eye := &eye{canvas: from, ground: fynetheme.Color(fynetheme.ColorNameBackground)}
	whole := rect{Right: from.Size().Width, Bottom: from.Size().Height}
	eye.walk(menuOf(from), whole)
	eye.walk(from.Content(), whole)
	for _, overlay := range from.Overlays().List() {
		eye.walk(overlay, whole)
	}
	return View{Texts: eye.texts}
}

// menuOf is the bar of menus in the window, and what is open of it; nil without one. The
// toolkit tells of it nowhere.
func menuOf(from fyne.Canvas) fyne.CanvasObject {
	value := reflect.ValueOf(from)
	if value.Kind() != reflect.Pointer || value.Elem().Kind() != reflect.Struct {
		return nil
	}
	field := value.Elem().FieldByName("menu")
	if !field.IsValid() || !field.CanAddr() {
		return nil
	}
	menu, _ := reflect.TypeAssert[fyne.CanvasObject](reflect.NewAt(field.Type(), field.Addr().UnsafePointer()).Elem())
	return menu
}

type rect struct{ Left, Top, Right, Bottom float32 }

func (r rect) and(o rect) rect {
	return rect{max(r.Left, o.Left), max(r.Top, o.Top), min(r.Right, o.Right), min(r.Bottom, o.Bottom)}
}

func (r rect) empty() bool { return r.Right <= r.Left || r.Bottom <= r.Top }

type eye struct {
	canvas fyne.Canvas
	texts  []Text
	ground color.Color // of the window
	fills  []fill      // in drawing order
}

// fill is something that was painted.
type fill struct {
	place rect
	paint color.Color
}

// walk visits what is drawn inside clip.
func (e *eye) walk(object fyne.CanvasObject, clip rect) {
	if object == nil || !object.Visible() {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(object) //nolint:forbidigo // the toolkit tells it nowhere else
	own := rect{at.X, at.Y, at.X + object.Size().Width, at.Y + object.Size().Height}
	switch o := object.(type) {
	case *canvas.Text:
		e.see(o, own.and(clip))
	case *canvas.Rectangle:
		e.paint(o.FillColor, own.and(clip))
	case *canvas.Circle:
		e.paint(o.FillColor, own.and(clip))
	case *fyne.Container:
		for _, child := range o.Objects {
			e.walk(child, clip)
		}
	case *container.Scroll:
		e.walk(o.Content, own.and(clip))
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			e.walk(child, clip)
		}
	}
}

func (e *eye) paint(paint color.Color, r rect) {
	if paint != nil && !r.empty() {
		e.fills = append(e.fills, fill{r, paint})
	}
}

// below is the color that is painted at a place.
func (e *eye) below(x, y float32) color.Color {
	ground := e.ground
	for _, f := range e.fills {
		if f.place.Left <= x && x < f.place.Right && f.place.Top <= y && y < f.place.Bottom {
			ground = theme.Over(ground, f.paint)
		}
	}
	return ground
}

func (e *eye) see(text *canvas.Text, r rect) {
	if text.Text == "" || r.empty() {
		return
	}
	scale := float64(e.canvas.Scale())
	pixels := func(units float32) int { return int(math.Round(float64(units) * scale)) }
	ground := e.below((r.Left+r.Right)/2, (r.Top+r.Bottom)/2)
	ink := text.Color
	if ink == nil { // the toolkit's own
		ink = fynetheme.Color(fynetheme.ColorNameForeground)
	}
	e.texts = append(e.texts, Text{
		Contrast: theme.Contrast(theme.Over(ground, ink), ground),
		Off:      theme.Over(ground, ink) == theme.Over(ground, fynetheme.Color(fynetheme.ColorNameDisabled)),
		Text:     text.Text, X: pixels(r.Left), Y: pixels(r.Top),
		Width: pixels(r.Right - r.Left), Height: pixels(r.Bottom - r.Top),
	})
}
