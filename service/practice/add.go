package practice

import (
	"net/http"
	"slices"
	"strconv"
)

// mobileLimit is the most mobile numbers in a request. "Only 20 mobile numbers
// can be added per request", says the reference of the call.
const mobileLimit = 20

// throttleSeconds is how long a client is asked to wait.
const throttleSeconds = 2

// addBody is the body of the call that adds numbers.
type addBody struct {
	PhoneNumbers   []string `json:"phoneNumbers"`
	NumberType     string   `json:"numberType"`
	Usage          string   `json:"numberUsageType"`
	State          string   `json:"state"`
	SubscriptionID string   `json:"subscriptionId"`
	CarrierID      string   `json:"carrierId"`
}

// refusedNumber is what the answer says about a number that was refused.
type refusedNumber struct {
	Number  string `json:"number"`
	Type    string `json:"errorType"`
	Code    string `json:"errorCode"`
	Title   string `json:"errorTitle"`
	Message string `json:"errorMessage"`
}

// addNumbers adds numbers to a location. If one of them is in the organization
// already, none is added and the answer is 409; if some are refused, the others
// are added and the answer is 400 with the reasons.
func (s *Server) addNumbers(w http.ResponseWriter, r *http.Request) {
	if s.throttles() {
		w.Header().Set("Retry-After", strconv.Itoa(throttleSeconds))
		refuse(w, http.StatusTooManyRequests, "Too many requests have been sent in a given amount of time. Try again later.")
		return
	}
	var body addBody
	if !read(w, r, &body) || !body.check(w) {
		return
	}
	l := findPlace(r.PathValue("locationId"))
	if l == nil || l.pstn == "" {
		noPSTN(w, r.PathValue("locationId"))
		return
	}
	if l.isIntegrated() && body.NumberType != typeMobile {
		refuseCode(w, http.StatusBadRequest, codeIntegrated, "POST number(s) is supported only for non-integrated CCP and LGW locations.")
		return
	}
	var inUse string
	var refused []refusedNumber
	err := s.numbers.add(func(byText map[string]int) (added []entry) {
		if inUse = firstInUse(body.PhoneNumbers, byText); inUse == "" {
			added, refused = body.entries(l)
		}
		return added
	})
	switch {
	case err != nil:
		failing(w)
	case inUse != "":
		refuseCodes(w, http.StatusConflict, codeInUseOuter, detail{codeInUse, message(codeInUse, inUse)})
	case len(refused) > 0:
		write(w, http.StatusBadRequest, []any{struct {
			Errors []refusedNumber `json:"errors"`
		}{refused}})
	default:
		w.WriteHeader(http.StatusCreated)
	}
}

// throttles counts a request that adds numbers and says whether it has to wait.
func (s *Server) throttles() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.adds++
	return s.options.ThrottleEvery > 0 && s.adds%s.options.ThrottleEvery == 0
}

// check fills in the defaults. It answers the request itself and says false if
// the fields are not as they must be.
func (b *addBody) check(w http.ResponseWriter) bool {
	defaults := []*string{&b.NumberType, &b.Usage, &b.State}
	for i, usual := range []string{typeDID, usageNone, stateActive} {
		if *defaults[i] == "" {
			*defaults[i] = usual
		}
	}
	switch {
	case len(b.PhoneNumbers) == 0:
		missing(w)
	case !slices.Contains([]string{typeDID, typeTollFree, typeMobile}, b.NumberType):
		invalid(w, "numberType")
	case b.Usage != usageNone && b.Usage != usageService:
		invalid(w, "numberUsageType")
	case b.State != stateActive && b.State != stateInactive:
		invalid(w, "state")
	case b.NumberType == typeMobile && len(b.PhoneNumbers) > mobileLimit:
		invalid(w, "phoneNumbers. Only 20 mobile numbers can be added per request.")
	default:
		return true
	}
	return false
}

// firstInUse is the first number that the organization has, "" for none.
func firstInUse(numbers []string, byText map[string]int) string {
	for _, text := range numbers {
		if _, ok := byText[text]; ok {
			return text
		}
	}
	return ""
}

// entries are the numbers that can be added, and those that can't. Mobile
// numbers become active when they are assigned.
func (b *addBody) entries(l *place) (added []entry, refused []refusedNumber) {
	seen := map[string]bool{}
	for _, text := range b.PhoneNumbers {
		if why := judge(text, seen); why != nil {
			refused = append(refused, *why)
			continue
		}
		n := entry{PhoneNumber: text, Location: l.id(), Type: b.NumberType, Usage: b.Usage, State: b.State}
		if n.Type == typeMobile {
			n.State = stateInactive
		}
		added = append(added, n)
	}
	return added, refused
}

// judge says why a number is refused, nil if it is not. seen are those before
// it in the request.
func judge(text string, seen map[string]bool) *refusedNumber {
	var code int
	switch {
	case !isNumber(text):
		code = codeInvalid
	case seen[text]:
		code = codeRepeated
	case isUnavailable(text):
		code = codeUnavailable
	case isRefused(text):
		return &refusedNumber{
			Number: text, Type: "VERIFICATION", Code: codeTexting, Title: "NUMBER_HAS_BUSINESS_TEXTING",
			Message: "The number has business texting with another provider.",
		}
	default:
		seen[text] = true
		return nil
	}
	return &refusedNumber{
		Number: text, Type: "VERIFICATION", Code: strconv.Itoa(code), Title: "VERIFICATION_FAILED", Message: message(code, text),
	}
}
