package webex

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"net/url"
	"slices"
	"time"
)

// ownTrackingHeader carries an ID of ours, which Webex accepts beside its own.
const ownTrackingHeader = "TrackingID"

// newRequestID is an ID for one request that nothing else has.
func newRequestID() string { return "NUMBERLOADER_" + rand.Text() }

// logged are the query values that are written to the log; the others may hold
// phone numbers.
//
//nolint:gochecknoglobals // a constant set, never written
var logged = map[string]bool{"details": true, "locationId": true, "max": true, "numberType": true, "orgId": true, "start": true}

// logQuery is the query of an address as the log may have it.
func logQuery(u *url.URL) string {
	if u.RawQuery == "" {
		return ""
	}
	shown := u.Query()
	for name := range shown {
		if !logged[name] {
			shown[name] = []string{"(hidden)"}
		}
	}
	return shown.Encode()
}

// sending is one request on its way.
type sending struct {
	call

	url   *url.URL
	id    string
	began time.Time
}

// logCall writes one request and how it ended to the log. The texts of answers
// are left out.
func (c *Client) logCall(ctx context.Context, r sending, a answer, err error) {
	attrs := []slog.Attr{
		slog.String("op", r.op), slog.String("method", r.method), slog.String("path", c.text(r.url.EscapedPath())),
		slog.String("query", c.text(logQuery(r.url))), slog.String("requestID", r.id),
		slog.Duration("took", c.settings.Now().Sub(r.began)),
	}
	level := slog.LevelInfo
	if err == nil {
		attrs = append(attrs, slog.Int("status", a.status), slog.String("trackingID", c.trackingID(a.header)))
	} else {
		level = slog.LevelWarn
		attrs = append(attrs, failure(err)...)
	}
	c.settings.Log.LogAttrs(ctx, level, "call", attrs...)
}

func failure(err error) []slog.Attr {
	if api, ok := errors.AsType[*APIError](err); ok {
		return []slog.Attr{
			slog.Int("status", api.Status), slog.String("code", api.Code), slog.String("trackingID", api.TrackingID),
		}
	}
	attrs := []slog.Attr{slog.String("error", err.Error())}
	if lost, ok := errors.AsType[*ConnectionError](err); ok {
		attrs = append(attrs, slog.Bool("notSent", lost.NotSent))
	}
	return slices.Clip(attrs)
}

// logPause writes down that a read waits before it is tried again.
func (c *Client) logPause(ctx context.Context, op string, pause time.Duration, tries int) {
	c.settings.Log.LogAttrs(ctx, slog.LevelInfo, "wait before the next try",
		slog.String("op", op), slog.Duration("wait", pause), slog.Int("tries", tries))
}
