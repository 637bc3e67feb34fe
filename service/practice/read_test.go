package practice_test

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"numberloader/service/practice"
)

func TestEveryReadFollowsTheContract(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	paths := []string{
		"/people/me", "/locations", "/telephony/config/locations", "/telephony/config/numbers", "/authorizations/tokenExpiry",
	}
	for _, id := range c.ids {
		paths = append(paths, "/telephony/config/locations/"+id)
	}
	for _, path := range paths {
		if got := c.get(path); got.status != http.StatusOK {
			t.Errorf("%s: %d %s", path, got.status, got.body)
		}
	}
}

func TestTheAdministratorMayAddNumbersToThePracticeOrganization(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	var me struct {
		DisplayName, OrgID string
		Roles              []string
	}
	c.get("/people/me").into(t, &me)
	// The ID of the role decodes to ciscospark://us/ROLE/id_full_admin.
	if want := []string{"Y2lzY29zcGFyazovL3VzL1JPTEUvaWRfZnVsbF9hZG1pbg"}; !slices.Equal(me.Roles, want) {
		t.Errorf("roles %q, wanted %q", me.Roles, want)
	}
	var organization struct{ DisplayName string }
	c.get("/organizations/"+me.OrgID).into(t, &organization)
	if organization.DisplayName != "Practice organization" {
		t.Errorf("the organization is %q", organization.DisplayName)
	}
	if got := c.get("/people/me?orgId=" + me.OrgID); got.status != http.StatusOK {
		t.Errorf("a query that names the organization: %d", got.status)
	}
	if got := c.get("/people/me?orgId=other"); got.status != http.StatusForbidden {
		t.Errorf("a query that names another organization: %d", got.status)
	}
}

func TestTheTokenEndsAfterTwelveHours(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	if got, want := c.get("/authorizations/tokenExpiry").body, `{"exp":1795478400000}`; got != want {
		t.Errorf("got %s, wanted %s", got, want)
	}
}

func TestOnlyTheTokenOfThisStartOpensTheOrganization(t *testing.T) {
	t.Parallel()
	random := &counting{}
	c, other := start(t, practice.Options{Random: random}), start(t, practice.Options{Random: random})
	for _, token := range []string{"", "x", other.server.Token()} {
		c.token = token
		got := c.get("/people/me")
		if got.status != http.StatusUnauthorized || !strings.Contains(got.body, "valid access token") {
			t.Errorf("token %q: %d %s", token, got.status, got.body)
		}
	}
}

func TestALocationForEachWayThatCallsComeIn(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	want := map[string]string{
		"Kansas City": "LOCAL_GATEWAY", "Austin": "NON_INTEGRATED_CCP", "London Bridge": "LOCAL_GATEWAY",
		"Berlin": "NON_INTEGRATED_CCP", "Toronto": "INTEGRATED_CCP", "Chicago": "CISCO_PSTN",
	}
	for name, wanted := range want {
		var connection struct{ PSTNConnectionType, RouteType string }
		c.get("/telephony/pstn/locations/"+c.ids[name]+"/connection").into(t, &connection)
		if connection.PSTNConnectionType != wanted {
			t.Errorf("%s: %q, wanted %q", name, connection.PSTNConnectionType, wanted)
		}
		if hasRoute := connection.RouteType != ""; hasRoute != (wanted == "LOCAL_GATEWAY") {
			t.Errorf("%s: route %q", name, connection.RouteType)
		}
	}
}

func TestALocationWithoutPSTNIsToldLikeOneThatDoesNotExist(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	for name, test := range map[string]struct{ id, named string }{
		"without PSTN": {c.ids["Sydney"], "0a4b8b52-6f0c-4a36-9a0e-1f9b7c6d1a07"},
		"unknown":      {"Y2lzY29zcGFyazovL3VzL0xPQ0FUSU9OLzEyMw", "123"},
		"no ID at all": {"nowhere!", "nowhere!"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := c.get("/telephony/pstn/locations/" + test.id + "/connection")
			want := `{"errorMessage":"Location ` + test.named + ` not found or PSTN for the location is not configured"}`
			if got.status != http.StatusNotFound || got.body != want {
				t.Errorf("%d %s\nwanted 404 %s", got.status, got.body, want)
			}
		})
	}
}

