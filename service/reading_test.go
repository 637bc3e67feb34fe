package service

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
	"numberloader/service/webex"
)

func TestAccount(t *testing.T) {
	t.Parallel()
	acme := run.Organization{ID: "O1", Name: "Acme Corp"}
	tests := []struct {
		name     string
		settings Settings
		prepare  func(o *organization)
		want     run.Account
		kind     fault.Kind
		fails    bool
	}{
		{name: "an administrator", want: run.Account{Person: pat, Organization: acme, Role: run.RoleFullAdministrator, Expires: expires}},
		{
			name: "a customer's organization", settings: Settings{OrgID: "O9"},
			want: run.Account{Person: pat, Organization: run.Organization{ID: "O9", Name: "Acme Corp"}, Role: run.RoleFullAdministrator, Expires: expires},
		},
		{
			name: "the practice organization", settings: Settings{Practice: true},
			want: run.Account{Person: pat, Organization: run.Organization{ID: "O1", Name: "Acme Corp", Practice: true}, Role: run.RoleFullAdministrator, Expires: expires},
		},
		{
			name:    "a name that may not be read",
			prepare: func(o *organization) { o.pages["organization"] = []http.HandlerFunc{says(403, "")} },
			want:    run.Account{Person: pat, Organization: run.Organization{ID: "O1", Name: "O1"}, Role: run.RoleFullAdministrator, Expires: expires},
		},
		{
			name: "a person without a name",
			prepare: func(o *organization) {
				o.pages["me"] = []http.HandlerFunc{says(200, `{"emails":["pat@example.com"],"orgId":"O1"}`)}
			},
			want: run.Account{Person: "pat@example.com", Organization: run.Organization{ID: "O1", Name: "Acme Corp"}, Expires: expires},
		},
		{
			name:    "a person without an organization",
			prepare: func(o *organization) { o.pages["me"] = []http.HandlerFunc{says(200, `{"displayName":"Pat"}`)} },
			fails:   true, kind: fault.Failing,
		},
		{
			name:    "an end that Webex does not tell",
			prepare: func(o *organization) { o.pages["expiry"] = []http.HandlerFunc{says(404, "")} },
			want:    run.Account{Person: pat, Organization: acme, Role: run.RoleFullAdministrator},
		},
		{
			name:    "an end that cannot be read",
			prepare: func(o *organization) { o.pages["expiry"] = []http.HandlerFunc{says(200, "<html>")} },
			want:    run.Account{Person: pat, Organization: acme, Role: run.RoleFullAdministrator},
		},
		{
			name:    "no right to read who it is",
			prepare: func(o *organization) { o.pages["me"] = []http.HandlerFunc{says(403, "")} },
			fails:   true, kind: fault.NotAllowed,
		},
		{
			name:    "a wrong token",
			prepare: func(o *organization) { o.pages["me"] = []http.HandlerFunc{says(401, "")} },
			fails:   true, kind: fault.TokenRefused,
		},
		{
			name: "a service that fails",
			prepare: func(o *organization) {
				o.pages["organization"] = slices.Repeat([]http.HandlerFunc{says(500, "")}, 6)
			},
			fails: true, kind: fault.Failing,
		},
		{
			name:    "an answer that cannot be read",
			prepare: func(o *organization) { o.pages["me"] = []http.HandlerFunc{says(200, "<html>")} },
			fails:   true, kind: fault.Failing,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				if test.prepare != nil {
					test.prepare(r.organization)
				}
				got, err := r.service(test.settings).Account(t.Context())
				if got.Expires.Equal(expires) {
					got.Expires = expires
				}
				if test.fails != (err != nil) || err != nil && fault.KindOf(err) != test.kind || got != test.want {
					t.Errorf("got %+v, %v", got, err)
				}
			})
		})
	}
}

