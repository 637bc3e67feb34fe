package webex

import (
	"context"
	"math"
	"net/http"
	"time"
)

// TokenExpiry says when the token ends; the zero time if Webex names none that
// can be believed.
func (c *Client) TokenExpiry(ctx context.Context) (time.Time, error) {
	var answer struct {
		// Milliseconds is "Epoch time in milliseconds at which the current token
		// will expire".
		Milliseconds float64 `json:"exp"`
	}
	k := call{op: "read when the sign-in ends", method: http.MethodGet, path: []string{"authorizations", "tokenExpiry"}, own: true}
	if err := c.get(ctx, k, &answer); err != nil {
		return time.Time{}, err
	}
	if answer.Milliseconds <= 0 || answer.Milliseconds >= math.MaxInt64/2 {
		return time.Time{}, nil
	}
	return time.UnixMilli(int64(answer.Milliseconds)), nil
}
