package gui

import (
	"fmt"
	"image"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Desktop is where windows stand, in its own measure: pixels, on a Mac points. It is
// asked on the UI thread.
type Desktop interface {
	// Spot is where the content of a window stands, and whether it fills its screen.
	// It is false where that is not known.
	Spot(window any) (content image.Rectangle, maximized, ok bool)
	// Maximize has a window that is shown fill its screen.
	Maximize(window any)
	// Rooms are the parts of the screens where windows may stand, the main screen first.
	Rooms() []image.Rectangle
}

// The size of the window on first start, and the smallest at which it is usable.
const (
	firstWidth, firstHeight float32 = 1100, 720
	leastWidth, leastHeight float32 = 900, 560
)

// placeEvery is how often is looked whether the window stands elsewhere: the end of a
// session may leave the program no time to close it.
const placeEvery = 2 * time.Second

// spot is where a window stands, and how large it is.
type spot struct {
	size             fyne.Size
	content          image.Rectangle
	maximized, known bool
}

func (w *Window) spot() spot {
	s := spot{size: w.Canvas().Size()}
	s.content, s.maximized, s.known = w.program.Desktop.Spot(w.window)
	return s
}

// rememberPlace remembers the size and the place of the window, if it stands elsewhere
// than it was last seen. Of one that fills its screen it remembers that, and what it is
// put back to.
func (w *Window) rememberPlace() {
	now := w.spot()
	if w.left || now == w.stood {
		return
	}
	w.stood = now
	preferences := w.program.Preferences
	preferences.SetBool(prefMaximized, now.maximized)
	if now.maximized {
		return
	}
	preferences.SetFloat(prefWidth, float64(now.size.Width))
	preferences.SetFloat(prefHeight, float64(now.size.Height))
	if now.known {
		preferences.SetStringList(prefPlace, []string{now.content.String()})
	}
}

// recallPlace gives the window, before it is shown, the size and the place that it had
// last, as far as the screens have room for it now.
func (w *Window) recallPlace() {
	preferences := w.program.Preferences
	size := fyne.NewSize(
		float32(preferences.FloatWithFallback(prefWidth, float64(firstWidth))),
		float32(preferences.FloatWithFallback(prefHeight, float64(firstHeight))))
	if kept := keptPlace(preferences.StringList(prefPlace)); !kept.Empty() {
		there := onScreen(kept, w.program.Desktop.Rooms())
		size.Width *= float32(there.Dx()) / float32(kept.Dx())
		size.Height *= float32(there.Dy()) / float32(kept.Dy())
		if placed, ok := w.window.(desktop.Window); ok {
			placed.RequestPosition(there.Min.X, there.Min.Y)
		}
	}
	w.window.Resize(size)
}

// keptPlace is the place that was remembered, empty if there is none.
func keptPlace(kept []string) image.Rectangle {
	var r image.Rectangle
	if len(kept) != 1 {
		return r
	}
	if _, err := fmt.Sscanf(kept[0], "(%d,%d)-(%d,%d)", &r.Min.X, &r.Min.Y, &r.Max.X, &r.Max.Y); err != nil {
		return image.Rectangle{}
	}
	return r
}

// frameRoom is what the title of a window takes above its content, at most.
const frameRoom = 48

// onScreen is where a window goes that stood at place: there, if all of that is still
// on the screens, or else into the room that has most of it. It gets as large as that.
func onScreen(place image.Rectangle, rooms []image.Rectangle) image.Rectangle {
	if len(rooms) == 0 {
		return place
	}
	best, most, all := rooms[0], 0, 0
	for i, room := range rooms {
		if slices.Contains(rooms[:i], room) { // two screens show the same
			continue
		}
		shared := area(place.Intersect(room))
		if all += shared; shared > most {
			best, most = room, shared
		}
	}
	if all == area(place) {
		return place
	}
	best.Min.Y += frameRoom
	size := image.Pt(min(place.Dx(), best.Dx()), min(place.Dy(), best.Dy()))
	corner := image.Pt(
		min(max(place.Min.X, best.Min.X), best.Max.X-size.X),
		min(max(place.Min.Y, best.Min.Y), best.Max.Y-size.Y))
	return image.Rectangle{Min: corner, Max: corner.Add(size)}
}

func area(r image.Rectangle) int { return r.Dx() * r.Dy() }
