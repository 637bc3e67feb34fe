package webex

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestEveryRequestIsInTheLogAndNoSecret(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	s := Settings{UserAgent: "NumberLoader/1.0", OrgID: "cust1", Log: slog.New(slog.NewJSONHandler(&log, nil))}
	r := newRigOf(t, s,
		step{path: "/telephony/config/numbers", status: 503, body: planted, header: http.Header{"Trackingid": {"T1"}}},
		step{path: "/telephony/config/numbers", body: `{"phoneNumbers":[]}`, header: http.Header{"Trackingid": {planted}}},
		step{method: http.MethodPost, path: "/telephony/config/locations/l/numbers", do: cut},
	)
	if _, err := r.Numbers(t.Context(), "l"); err != nil {
		t.Fatal(err)
	}
	if _, err := r.AddNumbers(t.Context(), "l", AddNumbers{PhoneNumbers: []string{"+12145550100"}}); err == nil {
		t.Fatal("no error")
	}
	if text := log.String(); strings.Contains(text, planted) || strings.Contains(text, "2145550100") {
		t.Errorf("the log has a secret or a number: %s", text)
	}
	lines := linesOf(t, &log)
	if len(lines) != 4 {
		t.Fatalf("%d lines", len(lines))
	}
	ids := map[any]bool{}
	for i, want := range []map[string]any{
		{"msg": "call", "level": "WARN", "method": "GET", "status": 503.0, "trackingID": "T1", "query": "details=true&locationId=l&max=2000&numberType=NUMBER&orgId=cust1"},
		{"msg": "wait before the next try", "wait": float64(time.Second), "tries": 1.0},
		{"msg": "call", "level": "INFO", "path": testPath + "/telephony/config/numbers", "status": 200.0},
		{"msg": "call", "level": "WARN", "method": "POST", "notSent": false},
	} {
		for key, value := range want {
			if lines[i][key] != value {
				t.Errorf("line %d: %s is %v, want %v", i, key, lines[i][key], value)
			}
		}
		ids[lines[i]["requestID"]] = true
	}
	for i, sent := range r.script.seen {
		if id := sent.header.Get("TrackingID"); !ids[id] || !strings.HasPrefix(id, "NUMBERLOADER_") {
			t.Errorf("request %d was sent as %q, which the log lacks", i, id)
		}
	}
	if len(ids) != 4 { // three requests, and the wait has none
		t.Errorf("request IDs are not unique: %v", ids)
	}
}

func linesOf(t *testing.T, log *bytes.Buffer) []map[string]any {
	t.Helper()
	var lines []map[string]any
	for line := range strings.Lines(log.String()) {
		var one map[string]any
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, one)
	}
	return lines
}

func TestQueryValuesThatMayHoldNumbersAreHidden(t *testing.T) {
	t.Parallel()
	query := url.Values{"phoneNumber": {"+19136748203"}, "max": {"20"}}
	if got := logQuery(&url.URL{RawQuery: query.Encode()}); got != "max=20&phoneNumber=%28hidden%29" || query.Get("phoneNumber") != "+19136748203" {
		t.Errorf("got %s, and the query is %v", got, query)
	}
}
