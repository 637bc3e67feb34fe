package service

import (
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"numberloader/service/servicetest"
	"numberloader/service/webex"
)

const (
	testBase = "http://127.0.0.1/base/v1"
	planted  = "Zm9vYmFyLXNlY3JldC10b2tlbg_P0A1"
	pat      = "Pat Admin"
	denver   = "L-denver"
	austin   = "L-austin"
)

// expires is when the tokens of these tests end.
var expires = time.Date(2000, 1, 2, 3, 4, 5, 0, time.UTC)

// organization is a small Webex: it has locations and numbers, and answers as
// the reference says unless a fault is planned.
type organization struct {
	t         *testing.T
	transport *http.Transport

	mu         sync.Mutex
	down       bool // no connection can be made
	roles      []string
	locations  []map[string]any
	notCalling []map[string]any  // locations that are not enabled for calling
	pstn       map[string]string // "" answers that there is none
	numbers    map[string]string // the location of each number
	posts      []post            // that were received
	bad        []string          // numbers that are refused without being named
	changed                      // what is known of numbers besides
	faults     []http.HandlerFunc
	reads      []http.HandlerFunc // for readings of the number list; nil answers
	pages      map[string][]http.HandlerFunc
	listed     int // how often the number list was read in all
	asked      int // how often a PSTN connection was asked for
	lists      int // how often the number list was read, but for looks before anything was sent
	// What Webex says when it is asked before numbers are added.
	organizations []map[string]string
	states        map[string]string // of numbers that are not available
	validated     [][]string        // the batches
	most          int               // numbers in a batch, 0 for any
	after         func(posts int)
}

// post is the body of a call that adds numbers.
type post struct {
	location string
	body     webex.AddNumbers
}

func newOrganization(t *testing.T) *organization {
	t.Helper()
	o := &organization{
		t:       t,
		roles:   []string{role("id_full_admin")},
		pstn:    map[string]string{denver: "LOCAL_GATEWAY", austin: "NON_INTEGRATED_CCP"},
		numbers: map[string]string{}, organizations: []map[string]string{},
		pages: map[string][]http.HandlerFunc{},
		locations: []map[string]any{
			{"id": denver, "name": "Denver", "address": map[string]any{"country": "US"}},
			{"id": austin, "name": "Austin", "address": map[string]any{"country": "us"}},
		},
	}
	t.Cleanup(func() {
		o.mu.Lock()
		defer o.mu.Unlock()
		if len(o.faults)+len(o.reads) > 0 {
			t.Errorf("%d faults of adding and %d of reading were not met", len(o.faults), len(o.reads))
		}
		for path, left := range o.pages {
			if len(left) > 0 {
				t.Errorf("%d faults of %s were not met", len(left), path)
			}
		}
	})
	o.transport = servicetest.Serve(t, o.handler())
	dial := o.transport.DialContext
	o.transport.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		o.mu.Lock()
		down := o.down
		o.mu.Unlock()
		if down {
			return nil, &net.OpError{Op: "dial", Net: "tcp", Err: os.ErrDeadlineExceeded}
		}
		return dial(ctx, network, address)
	}
	return o
}

func role(name string) string {
	return base64.RawStdEncoding.EncodeToString([]byte("ciscospark://us/ROLE/" + name))
}

func (o *organization) handler() http.Handler {
	mux := http.NewServeMux()
	const v1 = "/base/v1"
	mux.HandleFunc("GET "+v1+"/people/me", o.page("me", func(http.ResponseWriter, *http.Request) any {
		return map[string]any{"displayName": pat, "orgId": "O1", "roles": o.roles}
	}))
	mux.HandleFunc("GET "+v1+"/authorizations/tokenExpiry", o.page("expiry", func(http.ResponseWriter, *http.Request) any {
		return map[string]any{"exp": expires.UnixMilli()}
	}))
	mux.HandleFunc("GET "+v1+"/organizations", o.page("organizations", func(http.ResponseWriter, *http.Request) any {
		return map[string]any{"items": o.organizations}
	}))
	mux.HandleFunc("POST "+v1+"/telephony/config/actions/validateNumbers/invoke", o.validate)
	mux.HandleFunc("GET "+v1+"/organizations/{id}", o.page("organization", func(_ http.ResponseWriter, r *http.Request) any {
		return map[string]any{"id": r.PathValue("id"), "displayName": "Acme Corp"}
	}))
	mux.HandleFunc("GET "+v1+"/locations", o.page("locations", func(http.ResponseWriter, *http.Request) any {
		return map[string]any{"items": slices.Concat(o.locations, o.notCalling)}
	}))
	mux.HandleFunc("GET "+v1+"/telephony/config/locations", ended(o.page("calling", func(http.ResponseWriter, *http.Request) any {
		return map[string]any{"locations": o.locations}
	})))
	mux.HandleFunc("GET "+v1+"/telephony/pstn/locations/{id}/connection", o.page("pstn", o.connection))
	mux.HandleFunc("GET "+v1+"/telephony/config/numbers", o.list)
	mux.HandleFunc("POST "+v1+"/telephony/config/locations/{id}/numbers", o.add)
	mux.HandleFunc("PUT "+v1+"/telephony/config/locations/{id}/numbers", o.change)
	mux.HandleFunc("DELETE "+v1+"/telephony/config/locations/{id}/numbers", o.change)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		o.t.Errorf("a call of nothing: %s %s", r.Method, r.URL)
		w.WriteHeader(http.StatusTeapot)
	})
	return mux
}

