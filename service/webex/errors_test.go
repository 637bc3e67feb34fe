package webex

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/fault"
)

// answerOf is the error that an answer to a call that adds numbers becomes.
func answerOf(t *testing.T, s step) *APIError {
	t.Helper()
	s.method, s.path = http.MethodPost, "/telephony/config/locations/l/numbers"
	_, err := newRig(t, s).AddNumbers(t.Context(), "l", AddNumbers{})
	api, ok := errors.AsType[*APIError](err)
	if !ok {
		t.Fatalf("got %v", err)
	}
	return api
}

func TestEveryShapeOfErrorIsRead(t *testing.T) {
	t.Parallel()
	router := http.Header{"Trackingid": {"ROUTERGW_head"}, "Cisco-Spark-Error-Codes": {"25008"}}
	tests := []struct {
		name   string
		status int
		header http.Header
		body   string
		want   APIError
	}{
		{
			"A common", 400, nil,
			`{"errorCode":25008,"message":"Missing required field(s).","errors":[{"errorCode":25008,"description":"Missing required field(s)."}],"trackingId":"ROUTERGW_3f26"}`,
			APIError{Code: "25008", Message: "Missing required field(s).", TrackingID: "ROUTERGW_3f26"},
		},
		{
			"A inner code wins over outer code and header, body over header", 409, router,
			`{"errorCode":25223,"message":"Outer.","errors":[{"errorCode":8363,"description":"[Error 8363] DN is in use"}],"trackingId":"ROUTERGW_body"}`,
			APIError{Code: "8363", Message: "[Error 8363] DN is in use", TrackingID: "ROUTERGW_body"},
		},
		{
			"A code as a text", 400, nil, `{"errorCode":"ERR.V.TRM.TMN60004","errorMessage":"Only LGW."}`,
			APIError{Code: "ERR.V.TRM.TMN60004", Message: "Only LGW."},
		},
		{
			"A machine text", 400, nil, `{"message":"message=Missing required field(s).;detail=Missing fields: locationId, password"}`,
			APIError{Message: "Missing required field(s). Missing fields: locationId, password"},
		},
		{
			"B routing", 404, router, `{"message":"The requested resource could not be found.","errors":[{"description":"The requested resource could not be found."}],"trackingId":"ROUTERGW_3a5c"}`,
			APIError{Code: "25008", Message: "The requested resource could not be found.", TrackingID: "ROUTERGW_3a5c"},
		},
		{
			"C PSTN service", 404,
			http.Header{"Trackingid": {"ROUTERGW_420f"}},
			`{"errorMessage":"Location fc86 not found or PSTN for the location is not configured"}`,
			APIError{Message: "Location fc86 not found or PSTN for the location is not configured", TrackingID: "ROUTERGW_420f"},
		},
		{
			"D per number", 400, router,
			`[{"errors":[{"number":"+12145550100","errorType":"VERIFICATION","errorCode":"ERR.V.TRM.TMN60045","errorTitle":"NUMBER_HAS_BUSINESS_TEXTING","errorMessage":"text"}]},` +
				`{"errors":[{"number":"+12145550101","errorType":"FAILED","errorCode":8361}]}]`,
			APIError{
				Code: "ERR.V.TRM.TMN60045", Message: "text", TrackingID: "ROUTERGW_head",
				PerNumber: []NumberError{
					{"+12145550100", "VERIFICATION", "ERR.V.TRM.TMN60045", "NUMBER_HAS_BUSINESS_TEXTING", "text"},
					{"+12145550101", "FAILED", "8361", "", ""},
				},
			},
		},
		{
			"D with strange elements", 400, nil, `[null, 5, "x", {"errors":[{"number":"+12145550100","errorCode":{}}]}, {"errors":"no"}]`,
			APIError{Message: "Bad Request", PerNumber: []NumberError{{Number: "+12145550100"}}},
		},
		{
			"E backend", 400, nil, `{"error":[{"key":"400","message":[{"description":"text","code":"BATCH-1017023"}]}],"trackingId":"T"}`,
			APIError{Code: "BATCH-1017023", Message: "text", TrackingID: "T"},
		},
		{
			"E with an object", 400, nil, `{"error":{"key":"400","message":[{"description":"text","code":"BATCH-1017017"}]},"trackingId":"ROUTER_1"}`,
			APIError{Code: "BATCH-1017017", Message: "text", TrackingID: "ROUTER_1"},
		},
		{
			"E with objects only", 412, nil, `{"error":{"message":{"description":"text","code":1}}}`,
			APIError{Code: "1", Message: "text"},
		},
		{
			"A with an object", 400, nil, `{"errors":{"errorCode":8363,"description":"text"}}`,
			APIError{Code: "8363", Message: "text"},
		},
		{"E error as a text", 401, nil, `{"message":"Sign in.","error":"unauthorized"}`, APIError{Message: "Sign in."}},
		{"F HTML", 502, router, "<html><h1>Bad Gateway</h1></html>", APIError{Code: "25008", Message: "Bad Gateway", TrackingID: "ROUTERGW_head"}},
		{"F empty", 503, nil, "", APIError{Message: "Service Unavailable"}},
		{"a cut array", 400, nil, `[{"errors":[{"num`, APIError{Message: "Bad Request", Foreign: true}},
		{"null", 400, nil, `null`, APIError{Message: "Bad Request", Foreign: true}},
		{"several codes in the header", 400, http.Header{"Cisco-Spark-Error-Codes": {"25024, 8363"}}, ``, APIError{Code: "25024", Message: "Bad Request"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.want.Op, test.want.Status = "add numbers", test.status
			got := answerOf(t, step{status: test.status, header: test.header, body: test.body})
			test.want.RequestID = got.RequestID
			if diff := cmp.Diff(&test.want, got); diff != "" || !strings.HasPrefix(got.RequestID, "NUMBERLOADER_") {
				t.Error(diff)
			}
		})
	}
}

