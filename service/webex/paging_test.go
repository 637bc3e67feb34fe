package webex

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
)

func link(value string) http.Header { return http.Header{"Link": {value}} }

func TestLinksLeadThroughAList(t *testing.T) {
	t.Parallel()
	r := newRig(t,
		step{
			path: "/telephony/config/locations", query: "max=500", body: `{"locations":[{"id":"a"}]}`,
			header: link(`<http://127.0.0.1/base/v1/telephony/config/locations?start=1&max=1>; rel="next", <http://127.0.0.1/base/v1/x>; rel="last"`),
		},
		step{
			path: "/telephony/config/locations", query: "start=1&max=1", body: `{"locations":[{"id":"b"}]}`,
			header: link(`</base/v1/telephony/config/locations?start=0>; rel="first", <?start=2&max=1>; title="a, b"; rel=next`),
		},
		step{path: "/telephony/config/locations", query: "start=2&max=1", body: `{"locations":[{"id":"c"}]}`},
	)
	all, err := r.CallingLocations(t.Context())
	if err != nil || len(all) != 3 || all[2].ID != "c" {
		t.Errorf("got %v, %v", all, err)
	}
}

func TestWithoutLinksFullPagesLeadOn(t *testing.T) {
	t.Parallel()
	r := newRig(t,
		step{path: "/telephony/config/numbers", query: "max=2000&numberType=NUMBER", body: numbersPage(0, 2000)},
		step{path: "/telephony/config/numbers", query: "max=2000&numberType=NUMBER&start=2000", body: numbersPage(2000, 2000)},
		step{path: "/telephony/config/numbers", query: "max=2000&numberType=NUMBER&start=4000", body: numbersPage(4000, 0)},
	)
	all, err := r.Numbers(t.Context(), "")
	if err != nil || len(all) != 4000 || all[3999].PhoneNumber != "+13003999" {
		t.Errorf("got %d, %v", len(all), err)
	}
}

func numbersPage(from, count int) string {
	items := make([]string, count)
	for i := range items {
		items[i] = fmt.Sprintf(`{"phoneNumber":"+1300%04d","location":{"id":"l","name":"Denver"}}`, from+i)
	}
	return `{"phoneNumbers":[` + strings.Join(items, ",") + `]}`
}

func TestAListThatRepeatsItselfIsNotTakenForAWholeOne(t *testing.T) {
	t.Parallel()
	page := numbersPage(0, 2000)
	r := newRig(t,
		step{path: "/telephony/config/numbers", body: page},
		step{path: "/telephony/config/numbers", body: page},
	)
	if _, err := r.Numbers(t.Context(), ""); !errors.Is(err, errRepeating) {
		t.Errorf("got %v", err)
	}
}

func TestALaterPageThatFailsFailsTheList(t *testing.T) {
	t.Parallel()
	r := newRig(t,
		step{path: "/telephony/config/numbers", body: numbersPage(0, 2000)},
		step{path: "/telephony/config/numbers", status: 403},
	)
	if all, err := r.Numbers(t.Context(), ""); err == nil {
		t.Errorf("got %d numbers and no error", len(all))
	}
}

func TestTheTokenStaysWithItsService(t *testing.T) {
	t.Parallel()
	for _, target := range []string{
		"https://evil.example/base/v1/locations", "http://127.0.0.1:8080/base/v1/locations", "//evil.example/x",
		"https://127.0.0.1/base/v1/locations", "http://a:b@127.0.0.1/base/v1/locations", "http://127.0.0.1.evil.example/", "http://%zz",
		"http://127.0.0.1/other/v1/locations", "http://127.0.0.1/base/v10/locations", "../../x", "http://127.0.0.1/base/v1/%2e%2e/%2e%2e/x",
	} {
		r := newRig(t, step{path: "/locations", body: `{"items":[{"id":"a"}]}`, header: link("<" + target + `>; rel="next"`)})
		if _, err := r.Locations(t.Context()); !errors.Is(err, errOtherHost) {
			t.Errorf("%s: got %v", target, err)
		}
	}
}

func TestNextLink(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, header, want string }{
		{"none", "", ""},
		{"rubbish", "next page, please", ""},
		{"no rel", "<https://a/b>", ""},
		{"another rel", `<https://a/b>; rel="prev"`, ""},
		{"quoted", `<https://a/b?c=d;e>; rel="next"`, "https://a/b?c=d;e"},
		{"bare", `<https://a/b>;rel=next`, "https://a/b"},
		{"upper case", `<https://a/b>; REL="NEXT"`, "https://a/b"},
		{"second", `<https://a/b>; rel="prev", <https://a/c>; rel="next"`, "https://a/c"},
		{"further parameters", `<https://a/b>; rel="next"; title="n"`, "https://a/b"},
		{"never closed", `<https://a/b`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := nextLink([]string{test.header}); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
