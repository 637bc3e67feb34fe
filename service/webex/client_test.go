package webex

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"numberloader/internal/fault"
)

func TestTheServiceAddressIsHTTPSOrLoopback(t *testing.T) {
	t.Parallel()
	tests := []struct {
		base string
		ok   bool
	}{
		{"https://webexapis.com/v1", true},
		{"https://api-usgov.webex.com/v1/", true},
		{" https://webexapis.com ", true},
		{"http://127.0.0.1:8080/v1", true},
		{"http://[::1]:8080/v1", true},
		{"http://localhost:1", true},
		{"http://LOCALHOST/v1", true},
		{"http://webexapis.com/v1", false},
		{"http://127.0.0.1.example.com/v1", false},
		{"http://10.0.0.1/v1", false},
		{"ftp://webexapis.com/v1", false},
		{"webexapis.com/v1", false},
		{"https://", false},
		{"https://user:secret@webexapis.com/v1", false},
		{"https://webexapis.com/v1?a=b", false},
		{"https://webexapis.com/v1#top", false},
		{"https://webex apis/%zz", false},
		{"", false},
	}
	token, err := NewToken(planted)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		_, err := New(test.base, token, &http.Client{}, Settings{})
		if test.ok && err != nil || !test.ok && fault.KindOf(err) != fault.Usage {
			t.Errorf("%q: got %v, want ok %v", test.base, err, test.ok)
		}
	}
}

func TestNoTokenIsNotSignedIn(t *testing.T) {
	t.Parallel()
	if _, err := New("https://webexapis.com/v1", Token{}, &http.Client{}, Settings{}); fault.KindOf(err) != fault.SignedOut {
		t.Errorf("got %v", err)
	}
}

func TestEveryCallKeepsTheBaseAndCarriesTheToken(t *testing.T) {
	t.Parallel()
	r := newRig(t,
		step{path: "/people/me", body: `{"id":"p","displayName":"Pat","emails":["pat@example.com"],"orgId":"o","roles":["r"]}`},
		step{path: "/organizations/o", body: `{"id":"o","displayName":"Acme Corp"}`},
		step{path: "/telephony/config/locations", query: "max=500", body: `{"locations":[{"id":"l","name":"Denver","callingLineId":{}}]}`},
		step{path: "/telephony/config/locations", query: "max=500&start=1", body: `{"locations":[]}`},
		step{path: "/locations", query: "max=500", body: `{"items":[{"id":"l","name":"Denver","address":{"country":"US"}}]}`},
		step{path: "/telephony/pstn/locations/a%2Fb%20c/connection", body: `{"id":"c","displayName":"Premises-based PSTN","pstnConnectionType":"LOCAL_GATEWAY"}`},
		step{path: "/telephony/config/numbers", query: "details=true&max=2000&numberType=NUMBER", body: `{"phoneNumbers":[{"phoneNumber":"+19136748203","state":"ACTIVE","mainNumber":false,"location":{"id":"l","name":"Denver"}}],"count":{"total":1}}`},
		step{path: "/telephony/config/numbers", query: "details=true&locationId=l&max=2000&numberType=NUMBER", body: `{"phoneNumbers":[]}`},
		step{method: http.MethodPost, path: "/telephony/config/locations/l/numbers", status: 201},
	)
	ctx := t.Context()
	me, err := r.Me(ctx)
	switch {
	case err != nil:
		t.Error(err)
	case me.DisplayName != "Pat":
		t.Errorf("me.DisplayName is %q, not %q", me.DisplayName, "Pat")
	case me.OrgID != "o":
		t.Errorf("me.OrgID is %q, not %q", me.OrgID, "o")
	case !slices.Equal(me.Roles, []string{"r"}):
		t.Errorf("me.Roles is %v, not %v", me.Roles, []string{"r"})
	}
	if o, err := r.Organization(ctx, "o"); err != nil || o.DisplayName != "Acme Corp" {
		t.Errorf("organization: %+v, %v", o, err)
	}
	if l, err := r.CallingLocations(ctx); err != nil || len(l) != 1 || l[0] != (CallingLocation{"l", "Denver"}) {
		t.Errorf("calling locations: %+v, %v", l, err)
	}
	if l, err := r.Locations(ctx); err != nil || len(l) != 1 || l[0].Address.Country != "US" {
		t.Errorf("locations: %+v, %v", l, err)
	}
	if p, err := r.PSTNConnection(ctx, "a/b c"); err != nil || p != (PSTNConnection{"c", "Premises-based PSTN", "LOCAL_GATEWAY"}) {
		t.Errorf("PSTN: %+v, %v", p, err)
	}
	want := Number{PhoneNumber: "+19136748203", State: "ACTIVE", Location: NumberLocation{"l", "Denver"}}
	if n, err := r.Numbers(ctx, ""); err != nil || len(n) != 1 || n[0] != want {
		t.Errorf("numbers: %+v, %v", n, err)
	}
	if n, err := r.Numbers(ctx, "l"); err != nil || len(n) != 0 {
		t.Errorf("numbers of a location: %+v, %v", n, err)
	}
	if _, err := r.AddNumbers(ctx, "l", AddNumbers{PhoneNumbers: []string{"+19136748203"}}); err != nil {
		t.Errorf("add: %v", err)
	}
	for _, s := range r.script.seen {
		if s.header.Get("Authorization") != "Bearer "+planted || s.header.Get("User-Agent") != "NumberLoader/1.0" || s.header.Get("Accept") != "application/json" {
			t.Errorf("%s: headers %v", s.url, s.header)
		}
		if strings.Contains(s.url, "orgId") {
			t.Errorf("%s names an organization", s.url)
		}
	}
}

