package webex

import (
	"net/http"
	"slices"
	"testing"
	"time"
)

func TestTokenExpiry(t *testing.T) {
	t.Parallel()
	tests := []struct {
		body string
		want time.Time
	}{
		{`{"exp":1768630439322}`, time.UnixMilli(1768630439322)},
		{`{"exp":1.768630439322e12}`, time.UnixMilli(1768630439322)},
		{`{"exp":0}`, time.Time{}},
		{`{"exp":9e15}`, time.Time{}},
		{`{"exp":-1}`, time.Time{}},
		{`{"exp":1e300}`, time.Time{}},
	}
	for _, test := range tests {
		r := newRigOf(t, Settings{OrgID: "o"}, step{path: "/authorizations/tokenExpiry", body: test.body})
		if got, err := r.TokenExpiry(t.Context()); err != nil || !got.Equal(test.want) {
			t.Errorf("%s: got %v, %v", test.body, got, err)
		}
		if r.script.seen[0].url != testPath+"/authorizations/tokenExpiry" {
			t.Errorf("asked %s", r.script.seen[0].url)
		}
	}
	r := newRig(t, step{path: "/authorizations/tokenExpiry", status: 403})
	if _, err := r.TokenExpiry(t.Context()); err == nil {
		t.Error("no error")
	}
}

func TestOrganizations(t *testing.T) {
	t.Parallel()
	r := newRigOf(t, Settings{OrgID: "o"}, step{
		path: "/organizations", body: `{"items":[{"id":"a","displayName":"Acme"},{"id":"b"}]}`,
	})
	got, err := r.Organizations(t.Context())
	if want := []Organization{{"a", "Acme"}, {"b", ""}}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v", got, err)
	}
	if r.script.seen[0].url != testPath+"/organizations" {
		t.Errorf("asked %s", r.script.seen[0].url)
	}
}

func TestNumbersAreValidatedAndTriedAgain(t *testing.T) {
	t.Parallel()
	const path = "/telephony/config/actions/validateNumbers/invoke"
	r := newRigOf(t, Settings{OrgID: "o"},
		step{method: http.MethodPost, path: path, query: "orgId=o", status: 429, header: http.Header{"Retry-After": {"7"}}},
		step{method: http.MethodPost, path: path, query: "orgId=o", body: `{"status":"ERRORS","numbers":[` +
			`{"number":"+12145550100","state":"Unavailable","tollFreeNumber":true,"detail":["[Error 8361] DN is unavailable"]},{"number":"+12145550101","state":"Available","tollFreeNumber":false}]}`},
	)
	got, err := r.ValidateNumbers(t.Context(), []string{"+12145550100", "+12145550101"})
	switch {
	case err != nil:
		t.Error(err)
	case len(got) != 2:
		t.Errorf("got is %v", got)
	case got[0].State != Unavailable:
		t.Errorf("got[0].State is %v, not %v", got[0].State, Unavailable)
	case !got[0].TollFree:
		t.Error("got[0].TollFree is false")
	case got[1].State != Available:
		t.Errorf("got[1].State is %v, not %v", got[1].State, Available)
	}
	for _, s := range r.script.seen {
		if s.body != `{"phoneNumbers":["+12145550100","+12145550101"]}` {
			t.Errorf("sent %s", s.body)
		}
	}
	r.wantPauses(t, 7)
}