func TestTheDetailsOfALocation(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	var details struct {
		CallingLineID struct{ PhoneNumber string }
		Connection    *struct{ Type string }
	}
	c.get("/telephony/config/locations/"+c.ids["Kansas City"]).into(t, &details)
	if details.CallingLineID.PhoneNumber != "+18165550199" || details.Connection == nil || details.Connection.Type != "TRUNK" {
		t.Errorf("Kansas City: %+v", details)
	}
	sydney := c.get("/telephony/config/locations/" + c.ids["Sydney"])
	if !strings.Contains(sydney.body, `"callingLineId":{}`) || strings.Contains(sydney.body, `"connection"`) {
		t.Errorf("Sydney: %s", sydney.body)
	}
	if got := c.get("/telephony/config/locations/nowhere"); got.status != http.StatusNotFound || !strings.Contains(got.body, "5620") {
		t.Errorf("unknown: %d %s", got.status, got.body)
	}
}

func TestCallsThatDoNotExist(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	for _, path := range []string{
		"/no/such/call", "/organizations/other", "/telephony/config/locations//numbers", "/telephony/config/numbers/actions/activate",
	} {
		if got := c.get(path); got.status != http.StatusNotFound || !strings.Contains(got.body, `"trackingId":"PRACTICE_`) {
			t.Errorf("%s: %d %s", path, got.status, got.body)
		}
	}
}

func TestTheNumberListAndItsFilters(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	for query, want := range map[string][]string{
		"?locationId=" + c.ids["Austin"]:                           {"+15125550199", "+15125550198", "+15125550197"},
		"?phoneNumber=%2B15125550198":                              {"+15125550198"},
		"?phoneNumber=15125550198":                                 nil,
		"?state=INACTIVE":                                          {"+18165550197", "+18165550195", "+493023125998"},
		"?numberType=EXTENSION&locationId=" + c.ids["Kansas City"]: {"+18165550198", "+18165550196", ""},
		"?includedTelephonyTypes=MOBILE_NUMBER":                    {"+19135550199"},
	} {
		var got []string
		for _, n := range c.list(query) {
			got = append(got, n.PhoneNumber)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, wanted %q", query, got, want)
		}
	}
	for _, n := range c.list("?numberType=NUMBER") {
		if n.PhoneNumber == "" {
			t.Errorf("the extension %s is listed as a number", n.Extension)
		}
	}
	if all, numbers := c.list(""), c.list("?numberType=NUMBER"); len(all) != len(numbers)+1 {
		t.Errorf("%d entries of which %d are numbers; wanted one extension", len(all), len(numbers))
	}
	if n, _ := c.find("+18005550199"); !n.TollFreeNumber || !n.IsServiceNumber || n.Location.Name != "Kansas City" {
		t.Errorf("the toll-free number is %+v", n)
	}
}

func TestQueriesThatCannotBeAnswered(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	for _, path := range []string{
		"/telephony/config/numbers?max=x", "/telephony/config/numbers?max=0", "/telephony/config/numbers?start=-1",
		"/telephony/config/numbers?numberType=FAX", "/telephony/config/numbers?state=GONE",
		"/telephony/config/numbers?includedTelephonyTypes=FAX", "/locations?max=x", "/telephony/config/locations?start=x",
	} {
		got := c.get(path)
		if got.status != http.StatusBadRequest || got.header.Get("Cisco-Spark-Error-Codes") != "25024" {
			t.Errorf("%s: %d %s", path, got.status, got.body)
		}
	}
}

func TestListsComeInPagesThatLinkToTheNext(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{MaxPage: 2})
	next := regexp.MustCompile(`^<(.+)>; rel="next"$`)
	for path, item := range map[string]*regexp.Regexp{
		"/locations?orgId=":                                   regexp.MustCompile(`"name":"[^"]+"`),
		"/telephony/config/locations":                         regexp.MustCompile(`"name":"[^"]+","outside`),
		"/telephony/config/numbers?max=500&numberType=NUMBER": regexp.MustCompile(`"phoneNumber":"[^"]+"`),
	} {
		var found []string
		pages := 0
		for at := path; at != ""; pages++ {
			got := c.get(at)
			items := item.FindAllString(got.body, -1)
			if len(items) > 2 || len(items) == 0 {
				t.Fatalf("%s has %d items", at, len(items))
			}
			found = append(found, items...)
			at = ""
			if link := next.FindStringSubmatch(got.header.Get("Link")); link != nil {
				u, err := url.Parse(link[1])
				if err != nil {
					t.Fatal(err)
				}
				at = strings.TrimPrefix(u.RequestURI(), "/v1")
			}
		}
		if sorted := slices.Compact(slices.Sorted(slices.Values(found))); len(sorted) != len(found) {
			t.Errorf("%s: pages repeat items: %q", path, found)
		}
		if pages != (len(found)+1)/2 || len(found) < 7 {
			t.Errorf("%s: %d items on %d pages", path, len(found), pages)
		}
	}
}

