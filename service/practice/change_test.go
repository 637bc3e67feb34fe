package practice_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"numberloader/service/practice"
)

func TestAddedNumbersAreListedAtOnce(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	got := c.call(http.MethodPost, c.numbersOf("Kansas City"),
		`{"phoneNumbers":["+18165550100","+18165550101"],"numberType":"DID","numberUsageType":"SERVICE","state":"INACTIVE"}`)
	if got.status != http.StatusCreated || got.body != "" {
		t.Fatalf("%d %s", got.status, got.body)
	}
	n, ok := c.find("+18165550101")
	switch {
	case !ok:
		t.Error("ok is false")
	case n.State != "INACTIVE":
		t.Errorf("n.State is %q, not %q", n.State, "INACTIVE")
	case !n.IsServiceNumber:
		t.Error("n.IsServiceNumber is false")
	case n.Location.ID != c.ids["Kansas City"]:
		t.Errorf("n.Location.ID is %v, not %v", n.Location.ID, c.ids["Kansas City"])
	}
}

func TestNumbersAreActiveUnlessTheyAreMobile(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	c.add("Austin", "DID", "+15125550100")
	c.add("Austin", "MOBILE", "+15125550101")
	did, _ := c.find("+15125550100")
	mobile, _ := c.find("+15125550101")
	if did.State != "ACTIVE" || did.IncludedTelephonyTypes != "PSTN_NUMBER" {
		t.Errorf("the DID is %+v", did)
	}
	if mobile.State != "INACTIVE" || mobile.IncludedTelephonyTypes != "MOBILE_NUMBER" {
		t.Errorf("the mobile number is %+v", mobile)
	}
}

func TestMobileNumbersMayGoWhereOthersMayNot(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	for location, text := range map[string]string{"Chicago": "+13125550100", "Toronto": "+14165550100"} {
		for _, kind := range []string{"DID", "TOLLFREE"} {
			got := c.add(location, kind, text)
			if got.status != http.StatusBadRequest || got.header.Get("Cisco-Spark-Error-Codes") != "ERR.V.TRM.TMN60004" {
				t.Errorf("%s to %s: %d %s", kind, location, got.status, got.body)
			}
		}
		if got := c.add(location, "MOBILE", text); got.status != http.StatusCreated {
			t.Errorf("MOBILE to %s: %d %s", location, got.status, got.body)
		}
	}
}

// mobiles are n numbers of the range kept for examples.
func mobiles(n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("+1913555%04d", 100+i)
	}
	return all
}

func TestRequestsThatAreRefusedAsAWhole(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	list := func(kind string, numbers ...string) string {
		return body(t, map[string]any{"phoneNumbers": numbers, "numberType": kind})
	}
	for name, test := range map[string]struct {
		location, body string
		status         int
		want           string
	}{
		"no PSTN":             {"Sydney", list("MOBILE", "+61491570006"), 404, "PSTN for the location is not configured"},
		"21 mobile numbers":   {"Kansas City", list("MOBILE", mobiles(21)...), 400, "Only 20 mobile numbers"},
		"no numbers":          {"Kansas City", `{"numberType":"DID"}`, 400, `"errorCode":25008`},
		"empty body":          {"Kansas City", ``, 400, `"errorCode":25024`},
		"cut body":            {"Kansas City", `{"phoneNumbers":["+1816`, 400, "Invalid JSON format in request body"},
		"two bodies":          {"Kansas City", list("DID", "+18165550100") + "{}", 400, "Invalid JSON format in request body"},
		"numbers as numbers":  {"Kansas City", `{"phoneNumbers":[18165550100]}`, 400, "Invalid field value: phoneNumbers"},
		"unknown type":        {"Kansas City", list("FAX", "+18165550100"), 400, "Invalid field value: numberType"},
		"unknown usage":       {"Kansas City", `{"phoneNumbers":["+18165550100"],"numberUsageType":"MUCH"}`, 400, "numberUsageType"},
		"unknown state":       {"Kansas City", `{"phoneNumbers":["+18165550100"],"state":"GONE"}`, 400, "Invalid field value: state"},
		"number in use here":  {"Kansas City", list("DID", "+18165550100", "+18165550199"), 409, `"errorCode":25223`},
		"number in use there": {"Austin", list("DID", "+18165550199"), 409, `"errorCode":8363`},
		"too large":           {"Kansas City", `{"phoneNumbers":["` + strings.Repeat("1", 2<<20), 400, "too large"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := c.call(http.MethodPost, c.numbersOf(test.location), test.body)
			if got.status != test.status || !strings.Contains(got.body, test.want) {
				t.Errorf("%d %s, wanted %d with %s", got.status, got.body, test.status, test.want)
			}
			if _, ok := c.find("+18165550100"); ok {
				t.Error("a number of a refused request was added")
			}
		})
	}
}

