package press

import "fyne.io/fyne/v2/driver/desktop"

// Hover knows whether the pointer is on what embeds it.
type Hover struct {
	tell func(on bool)
	on   bool
}

// NewHover tells when the pointer comes and goes.
func NewHover(tell func(on bool)) Hover { return Hover{tell: tell} }

// Hovered reports whether the pointer is on the widget.
func (h *Hover) Hovered() bool { return h.on }

// SetHovered sets whether the pointer is on the widget, and tells nobody.
func (h *Hover) SetHovered(on bool) { h.on = on }

// MouseIn says that the pointer has come.
func (h *Hover) MouseIn(*desktop.MouseEvent) { h.on = true; h.tell(true) }

// MouseMoved does nothing.
func (h *Hover) MouseMoved(*desktop.MouseEvent) {}

// MouseOut says that the pointer has gone.
func (h *Hover) MouseOut() { h.on = false; h.tell(false) }
