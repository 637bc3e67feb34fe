package signin

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"numberloader/service/webex"
)

// devicePath is where the calls of the device grant are.
const devicePath = "/device"

// callTimeout is how long one request for a token may take, answer included.
const callTimeout = time.Minute

// maxAnswer is the most that is read of an answer.
const maxAnswer = 1 << 20

const trackingHeader = "Trackingid"

// wire sends the requests for tokens: it names the program, limits how long they
// take, writes them to the log without what they hold, and gives the answers of
// the device grant the form that the standard has for them.
type wire struct {
	next     http.RoundTripper
	settings Settings
}

// RoundTrip sends one request and reads the whole answer.
func (w *wire) RoundTrip(r *http.Request) (*http.Response, error) {
	caller := r.Context()
	ctx, cancel := context.WithTimeout(caller, callTimeout)
	defer cancel()
	id, began := "NUMBERLOADER_"+rand.Text(), w.settings.Now()
	r = r.Clone(ctx)
	r.Header.Set("User-Agent", w.settings.UserAgent)
	r.Header.Set("TrackingID", id)
	resp, err := w.exchange(r)
	attrs := []slog.Attr{
		slog.String("op", "sign in"), slog.String("method", r.Method), slog.String("path", r.URL.EscapedPath()),
		slog.String("requestID", id), slog.Duration("took", w.settings.Now().Sub(began)),
	}
	if err != nil {
		err = webex.Quiet(err, secretsOf(r))
		w.settings.Log.LogAttrs(ctx, slog.LevelWarn, "call", append(attrs, slog.String("error", err.Error()))...)
		if !isPoll(r) || caller.Err() != nil || webex.Hopeless(err) {
			return nil, err
		}
		resp = &http.Response{Request: r, Header: http.Header{}}
		replace(resp, slowDown)
		return resp, nil
	}
	w.settings.Log.LogAttrs(ctx, slog.LevelInfo, "call", append(attrs,
		slog.Int("status", resp.StatusCode), slog.String("trackingID", resp.Header.Get(trackingHeader)))...)
	if isPoll(r) {
		standardize(resp)
	}
	return resp, nil
}

// isPoll reports whether a request asks whether somebody has entered the code of a
// device.
func isPoll(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, devicePath+"/token") }

// exchange sends a request and reads the answer, up to a megabyte. The library
// leaves some answers open, which would keep their connections.
func (w *wire) exchange(r *http.Request) (*http.Response, error) {
	resp, err := w.next.RoundTrip(r)
	if err != nil {
		return nil, err //nolint:wrapcheck // the client wraps
	}
	text, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	if err := errors.Join(err, resp.Body.Close()); err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(text))
	if id := resp.Header.Get(trackingHeader); id != "" {
		resp.Header.Set(trackingHeader, webex.Plain(id, secretsOf(r)))
	}
	if isPoll(r) && resp.StatusCode == http.StatusPreconditionRequired {
		return resp, nil
	}
	return resp, webex.Strange(resp, text)
}

// secretsOf are the values that a request for tokens sends, but for the words of
// the standard: all may be secret.
func secretsOf(r *http.Request) []string {
	var all []string
	if _, secret, ok := r.BasicAuth(); ok {
		all = append(all, secret)
	}
	if r.GetBody == nil {
		return all
	}
	body, err := r.GetBody()
	if err != nil {
		return all
	}
	text, _ := io.ReadAll(io.LimitReader(body, maxAnswer))
	form, _ := url.ParseQuery(string(text))
	for _, name := range []string{"client_secret", "code", "code_verifier", "device_code", "refresh_token"} {
		if secret := form.Get(name); secret != "" {
			all = append(all, secret)
		}
	}
	return all
}

// slowDown is how the standard says "too fast"; a connection that was lost is
// to be taken for that, too.
const slowDown = `{"error":"slow_down"}`

// standardize gives an answer to a question for the tokens of a device the form
// of RFC 8628: Webex says "pending" with status 428 and "too fast" with 429, and
// a failure of its own is worth asking again.
func standardize(resp *http.Response) {
	switch {
	case resp.StatusCode == http.StatusPreconditionRequired || resp.StatusCode >= http.StatusInternalServerError:
		replace(resp, `{"error":"authorization_pending"}`)
	case resp.StatusCode == http.StatusTooManyRequests:
		replace(resp, slowDown)
	}
}

func replace(resp *http.Response, body string) {
	resp.Body = io.NopCloser(strings.NewReader(body))
	resp.StatusCode, resp.ContentLength = http.StatusBadRequest, int64(len(body))
	resp.Status = fmt.Sprintf("%d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
	resp.Header.Set("Content-Type", "application/json")
}
