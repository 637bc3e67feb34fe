package webex

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"

	"numberloader/internal/phrase"
)

const (
	trackingHeader = "Trackingid"
	codesHeader    = "Cisco-Spark-Error-Codes"
)

// APIError is an answer outside 2xx.
type APIError struct {
	Op         string // what was being done: "add numbers"
	Status     int
	Code       string // "" if the answer names none
	Message    string // in the words of the service
	TrackingID string // that Webex gave the answer
	RequestID  string // that we gave the request
	// RetryAfter is how long the service asks to wait, at least a second; 0 if
	// it said nothing that can be read.
	RetryAfter time.Duration
	// PerNumber are the numbers that the answer names, in its order.
	PerNumber []NumberError
	// Foreign says that the answer has no mark of Webex, and that Webex is not
	// known to answer like that: it is a proxy's or a network's own, and says
	// nothing about what was asked.
	Foreign bool
	// Err says why a sign-in that was refused is over, nil if nobody knows.
	Err error
}

// NumberError is why one number was refused, in the words of the service.
type NumberError struct {
	Number  string
	Type    string // VERIFICATION or FAILED, or a word that is not known
	Code    string
	Title   string
	Message string
}

// Error names the call, the status, the code and the text of the service.
func (e *APIError) Error() string {
	return fmt.Sprintf("%s: %s %s", e.Op, e.Details(), e.Message)
}

// Unwrap is why the sign-in is over.
func (e *APIError) Unwrap() error { return e.Err }

// Details are the status, the code and the tracking IDs, for support.
func (e *APIError) Details() string {
	return phrase.Text("words.trace.sentence", "Details", phrase.Details(e.Status, e.Code, e.TrackingID, e.RequestID))
}

// LogValue leaves the text of the service out: it may hold phone numbers.
func (e *APIError) LogValue() slog.Value {
	return slog.GroupValue(slog.String("op", e.Op), slog.Int("status", e.Status),
		slog.String("code", e.Code), slog.String("trackingID", e.TrackingID),
		slog.String("requestID", e.RequestID))
}

// ConnectionError is a call without a whole answer.
type ConnectionError struct {
	Op string
	// NotSent says that not a byte can have left. Otherwise the call may have
	// been carried out.
	NotSent   bool
	RequestID string // that we gave the request, "" if it was not made
	Err       error
}

// Error names the call, the cause and the request.
func (e *ConnectionError) Error() string {
	if e.RequestID == "" {
		return fmt.Sprintf("%s: %v", e.Op, e.Err)
	}
	return fmt.Sprintf("%s: %v (request %s)", e.Op, e.Err, e.RequestID)
}

// Unwrap is the cause.
func (e *ConnectionError) Unwrap() error { return e.Err }

// AnswerError is a success whose body cannot be used.
type AnswerError struct {
	Op  string
	Err error
	// Foreign is that of APIError: a page came in place of Webex's answer.
	Foreign bool
}

// Error names the call and what is wrong with its answer.
func (e *AnswerError) Error() string {
	return fmt.Sprintf("%s: an answer that can't be used: %v", e.Op, e.Err)
}

// Unwrap is the cause.
func (e *AnswerError) Unwrap() error { return e.Err }

// newAPIError reads a refusal. Whatever its body is, the status stays.
func (c *Client) newAPIError(op string, resp *http.Response, text []byte) *APIError {
	b := readBody(text, c.text)
	e := &APIError{
		Op: op, Status: resp.StatusCode, PerNumber: b.perNumber,
		Code:       first(b.code, firstCode(c.text(resp.Header.Get(codesHeader)))),
		Message:    first(b.message, http.StatusText(resp.StatusCode)),
		TrackingID: first(b.trackingID, c.trackingID(resp.Header)),
		RetryAfter: retryAfter(resp.Header.Get("Retry-After"), c.settings.Now()),
	}
	switch marked := b.says() || e.Code != ""; {
	case e.TrackingID != "":
	case betweenOnly(e.Status):
		e.Foreign = true
	case !marked:
		e.Foreign = !bareOfWebex(e.Status, len(text) == 0)
	}
	return e
}

// betweenOnly reports whether a status is for those who stand between a client and a
// service.
func betweenOnly(status int) bool {
	return status == http.StatusProxyAuthRequired || status == http.StatusNetworkAuthenticationRequired
}

// bareOfWebex reports whether Webex's own gateway answers with a status without a mark:
// it fails or asks to wait with a page or with nothing, and refuses tokens with
// nothing.
func bareOfWebex(status int, empty bool) bool {
	switch status {
	case http.StatusTooManyRequests, http.StatusLocked:
		return true
	case http.StatusUnauthorized:
		return empty
	}
	return status >= http.StatusInternalServerError
}

// Strange is an error that IsForeign if the answer to a request for tokens, read to
// its end, is none of Webex's: a page, or a status that only a proxy has. Otherwise
// it is nil.
func Strange(resp *http.Response, text []byte) error {
	switch status := resp.StatusCode; {
	case resp.Header.Get(trackingHeader) != "" || status < 300 && len(text) == 0:
	case betweenOnly(status), !json.Valid(text) && !bareOfWebex(status, len(text) == 0):
		return &APIError{Op: opSignIn, Status: status, Message: http.StatusText(status), Foreign: true}
	}
	return nil
}

// IsForeign reports whether what answered was not Webex: a proxy, or the sign-in page of
// a network.
func IsForeign(err error) bool {
	if api, ok := errors.AsType[*APIError](err); ok {
		return api.Foreign
	}
	odd, ok := errors.AsType[*AnswerError](err)
	return ok && odd.Foreign
}

// firstCode is the first of the codes that the header may list.
func firstCode(header string) string {
	code, _, _ := strings.Cut(header, ",")
	return strings.TrimSpace(code)
}

// maxRetryAfter is the longest pause that is believed.
const maxRetryAfter = 24 * time.Hour

// retryAfter reads a Retry-After header: seconds or a date. Anything else, and
// anything above a day, is 0.
func retryAfter(header string, now time.Time) time.Duration {
	header = strings.TrimSpace(header)
	if seconds, err := strconv.ParseUint(header, 10, 32); err == nil {
		return believable(time.Duration(min(seconds, math.MaxInt32)) * time.Second)
	}
	if date, err := http.ParseTime(header); err == nil {
		return believable(date.Sub(now))
	}
	return 0
}

func believable(wait time.Duration) time.Duration {
	if wait > maxRetryAfter {
		return 0
	}
	return max(wait, time.Second)
}
