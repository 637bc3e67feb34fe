package service

import (
	"context"
	"net/http"
	"regexp"
	"strings"

	"numberloader/internal/number"
	"numberloader/internal/run"
	"numberloader/service/webex"
)

// sizeWords are how refusals speak of too many numbers in a request.
var sizeWords = regexp.MustCompile(`(?i)too (many|large)|(exceed|more than|at most|only|up to|maximum|limit).*(per request|numbers|entries|elements|items|size|length|[0-9])|per request`)

// tooMany reports whether a request was refused for its size.
func tooMany(api *webex.APIError) bool {
	return api.Status == http.StatusRequestEntityTooLarge || api.Status == http.StatusBadRequest && sizeWords.MatchString(api.Message)
}

// most is the largest number of rows of a kind in a request, 0 for any.
func (d *adding) most(kind number.Kind) int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.sizes[kind]
}

// shrink remembers that half as many rows of a kind may be taken.
func (d *adding) shrink(r *request) {
	d.mu.Lock()
	defer d.mu.Unlock()
	half := (len(r.rows) + 1) / 2
	if size := d.sizes[r.Group.Kind]; size == 0 || half < size {
		d.sizes[r.Group.Kind] = half
	}
}

// aboutNumbers reports whether a refusal without names may be about some of the
// numbers, so that others may pass without them. Those about the location, the
// caller or the form of the request are not.
func aboutNumbers(api *webex.APIError) bool {
	switch api.Status {
	case http.StatusBadRequest, http.StatusConflict, http.StatusUnprocessableEntity:
	default:
		return false
	}
	switch api.Code {
	case codeMissingField, codeNoCalling, codeIntegrated, codeNotAuthorized:
		return false
	case codeInvalidValue:
		return !aboutForm(api.Message)
	}
	return !strings.Contains(api.Message, noPSTN)
}

// aboutForm reports whether an invalid value is none of the numbers.
func aboutForm(message string) bool {
	for _, field := range []string{"numberType", "numberUsageType", "state", "subscriptionId", "carrierId", "JSON", "orgId", "locationId"} {
		if strings.Contains(message, field) {
			return true
		}
	}
	return false
}

// divide lets the rows of a request that was refused without names go again in
// smaller parts, those aside that the number list has by now. A row that is left
// alone is refused for that reason.
func (d *adding) divide(ctx context.Context, r *request, a reply, api *webex.APIError) error {
	count := len(r.rows)
	if err := d.answered(r, a.sent(), nil); err != nil {
		return err
	}
	s, err := d.find(ctx, r, a, r.rows, r.Group.LocationID)
	if err != nil {
		return d.notKnown(r, a, s, err)
	}
	updates := append(each(s.here, a.added()), s.elsewhere...)
	switch {
	case count > 1 && tooMany(api):
		r.rows = s.missing
	case len(s.missing) > 1 && aboutNumbers(api):
		r.halve(s.missing)
	default:
		r.rows = nil
		why := reasonFor(api.Code, api.Message, d.place(r))
		updates = append(updates, each(s.missing, a.result(run.Refused, why))...)
	}
	return d.settled(r.Number, updates)
}
