package service

import (
	"errors"
	"fmt"
	"net/http"

	"numberloader/internal/fault"
	"numberloader/service/webex"
)

// right is something that a sign-in may or may not do.
type right struct {
	what  string // "read the calling locations"
	scope string // the scope that an integration needs for it
}

// The rights that the reads before a run need.
//
//nolint:gochecknoglobals // constants that are structs
var (
	readPerson  = right{"read who is signed in", "spark:people_read"}
	readCalling = right{"read the calling locations", "spark-admin:telephony_config_read"}
	readNumbers = right{"read the numbers of the organization", "spark-admin:telephony_config_read"}
)

// lacking is explain for a read that needs a right: an answer that refuses it
// says in words which one is missing.
func lacking(r right, err error) error {
	api, ok := errors.AsType[*webex.APIError](err)
	if !ok || api.Foreign || api.Status != http.StatusForbidden && api.Code != codeNotAuthorized {
		return explain(err)
	}
	return &fault.Error{
		Kind:    fault.NotAllowed,
		What:    fmt.Sprintf("This sign-in works, but it may not %s, so nothing was sent.", r.what),
		Next:    fmt.Sprintf("Sign in as a full administrator. If you use an integration of your own, it needs the scope %s.", r.scope),
		Details: api.Details(), Err: err,
	}
}
