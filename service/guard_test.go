package service

import (
	"context"
	"net/http"
	"os"
	"strings"
	"testing"
	"testing/synctest"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

func TestTheGuard(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		prepare func(o *organization, d *run.Draft)
		kind    fault.Kind
		says    string
		passes  bool
	}{
		{name: "a full administrator and a local gateway", passes: true},
		{
			name: "another administrator", prepare: func(o *organization, _ *run.Draft) { o.roles = []string{role("id_readonly_admin")} },
			kind: fault.NotAllowed, says: "read-only administrator",
		},
		{name: "no roles", prepare: func(o *organization, _ *run.Draft) { o.roles = nil }, passes: true},
		{
			name: "a row with a problem", prepare: func(_ *organization, d *run.Draft) { d.Lines[0].Row.Level = number.LevelProblem },
			kind: fault.PlanChanged, says: "you were shown",
		},
		{
			name: "another organization", prepare: func(_ *organization, d *run.Draft) { d.Organization.ID = "O2" },
			kind: fault.NotAllowed, says: "another organization",
		},
		{
			name: "a location that is not there", prepare: func(_ *organization, d *run.Draft) { d.Requests[1].Group.LocationID = "L-boston" },
			kind: fault.Location, says: "Denver",
		},
		{
			name: "no location at all", prepare: func(_ *organization, d *run.Draft) {
				d.Requests[1].Group.LocationID, d.Requests[1].Group.Location = "", ""
			},
			kind: fault.Location, says: "without a name",
		},
		{
			name: "Cisco Calling Plans", prepare: func(o *organization, _ *run.Draft) { o.pstn[denver] = "CISCO_PSTN" },
			kind: fault.Location, says: "Denver gets its numbers through Webex",
		},
		{
			name: "an integrated carrier, whatever was confirmed", prepare: func(o *organization, d *run.Draft) {
				o.pstn[denver], d.Confirmed = "INTEGRATED_CCP", []string{denver}
			},
			kind: fault.Location, says: "damage",
		},
		{
			name: "toll-free numbers and Cisco Calling Plans", prepare: func(o *organization, d *run.Draft) {
				o.pstn[denver] = "CISCO_PSTN"
				d.Requests[0].Group.Kind, d.Requests[1].Group.Kind = number.KindMobile, number.KindTollFree
				d.Requests[0].Group.State = number.StateUnset
			},
			kind: fault.Location, says: "Denver",
		},
		{
			name: "mobile numbers and Cisco Calling Plans", prepare: func(o *organization, d *run.Draft) {
				o.pstn[denver] = "CISCO_PSTN"
				d.Requests[0].Group.Kind, d.Requests[1].Group.Kind = number.KindMobile, number.KindMobile
			},
			passes: true,
		},
		{
			name: "no PSTN", prepare: func(o *organization, d *run.Draft) {
				o.pstn[denver], d.Confirmed = "", []string{denver}
			},
			kind: fault.Location, says: "no PSTN connection",
		},
		{
			name: "a type that nobody knows", prepare: func(o *organization, _ *run.Draft) { o.pstn[denver] = "NEW_PSTN" },
			kind: fault.Location, says: "did not say",
		},
		{
			name: "a type that the token may not read", prepare: func(o *organization, _ *run.Draft) {
				o.pages["pstn"] = []http.HandlerFunc{says(403, "")}
			},
			kind: fault.Location, says: "did not say",
		},
		{
			name: "a type that the administrator confirmed", prepare: func(o *organization, d *run.Draft) {
				o.pages["pstn"] = []http.HandlerFunc{says(403, "")}
				d.Confirmed = []string{denver}
			},
			passes: true,
		},
		{
			name: "a type that cannot be read now", prepare: func(o *organization, _ *run.Draft) {
				o.pages["pstn"] = []http.HandlerFunc{says(401, "")}
			},
			kind: fault.TokenRefused,
		},
		{
			name: "a wrong token", prepare: func(o *organization, _ *run.Draft) {
				o.pages["me"] = []http.HandlerFunc{says(401, "")}
			},
			kind: fault.TokenRefused,
		},
		{
			name: "a token without the calling scope", prepare: func(o *organization, _ *run.Draft) {
				o.pages["calling"] = []http.HandlerFunc{says(403, "")}
			},
			kind: fault.NotAllowed,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				d := draft(1, 1)
				if test.prepare != nil {
					test.prepare(r.organization, &d)
				}
				_, err := r.submit(t.Context(), d)
				if test.passes {
					if err != nil || len(r.posts) != 2 {
						t.Errorf("got %v and %d requests", err, len(r.posts))
					}
					return
				}
				if err == nil || fault.KindOf(err) != test.kind || !strings.Contains(phrase.Explain(err).What, test.says) {
					t.Errorf("got %v", err)
				}
				if len(r.posts) > 0 {
					t.Error("a request left")
				}
				if _, err := os.Stat(r.folder); !os.IsNotExist(err) {
					t.Error("a journal was begun")
				}
			})
		})
	}
}

func TestAStopBeforeTheRunLeavesNoRun(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		got, err := r.submit(ctx, draft(1))
		if fault.KindOf(err) != fault.Stopped || got.ID != "" {
			t.Errorf("got %v, %v", got.ID, err)
		}
	})
}

func TestACustomerOrganizationIsTheOneOfTheRun(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t)
		r.Service = r.service(Settings{OrgID: "O9"})
		d := draft(1)
		if _, err := r.submit(t.Context(), d); fault.KindOf(err) != fault.NotAllowed {
			t.Errorf("got %v", err)
		}
		d.Organization.ID = "O9"
		if got, err := r.submit(t.Context(), d); err != nil || got.Lines[0].Result.Outcome != run.Added {
			t.Errorf("got %v", err)
		}
	})
}
