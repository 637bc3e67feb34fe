package service

import (
	"context"
	"encoding/base64"
	"errors"
	"net/http"
	"strings"

	"numberloader/internal/run"
	"numberloader/service/webex"
)

// Account says who is signed in and where. An organization's name that may not
// be read is replaced by its ID. The error is a *fault.Error.
func (s *Service) Account(ctx context.Context) (run.Account, error) {
	me, err := s.api.Me(ctx)
	if err != nil {
		return run.Account{}, explain(err)
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
	return a, nil
}

// organizationName is the name of an organization, or what stands for it when
// the token may not read it: the scope for it is optional.
func (s *Service) organizationName(ctx context.Context, id string) (string, error) {
	if id == "" {
		return "your organization", nil
	}
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
