package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// partRenderer draws what a part of a Grid has placed by itself.
type partRenderer struct {
	part    fyne.Widget
	objects *[]fyne.CanvasObject // of the part, as they are now
}

func (r *partRenderer) Destroy()                     {}
func (r *partRenderer) Layout(fyne.Size)             {}
func (r *partRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *partRenderer) Objects() []fyne.CanvasObject { return *r.objects }
func (r *partRenderer) Refresh()                     { canvas.Refresh(r.part) }
