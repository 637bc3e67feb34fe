package signin

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"

	"golang.org/x/oauth2"

	"numberloader/internal/fault"
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
	return &fault.Error{Kind: fault.Failing, What: "Webex answered a sign-in in a way that can't be understood.", Err: errStrange}
}

var errStrange = errors.New("the answer holds no tokens")

func isLost(err error) bool {
	_, lost := errors.AsType[net.Error](err)
	return lost || errors.Is(err, context.DeadlineExceeded)
}

// refusal says what a refusal means. Webex names the errors of the standard in
// some answers and has only a status in others.
func refusal(e *oauth2.RetrieveError, at stage) error {
	f := &fault.Error{Kind: fault.Refused, What: "Webex refused the sign-in.", Details: details(e)}
	status := e.Response.StatusCode
	switch {
	case e.ErrorCode == "access_denied":
		f.Kind, f.What, f.Next = fault.SignedOut, "The sign-in was declined, so Number Loader is not signed in.", "Sign in again."
	case e.ErrorCode == "expired_token":
		return codeEnded()
	case e.ErrorCode == "invalid_scope":
		f.Kind, f.What, f.Next = fault.NotAllowed, "The integration lacks a scope that is needed.", needed()
	case e.ErrorCode == "invalid_client" || e.ErrorCode == "unauthorized_client" || status == http.StatusUnauthorized:
		f.Kind = fault.TokenRefused
		f.What = "Webex does not accept the client ID or the client secret of the integration."
		f.Next = "Copy both from the page of the integration at developer.webex.com and sign in again."
	case status == http.StatusTooManyRequests || status >= http.StatusInternalServerError:
		f.Kind, f.What = fault.Failing, ""
	case at == over:
		f.Kind, f.What = fault.TokenRefused, "The sign-in has ended: Webex does not renew it any more."
		f.Next = "Sign in again."
	}
	return f
}

func needed() string {
	return "Add these scopes to the integration at developer.webex.com and sign in again: " + strings.Join(Scopes(), ", ") + "."
}

// details are for support: never what the answer says in its own words.
func details(e *oauth2.RetrieveError) string {
	parts := []string{fmt.Sprintf("Status %d", e.Response.StatusCode)}
	if isWord(e.ErrorCode) {
		parts = append(parts, e.ErrorCode)
	}
	if id := e.Response.Header.Get(trackingHeader); id != "" {
		parts = append(parts, "tracking ID "+id)
	}
	return strings.Join(parts, ", ") + "."
}

// isWord says that an error code is one of those that standards name, and no
// text that repeats something.
func isWord(code string) bool {
	return code != "" && len(code) <= 40 && strings.Trim(code, "abcdefghijklmnopqrstuvwxyz_") == ""
}

func codeEnded() error {
	return &fault.Error{
		Kind: fault.SignedOut,
		What: "The code was not entered in time, so Number Loader is not signed in.",
		Next: "Start the sign-in again.",
	}
}

func tooLate() error {
	return &fault.Error{
		Kind: fault.SignedOut,
		What: "Nobody signed in in the browser for ten minutes, so Number Loader is not signed in.",
		Next: "Start the sign-in again.",
	}
}

func noBrowser(err error) error {
	return &fault.Error{
		Kind: fault.SignedOut,
		What: "The browser could not be opened, so Number Loader is not signed in.",
		Next: "Sign in with a code instead: run numberloader sign-in.",
		Err:  err,
	}
}

func portTaken(port string, err error) error {
	return &fault.Error{
		Kind: fault.SignedOut,
		What: fmt.Sprintf("Another program uses port %s of this computer, which the browser would come back to, so Number Loader is not signed in.", port),
		Next: "Close that program, perhaps another Number Loader that is signing in, and sign in again.",
		Err:  err,
	}
}

// declined is what the browser brought in place of a code.
func declined(got redirected) error {
	f := &fault.Error{
		Kind: fault.SignedOut,
		What: "Webex did not sign you in, so Number Loader is not signed in.",
		Next: "Sign in again.",
	}
	if isWord(got.problem) {
		f.Details = "Webex says: " + got.problem + "."
	}
	switch got.problem {
	case "access_denied":
		f.What = "The sign-in was declined in the browser, so Number Loader is not signed in."
	case "invalid_scope":
		f.Kind, f.What, f.Next = fault.NotAllowed, "The integration lacks a scope that is needed, so Number Loader is not signed in.", needed()
	case "server_error", "temporarily_unavailable":
		f.Kind, f.What, f.Next = fault.Failing, "", ""
	}
	return f
}