// page answers with JSON, or with the next fault planned under its name.
func (o *organization) page(name string, content func(http.ResponseWriter, *http.Request) any) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		o.mu.Lock()
		defer o.mu.Unlock()
		if planned := o.pages[name]; len(planned) > 0 {
			o.pages[name] = planned[1:]
			planned[0](w, r)
			return
		}
		if v := content(w, r); v != nil {
			_ = json.NewEncoder(w).Encode(v)
		}
	}
}

// ended answers with an empty page of calling locations after the first one, which
// has all of them.
func ended(first http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("start") == "" {
			first(w, r)
			return
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"locations": []string{}})
	}
}

func (o *organization) connection(w http.ResponseWriter, r *http.Request) any {
	id := r.PathValue("id")
	o.asked++
	if o.pstn[id] == "" {
		says(404, `{"errorMessage":"Location x not found or PSTN for the location is not configured"}`)(w, r)
		return nil
	}
	return map[string]any{"id": "c", "displayName": "Carrier of " + id, "pstnConnectionType": o.pstn[id]}
}

func (o *organization) list(w http.ResponseWriter, r *http.Request) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.listed++
	first := len(o.posts) == 0 && r.URL.Query().Get("locationId") != ""
	if !first { // no fault is planned for the look before the first request
		o.lists++
	}
	if len(o.reads) > 0 && !first {
		planned := o.reads[0]
		o.reads = o.reads[1:]
		if planned != nil {
			planned(w, r)
			return
		}
	}
	items := []map[string]any{{"phoneNumber": "", "extension": "11", "location": map[string]string{"id": denver}}}
	shown := o.shown()
	for _, n := range slices.Sorted(maps.Keys(shown)) {
		l := shown[n]
		if wanted := r.URL.Query().Get("locationId"); wanted == "" || wanted == l {
			items = append(items, o.item(n, l))
		}
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"phoneNumbers": items, "count": map[string]int{"total": len(items)}})
}

// validate judges numbers, or answers with the next fault planned as "validate".
func (o *organization) validate(w http.ResponseWriter, r *http.Request) {
	var body struct {
		PhoneNumbers []string `json:"phoneNumbers"`
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		o.t.Error(err)
	}
	o.page("validate", func(w http.ResponseWriter, r *http.Request) any {
		if o.most > 0 && len(body.PhoneNumbers) > o.most {
			says(400, `{"errorCode":25024,"message":"Invalid field value: phoneNumbers"}`)(w, r)
			return nil
		}
		o.validated = append(o.validated, body.PhoneNumbers)
		items := make([]map[string]any, len(body.PhoneNumbers))
		for i, n := range body.PhoneNumbers {
			items[i] = map[string]any{"number": n, "state": cmp.Or(o.states[n], "Available"), "tollFreeNumber": strings.HasPrefix(n, "+1800")}
		}
		return map[string]any{"status": "OK", "numbers": items}
	})(w, r)
}

// add checks the body and adds the numbers, unless a fault is planned.
func (o *organization) add(w http.ResponseWriter, r *http.Request) {
	p := o.received(r)
	o.mu.Lock()
	var planned http.HandlerFunc
	if len(o.faults) > 0 {
		planned, o.faults = o.faults[0], o.faults[1:]
	}
	count, after := len(o.posts), o.after
	o.mu.Unlock()
	if after != nil {
		after(count)
	}
	if planned != nil {
		planned(w, r)
		return
	}
	if slices.ContainsFunc(p.body.PhoneNumbers, func(n string) bool { return slices.Contains(o.bad, n) }) {
		says(400, namelessBad)(w, r)
		return
	}
	o.put(p.location, p.body.PhoneNumbers...)
	w.Header().Set("Trackingid", fmt.Sprintf("ROUTERGW_%d", count))
	w.WriteHeader(http.StatusCreated)
}

func (o *organization) received(r *http.Request) post {
	text, err := io.ReadAll(r.Body)
	if err != nil {
		o.t.Error(err)
	}
	p := post{location: r.PathValue("id")}
	strict := json.NewDecoder(strings.NewReader(string(text)))
	strict.DisallowUnknownFields()
	if err := strict.Decode(&p.body); err != nil {
		o.t.Errorf("the body %s: %v", text, err)
	}
	if mobile := p.body.NumberType == "MOBILE"; mobile != (p.body.State == "") || !mobile && p.body.SubscriptionID+p.body.CarrierID != "" {
		o.t.Errorf("the body %s has fields of the wrong kind", text)
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.posts = append(o.posts, p)
	return p
}

func (o *organization) put(location string, numbers ...string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, n := range numbers {
		o.numbers[n] = location
	}
	o.note()
}

// doing adds numbers to Denver and then goes on as planned.
func (o *organization) doing(then http.HandlerFunc, numbers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		o.put(denver, numbers...)
		then(w, r)
	}
}

// wantPosts compares the last digits of what was sent: "00 01 | 01".
func (o *organization) wantPosts(want string) {
	o.t.Helper()
	o.mu.Lock()
	defer o.mu.Unlock()
	sent := make([]string, len(o.posts))
	for i, p := range o.posts {
		tails := make([]string, len(p.body.PhoneNumbers))
		for k, n := range p.body.PhoneNumbers {
			tails[k] = n[len(n)-2:]
		}
		sent[i] = strings.Join(tails, " ")
	}
	if got := strings.Join(sent, " | "); got != want {
		o.t.Errorf("sent %s, want %s", got, want)
	}
}

func says(status int, body string, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Trackingid", "ROUTERGW_f")
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func cut(w http.ResponseWriter, _ *http.Request) {
	if conn, _, err := http.NewResponseController(w).Hijack(); err == nil {
		_ = conn.Close()
	}
}

func cutAfter(beginning string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		if conn, _, err := http.NewResponseController(w).Hijack(); err == nil {
			_, _ = io.WriteString(conn, beginning)
			_ = conn.Close()
		}
	}
}

func hang(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
