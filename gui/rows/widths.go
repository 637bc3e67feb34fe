package rows

import "maps"

// WidthStore keeps the widths that a user gave the columns of a screen. The
// window plugs one in that outlives the program.
type WidthStore interface {
	// Widths are those that were kept for a screen, by ID; nil if none were.
	Widths(screen string) map[string]float32
	// KeepWidths keeps them in place of earlier ones. It must not block.
	KeepWidths(screen string, widths map[string]float32)
}

// The narrowest and the widest that a column can be made, in the units of the
// theme at the usual text size.
const (
	LeastWidth float32 = 40
	MostWidth  float32 = 800
)

// Widths are the widths of the columns of one screen. It belongs to one
// goroutine.
type Widths struct {
	store  WidthStore
	screen string
	own    map[string]float32
}

// NewWidths returns the widths that were kept for a screen. Without a store (nil)
// they last as long as the value.
func NewWidths(store WidthStore, screen string) *Widths {
	w := &Widths{store: store, screen: screen, own: map[string]float32{}}
	if store != nil {
		for id, width := range store.Widths(screen) {
			w.own[id] = bounded(width)
		}
	}
	return w
}

// Of is the width that the user gave a column. ok is false if its usual width
// counts.
func (w *Widths) Of(id string) (width float32, ok bool) {
	width, ok = w.own[id]
	return width, ok
}

// Set gives a column a width, within the bounds, and keeps it.
func (w *Widths) Set(id string, width float32) {
	width = bounded(width)
	if old, ok := w.own[id]; ok && old == width {
		return
	}
	w.own[id] = width
	w.keep()
}

// Reset gives a column its usual width again.
func (w *Widths) Reset(id string) {
	if _, ok := w.own[id]; ok {
		delete(w.own, id)
		w.keep()
	}
}

func (w *Widths) keep() {
	if w.store != nil {
		w.store.KeepWidths(w.screen, maps.Clone(w.own))
	}
}

// bounded also turns a width that is no number into one.
func bounded(width float32) float32 {
	if !(width >= LeastWidth) { // also for what is no number
		return LeastWidth
	}
	return min(width, MostWidth)
}
