package webex

import (
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"
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
	parts := []string{"Status " + strconv.Itoa(e.Status)}
	if e.Code != "" {
		parts = append(parts, "code "+e.Code)
	}
	if e.TrackingID != "" {
		parts = append(parts, "tracking ID "+e.TrackingID)
	}
	if e.RequestID != "" {
		parts = append(parts, "request "+e.RequestID)
	}
	return strings.Join(parts, ", ") + "."
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
}

// Error names the call and what is wrong with its answer.
func (e *AnswerError) Error() string {
	return fmt.Sprintf("%s: an answer that can't be used: %v", e.Op, e.Err)
}

// Unwrap is the cause.
func (e *AnswerError) Unwrap() error { return e.Err }

// newAPIError reads a refusal. Whatever its body is, the status stays.
func (c *Client) newAPIError(op string, resp *http.Response, text []byte) *APIError {
	b := readBody([]byte(c.token.hide(string(text))))
	e := &APIError{
		Op: op, Status: resp.StatusCode, Code: b.code, Message: b.message,
		TrackingID: b.trackingID, PerNumber: b.perNumber,
		RetryAfter: retryAfter(resp.Header.Get("Retry-After"), c.settings.Now()),
	}
	if e.Code == "" {
		e.Code = firstCode(c.token.hide(resp.Header.Get(codesHeader)))
	}
	if e.Message == "" {
		e.Message = http.StatusText(resp.StatusCode)
	}
	if e.TrackingID == "" {
		e.TrackingID = c.token.hide(resp.Header.Get(trackingHeader))
	}
	return e
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
