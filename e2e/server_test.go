//go:build e2e

package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

const token = "e2e-token-that-must-never-be-written-down"

// stranger is a server that is not ours: it speaks the published contract, and
// complains about every request that the contract does not know.
type stranger struct {
	t      *testing.T
	server *httptest.Server
	router routers.Router

	mu       sync.Mutex
	added    []post
	numbers  map[string]string // number: location ID
	answer   func(w http.ResponseWriter, p post) bool
	meStatus int
	listing  int           // the status that lists of numbers are answered with
	held     chan struct{} // keeps lists of numbers waiting until it is closed; nil for none
	identity http.Handler  // of sign-ins with an integration; nil knows none
}

// post is one request that adds numbers.
type post struct {
	Location     string   `json:"-"`
	PhoneNumbers []string `json:"phoneNumbers"`
	NumberType   string   `json:"numberType"`
	State        string   `json:"state"`
}

// places are the locations of the stranger: ID, name, country, PSTN type.
var places = [][4]string{
	{"loc-kc", "Kansas City", "US", "LOCAL_GATEWAY"},
	{"loc-aus", "Austin", "US", "NON_INTEGRATED_CCP"},
	{"loc-chi", "Chicago", "US", "CISCO_PSTN"},
	{"loc-tor", "Toronto", "CA", "INTEGRATED_CCP"},
	{"loc-lon", "London Bridge", "GB", "LOCAL_GATEWAY"},
}

func meet(t *testing.T) *stranger {
	t.Helper()
	s := &stranger{t: t, numbers: map[string]string{}, meStatus: http.StatusOK, listing: http.StatusOK}
	s.server = httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(s.server.Close)
	document, err := openapi3.NewLoader().LoadFromFile("../service/practice/testdata/webex-numbers-subset.json")
	if err != nil {
		t.Fatal(err)
	}
	document.Servers = openapi3.Servers{{URL: s.address()}}
	if s.router, err = gorillamux.NewRouter(document); err != nil {
		t.Fatal(err)
	}
	return s
}

// address has a path, so that a request that forgets it fails.
func (s *stranger) address() string { return s.server.URL + "/a/path/v1" }

func (s *stranger) environment() []string {
	return []string{"NUMBERLOADER_API_URL=" + s.address(), "WEBEX_ACCESS_TOKEN=" + token}
}

