package service

import (
	"errors"
	"net/http"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/service/webex"
)

// right is something that a sign-in may or may not do.
type right struct {
	what  string // "fates.right.locations"
	scope string // the scope that an integration needs for it
}

// The rights that the reads before a run need.
//
//nolint:gochecknoglobals // constants that are structs
var (
	readPerson  = right{"fates.right.person", "spark:people_read"}
	readCalling = right{"fates.right.locations", "spark-admin:telephony_config_read"}
	readNumbers = right{"fates.right.numbers", "spark-admin:telephony_config_read"}
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
		What:    fault.Say("fates.right.lacking", "What", phrase.Text(r.what)),
		Next:    fault.Say("fates.right.next", "Scope", r.scope),
		Details: api.Details(), Err: err,
	}
}
