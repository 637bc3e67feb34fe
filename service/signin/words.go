package signin

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strings"

	"golang.org/x/oauth2"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/service/webex"
)

// stage is what was being done when Webex refused it.
type stage uint8

const (
	starting stage = iota // a sign-in that begins
	waiting               // for somebody to enter the code of a device
	over                  // a sign-in that is to be renewed
)

// explain is a request for tokens that failed, in words. The texts of answers are
// left out, because they may repeat what was sent.
func explain(ctx context.Context, err error, at stage) error {
	refused, isRefusal := errors.AsType[*oauth2.RetrieveError](err)
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return &fault.Error{Kind: fault.Stopped, Err: ctx.Err()}
	case isRefusal:
		return refusal(refused, at)
	case at == waiting && errors.Is(err, context.DeadlineExceeded):
		return codeEnded()
	case webex.IsForeign(err) || isLost(err):
		return webex.Unreachable(err)
	}
	return strange()
}

func strange() error {
	return &fault.Error{Kind: fault.Failing, What: fault.Say("service.signin.strange"), Err: errStrange}
}

var errStrange = errors.New("the answer holds no tokens")

func isLost(err error) bool {
	_, lost := errors.AsType[net.Error](err)
	return lost || errors.Is(err, context.DeadlineExceeded)
}

// refusal says what a refusal means. Webex names the errors of the standard in
// some answers and has only a status in others.
func refusal(e *oauth2.RetrieveError, at stage) error {
	f := &fault.Error{Kind: fault.Refused, What: fault.Say("service.signin.refused"), Details: details(e)}
	status := e.Response.StatusCode
	switch {
	case e.ErrorCode == "access_denied":
		f.Kind, f.What, f.Next = fault.SignedOut, fault.Say("service.signin.declined"), fault.Say("service.signin.again")
	case e.ErrorCode == "expired_token":
		return codeEnded()
	case e.ErrorCode == "invalid_scope":
		f.Kind, f.What, f.Next = fault.NotAllowed, fault.Say("service.signin.noscope"), needed()
	case e.ErrorCode == "invalid_client" || e.ErrorCode == "unauthorized_client" || status == http.StatusUnauthorized:
		f.Kind = fault.TokenRefused
		f.What = fault.Say("service.signin.client")
		f.Next = fault.Say("service.signin.client_next")
	case status == http.StatusTooManyRequests || status >= http.StatusInternalServerError:
		f.Kind, f.What = fault.Failing, fault.Words{}
	case at == over:
		f.Kind, f.What = fault.TokenRefused, fault.Say("service.signin.notrenewed")
		f.Next = fault.Say("service.signin.again")
	}
	return f
}

func needed() fault.Words {
	return fault.Say("service.signin.noscope_next", "Scopes", phrase.Commas(Scopes()))
}

// details are for support: never what the answer says in its own words.
func details(e *oauth2.RetrieveError) string {
	code := ""
	if isWord(e.ErrorCode) {
		code = e.ErrorCode
	}
	said := phrase.Details(e.Response.StatusCode, code, e.Response.Header.Get(trackingHeader), "")
	return phrase.Text("words.trace.sentence", "Details", said)
}

// isWord reports whether an error code is one of those that standards name, and no
// text that repeats something.
func isWord(code string) bool {
	return code != "" && len(code) <= 40 && strings.Trim(code, "abcdefghijklmnopqrstuvwxyz_") == ""
}

func codeEnded() error {
	return &fault.Error{
		Kind: fault.SignedOut,
		What: fault.Say("service.signin.codelate"),
		Next: fault.Say("service.signin.startagain"),
	}
}

func tooLate() error {
	return &fault.Error{
		Kind: fault.SignedOut,
		What: fault.Say("service.signin.nobody"),
		Next: fault.Say("service.signin.startagain"),
	}
}

func noBrowser(err error) error {
	return &fault.Error{
		Kind: fault.SignedOut,
		What: fault.Say("service.signin.nobrowser"),
		Next: fault.Say("service.signin.nobrowser_next"),
		Err:  err,
	}
}

func portTaken(port string, err error) error {
	return &fault.Error{
		Kind: fault.SignedOut,
		What: fault.Say("service.signin.port", "Port", port),
		Next: fault.Say("service.signin.port_next"),
		Err:  err,
	}
}

// declined is what the browser brought in place of a code.
func declined(got redirected) error {
	f := &fault.Error{
		Kind: fault.SignedOut,
		What: fault.Say("service.signin.browser.refused"),
		Next: fault.Say("service.signin.again"),
	}
	if isWord(got.problem) {
		f.Details = phrase.Text("service.signin.browser.says", "Word", got.problem)
	}
	switch got.problem {
	case "access_denied":
		f.What = fault.Say("service.signin.browser.declined")
	case "invalid_scope":
		f.Kind, f.What, f.Next = fault.NotAllowed, fault.Say("service.signin.browser.noscope"), needed()
	case "server_error", "temporarily_unavailable":
		f.Kind, f.What, f.Next = fault.Failing, fault.Words{}, fault.Words{}
	}
	return f
}