func TestACustomerOrganizationIsNamedInEveryCallThatTakesOne(t *testing.T) {
	t.Parallel()
	r := newRigOf(t, Settings{OrgID: "cust/1"},
		step{path: "/people/me", body: meBody}, // the contract knows no orgId here
		step{path: "/telephony/config/locations", query: "max=500&orgId=cust%2F1", body: `{"locations":[]}`},
		step{path: "/locations", query: "max=500&orgId=cust%2F1", body: `{"items":[]}`},
		step{path: "/telephony/pstn/locations/l/connection", query: "orgId=cust%2F1", body: `{"id":"c","pstnConnectionType":"LOCAL_GATEWAY"}`},
		step{path: "/telephony/config/numbers", query: "details=true&max=2000&numberType=NUMBER&orgId=cust%2F1", body: `{"phoneNumbers":[]}`},
		step{method: http.MethodPost, path: "/telephony/config/locations/l/numbers", query: "orgId=cust%2F1", status: 201},
	)
	ctx := t.Context()
	_, e1 := r.Me(ctx)
	_, e2 := r.CallingLocations(ctx)
	_, e3 := r.Locations(ctx)
	_, e4 := r.PSTNConnection(ctx, "l")
	_, e5 := r.Numbers(ctx, "")
	_, e6 := r.AddNumbers(ctx, "l", AddNumbers{})
	if err := errors.Join(e1, e2, e3, e4, e5, e6); err != nil {
		t.Error(err)
	}
}

func TestEmptyIDsAreRefusedBeforeAnythingIsSent(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	for _, id := range []string{"", ".", ".."} {
		_, e1 := r.Organization(t.Context(), id)
		_, e2 := r.PSTNConnection(t.Context(), id)
		_, e3 := r.AddNumbers(t.Context(), id, AddNumbers{})
		for _, err := range []error{e1, e2, e3} {
			if !errors.Is(err, ErrEmptyID) {
				t.Errorf("%q: got %v", id, err)
			}
		}
	}
}

func TestRedirectsAreNotFollowed(t *testing.T) {
	t.Parallel()
	away := http.Header{"Location": {"http://127.0.0.1/elsewhere"}}
	r := newRig(t,
		step{path: "/people/me", status: http.StatusFound, header: away},
		step{method: http.MethodPost, path: "/telephony/config/locations/l/numbers", status: http.StatusTemporaryRedirect, header: away},
	)
	_, e1 := r.Me(t.Context())
	_, e2 := r.AddNumbers(t.Context(), "l", AddNumbers{})
	for i, err := range []error{e1, e2} {
		if api, ok := errors.AsType[*APIError](err); !ok || api.Status != []int{302, 307}[i] {
			t.Errorf("got %v", err)
		}
	}
}