func TestRecordedAnswersAreRead(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/recorded.json")
	if err != nil {
		t.Fatal(err)
	}
	var recorded []struct {
		Name    string
		Status  int
		Headers map[string]string
		Body    json.RawMessage
	}
	if err := json.Unmarshal(text, &recorded); err != nil {
		t.Fatal(err)
	}
	// Status, code and tracking ID, and the beginning of the text.
	want := map[string]string{
		"01-delete-numbers-404-pstn-not-configured":              "Status 404, tracking ID ROUTERGW_420fc302-472e-4015-9cdf-a32cb0a99e02. Location fc8678da",
		"02-get-pstn-connection-404-not-configured":              "Status 404. Location 4ffd8bf3",
		"05-put-person-numbers-400-25008":                        "Status 400, code 25008, tracking ID ROUTERGW_3f26ee58-dfb9-44fa-8699-78054245ca81. Missing required field(s).",
		"06-wrong-path-404-no-static-resource":                   "Status 404, tracking ID ROUTERGW_5e8f44f7-4047-4bef-b935-30f92983dd89. No static resource",
		"07-create-feature-404-5620-location-unknown-to-calling": "Status 404, code 5620, tracking ID ROUTERGW_b3cca548-b291-41ae-ac48-f1bb7aaf29bb. [Error 5620] Group not found",
		"08-create-trunk-400-25008-missing-fields":               "Status 400, code 25008, tracking ID ROUTERGW_5815be95-3160-9d6e-9fac-b811c3d75b0d. Missing required field(s). Missing fields: locationId, password",
		"09-method-not-allowed-405":                              "Status 405, tracking ID ROUTERGW_35aa8c9d-eb89-4072-bf76-f3bdc5d0971f. The requested resource only allows",
		"13-add-numbers-400-list-body-shape":                     "Status 400, code <string>. <string>",
	}
	if len(recorded) != len(want) {
		t.Errorf("%d recordings, want %d", len(recorded), len(want))
	}
	for _, r := range recorded {
		header := http.Header{}
		for name, value := range r.Headers {
			header.Set(name, value)
		}
		got := answerOf(t, step{status: r.Status, header: header, body: string(r.Body)})
		if !strings.HasSuffix(got.Details(), "request "+got.RequestID+".") {
			t.Errorf("%s: the details %q do not name the request", r.Name, got.Details())
		}
		got.RequestID = ""
		if text := got.Details() + " " + got.Message; !strings.HasPrefix(text, want[r.Name]) || want[r.Name] == "" {
			t.Errorf("%s: got %q", r.Name, text)
		}
	}
}

