package webex

import (
	"net/http"
	"testing"
)

func TestChangesOfNumbersAreSentOnceWithTheirBodies(t *testing.T) {
	t.Parallel()
	const path = "/telephony/config/locations/l/numbers"
	r := newRig(t,
		step{method: http.MethodDelete, path: path, status: 204, header: http.Header{"Trackingid": {"T_1"}}},
		step{method: http.MethodPut, path: path, status: 204},
		step{method: http.MethodDelete, path: path, status: 502, header: http.Header{"Cisco-Spark-Error-Codes": {"4251"}}},
	)
	got, err := r.RemoveNumbers(t.Context(), "l", []string{"+12145550100"})
	if err != nil || got.Status != 204 || got.TrackingID != "T_1" {
		t.Errorf("got %+v, %v", got, err)
	}
	if _, err := r.ActivateNumbers(t.Context(), "l", []string{"+12145550100"}); err != nil {
		t.Error(err)
	}
	_, err = r.RemoveNumbers(t.Context(), "l", []string{"+12145550101"})
	switch api, ok := err.(*APIError); { //nolint:errorlint // it is not wrapped
	case !ok:
		t.Error("ok is false")
	case api.Status != 502:
		t.Errorf("api.Status is %v, not 502", api.Status)
	case api.Code != "4251":
		t.Errorf("api.Code is %q, not %q", api.Code, "4251")
	case api.Op != "remove numbers":
		t.Errorf("api.Op is %q, not %q", api.Op, "remove numbers")
	}
	want := []string{
		`{"phoneNumbers":["+12145550100"]}`,
		`{"phoneNumbers":["+12145550100"],"action":"ACTIVATE"}`,
		`{"phoneNumbers":["+12145550101"]}`,
	}
	for i, seen := range r.script.seen {
		if seen.body != want[i] || seen.header.Get("Content-Type") != "application/json" {
			t.Errorf("call %d sent %s with %v", i, seen.body, seen.header)
		}
	}
	if _, err := r.RemoveNumbers(t.Context(), "", []string{"+1"}); err == nil {
		t.Error("an empty ID was sent")
	}
}

func TestTheListSaysWhoHasANumber(t *testing.T) {
	t.Parallel()
	r := newRig(t, step{path: "/telephony/config/numbers", body: `{"phoneNumbers":[
		{"phoneNumber":"+1","state":"INACTIVE","mainNumber":true,"location":{"id":"l","name":"L"}},
		{"phoneNumber":"+2","state":"ACTIVE","mainNumber":false,"location":{"id":"l","name":"L"},"owner":{"id":"o","type":"AI_RECEPTIONIST","firstName":"A"}}],"count":{"total":2}}`})
	got, err := r.Numbers(t.Context(), "l")
	switch {
	case err != nil:
		t.Error(err)
	case len(got) != 2:
		t.Errorf("got is %v", got)
	case !got[0].Main:
		t.Error("got[0].Main is false")
	case got[0].Owner != nil:
		t.Errorf("got[0].Owner is %v", got[0].Owner)
	case got[0].State != "INACTIVE":
		t.Errorf("got[0].State is %q, not %q", got[0].State, "INACTIVE")
	case got[1].Main:
		t.Error("got[1].Main is true")
	case got[1].Owner == nil:
		t.Errorf("got[1].Owner is %v", got[1].Owner)
	case got[1].Owner.Type != "AI_RECEPTIONIST":
		t.Errorf("got[1].Owner.Type is %q, not %q", got[1].Owner.Type, "AI_RECEPTIONIST")
	case got[1].Owner.FirstName != "A":
		t.Errorf("got[1].Owner.FirstName is %q, not %q", got[1].Owner.FirstName, "A")
	}
}
