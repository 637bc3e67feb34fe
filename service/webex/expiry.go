package webex

import (
	"context"
	"net/http"
	"time"
)

// expiry is when a token ends.
type expiry struct {
	// Milliseconds is "Epoch time in milliseconds at which the current token will
	// expire".
	Milliseconds *float64 `json:"exp"`
}

func (e *expiry) lacks() string { return missing(field{"exp", e.Milliseconds != nil}) }

// The times that can be the end of a token, as Unix milliseconds: those of this
// century.
const (
	firstExpiry = 946_684_800_000
	lastExpiry  = 4_102_444_800_000
)

// TokenExpiry says when the token ends; the zero time if Webex names none that
// can be believed.
func (c *Client) TokenExpiry(ctx context.Context) (time.Time, error) {
	var e expiry
	k := call{op: opExpiry, method: http.MethodGet, path: []string{"authorizations", "tokenExpiry"}, own: true}
	if err := c.get(ctx, k, &e); err != nil {
		return time.Time{}, err
	}
	if *e.Milliseconds < firstExpiry || *e.Milliseconds >= lastExpiry {
		return time.Time{}, nil
	}
	return time.UnixMilli(int64(*e.Milliseconds)), nil
}
