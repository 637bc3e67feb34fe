package signin

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/run"
)

// customerParts are a search field, the organizations of a partner, and whose the
// sign-in is now.
func (s *Screen) customerParts() []fyne.CanvasObject {
	s.showCustomers()
	parts := []fyne.CanvasObject{
		widgets.Space(0, 14), widgets.Capped(360, widgets.Sized(0, theme.Control, s.search)), widgets.Space(0, 8), s.list,
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
		s.list.Add(widgets.Inset(6, 0, 0, 8, widgets.NewText(others, widgets.Secondary)))
	}
	s.list.Refresh()
	s.content.Refresh()
}

// customerHeight is the height of an organization in the list.
const customerHeight float32 = 32

func (s *Screen) customer(o run.Organization) fyne.CanvasObject {
	line := widgets.HStack(10, widgets.Radio(s.model.Picked(o)), widgets.NewText(o.Name, widgets.Body.Shortened()))
	return widgets.NewTappable(widgets.Sized(0, customerHeight, widgets.Inset(0, 8, 0, 8, line)), theme.Radius,
		func() { s.cfg.OnCustomer(o.ID) })
}
