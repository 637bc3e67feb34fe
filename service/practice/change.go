package practice

import (
	"fmt"
	"net/http"
	"slices"
)

// The documented limits of changes.
const (
	removeLimit     = 5
	deactivateLimit = 500
)

// The words of the call that activates numbers.
const (
	activate   = "ACTIVATE"
	deactivate = "DEACTIVATE"
)

type changeBody struct {
	PhoneNumbers []string `json:"phoneNumbers"`
	Action       string   `json:"action"`
}

// readChange reads a change of a location's numbers, which must not be
// integrated. It answers the request itself and returns nil if it can't be done.
func readChange(w http.ResponseWriter, r *http.Request, body *changeBody) *place {
	if !read(w, r, body) {
		return nil
	}
	if len(body.PhoneNumbers) == 0 {
		missing(w)
		return nil
	}
	l := findPlace(r.PathValue("locationId"))
	switch {
	case l == nil || l.pstn == "":
		noPSTN(w, r.PathValue("locationId"))
	case l.isIntegrated():
		refuseCode(w, http.StatusBadRequest, codeIntegrated, r.Method+" number(s) is supported only for non-integrated CCP and LGW locations.")
	default:
		return l
	}
	return nil
}

// activateNumbers activates numbers of a location or deactivates them, all of
// them or none. Mobile numbers stay as they are.
func (s *Server) activateNumbers(w http.ResponseWriter, r *http.Request) {
	var body changeBody
	l := readChange(w, r, &body)
	if l == nil {
		return
	}
	to := stateActive
	switch {
	case body.Action == deactivate && len(body.PhoneNumbers) > deactivateLimit:
		invalid(w, fmt.Sprintf("phoneNumbers. Only %d numbers can be deactivated per request.", deactivateLimit))
		return
	case body.Action == deactivate:
		to = stateInactive
	case body.Action != "" && body.Action != activate:
		invalid(w, "action")
		return
	}
	s.changeNumbers(w, l, &body, func(list []entry, at []int) ([]entry, bool) {
		list = slices.Clone(list)
		for _, i := range at {
			if to == stateInactive && (list[i].Main || list[i].Owner != "") {
				return nil, false
			}
			if list[i].Type != typeMobile {
				list[i].State = to
			}
		}
		return list, true
	})
}

// removeNumbers removes numbers from a location, all of them or none. Main
// numbers and assigned ones can't be removed.
func (s *Server) removeNumbers(w http.ResponseWriter, r *http.Request) {
	var body changeBody
	l := readChange(w, r, &body)
	if l == nil {
		return
	}
	if len(body.PhoneNumbers) > removeLimit {
		invalid(w, fmt.Sprintf("phoneNumbers. Only %d numbers can be removed per request.", removeLimit))
		return
	}
	s.changeNumbers(w, l, &body, func(list []entry, at []int) ([]entry, bool) {
		kept := make([]entry, 0, len(list))
		for i := range list {
			switch {
			case !slices.Contains(at, i):
				kept = append(kept, list[i])
			case list[i].Main || list[i].Owner != "":
				return nil, false
			}
		}
		return kept, true
	})
}

// changeNumbers finds the numbers of a change and applies edit to them. edit
// says false if one of them must stay as it is.
func (s *Server) changeNumbers(w http.ResponseWriter, l *place, body *changeBody, edit func([]entry, []int) ([]entry, bool)) {
	unknown, allowed := false, true
	err := s.numbers.change(func(list []entry, byText map[string]int) []entry {
		at := make([]int, 0, len(body.PhoneNumbers))
		for _, text := range body.PhoneNumbers {
			i, ok := byText[text]
			if !ok || list[i].Location != l.id() {
				unknown = true
				return nil
			}
			at = append(at, i)
		}
		var edited []entry
		edited, allowed = edit(list, at)
		return edited
	})
	switch {
	case err != nil:
		failing(w)
	case unknown:
		refuseCode(w, http.StatusBadGateway, codeUnknownNumber, "[Error 4251] A number is not in the inventory of the location.")
	case !allowed:
		invalid(w, "phoneNumbers. A main number or an assigned number can't be changed like this.")
	default:
		w.WriteHeader(http.StatusNoContent)
	}
}