func TestRoles(t *testing.T) {
	t.Parallel()
	padded := role("id_full_admin")
	for len(padded)%4 != 0 {
		padded += "="
	}
	tests := []struct {
		name  string
		ids   []string
		want  run.Role
		words string
	}{
		{"none", nil, run.RoleUnknown, ""},
		{"full", []string{role("id_full_admin")}, run.RoleFullAdministrator, ""},
		{"full, padded", []string{padded}, run.RoleFullAdministrator, ""},
		{"full after another", []string{role("id_user_admin"), role("id_full_admin")}, run.RoleFullAdministrator, ""},
		{"in one text", []string{role("id_user_admin") + "," + role("id_full_admin")}, run.RoleFullAdministrator, ""},
		{"read-only", []string{role("id_readonly_admin")}, run.RoleOther, "read-only administrator"},
		{"device", []string{"x", role("id_device_admin"), role("id_user_admin")}, run.RoleOther, "device administrator"},
		{"opaque", []string{role("96abc2aa-3dcc-11e5-a152-fe34819cdc9a")}, run.RoleUnknown, ""},
		{"a partner's", []string{role("id_partner_full_admin")}, run.RoleUnknown, ""},
		{"no Base64", []string{"%%%", ""}, run.RoleUnknown, ""},
		{"another thing", []string{"Y2lzY29zcGFyazovL3VzL09SR0FOSVpBVElPTi8x"}, run.RoleUnknown, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got, words := judgeRoles(test.ids); got != test.want || words != test.words {
				t.Errorf("got %v %q", got, words)
			}
		})
	}
}

func TestLocationsJoinCountries(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		got, err := r.Locations(t.Context())
		want := []number.Location{{ID: denver, Name: "Denver", Country: "US"}, {ID: austin, Name: "Austin", Country: "US"}}
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("got %+v, %v", got, err)
		}
		r.pages["locations"] = []http.HandlerFunc{says(403, "")}
		if got, err := r.Locations(t.Context()); err != nil || len(got) != 2 || got[0].Country != "" {
			t.Errorf("without the scope: %+v, %v", got, err)
		}
		r.pages["locations"] = []http.HandlerFunc{says(401, "")}
		if _, err := r.Locations(t.Context()); fault.KindOf(err) != fault.TokenRefused {
			t.Errorf("got %v", err)
		}
		r.pages["calling"] = []http.HandlerFunc{says(403, "")}
		if _, err := r.Locations(t.Context()); fault.KindOf(err) != fault.NotAllowed {
			t.Errorf("got %v", err)
		}
	})
}

func TestPSTNTypes(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, kind string
		answer     http.HandlerFunc
		want       number.PSTN
		provider   string
	}{
		{"local gateway", "LOCAL_GATEWAY", nil, number.PSTNLocalGateway, "Carrier of L-denver"},
		{"non-integrated", "NON_INTEGRATED_CCP", nil, number.PSTNNonIntegrated, "Carrier of L-denver"},
		{"integrated", "INTEGRATED_CCP", nil, number.PSTNIntegrated, "Carrier of L-denver"},
		{"Cisco", "CISCO_PSTN", nil, number.PSTNCisco, "Carrier of L-denver"},
		{"another word", "local_gateway", nil, number.PSTNUnknown, "Carrier of L-denver"},
		{"no word that is known", "", says(200, `{"id":"c","pstnConnectionType":"?"}`), number.PSTNUnknown, ""},
		{"none", "", nil, number.PSTNNone, ""},
		{"a path that is not there", "", says(404, `{"message":"No static resource hydra/v1/x."}`), number.PSTNUnknown, ""},
		{"not allowed", "", says(403, ""), number.PSTNUnknown, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				r.organization.pstn[denver] = test.kind
				if test.answer != nil {
					r.pages["pstn"] = []http.HandlerFunc{test.answer}
				}
				before := []number.Location{{ID: denver, Name: "Denver"}, {ID: austin}}
				got, err := r.WithPSTN(t.Context(), before, map[string]bool{denver: true})
				switch {
				case err != nil:
					t.Error(err)
				case got[0].PSTN != test.want:
					t.Errorf("got[0].PSTN is %v, not %v", got[0].PSTN, test.want)
				case got[0].Provider != test.provider:
					t.Errorf("got[0].Provider is %v, not %v", got[0].Provider, test.provider)
				case got[1].PSTN != number.PSTNNotAsked:
					t.Errorf("got[1].PSTN is %v, not %v", got[1].PSTN, number.PSTNNotAsked)
				}
				if before[0].PSTN != number.PSTNNotAsked {
					t.Error("the caller's locations changed")
				}
			})
		})
	}
}

