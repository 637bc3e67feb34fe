package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// gridPartRenderer draws what a part of a Grid has placed by itself.
type gridPartRenderer struct {
	part    fyne.Widget
	objects *[]fyne.CanvasObject // of the part, as they are now
}

func (r *gridPartRenderer) Destroy()                     {}
func (r *gridPartRenderer) Layout(fyne.Size)             {}
func (r *gridPartRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *gridPartRenderer) Objects() []fyne.CanvasObject { return *r.objects }
func (r *gridPartRenderer) Refresh()                     { canvas.Refresh(r.part) }
