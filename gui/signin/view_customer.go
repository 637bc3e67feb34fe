package signin

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/run"
)

// customerParts are a search field, the organizations of a partner, and whose the
// sign-in is now.
func (s *Screen) customerParts() []fyne.CanvasObject {
	s.showCustomers()
	parts := []fyne.CanvasObject{
		layout.Space(0, 14), layout.Capped(360, layout.Sized(0, theme.Control, s.search)), layout.Space(0, 8), s.list,
	}
	return append(parts, s.came()...)
}

// showCustomers lists what the search leaves.
func (s *Screen) showCustomers() {
	listed, others := s.model.Customers()
	s.list.Objects = nil
	for _, o := range listed {
		s.list.Add(s.customer(o))
	}
	if others != "" {
		s.list.Add(layout.Inset(6, 0, 0, 8, draw.NewText(others, draw.Secondary)))
	}
	s.list.Refresh()
	s.content.Refresh()
}

// customerHeight is the height of an organization in the list.
const customerHeight float32 = 32

func (s *Screen) customer(o run.Organization) fyne.CanvasObject {
	line := layout.HStack(10, widgets.Radio(s.model.Picked(o)), draw.NewText(o.Name, draw.Body.Shortened()))
	return widgets.NewTappable(layout.Sized(0, customerHeight, layout.Inset(0, 8, 0, 8, line)), theme.Radius,
		func() { s.cfg.OnCustomer(o.ID) })
}