func TestNilAsksForThePSTNOfAll(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		got, err := r.WithPSTN(t.Context(), []number.Location{{ID: denver}, {ID: austin}}, nil)
		if err != nil || got[0].PSTN != number.PSTNLocalGateway || got[1].PSTN != number.PSTNNonIntegrated {
			t.Errorf("got %+v, %v", got, err)
		}
	})
}

func TestReasonsArePlainWords(t *testing.T) {
	t.Parallel()
	tests := []struct{ code, text, want string }{
		{"8360", "", "Webex got this number twice in one request."},
		{"8361", "[Error 8361] DN is unavailable : +1", "Webex says that this number is not available."},
		{"8362", "", "Webex says that this is not a valid number."},
		{"25008", "Missing required field(s).", "Webex did not understand the request. It says: Missing required field(s)."},
		{"25024", "", "Webex did not understand the request."},
		{"5620", "", "Denver is not enabled for Webex Calling."},
		{"ERR.V.TRM.TMN60004", "", "Denver gets its numbers through Webex, so none can be added here."},
		{"", "Location x not found or PSTN for the location is not configured", "Denver does not exist, or has no PSTN connection."},
		{"1", "[Error 1] Something", "Webex refused this number. It says: Something."},
		{"", "", "Webex refused this number."},
	}
	for _, test := range tests {
		why := reasonFor(test.code, test.text, "Denver")
		if got, next := phrase.Say(why.Says...), phrase.Say(why.Next); got != test.want || next == "" {
			t.Errorf("%s: got %q, %q", test.code, got, next)
		}
	}
}

func TestReasonsSayWhoUsesTheNumber(t *testing.T) {
	t.Parallel()
	held := number.Held{Location: number.Location{ID: "L2", Name: "Austin"}, Owner: number.Owner{Name: "Reception", Type: "PLACE"}}
	for want, why := range map[string]*run.Why{
		"It is already in Denver, used by Reception, a workspace.":                        alreadyIn("Denver", held.Owner),
		"It is already in Denver.":                                                        alreadyIn("Denver", number.Owner{}),
		"It is already in Webex, in the location Austin, used by Reception, a workspace.": inOtherLocation(&held, nil),
	} {
		if got := phrase.Say(why.Says...); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestANumberInANamelessLocation(t *testing.T) {
	t.Parallel()
	if why := inOtherLocation(&number.Held{}, nil); !strings.Contains(phrase.Say(why.Says...), "in another location") || phrase.Say(why.Next) == "" {
		t.Errorf("got %+v", why)
	}
}

func TestEveryErrorHasAKind(t *testing.T) {
	t.Parallel()
	known := &fault.Error{Kind: fault.Busy}
	tests := []struct {
		name    string
		err     error
		kind    fault.Kind
		details string
	}{
		{"one of ours", known, fault.Busy, ""},
		{"a stop", &webex.ConnectionError{Op: "x", Err: context.Canceled}, fault.Stopped, ""},
		{"a deadline", context.DeadlineExceeded, fault.Unreachable, "context deadline exceeded"},
		{"a lost connection", &webex.ConnectionError{Op: "add numbers", Err: errors.New("reset")}, fault.Unreachable, "add numbers: reset"},
		{"a wrong token", &webex.APIError{Status: 401, TrackingID: "T"}, fault.TokenRefused, "Status 401, tracking ID T."},
		{"no right", &webex.APIError{Status: 403}, fault.NotAllowed, "Status 403."},
		{"no right at the backend", &webex.APIError{Status: 400, Code: "4003"}, fault.NotAllowed, "Status 400, code 4003."},
		{"a failure", &webex.APIError{Status: 504}, fault.Failing, "Status 504."},
		{"always busy", &webex.APIError{Status: 429}, fault.Failing, "Status 429."},
		{"a refusal", &webex.APIError{Status: 404}, fault.Refused, "Status 404."},
		{"an unreadable answer", &webex.AnswerError{Op: "x", Err: errors.New("y")}, fault.Failing, "x: an answer that can't be used: y"},
		{"anything else", webex.ErrEmptyID, fault.Internal, "an empty ID"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			f, ok := errors.AsType[*fault.Error](explain(test.err))
			if !ok || f.Kind != test.kind || f.Details != test.details {
				t.Errorf("got %+v", f)
			}
		})
	}
	if explain(nil) != nil {
		t.Error("nil became an error")
	}
}
