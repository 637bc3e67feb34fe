package service

import (
	"context"
	"errors"
	"net/http"

	"numberloader/internal/fault"
	"numberloader/service/webex"
)

// explain turns an error of the API into a reason why work stopped.
func explain(err error) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*fault.Error](err); ok {
		return err
	}
	if errors.Is(err, context.Canceled) {
		return &fault.Error{Kind: fault.Stopped, Err: err}
	}
	if webex.IsForeign(err) {
		return webex.Unreachable(err)
	}
	if api, ok := errors.AsType[*webex.APIError](err); ok {
		return &fault.Error{Kind: kindOf(api), Details: api.Details(), Err: err}
	}
	if _, lost := errors.AsType[*webex.ConnectionError](err); lost || errors.Is(err, context.DeadlineExceeded) {
		return webex.Unreachable(err)
	}
	if odd, ok := errors.AsType[*webex.AnswerError](err); ok {
		return &fault.Error{
			Kind: fault.Failing, What: fault.Say("fates.oddanswer"),
			Details: odd.Error(), Err: err,
		}
	}
	return &fault.Error{Kind: fault.Internal, Details: err.Error(), Err: err}
}

func kindOf(e *webex.APIError) fault.Kind {
	switch {
	case e.Status == http.StatusUnauthorized:
		return fault.TokenRefused
	case e.Status == http.StatusForbidden || e.Code == codeNotAuthorized:
		return fault.NotAllowed
	case e.Status >= 500 || webex.ToWait(e):
		return fault.Failing
	}
	return fault.Refused
}
