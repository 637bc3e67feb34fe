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
		writeRefused(w, refused)
	default:
		w.WriteHeader(http.StatusCreated)
	}
}

// troubled lets requests that add numbers go wrong as Behavior says.
func (s *Server) troubled(call http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		now, n := s.behavior(), s.countAdd()
		switch {
		case now.FailEvery > 0 && n%(2*now.FailEvery) == 0:
			call(lost{http.Header{}}, r)
			panic(http.ErrAbortHandler)
		case now.FailEvery > 0 && n%now.FailEvery == 0:
			refuseAll(w, r)
		case now.ThrottleEvery > 0 && n%now.ThrottleEvery == 0:
			w.Header().Set("Retry-After", strconv.Itoa(throttleSeconds))
			refuse(w, http.StatusTooManyRequests, "Too many requests have been sent in a given amount of time. Try again later.")
		default:
			call(w, r)
		}
	}
}

// refuseAll refuses each number of a request that adds numbers, as if Webex could not
// have it.
func refuseAll(w http.ResponseWriter, r *http.Request) {
	var body addBody
	if !read(w, r, &body) || !body.check(w) {
		return
	}
	refused := make([]refusedNumber, len(body.PhoneNumbers))
	for i, text := range body.PhoneNumbers {
		refused[i] = *notHad(text, codeUnavailable)
	}
	writeRefused(w, refused)
}

// countAdd counts a request that adds numbers, from 1.
func (s *Server) countAdd() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.adds++
	return s.adds
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
	switch {
	case !isNumber(text):
		return notHad(text, codeInvalid)
	case seen[text]:
		return notHad(text, codeRepeated)
	case isUnavailable(text):
		return notHad(text, codeUnavailable)
	case isRefused(text):
		return &refusedNumber{
			Number: text, Type: "VERIFICATION", Code: codeTexting, Title: "NUMBER_HAS_BUSINESS_TEXTING",
			Message: "The number has business texting with another provider.",
		}
	}
	seen[text] = true
	return nil
}

// notHad is a number that is refused with one of the 83xx codes.
func notHad(text string, code int) *refusedNumber {
	return &refusedNumber{
		Number: text, Type: "VERIFICATION", Code: strconv.Itoa(code), Title: "VERIFICATION_FAILED", Message: message(code, text),
	}
}

// writeRefused answers that numbers were refused.
func writeRefused(w http.ResponseWriter, refused []refusedNumber) {
	write(w, http.StatusBadRequest, []any{struct {
		Errors []refusedNumber `json:"errors"`
	}{refused}})
}
