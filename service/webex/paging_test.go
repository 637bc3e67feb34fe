package webex

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func link(value string) http.Header { return http.Header{"Link": {value}} }

func TestLinksLeadThroughAList(t *testing.T) {
	t.Parallel()
	r := newRig(t,
		step{
			path: "/telephony/config/locations", query: "max=500", body: `{"locations":[{"id":"a","name":"A"}]}`,
			header: link(`<http://127.0.0.1/base/v1/telephony/config/locations?start=1&max=1>; rel="next", <http://127.0.0.1/base/v1/x>; rel="last"`),
		},
		step{
			path: "/telephony/config/locations", query: "start=1&max=1", body: `{"locations":[{"id":"b","name":"B"}]}`,
			header: link(`</base/v1/telephony/config/locations?start=0>; rel="first", <?start=2&max=1>; title="a, b"; rel=next`),
		},
		step{path: "/telephony/config/locations", query: "start=2&max=1", body: `{"locations":[{"id":"c","name":"C"}]}`},
		step{path: "/telephony/config/locations", query: "max=1&start=3", body: `{"locations":[]}`},
	)
	all, err := r.CallingLocations(t.Context())
	if err != nil || len(all) != 3 || all[2].ID != "c" {
		t.Errorf("got %v, %v", all, err)
	}
}

// pagesOf answers like a service with so many numbers, in pages as large as it
// likes.
type pagesOf struct {
	numbers int
	page    int  // the most in a page, 0 for what is asked for
	links   bool // pages link to the next one
	endless bool // empty pages, too
	counts  bool // it says how many there are
	slow    int  // it has no time for larger pages, 0 for any
}

func (p pagesOf) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	start, _ := strconv.Atoi(query.Get("start"))
	size, _ := strconv.Atoi(query.Get("max"))
	if p.slow > 0 && size > p.slow {
		w.WriteHeader(http.StatusGatewayTimeout)
		return
	}
	if p.page > 0 {
		size = min(size, p.page)
	}
	size = max(min(size, p.numbers-start), 0)
	if p.links && (p.endless || start+size < p.numbers) {
		query.Set("start", strconv.Itoa(start+size))
		w.Header().Set("Link", `<?`+query.Encode()+`>; rel="next"`)
	}
	count := ""
	if p.counts && query.Get("details") == "true" {
		count = fmt.Sprintf(`,"count":{"total":%d}`, p.numbers)
	}
	_, _ = w.Write([]byte(`{"phoneNumbers":[` + strings.Join(numberItems(start, size), ",") + `]` + count + `}`))
}

func numberItems(from, count int) []string {
	items := make([]string, count)
	for i := range items {
		items[i] = fmt.Sprintf(`{"phoneNumber":"+1300%04d","state":"ACTIVE","mainNumber":false,"location":{"id":"l","name":"Denver"}}`, from+i)
	}
	return items
}

// steps are enough calls of the list for a test that counts them itself.
func (p pagesOf) steps(count int) []step {
	all := make([]step, count)
	for i := range all {
		all[i] = step{path: "/telephony/config/numbers", do: p.ServeHTTP}
	}
	return all
}

func TestAListIsWholeHoweverItIsPaged(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		list  pagesOf
		calls int
	}{
		{"nothing", pagesOf{}, 1},
		{"full pages and an empty one", pagesOf{numbers: 4000}, 3},
		{"a page that is not full may not be the last", pagesOf{numbers: 10}, 2},
		{"short pages without links", pagesOf{numbers: 3500, page: 1000}, 5},
		{"short pages with links", pagesOf{numbers: 3500, page: 1000, links: true}, 5},
		{"an empty page that links on", pagesOf{numbers: 3000, page: 1000, links: true, endless: true}, 4},
		{"a count saves the empty page", pagesOf{numbers: 10, counts: true}, 1},
		{"a count and short pages", pagesOf{numbers: 3500, page: 1000, counts: true}, 4},
		{"no time for large pages", pagesOf{numbers: 600, slow: 250, counts: true}, 3 + 3},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, test.list.steps(test.calls)...)
			all, err := r.Numbers(t.Context(), "")
			if err != nil || len(all) != test.list.numbers {
				t.Fatalf("got %d, %v", len(all), err)
			}
			for i, n := range all {
				if n.PhoneNumber != fmt.Sprintf("+1300%04d", i) {
					t.Fatalf("number %d is %s", i, n.PhoneNumber)
				}
			}
		})
	}
}

