package service

import (
	"cmp"
	"context"
	"encoding/base64"
	"errors"
	"net/http"
	"strings"
	"time"

	"numberloader/internal/run"
	"numberloader/service/webex"
)

// Account says who is signed in, where, and until when. An organization's name
// that may not be read is replaced by its ID. The error is a *fault.Error.
func (s *Service) Account(ctx context.Context) (run.Account, error) {
	me, err := s.api.Me(ctx)
	if err != nil {
		return run.Account{}, lacking(readPerson, err)
	}
	a := run.Account{
		Person:       me.DisplayName,
		Organization: run.Organization{ID: me.OrgID, Practice: s.settings.Practice},
	}
	if s.settings.OrgID != "" {
		a.Organization.ID = s.settings.OrgID
	}
	if a.Person == "" && len(me.Emails) > 0 {
		a.Person = me.Emails[0]
	}
	a.Role, a.RoleName = judgeRoles(me.Roles)
	if a.Organization.Name, err = s.organizationName(ctx, a.Organization.ID); err != nil {
		return run.Account{}, err
	}
	a.Expires, err = s.expires(ctx)
	return a, err
}

// expires is when the sign-in ends, zero where Webex does not say.
func (s *Service) expires(ctx context.Context) (time.Time, error) {
	end, err := s.api.TokenExpiry(ctx)
	if _, unsaid := errors.AsType[*webex.APIError](err); unsaid || isAnswerError(err) {
		return time.Time{}, nil
	}
	return end, explain(err)
}

// Organizations lists the organizations that the sign-in can work in: its own
// and, for a partner, those of the customers. Where the list may not be read it
// is the own one alone. The error is a *fault.Error.
func (s *Service) Organizations(ctx context.Context) ([]run.Organization, error) {
	all, err := s.api.Organizations(ctx)
	if err == nil && len(all) > 0 {
		list := make([]run.Organization, len(all))
		for i, o := range all {
			list[i] = run.Organization{ID: o.ID, Name: cmp.Or(o.DisplayName, o.ID), Practice: s.settings.Practice}
		}
		return list, nil
	}
	if err != nil && !isStatus(err, http.StatusForbidden) && !isStatus(err, http.StatusNotFound) {
		return nil, explain(err)
	}
	account, err := s.Account(ctx)
	return []run.Organization{account.Organization}, err
}

// organizationName is the name of an organization, or what stands for it when
// the token may not read it: the scope for it is optional.
func (s *Service) organizationName(ctx context.Context, id string) (string, error) {
	o, err := s.api.Organization(ctx, id)
	switch {
	case err == nil && o.DisplayName != "":
		return o.DisplayName, nil
	case err == nil || isStatus(err, http.StatusForbidden) || isStatus(err, http.StatusNotFound):
		return id, nil
	}
	return "", explain(err)
}

func isStatus(err error, status int) bool {
	api, ok := errors.AsType[*webex.APIError](err)
	return ok && api.Status == status
}

const fullAdministrator = "id_full_admin"

// judgeRoles says whether somebody with these roles may add numbers. The IDs
// are opaque, but have been seen to decode to ciscospark://us/ROLE/id_full_admin
// and the like: such a name of another administrator is a clear no, anything
// else leaves the matter open.
func judgeRoles(ids []string) (run.Role, string) {
	role, name := run.RoleUnknown, ""
	for _, id := range ids {
		for one := range strings.SplitSeq(id, ",") {
			switch decoded := decodeRole(one); {
			case decoded == fullAdministrator:
				return run.RoleFullAdministrator, ""
			case name == "" && isOtherAdministrator(decoded):
				role, name = run.RoleOther, roleWords(decoded)
			}
		}
	}
	return role, name
}

// decodeRole is the last part of what a role's ID decodes to, "" if it does not.
func decodeRole(id string) string {
	text := strings.NewReplacer("-", "+", "_", "/").Replace(strings.TrimRight(strings.TrimSpace(id), "="))
	decoded, err := base64.RawStdEncoding.DecodeString(text)
	if err != nil {
		return ""
	}
	_, name, ok := strings.Cut(string(decoded), "/ROLE/")
	if !ok {
		return ""
	}
	return name
}

// isOtherAdministrator leaves out names that may be another word for a full
// administrator, such as those of partners.
func isOtherAdministrator(name string) bool {
	return strings.HasPrefix(name, "id_") && strings.HasSuffix(name, "_admin") && !strings.Contains(name, "full")
}

// roleWords makes "id_readonly_admin" a "read-only administrator".
func roleWords(name string) string {
	words := strings.TrimSuffix(strings.TrimPrefix(name, "id_"), "_admin")
	words = strings.ReplaceAll(words, "readonly", "read-only")
	return strings.ReplaceAll(words, "_", " ") + " administrator"
}
