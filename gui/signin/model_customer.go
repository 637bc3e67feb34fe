package signin

import (
	"strings"

	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// shownCustomers is how many organizations are listed at most; a search finds
// the others.
const shownCustomers = 8

// HasCustomers reports whether a partner can choose.
func (m *Model) HasCustomers() bool { return len(m.state.Customers) > 0 }

// Search lists only organizations whose names hold what was typed.
func (m *Model) Search(typed string) { m.search = strings.ToLower(strings.TrimSpace(typed)) }

// Customers are the organizations that are listed, and what is said of the
// others; "" if there are none.
func (m *Model) Customers() (listed []run.Organization, others string) {
	var found []run.Organization
	for _, o := range m.state.Customers {
		if strings.Contains(strings.ToLower(o.Name), m.search) {
			found = append(found, o)
		}
	}
	if n := len(found); n > shownCustomers {
		return found[:shownCustomers], phrase.Text("signin.customer.more", "Count", n-shownCustomers)
	}
	if len(found) == 0 {
		return nil, phrase.Text("signin.customer.none")
	}
	return found, ""
}

// Picked reports whether a customer is the one of the sign-in.
func (m *Model) Picked(o run.Organization) bool {
	return m.state.Found != nil && m.state.Found.Organization.ID == o.ID
}

// Partner says what there is to choose from.
func (m *Model) Partner() string {
	return phrase.Text("signin.customer.count", "Count", len(m.state.Customers))
}
