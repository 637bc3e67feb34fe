package practice

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"sync/atomic"
)

const (
	trackingHeader = "Trackingid"
	codesHeader    = "Cisco-Spark-Error-Codes"
)

// The error codes that the practice organization answers with. They are the
// ones that Webex was seen to answer with.
const (
	codeRepeated      = 8360
	codeUnavailable   = 8361
	codeInvalid       = 8362
	codeInUse         = 8363
	codeInUseOuter    = 25223
	codeMissingField  = 25008
	codeInvalidValue  = 25024
	codeUnknownNumber = 4251
	codeNoCalling     = 5620
	codeIntegrated    = "ERR.V.TRM.TMN60004"
	codeTexting       = "ERR.V.TRM.TMN60045"
)

// tracker numbers the answers of one start. The IDs are recognized as those of
// the practice organization, so that nobody quotes one to Webex.
type tracker struct {
	session string
	count   atomic.Int64
}

func (t *tracker) next() string {
	return fmt.Sprintf("PRACTICE_%s-%06d", t.session, t.count.Add(1))
}

// detail is one of the errors that an answer lists. Codes are numbers in most
// answers and texts in some.
type detail struct {
	Code        any    `json:"errorCode,omitempty"`
	Description string `json:"description"`
}

// refusal is the error body of most calls.
type refusal struct {
	Code       any      `json:"errorCode,omitempty"`
	Message    string   `json:"message"`
	Errors     []detail `json:"errors"`
	TrackingID string   `json:"trackingId"`
}

// write sends a body as JSON.
func write(w http.ResponseWriter, status int, body any) {
	text, err := json.Marshal(body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(text)
}

// refuse sends the body of routing and sign-in errors, which has no code.
func refuse(w http.ResponseWriter, status int, message string) {
	write(w, status, refusal{
		Message: message, Errors: []detail{{Description: message}}, TrackingID: w.Header().Get(trackingHeader),
	})
}

// refuseCode sends the body of errors that have a code.
func refuseCode(w http.ResponseWriter, status int, code any, message string) {
	refuseCodes(w, status, code, detail{code, message})
}

// refuseCodes is refuseCode where the code at the top and the one of the entry
// differ.
func refuseCodes(w http.ResponseWriter, status int, outer any, inner detail) {
	w.Header().Set(codesHeader, fmt.Sprint(outer))
	write(w, status, refusal{
		Code: outer, Message: inner.Description, Errors: []detail{inner}, TrackingID: w.Header().Get(trackingHeader),
	})
}

// missing refuses a request that lacks a field.
func missing(w http.ResponseWriter) {
	refuseCode(w, http.StatusBadRequest, codeMissingField, "Missing required field(s).")
}

// invalid refuses a field whose value is not one it may have.
func invalid(w http.ResponseWriter, field string) {
	refuseCode(w, http.StatusBadRequest, codeInvalidValue, "Invalid field value: "+field)
}

// noPSTN is the body of the PSTN service for a location that does not exist or
// has no PSTN connection.
func noPSTN(w http.ResponseWriter, locationID string) {
	write(w, http.StatusNotFound, struct {
		Message string `json:"errorMessage"`
	}{fmt.Sprintf("Location %s not found or PSTN for the location is not configured", plainID(locationID))})
}

// read takes the JSON body of a request. It answers the request itself and says
// false if that cannot be done.
func read(w http.ResponseWriter, r *http.Request, body any) bool {
	decoder := json.NewDecoder(r.Body)
	err := decoder.Decode(body)
	if err == nil && decoder.Decode(new(json.RawMessage)) != io.EOF {
		err = errors.New("more than one value")
	}
	if err == nil {
		return true
	}
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok && wrong.Field != "" {
		invalid(w, wrong.Field)
		return false
	}
	refuseCode(w, http.StatusBadRequest, codeInvalidValue, "Invalid JSON format in request body: "+err.Error())
	return false
}

// page is a part of a list.
type page struct{ start, end int }

// paging reads start and max of a list of n items, of which at most largest
// come at once, and links to the next page if there is one. It answers the
// request itself and says false if they are no numbers.
func (s *Server) paging(w http.ResponseWriter, r *http.Request, n, largest int) (page, bool) {
	if s.options.MaxPage > 0 {
		largest = min(largest, s.options.MaxPage)
	}
	query := r.URL.Query()
	if s.tooLong(w, query, largest) {
		return page{}, false
	}
	start, ok := whole(query.Get("start"), 0, 0)
	if !ok {
		invalid(w, "start")
		return page{}, false
	}
	size, ok := whole(query.Get("max"), largest, 1)
	if !ok {
		invalid(w, "max")
		return page{}, false
	}
	size = min(size, largest)
	p := page{start: min(start, n), end: min(min(start, n)+size, n)}
	if s.links(p.end, n) {
		w.Header().Set("Link", fmt.Sprintf(`<http://%s%s?%s>; rel="next"`, r.Host, r.URL.Path, following(query, p.end, size)))
	}
	return p, true
}

// whole reads a number of a query that is at least lowest.
func whole(text string, usual, lowest int) (int, bool) {
	if text == "" {
		return usual, true
	}
	n, err := strconv.Atoi(text)
	return n, err == nil && n >= lowest
}
