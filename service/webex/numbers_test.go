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
	if api, ok := err.(*APIError); !ok || api.Status != 502 || api.Code != "4251" || api.Op != "remove numbers" { //nolint:errorlint // it is not wrapped
		t.Errorf("got %v", err)
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
	if err != nil || len(got) != 2 || !got[0].Main || got[0].Owner != nil || got[0].State != "INACTIVE" ||
		got[1].Main || got[1].Owner == nil || got[1].Owner.Type != "AI_RECEPTIONIST" || got[1].Owner.FirstName != "A" {
		t.Errorf("got %+v, %v", got, err)
	}
}
