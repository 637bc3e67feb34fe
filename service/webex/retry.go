package webex

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"numberloader/internal/fault"
)

// readTries is how often a read that fails is tried in all.
const readTries = 6

// waitTries is how often a read that is told to wait is tried in all.
const waitTries = 12

// read tries a read until it is answered: after 429 and 423 when Webex says so,
// after 500, 502, 503, 504 and lost connections with pauses of 1, 2, 4, 8 and
// 16 seconds. A page of a list that Webex has no time for is asked for in a smaller
// size, which the address in the answer tells.
func (c *Client) read(ctx context.Context, k call, u *url.URL) (answer, error) {
	failed, waited := 0, 0
	for {
		a, err := c.once(ctx, k, u, readTimeout)
		if err == nil {
			return a, nil
		}
		var pause time.Duration
		half, smaller := c.smaller(k.op, u, err)
		switch {
		case ToWait(err):
			waited++
			pause = WaitFor(err, waited)
			tellWait(ctx, pause)
		case smaller:
			u, pause = half, time.Second
		case passes(err):
			failed++
			pause = time.Second << (failed - 1)
		default:
			return answer{}, err
		}
		if failed >= readTries || waited >= waitTries {
			return answer{}, err
		}
		c.logPause(ctx, k.op, pause, failed+waited)
		if stopped := c.settings.Sleep(ctx, pause); stopped != nil {
			return answer{}, &ConnectionError{Op: k.op, NotSent: true, Err: stopped}
		}
	}
}

// waits is what a context has that hears of waits.
type waits struct{}

// Waiting returns a context with which reads tell each wait that Webex asks for,
// before it begins.
func Waiting(ctx context.Context, tell func(time.Duration)) context.Context {
	return context.WithValue(ctx, waits{}, tell)
}

func tellWait(ctx context.Context, pause time.Duration) {
	if tell, ok := ctx.Value(waits{}).(func(time.Duration)); ok {
		tell(pause)
	}
}

// passes reports whether the same read may succeed a little later.
func passes(err error) bool {
	if Hopeless(err) {
		return false
	}
	if api, ok := errors.AsType[*APIError](err); ok {
		switch api.Status {
		case http.StatusInternalServerError, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
			return true
		}
		return false
	}
	if ours, ok := errors.AsType[*fault.Error](err); ok {
		return ours.Kind == fault.Unreachable || ours.Kind == fault.Failing
	}
	_, lost := errors.AsType[*ConnectionError](err)
	return lost
}

// ToWait reports whether an answer was 429 or 423: nothing was done, and the same
// request may be sent again after a while.
func ToWait(err error) bool {
	api, ok := errors.AsType[*APIError](err)
	return ok && (api.Status == http.StatusTooManyRequests || api.Status == http.StatusLocked)
}

// defaultWait is the pause after the first answer that names none.
const defaultWait = 5 * time.Second

// WaitFor is how long to wait after the try-th (from 1) answer that ToWait: what
// Webex said, or 5 seconds more each time when it said nothing that can be read.
func WaitFor(err error, try int) time.Duration {
	if api, ok := errors.AsType[*APIError](err); ok && api.RetryAfter > 0 {
		return api.RetryAfter
	}
	return time.Duration(max(try, 1)) * defaultWait
}
