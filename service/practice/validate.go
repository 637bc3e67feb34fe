package practice

import (
	"fmt"
	"net/http"
)

// The states of a validated number.
const (
	validAvailable   = "Available"
	validDuplicate   = "Duplicate"
	validRepeated    = "Duplicate In List"
	validInvalid     = "Invalid"
	validUnavailable = "Unavailable"
)

type validated struct {
	Number   string   `json:"number"`
	State    string   `json:"state"`
	TollFree bool     `json:"tollFreeNumber"`
	Detail   []string `json:"detail,omitempty"`
}

// validateNumbers says of each number whether the organization could have it.
// Its status is 200 also when numbers are bad.
func (s *Server) validateNumbers(w http.ResponseWriter, r *http.Request) {
	var body struct {
		PhoneNumbers []string `json:"phoneNumbers"`
	}
	if !read(w, r, &body) {
		return
	}
	if len(body.PhoneNumbers) == 0 {
		missing(w)
		return
	}
	answer := struct {
		Status  string      `json:"status"`
		Numbers []validated `json:"numbers"`
	}{Status: "OK"}
	err := s.numbers.view(func(_ []entry, byText map[string]int) {
		seen := map[string]bool{}
		for _, text := range body.PhoneNumbers {
			v := validate(text, byText, seen)
			if v.State != validAvailable {
				answer.Status = "ERRORS"
			}
			answer.Numbers = append(answer.Numbers, v)
		}
	})
	if err != nil {
		failing(w)
		return
	}
	write(w, http.StatusOK, answer)
}

// validate judges one number. seen are those before it in the request.
func validate(text string, byText map[string]int, seen map[string]bool) validated {
	_, exists := byText[text]
	v := validated{Number: text, State: validAvailable, TollFree: isTollFree(text)}
	switch {
	case !isNumber(text):
		v.State, v.Detail = validInvalid, describe(codeInvalid, text)
	case seen[text]:
		v.State, v.Detail = validRepeated, describe(codeRepeated, text)
	case exists:
		v.State, v.Detail = validDuplicate, describe(codeInUse, text)
	case isUnavailable(text):
		v.State, v.Detail = validUnavailable, describe(codeUnavailable, text)
	}
	seen[text] = true
	return v
}

func describe(code int, text string) []string { return []string{message(code, text)} }

// message is what Webex says about a number with one of the 83xx codes.
func message(code int, text string) string {
	words := map[int]string{
		codeRepeated:    "Duplicate DN in the request",
		codeUnavailable: "DN is unavailable",
		codeInvalid:     "DN is invalid",
		codeInUse:       "DN is in use",
	}
	return fmt.Sprintf("[Error %d] %s : %s", code, words[code], text)
}
