package service

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/run"
	"numberloader/service/webex"
)

const (
	testBase = "http://127.0.0.1/base/v1"
	planted  = "Zm9vYmFyLXNlY3JldC10b2tlbg_P0A1"
	pat      = "Pat Admin"
	denver   = "L-denver"
	austin   = "L-austin"
)

// pipes is a network in memory, so that synctest sees every wait.
type pipes struct {
	conns chan net.Conn
	done  chan struct{}
	once  sync.Once
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	p.once.Do(func() { close(p.done) })
	return nil
}

func (p *pipes) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 80} }

// organization is a small Webex: it has locations and numbers, and answers as
// the reference says unless a fault is planned.
type organization struct {
	t         *testing.T
	network   *pipes
	transport *http.Transport

	mu        sync.Mutex
	down      bool // no connection can be made
	roles     []string
	locations []map[string]any
	pstn      map[string]string // "" answers that there is none
	numbers   map[string]string // the location of each number
	posts     []post            // that were received
	faults    []http.HandlerFunc
	reads     []http.HandlerFunc // for readings of the number list; nil answers
	pages     map[string][]http.HandlerFunc
	lists     int // how often the number list was read
	after     func(posts int)
}

// post is the body of a call that adds numbers.
type post struct {
	location string
	body     webex.AddNumbers
}