// TestAListIsWholeWhateverTheManners draws the manners.
func TestAListIsWholeWhateverTheManners(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		list := pagesOf{
			numbers: rapid.IntRange(0, 700).Draw(rt, "numbers"), page: rapid.IntRange(0, 300).Draw(rt, "page"),
			links: rapid.Bool().Draw(rt, "links"), endless: rapid.Bool().Draw(rt, "endless"),
			counts: rapid.Bool().Draw(rt, "counts"), slow: rapid.SampledFrom([]int{0, 100, 120, 1000}).Draw(rt, "slow"),
		}
		r := newRig(t, list.steps(2000)...)
		all, err := r.Numbers(t.Context(), "")
		r.script.forget()
		if err != nil || len(all) != list.numbers {
			rt.Fatalf("got %d, %v", len(all), err)
		}
	})
}

func TestAPageThatIsTooMuchIsAskedForInHalves(t *testing.T) {
	t.Parallel()
	r := newRig(t, append(fails504(5), pagesOf{numbers: 150, slow: 100}.steps(3+3)...)...)
	for range 2 { // what was too much is not asked for again
		if all, err := r.Numbers(t.Context(), ""); err != nil || len(all) != 150 {
			t.Fatalf("got %d, %v", len(all), err)
		}
	}
	want := []string{"2000", "1000", "500", "250", "125", "100", "100", "100", "100", "100", "100"}
	for i, s := range r.script.seen {
		if u, err := url.Parse(s.url); err != nil || u.Query().Get("max") != want[i] {
			t.Errorf("call %d asked for %s, %v", i, s.url, err)
		}
	}
	r.wantPauses(t, 1, 1, 1, 1, 1)
}

func fails504(times int) []step {
	steps := fails(http.StatusGatewayTimeout, times)
	for i := range steps {
		steps[i].path = "/telephony/config/numbers"
	}
	return steps
}

func TestTheSmallestPageIsTriedAsOftenAsAnyRead(t *testing.T) {
	t.Parallel()
	r := newRig(t, fails504(5+readTries)...)
	if _, err := r.Numbers(t.Context(), ""); err == nil {
		t.Error("no error")
	}
	r.wantPauses(t, 1, 1, 1, 1, 1, 1, 2, 4, 8, 16)
}

func TestAListThatRepeatsItselfIsNotTakenForAWholeOne(t *testing.T) {
	t.Parallel()
	same := step{path: "/telephony/config/numbers", body: `{"phoneNumbers":[` + numberItems(0, 1)[0] + `]}`}
	r := newRig(t, same, same)
	if _, err := r.Numbers(t.Context(), ""); !errors.Is(err, errRepeating) {
		t.Errorf("got %v", err)
	}
}

// The contract has no "start" for the list of all locations, and a service may not
// go by it in the other one.
func TestListsOfLocationsEndWhereNothingLeadsOn(t *testing.T) {
	t.Parallel()
	const two = `[{"id":"a","name":"A"},{"id":"b","name":"B"}]`
	same := step{path: "/telephony/config/locations", body: `{"locations":` + two + `}`}
	r := newRig(t, step{path: "/locations", query: "max=500", body: `{"items":` + two + `}`}, same, same)
	if all, err := r.Locations(t.Context()); err != nil || len(all) != 2 {
		t.Errorf("got %v, %v", all, err)
	}
	if all, err := r.CallingLocations(t.Context()); err != nil || len(all) != 2 {
		t.Errorf("got %v, %v", all, err)
	}
}

func TestALaterPageThatFailsFailsTheList(t *testing.T) {
	t.Parallel()
	r := newRig(t, append(pagesOf{numbers: 4000}.steps(1), step{path: "/telephony/config/numbers", status: 403})...)
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
		r := newRig(t, step{path: "/locations", body: `{"items":[{"id":"a","name":"A"}]}`, header: link("<" + target + `>; rel="next"`)})
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