func (s *stranger) serve(w http.ResponseWriter, r *http.Request) {
	if s.identity != nil && isIdentity(r.URL.Path) {
		s.identity.ServeHTTP(w, r)
		return
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		s.t.Error(err)
	}
	s.checkContract(r, body)
	w.Header().Set("Trackingid", "STRANGER_1")
	w.Header().Set("Content-Type", "application/json")
	path, ok := strings.CutPrefix(r.URL.Path, "/a/path/v1")
	if !ok || r.Header.Get("Authorization") != "Bearer "+token {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	switch {
	case r.Method == http.MethodPost && strings.HasSuffix(path, "/numbers"):
		s.add(w, strings.Split(path, "/")[4], body)
	case path == "/people/me":
		w.WriteHeader(s.meStatus)
		reply(w, map[string]any{"id": "me", "displayName": "Dana Reyes", "orgId": "org-1", "emails": []string{"dana@example.com"}})
	case strings.HasPrefix(path, "/organizations/"):
		reply(w, map[string]any{"id": "org-1", "displayName": "Acme Corp"})
	case path == "/locations":
		reply(w, map[string]any{"items": listed(func(p [4]string) map[string]any {
			return map[string]any{"id": p[0], "name": p[1], "orgId": "org-1", "address": map[string]any{"country": p[2]}}
		})})
	case path == "/telephony/config/locations":
		reply(w, map[string]any{"locations": listed(func(p [4]string) map[string]any {
			return map[string]any{"id": p[0], "name": p[1]}
		})})
	case strings.HasSuffix(path, "/connection"):
		s.connection(w, strings.Split(path, "/")[4])
	case path == "/telephony/config/numbers":
		s.wait(r)
		s.list(w)
	default:
		w.WriteHeader(http.StatusNotFound)
	}
}

// checkContract reports what the OpenAPI document does not know: paths, query
// parameters, body fields.
func (s *stranger) checkContract(r *http.Request, body []byte) {
	route, parameters, err := s.router.FindRoute(r)
	if err != nil {
		s.t.Errorf("%s %s is not in the contract: %v", r.Method, r.URL.Path, err)
		return
	}
	for name := range r.URL.Query() {
		if route.Operation.Parameters.GetByInAndName("query", name) == nil {
			s.t.Errorf("%s %s has the unknown parameter %s", r.Method, r.URL.Path, name)
		}
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	input := &openapi3filter.RequestValidationInput{
		Request: r, PathParams: parameters, Route: route,
		Options: &openapi3filter.Options{AuthenticationFunc: openapi3filter.NoopAuthenticationFunc},
	}
	if err := openapi3filter.ValidateRequest(r.Context(), input); err != nil {
		s.t.Errorf("%s %s breaks the contract: %v", r.Method, r.URL.Path, err)
	}
	if r.Method != http.MethodPost {
		return
	}
	fields := map[string]any{}
	if err := json.Unmarshal(body, &fields); err != nil {
		s.t.Error(err)
	}
	known := route.Operation.RequestBody.Value.Content["application/json"].Schema.Value.Properties
	for name := range fields {
		if known[name] == nil {
			s.t.Errorf("%s %s sends the unknown field %s", r.Method, r.URL.Path, name)
		}
	}
}

func (s *stranger) add(w http.ResponseWriter, location string, body []byte) {
	p := post{Location: location}
	if err := json.Unmarshal(body, &p); err != nil {
		s.t.Error(err)
	}
	s.mu.Lock()
	s.added = append(s.added, p)
	for _, n := range p.PhoneNumbers {
		s.numbers[n] = location
	}
	s.mu.Unlock()
	if s.answer == nil || !s.answer(w, p) {
		w.WriteHeader(http.StatusCreated)
	}
}

func (s *stranger) connection(w http.ResponseWriter, location string) {
	i := slices.IndexFunc(places, func(p [4]string) bool { return p[0] == location })
	if i < 0 {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	reply(w, map[string]any{"id": "pstn-" + location, "displayName": "PSTN", "pstnConnectionType": places[i][3]})
}

func (s *stranger) list(w http.ResponseWriter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.listing != http.StatusOK {
		w.WriteHeader(s.listing)
		return
	}
	items := []map[string]any{}
	for n, location := range s.numbers {
		items = append(items, map[string]any{
			"phoneNumber": n, "state": "ACTIVE", "mainNumber": false, "location": map[string]any{"id": location, "name": location},
		})
	}
	reply(w, map[string]any{"phoneNumbers": items, "count": map[string]int{"total": len(items)}})
}

// hold keeps all who ask for numbers waiting until what it returns is called.
func (s *stranger) hold() (release func()) {
	held := make(chan struct{})
	s.mu.Lock()
	s.held = held
	s.mu.Unlock()
	return func() { close(held) }
}

// withhold answers all who ask for numbers with a status from now on.
func (s *stranger) withhold(status int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.listing = status
}

func (s *stranger) wait(r *http.Request) {
	s.mu.Lock()
	held := s.held
	s.mu.Unlock()
	if held == nil {
		return
	}
	select {
	case <-held:
	case <-r.Context().Done():
	}
}

// posts are the requests that came, in their order.
func (s *stranger) posts() []post {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.added)
}

func listed(describe func([4]string) map[string]any) []map[string]any {
	var items []map[string]any
	for _, p := range places {
		items = append(items, describe(p))
	}
	return items
}

func reply(w http.ResponseWriter, body any) {
	if err := json.NewEncoder(w).Encode(body); err != nil {
		panic(fmt.Sprintf("a reply that is not JSON: %v", err))
	}
}