func TestTheBodyHasTheDocumentedFieldsOnly(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/numbers-post.json")
	if err != nil {
		t.Fatal(err)
	}
	var document struct {
		NumbersPost struct{ Properties map[string]any }
	}
	if err := json.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	full := AddNumbers{[]string{"+1"}, "MOBILE", "NONE", "ACTIVE", "Sub-1", "c"}
	sent, err := json.Marshal(full)
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]any
	if err := json.Unmarshal(sent, &fields); err != nil {
		t.Fatal(err)
	}
	for name := range fields {
		if _, ok := document.NumbersPost.Properties[name]; !ok {
			t.Errorf("%s is not documented", name)
		}
	}
	if len(fields) != len(document.NumbersPost.Properties) {
		t.Errorf("%d of %d fields can be sent", len(fields), len(document.NumbersPost.Properties))
	}
	if bare, err := json.Marshal(AddNumbers{PhoneNumbers: []string{"+1"}}); err != nil || string(bare) != `{"phoneNumbers":["+1"]}` {
		t.Errorf("empty fields are sent: %s (%v)", bare, err)
	}
}

func TestASuccessMayNameRefusedNumbers(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, body string
		status     int
		refused    int
		unclear    bool
	}{
		{"no body", "", 201, 0, false},
		{"blanks", " \n", 201, 0, false},
		{"no content", "", 204, 0, false},
		{"an object", `{}`, 200, 0, false},
		{"nothing", `null`, 200, 0, false},
		{"an empty list", `[]`, 201, 0, false},
		{"no JSON", "<html>fine</html>", 202, 0, true},
		{"an error of no number", `[{"errors":[{"errorCode":"X"}]}]`, 201, 0, true},
		{"a refused number", `[{"errors":[{"number":"+12145550100","errorType":"VERIFICATION","errorCode":"ERR.V.TRM.TMN60045","errorTitle":"T","errorMessage":"M"}]}]`, 201, 1, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, step{
				method: http.MethodPost, path: "/telephony/config/locations/l/numbers",
				status: test.status, body: test.body, header: http.Header{"Trackingid": {"ROUTERGW_1"}},
			})
			if test.status == http.StatusNoContent {
				r.script.steps[0].body = ""
			}
			got, err := r.AddNumbers(t.Context(), "l", AddNumbers{PhoneNumbers: []string{"+12145550100"}})
			switch {
			case err != nil:
				t.Error(err)
			case got.Status != test.status:
				t.Errorf("got.Status is %v, not %v", got.Status, test.status)
			case got.TrackingID != "ROUTERGW_1":
				t.Errorf("got.TrackingID is %q, not %q", got.TrackingID, "ROUTERGW_1")
			case len(got.Refused) != test.refused:
				t.Errorf("got.Refused is %v", got.Refused)
			case got.Unclear != test.unclear:
				t.Errorf("got.Unclear is %v, not %v", got.Unclear, test.unclear)
			}
		})
	}
}

func TestAnAnswerThatCannotBeReadIsAnAnswerError(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"HTML":      "<html></html>",
		"empty":     "",
		"too large": strings.Repeat(" ", maxAnswer+1),
	} {
		r := newRig(t, step{path: "/people/me", body: body})
		if _, err := r.Me(t.Context()); !isAnswerError(err) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func isAnswerError(err error) bool {
	_, ok := errors.AsType[*AnswerError](err)
	return ok
}

func TestRetryAfter(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	tests := []struct {
		header string
		want   time.Duration
	}{
		{"12", 12 * time.Second},
		{" 12 ", 12 * time.Second},
		{"0", time.Second},
		{"86400", 24 * time.Hour},
		{"86401", 0},
		{"4294967295", 0},
		{"99999999999999999999", 0},
		{"-3", 0},
		{"1.5", 0},
		{"soon", 0},
		{"", 0},
		{"Mon, 23 Nov 2026 14:00:30 GMT", 30 * time.Second},
		{"Mon, 23 Nov 2026 13:00:00 GMT", time.Second},
		{"Tue, 24 Nov 2037 13:00:00 GMT", 0},
	}
	for _, test := range tests {
		if got := retryAfter(test.header, now); got != test.want {
			t.Errorf("%q: got %v, want %v", test.header, got, test.want)
		}
	}
}