func TestAPageBehindTheEndIsEmpty(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	got := c.get("/telephony/config/numbers?start=5000")
	if got.body != `{"phoneNumbers":[]}` || got.header.Get("Link") != "" {
		t.Errorf("%s, link %q", got.body, got.header.Get("Link"))
	}
}

func TestLocationsCanBeLookedUpByAPartOfTheirName(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	for _, path := range []string{"/locations?name=bridge", "/telephony/config/locations?name=bridge"} {
		if got := c.get(path).body; !strings.Contains(got, "London Bridge") || strings.Contains(got, "Berlin") {
			t.Errorf("%s: %s", path, got)
		}
	}
}

func TestValidateJudgesEachNumber(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	for name, test := range map[string]struct{ number, state, code string }{
		"free":                     {"+18165550100", "Available", ""},
		"refused when it is added": {"+18165550013", "Available", ""},
		"in use":                   {"+18165550199", "Duplicate", "8363"},
		"held elsewhere":           {"+18165550014", "Unavailable", "8361"},
		"too short":                {"+1800", "Invalid", "8362"},
		"no plus sign":             {"18165550100", "Invalid", "8362"},
		"letters":                  {"+1816555010x", "Invalid", "8362"},
		"no such area code":        {"+10165550100", "Invalid", "8362"},
		"another country":          {"+442079460001", "Available", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got struct {
				Status  string
				Numbers []struct {
					Number, State string
					Detail        []string
				}
			}
			c.call(http.MethodPost, "/telephony/config/actions/validateNumbers/invoke",
				body(t, map[string]any{"phoneNumbers": []string{test.number}})).into(t, &got)
			wantStatus, wantDetail := "OK", ""
			if test.code != "" {
				wantStatus, wantDetail = "ERRORS", fmt.Sprintf("[Error %s] ", test.code)
			}
			n := got.Numbers[0]
			if got.Status != wantStatus || n.State != test.state || !strings.HasPrefix(strings.Join(n.Detail, ""), wantDetail) {
				t.Errorf("%s: %+v", got.Status, n)
			}
		})
	}
}

func TestValidateFindsRepeatedNumbersAndTollFreeOnes(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{})
	got := c.call(http.MethodPost, "/telephony/config/actions/validateNumbers/invoke",
		`{"phoneNumbers":["+18005550100","+18005550100"]}`)
	want := `{"status":"ERRORS","numbers":[{"number":"+18005550100","state":"Available","tollFreeNumber":true},` +
		`{"number":"+18005550100","state":"Duplicate In List","tollFreeNumber":true,` +
		`"detail":["[Error 8360] Duplicate DN in the request : +18005550100"]}]}`
	if got.body != want {
		t.Errorf("got  %s\nwant %s", got.body, want)
	}
	if got := c.call(http.MethodPost, "/telephony/config/actions/validateNumbers/invoke", `{}`); got.status != http.StatusBadRequest {
		t.Errorf("no numbers: %d", got.status)
	}
	if got := c.call(http.MethodPost, "/telephony/config/actions/validateNumbers/invoke", `[`); got.status != http.StatusBadRequest {
		t.Errorf("no JSON: %d", got.status)
	}
}

func TestTheListSaysHowManyNumbersItHas(t *testing.T) {
	t.Parallel()
	c := start(t, practice.Options{MaxPage: 3})
	for _, query := range []string{"?numberType=NUMBER&details=true", "?numberType=EXTENSION&details=true", "?state=INACTIVE&details=true&start=2"} {
		var page struct {
			PhoneNumbers []number
			Count        *struct{ Total int }
		}
		c.get("/telephony/config/numbers"+query).into(t, &page)
		whole := 0
		for start := 0; ; start += 3 {
			items := c.list(strings.ReplaceAll(query, "&start=2", "") + "&start=" + strconv.Itoa(start))
			if whole += len(items); len(items) == 0 {
				break
			}
		}
		if page.Count == nil || page.Count.Total != whole {
			t.Errorf("%s counts %+v, and lists %d", query, page.Count, whole)
		}
	}
	var plain struct{ Count *struct{} }
	if c.get("/telephony/config/numbers").into(t, &plain); plain.Count != nil {
		t.Error("it counts without being asked to")
	}
}
