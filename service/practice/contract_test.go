package practice_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"

	"numberloader/service/practice"
)

// counting is a source of tokens that differ.
type counting struct{ last byte }

func (c *counting) Read(b []byte) (int, error) {
	for i := range b {
		c.last++
		b[i] = c.last
	}
	return len(b), nil
}

// noon is the time in these tests.
func noon() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }

// neverSleep fails a test that waits.
func neverSleep(context.Context, time.Duration) error { return errors.New("nobody should wait here") }

// client calls a practice organization over HTTP and holds every answer against
// the published description of the call.
type client struct {
	t      *testing.T
	server *practice.Server
	router routers.Router
	token  string
	ids    map[string]string // of locations, by name
}

func start(t *testing.T, options practice.Options) *client {
	t.Helper()
	if options.Sleep == nil {
		options.Sleep = neverSleep
	}
	if options.Now == nil {
		options.Now = noon
	}
	if options.Random == nil {
		options.Random = &counting{}
	}
	server, err := practice.Start(options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	c := &client{t: t, server: server, router: contract(t, server.URL()), token: server.Token(), ids: map[string]string{}}
	var list struct{ Items []struct{ ID, Name string } }
	c.get("/locations").into(t, &list)
	for _, l := range list.Items {
		c.ids[l.Name] = l.ID
	}
	return c
}

// document is the OpenAPI document, read once: that takes a while.
var document = sync.OnceValues(func() (*openapi3.T, error) {
	return openapi3.NewLoader().LoadFromFile("testdata/webex-numbers-subset.json")
})

func contract(t *testing.T, url string) routers.Router {
	t.Helper()
	shared, err := document()
	if err != nil {
		t.Fatal(err)
	}
	own := *shared
	own.Servers = openapi3.Servers{{URL: url}}
	router, err := gorillamux.NewRouter(&own)
	if err != nil {
		t.Fatal(err)
	}
	return router
}

type answer struct {
	status int
	header http.Header
	body   string
}

func (a answer) into(t *testing.T, value any) {
	t.Helper()
	if err := json.Unmarshal([]byte(a.body), value); err != nil {
		t.Fatalf("%s: %v", a.body, err)
	}
}

func (c *client) get(path string) answer { return c.call(http.MethodGet, path, "") }

func (c *client) call(method, path, body string) answer {
	c.t.Helper()
	got, err := c.try(method, path, body)
	if err != nil {
		c.t.Fatalf("%s %s: %v", method, path, err)
	}
	return got
}

// try is call for requests that may get no answer.
func (c *client) try(method, path, body string) (answer, error) {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), method, c.server.URL()+path, strings.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+c.token)
	r.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return answer{}, err
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	got := answer{response.StatusCode, response.Header, string(text)}
	c.holdAgainstContract(r, got)
	return got, nil
}

// holdAgainstContract checks an answer: each has a tracking ID, a status that
// the call may have, and, where it succeeded, the documented body. The document
// describes no body of an error as Webex really sends it.
func (c *client) holdAgainstContract(r *http.Request, got answer) {
	c.t.Helper()
	route, parameters, err := c.router.FindRoute(r)
	if err != nil {
		if got.status != http.StatusNotFound {
			c.t.Errorf("%s %s is no documented call, but was answered with %d", r.Method, r.URL.Path, got.status)
		}
		return
	}
	if !strings.HasPrefix(got.header.Get("Trackingid"), "PRACTICE_") {
		c.t.Errorf("%s %s: tracking ID %q", r.Method, r.URL.Path, got.header.Get("Trackingid"))
	}
	input := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: r, PathParams: parameters, Route: route},
		Status:                 got.status,
		Header:                 got.header,
		Body:                   io.NopCloser(bytes.NewReader([]byte(got.body))),
		Options: &openapi3filter.Options{
			IncludeResponseStatus: true,
			ExcludeResponseBody:   got.status >= http.StatusMultipleChoices,
		},
	}
	if err := openapi3filter.ValidateResponse(c.t.Context(), input); err != nil {
		c.t.Errorf("%s %s breaks the contract: %v\n%s", r.Method, r.URL.Path, err, got.body)
	}
}

// numbersOf is the path of the calls that change a location's numbers.
func (c *client) numbersOf(location string) string {
	c.t.Helper()
	id, ok := c.ids[location]
	if !ok {
		c.t.Fatalf("there is no location %s", location)
	}
	return "/telephony/config/locations/" + id + "/numbers"
}

func (c *client) add(location, kind string, numbers ...string) answer {
	c.t.Helper()
	return c.call(http.MethodPost, c.numbersOf(location), body(c.t, map[string]any{"phoneNumbers": numbers, "numberType": kind}))
}

func body(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

type number struct {
	PhoneNumber            string
	State                  string
	Extension              string
	IncludedTelephonyTypes string
	TollFreeNumber         bool
	IsServiceNumber        bool
	Location               struct{ ID, Name string }
}

// list are the numbers that the organization lists for a query.
func (c *client) list(query string) []number {
	c.t.Helper()
	var page struct{ PhoneNumbers []number }
	got := c.get("/telephony/config/numbers" + query)
	if got.status != http.StatusOK {
		c.t.Fatalf("list numbers: %d %s", got.status, got.body)
	}
	got.into(c.t, &page)
	return page.PhoneNumbers
}

// find looks one number up.
func (c *client) find(text string) (number, bool) {
	c.t.Helper()
	found := c.list("?phoneNumber=" + strings.Replace(text, "+", "%2B", 1))
	if len(found) == 0 {
		return number{}, false
	}
	return found[0], true
}