func TestTwentyMobileNumbersFit(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	if got := c.add("Kansas City", "MOBILE", mobiles(20)...); got.status != http.StatusCreated {
		t.Errorf("%d %s", got.status, got.body)
	}
}

func TestARefusedNumberIsNamedAndTheOthersAreAdded(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	got := c.add("London Bridge", "DID", "+442079460012", "+442079460013", "+442079460014", "+442079460015", "+442079460015", "02079460016")
	var refused []struct {
		Errors []struct{ Number, ErrorType, ErrorCode, ErrorTitle, ErrorMessage string }
	}
	if got.status != http.StatusBadRequest {
		t.Fatalf("%d %s", got.status, got.body)
	}
	got.into(t, &refused)
	var reasons []string
	for _, e := range refused[0].Errors {
		reasons = append(reasons, e.Number+" "+e.ErrorCode)
		if e.ErrorType != "VERIFICATION" || e.ErrorTitle == "" || e.ErrorMessage == "" {
			t.Errorf("incomplete: %+v", e)
		}
	}
	want := "+442079460013 ERR.V.TRM.TMN60045, +442079460014 8361, +442079460015 8360, 02079460016 8362"
	if strings.Join(reasons, ", ") != want {
		t.Errorf("refused: %s\nwanted:  %s", strings.Join(reasons, ", "), want)
	}
	for text, wanted := range map[string]bool{"+442079460012": true, "+442079460013": false, "+442079460014": false, "+442079460015": true} {
		if _, ok := c.find(text); ok != wanted {
			t.Errorf("%s is listed: %v, wanted %v", text, ok, wanted)
		}
	}
}

func TestRemovedNumbersAreGoneAndCanComeBack(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	c.add("Kansas City", "DID", "+18165550100", "+18165550101", "+18165550102")
	got := c.call(http.MethodDelete, c.numbersOf("Kansas City"), `{"phoneNumbers":["+18165550100","+18165550101"]}`)
	if got.status != http.StatusNoContent {
		t.Fatalf("%d %s", got.status, got.body)
	}
	if _, ok := c.find("+18165550100"); ok {
		t.Error("it is still there")
	}
	if _, ok := c.find("+18165550102"); !ok {
		t.Error("another one is gone too")
	}
	if got := c.add("Kansas City", "DID", "+18165550100"); got.status != http.StatusCreated {
		t.Errorf("add it again: %d %s", got.status, got.body)
	}
}

func TestActivateAndDeactivate(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	c.add("Kansas City", "MOBILE", "+19135550100")
	for _, step := range []struct{ body, want string }{
		{`{"phoneNumbers":["+18165550197","+19135550100"]}`, "ACTIVE"},
		{`{"phoneNumbers":["+18165550197"],"action":"DEACTIVATE"}`, "INACTIVE"},
		{`{"phoneNumbers":["+18165550197"],"action":"ACTIVATE"}`, "ACTIVE"},
	} {
		if got := c.call(http.MethodPut, c.numbersOf("Kansas City"), step.body); got.status != http.StatusNoContent {
			t.Fatalf("%s: %d %s", step.body, got.status, got.body)
		}
		if n, _ := c.find("+18165550197"); n.State != step.want {
			t.Errorf("%s: the number is %s", step.body, n.State)
		}
	}
	if n, _ := c.find("+19135550100"); n.State != "INACTIVE" {
		t.Errorf("the mobile number is %s", n.State)
	}
}