func TestALargeErrorBodyIsCut(t *testing.T) {
	t.Parallel()
	got := answerOf(t, step{status: 400, body: `{"message":"` + strings.Repeat("x", 2*maxError) + `"}`})
	if got.Status != 400 || got.Message != "Bad Request" {
		t.Errorf("got %d, %.40q", got.Status, got.Message)
	}
}

func TestTheTokenIsNowhereInErrorsAndLogs(t *testing.T) {
	t.Parallel()
	api := answerOf(t, step{
		status: 400, header: http.Header{"Trackingid": {planted}},
		body: `{"message":"bad token ` + planted + `","errors":[{"number":"` + planted + `"}]}`,
	})
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Error("failed", slog.Any("err", api), slog.String("text", api.Error()))
	for _, text := range []string{log.String(), api.Error(), fmt.Sprintf("%#v", *api)} {
		if strings.Contains(text, planted) {
			t.Errorf("the token is in %q", text)
		}
	}
}

func TestATokenRedactsItself(t *testing.T) {
	t.Parallel()
	token, err := NewToken(planted)
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("token", slog.Any("token", token), slog.Any("holder", struct{ T Token }{token}))
	encoded, err := json.Marshal(map[string]any{"t": token, "p": &token})
	if err != nil {
		t.Fatal(err)
	}
	holder := struct {
		T Token
		P *Token
	}{token, &token}
	texts := []string{log.String(), string(encoded), token.String(), token.GoString()}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		texts = append(texts, fmt.Sprintf(verb, token), fmt.Sprintf(verb, &token), fmt.Sprintf(verb, holder))
	}
	for _, text := range texts {
		if strings.Contains(text, planted) || strings.Contains(text, fmt.Sprintf("%x", planted)) {
			t.Errorf("the token is in %q", text)
		}
	}
}

func TestNewToken(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		kind       fault.Kind
		ok         bool
	}{
		{"plain", planted, 0, true},
		{"space around it", "\n " + planted + "\r\n", 0, true},
		{"with its scheme", "Bearer " + planted, 0, true},
		{"nothing", " \n", fault.SignedOut, false},
		{"only the scheme", "bearer  ", fault.SignedOut, false},
		{"two words", "two words", fault.TokenRefused, false},
		{"a line break inside", "a\nb", fault.TokenRefused, false},
		{"not ASCII", "tökén", fault.TokenRefused, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, err := NewToken(test.text)
			if test.ok && (err != nil || got.secret != planted) || !test.ok && (err == nil || fault.KindOf(err) != test.kind) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func FuzzReadBody(f *testing.F) {
	for _, seed := range []string{"", "[]", "{}", `[{"errors":[{"number":"+1"}]}]`, `{"errors":[{"errorCode":1}]}`, "<html>", `{"error":[{"message":[{}]}]}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		b := readBody(text, visible)
		for _, n := range b.perNumber {
			if n.Number == "" {
				t.Error("an entry without a number")
			}
		}
	})
}

func FuzzNextLink(f *testing.F) {
	f.Add(`<https://a/b>; rel="next", <c>; rel=prev`)
	f.Fuzz(func(t *testing.T, header string) {
		if got := nextLink([]string{header}); !strings.Contains(header, got) {
			t.Errorf("%q is not in the header", got)
		}
	})
}