func newOrganization(t *testing.T) *organization {
	t.Helper()
	o := &organization{
		t: t, network: &pipes{conns: make(chan net.Conn), done: make(chan struct{})},
		roles:   []string{role("id_full_admin")},
		pstn:    map[string]string{denver: "LOCAL_GATEWAY", austin: "NON_INTEGRATED_CCP"},
		numbers: map[string]string{},
		pages:   map[string][]http.HandlerFunc{},
		locations: []map[string]any{
			{"id": denver, "name": "Denver", "address": map[string]any{"country": "US"}},
			{"id": austin, "name": "Austin", "address": map[string]any{"country": "us"}},
		},
	}
	server := &http.Server{Handler: o.handler(), ReadHeaderTimeout: time.Minute}
	go func() { _ = server.Serve(o.network) }()
	o.transport = &http.Transport{DialContext: o.dial}
	t.Cleanup(func() {
		o.transport.CloseIdleConnections()
		_ = server.Close()
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
	return o
}

func role(name string) string {
	return base64.RawStdEncoding.EncodeToString([]byte("ciscospark://us/ROLE/" + name))
}

func (o *organization) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	o.mu.Lock()
	down := o.down
	o.mu.Unlock()
	if down {
		return nil, &net.OpError{Op: "dial", Net: "tcp", Err: os.ErrDeadlineExceeded}
	}
	here, there := net.Pipe()
	select {
	case o.network.conns <- there:
		return here, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (o *organization) handler() http.Handler {
	mux := http.NewServeMux()
	const v1 = "/base/v1"
	mux.HandleFunc("GET "+v1+"/people/me", o.page("me", func(http.ResponseWriter, *http.Request) any {
		return map[string]any{"displayName": pat, "orgId": "O1", "roles": o.roles}
	}))
	mux.HandleFunc("GET "+v1+"/organizations/{id}", o.page("organization", func(_ http.ResponseWriter, r *http.Request) any {
		return map[string]any{"id": r.PathValue("id"), "displayName": "Acme Corp"}
	}))
	mux.HandleFunc("GET "+v1+"/locations", o.page("locations", func(http.ResponseWriter, *http.Request) any {
		return map[string]any{"items": o.locations}
	}))
	mux.HandleFunc("GET "+v1+"/telephony/config/locations", o.page("calling", func(http.ResponseWriter, *http.Request) any {
		return map[string]any{"locations": o.locations}
	}))
	mux.HandleFunc("GET "+v1+"/telephony/pstn/locations/{id}/connection", o.page("pstn", o.connection))
	mux.HandleFunc("GET "+v1+"/telephony/config/numbers", o.list)
	mux.HandleFunc("POST "+v1+"/telephony/config/locations/{id}/numbers", o.add)
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

func (o *organization) connection(w http.ResponseWriter, r *http.Request) any {
	id := r.PathValue("id")
	if o.pstn[id] == "" {
		says(404, `{"errorMessage":"Location `+id+` not found or PSTN for the location is not configured"}`)(w, r)
		return nil
	}
	return map[string]any{"id": "c", "displayName": "Carrier of " + id, "pstnConnectionType": o.pstn[id]}
}

func (o *organization) list(w http.ResponseWriter, r *http.Request) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.lists++
	if len(o.reads) > 0 {
		planned := o.reads[0]
		o.reads = o.reads[1:]
		if planned != nil {
			planned(w, r)
			return
		}
	}
	items := []map[string]any{{"phoneNumber": "", "extension": "11", "location": map[string]string{"id": denver}}}
	for _, n := range slices.Sorted(maps.Keys(o.numbers)) {
		l := o.numbers[n]
		if wanted := r.URL.Query().Get("locationId"); wanted == "" || wanted == l {
			items = append(items, map[string]any{"phoneNumber": n, "state": "ACTIVE", "location": map[string]string{"id": l, "name": "Name of " + l}})
		}
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"phoneNumbers": items})
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

// rig is a service over HTTP, with journals on disk, in one organization.
type rig struct {
	*Service
	*organization
	folder  string
	journal func(*run.Journal) Journal // stands between, if it is not nil
	told    []run.Progress
}

func newRig(t *testing.T) *rig {
	t.Helper()
	r := &rig{organization: newOrganization(t), folder: filepath.Join(t.TempDir(), "runs")}
	r.Service = r.service(Settings{})
	return r
}

func (r *rig) service(s Settings) *Service {
	r.t.Helper()
	token, err := webex.NewToken(planted)
	if err != nil {
		r.t.Fatal(err)
	}
	c, err := webex.New(testBase, token, &http.Client{Transport: r.transport},
		webex.Settings{UserAgent: "NumberLoader/1.0", OrgID: s.OrgID, Now: time.Now, Sleep: sleep})
	if err != nil {
		r.t.Fatal(err)
	}
	store := run.NewStore(r.folder, noLock{}, time.Now, strings.NewReader(strings.Repeat("ab", 1000)))
	s.Now, s.Sleep = time.Now, sleep
	return New(c, func(d run.Draft) (Journal, error) {
		j, err := store.Begin(d)
		if err != nil {
			return nil, err
		}
		if r.journal != nil {
			return r.journal(j), nil
		}
		return j, nil
	}, s)
}

type noLock struct{}

func (noLock) TryLock(string) (func() error, bool, error) {
	return func() error { return nil }, true, nil
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// submit adds the draft and notes the progress.
func (r *rig) submit(ctx context.Context, d run.Draft) (run.Run, error) {
	return r.Submit(ctx, d, func(p run.Progress) { r.told = append(r.told, p) })
}

// outcomes are the outcomes of a run's lines as words, and checks what has to
// hold for every run: the journal on disk tells the same, and each row was told
// once.
func (r *rig) outcomes(got run.Run) string {
	r.t.Helper()
	all := make([]string, len(got.Lines))
	for i, l := range got.Lines {
		all[i] = l.Result.Outcome.String()
	}
	store := run.NewStore(r.folder, noLock{}, time.Now, strings.NewReader(""))
	loaded, err := store.Load(got.ID)
	if err != nil {
		r.t.Fatal(err)
	}
	told := map[int]int{}
	for _, p := range r.told {
		for _, u := range p.Lines {
			told[u.Line]++
			if got.Lines[u.Line].Result.Outcome != u.Result.Outcome {
				r.t.Errorf("line %d was told as %v", u.Line, u.Result.Outcome)
			}
		}
	}
	for i := range loaded.Lines {
		if loaded.Lines[i].Result.Outcome != got.Lines[i].Result.Outcome {
			r.t.Errorf("line %d is %v on disk", i, loaded.Lines[i].Result.Outcome)
		}
		if told[i] != 1 {
			r.t.Errorf("line %d was told %d times", i, told[i])
		}
	}
	return strings.Join(all, " ")
}

// waits are the pauses that were told.
func (r *rig) waits() []time.Duration {
	var all []time.Duration
	for _, p := range r.told {
		if p.Wait > 0 {
			all = append(all, p.Wait)
		}
	}
	return all
}

// draft plans requests of these sizes to Denver, of the numbers +12145550100 on.
func draft(sizes ...int) run.Draft {
	d := run.Draft{Path: "dids.csv", Organization: run.Organization{ID: "O1", Name: "Acme Corp"}, Person: pat}
	for i, size := range sizes {
		q := plan.Request{Number: i + 1, Index: i + 1, Of: len(sizes), Group: plan.Group{
			LocationID: denver, Location: "Denver", Kind: number.KindDID, Usage: number.UsageNone, State: number.StateActive,
		}}
		for range size {
			n, err := number.ParseE164(tail(len(d.Lines)))
			if err != nil {
				panic(err)
			}
			q.Rows = append(q.Rows, len(d.Lines))
			d.Lines = append(d.Lines, run.Line{Row: number.Row{Number: n}, Request: i + 1})
		}
		d.Requests = append(d.Requests, q)
	}
	return d
}

// tail is the number of a draft that ends in these two digits.
func tail(i int) string { return fmt.Sprintf("+121455501%02d", i) }