func TestChangesThatAreRefused(t *testing.T) {
	t.Parallel()
	many := make([]string, 501)
	for i := range many {
		many[i] = fmt.Sprintf("+1816555%04d", 2000+i)
	}
	tests := map[string]struct {
		method, location string
		numbers          []string
		action           string
		status           int
		code             string
	}{
		"remove the main number":        {"DELETE", "Kansas City", []string{"+18165550199"}, "", 400, "25024"},
		"remove an assigned number":     {"DELETE", "Kansas City", []string{"+18165550197", "+18165550198"}, "", 400, "25024"},
		"remove an unknown number":      {"DELETE", "Kansas City", []string{"+18165550197", "+18165550100"}, "", 502, "4251"},
		"remove another's number":       {"DELETE", "Austin", []string{"+18165550197"}, "", 502, "4251"},
		"remove from integrated":        {"DELETE", "Chicago", []string{"+13125550199"}, "", 400, "ERR.V.TRM.TMN60004"},
		"remove without PSTN":           {"DELETE", "Sydney", []string{"+18165550197"}, "", 404, ""},
		"remove six":                    {"DELETE", "Kansas City", many[:6], "", 400, "25024"},
		"remove nothing":                {"DELETE", "Kansas City", nil, "", 400, "25008"},
		"activate at integrated":        {"PUT", "Toronto", []string{"+14165550199"}, "", 400, "ERR.V.TRM.TMN60004"},
		"activate an unknown number":    {"PUT", "Kansas City", []string{"+18165550100"}, "", 502, "4251"},
		"an unknown action":             {"PUT", "Kansas City", []string{"+18165550197"}, "SING", 400, "25024"},
		"deactivate the main number":    {"PUT", "Kansas City", []string{"+18165550199"}, "DEACTIVATE", 400, "25024"},
		"deactivate an assigned number": {"PUT", "Kansas City", []string{"+18165550198"}, "DEACTIVATE", 400, "25024"},
		"deactivate 501":                {"PUT", "Kansas City", many, "DEACTIVATE", 400, "25024"},
	}
	c := start(t, practice.Options{})
	before := c.list("")
	for name, test := range tests {
		got := c.call(test.method, c.numbersOf(test.location), body(t, map[string]any{"phoneNumbers": test.numbers, "action": test.action}))
		if got.status != test.status || got.header.Get("Cisco-Spark-Error-Codes") != test.code {
			t.Errorf("%s: %d %s", name, got.status, got.body)
		}
	}
	for _, method := range []string{http.MethodPut, http.MethodDelete} {
		if got := c.call(method, c.numbersOf("Kansas City"), ""); got.status != http.StatusBadRequest {
			t.Errorf("%s without a body: %d", method, got.status)
		}
	}
	if after := c.list(""); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("refused changes changed the list:\n%v\n%v", before, after)
	}
}

func TestEverySoManiethAddHasToWaitOnce(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{Behavior: always(practice.Behavior{ThrottleEvery: 3})})
	var statuses []int
	for i := range 6 {
		got := c.add("Kansas City", "DID", fmt.Sprintf("+1816555%04d", 100+i))
		statuses = append(statuses, got.status)
		if got.status == http.StatusTooManyRequests && got.header.Get("Retry-After") != "2" {
			t.Errorf("Retry-After %q", got.header.Get("Retry-After"))
		}
	}
	if want := "[201 201 429 201 201 429]"; fmt.Sprint(statuses) != want {
		t.Errorf("statuses %v, wanted %s", statuses, want)
	}
	if _, ok := c.find("+18165550102"); ok {
		t.Error("a request that had to wait was carried out")
	}
}

func always(b practice.Behavior) func() practice.Behavior {
	return func() practice.Behavior { return b }
}

func TestEverySoManiethAddFailsOnPurpose(t *testing.T) {
	t.Parallel()
	var failing atomic.Int64
	c := start(t, practice.Options{Behavior: func() practice.Behavior { return practice.Behavior{FailEvery: int(failing.Load())} }})
	last := 100
	outcomes := func() (all []string) {
		for range 4 {
			last++
			number := fmt.Sprintf("+1816555%04d", last)
			got, err := c.try(http.MethodPost, c.numbersOf("Kansas City"), fmt.Sprintf(`{"phoneNumbers":[%q]}`, number))
			_, there := c.find(number)
			all = append(all, fmt.Sprint(got.status, err != nil, there))
		}
		return all
	}
	fine := "201 false true"
	if got, want := outcomes(), []string{fine, fine, fine, fine}; !slices.Equal(got, want) {
		t.Errorf("nothing was to fail: %v", got)
	}
	failing.Store(2) // from the next request on: the fifth
	if got, want := outcomes(), []string{fine, "400 false false", fine, "0 true true"}; !slices.Equal(got, want) {
		t.Errorf("got %v, wanted %v", got, want)
	}
}

func BenchmarkAddNumbers(b *testing.B) {
	server, err := practice.Start(practice.Options{Sleep: neverSleep, Now: time.Now, Random: &counting{}})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = server.Close() }()
	const path = "/telephony/config/locations/Y2lzY29zcGFyazovL3VzL0xPQ0FUSU9OLzBhNGI4YjUyLTZmMGMtNGEzNi05YTBlLTFmOWI3YzZkMWEwMQ/numbers"
	for i := 0; b.Loop(); i++ {
		r, err := http.NewRequestWithContext(b.Context(), http.MethodPost, server.URL()+path,
			strings.NewReader(fmt.Sprintf(`{"phoneNumbers":["+1816%07d"],"numberType":"DID"}`, 2000000+i*100)))
		if err != nil {
			b.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer "+server.Token())
		got, err := http.DefaultClient.Do(r)
		if err != nil {
			b.Fatal(err)
		}
		if err := got.Body.Close(); err != nil || got.StatusCode != http.StatusCreated {
			b.Fatal(got.Status, err)
		}
	}
}
