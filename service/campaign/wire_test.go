package campaign

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"time"
)

// handler is the world over HTTP. Every request may meet a fault.
func (w *world) handler() http.Handler {
	const numbers = "/v1/telephony/config/locations/{id}/numbers"
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/people/me", w.me)
	mux.HandleFunc("GET /v1/organizations/{id}", w.organization)
	mux.HandleFunc("GET /v1/locations", w.locations("items"))
	mux.HandleFunc("GET /v1/telephony/config/locations", w.locations("locations"))
	mux.HandleFunc("GET /v1/telephony/pstn/locations/{id}/connection", w.connection)
	mux.HandleFunc("GET /v1/telephony/config/numbers", w.list)
	mux.HandleFunc("POST "+numbers, w.changing(w.add))
	mux.HandleFunc("PUT "+numbers, w.changing(w.activate))
	mux.HandleFunc("DELETE "+numbers, w.changing(w.remove))
	mux.HandleFunc("/", func(rw http.ResponseWriter, r *http.Request) {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.violation("%s %s is no call that was expected", r.Method, r.URL.Path)
		rw.WriteHeader(http.StatusNotFound)
	})
	return w.authorized(w.faulty(marked(mux)))
}

// marked gives answers the ID that all of Webex have.
func marked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		rw.Header().Set("Trackingid", "ROUTERGW_1")
		next.ServeHTTP(rw, r)
	})
}

func (w *world) authorized(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.mu.Lock()
		if w.left > 0 {
			w.left--
			w.expired = w.left == 0
		}
		good := !w.expired && r.Header.Get("Authorization") == "Bearer "+admin
		w.mu.Unlock()
		if !good {
			say(rw, http.StatusUnauthorized, `{"message":"The request requires a valid access token set in the Authorization request header."}`)
			return
		}
		next.ServeHTTP(rw, r)
	})
}

func say(rw http.ResponseWriter, status int, body string) {
	rw.Header().Set("Content-Type", "application/json")
	rw.WriteHeader(status)
	_, _ = io.WriteString(rw, body)
}

func tell(rw http.ResponseWriter, body any) {
	rw.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(rw).Encode(body)
}

func (w *world) me(rw http.ResponseWriter, _ *http.Request) {
	tell(rw, map[string]any{"id": "P", "displayName": "Pat Admin", "orgId": "O"})
}

func (w *world) organization(rw http.ResponseWriter, _ *http.Request) {
	tell(rw, map[string]any{"id": "O", "displayName": "Acme Corp"})
}

func (w *world) locations(key string) http.HandlerFunc {
	return func(rw http.ResponseWriter, r *http.Request) {
		w.mu.Lock()
		defer w.mu.Unlock()
		all := []map[string]any{}
		for id, name := range places {
			if w.hasPlace(id) && r.URL.Query().Get("start") == "" { // one page has them all
				all = append(all, map[string]any{"id": id, "name": name, "address": map[string]any{"country": "US"}})
			}
		}
		tell(rw, map[string]any{key: all})
	}
}

func (w *world) connection(rw http.ResponseWriter, r *http.Request) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.hasPlace(r.PathValue("id")) {
		say(rw, http.StatusNotFound, `{"errorMessage":"Location not found or PSTN for the location is not configured"}`)
		return
	}
	tell(rw, map[string]any{"id": "C", "displayName": "Premises-based PSTN", "pstnConnectionType": "LOCAL_GATEWAY"})
}

// changing guards a call that changes a location.
func (w *world) changing(call func(http.ResponseWriter, *http.Request, body)) http.HandlerFunc {
	return func(rw http.ResponseWriter, r *http.Request) {
		defer w.change(r.PathValue("id"), r.Method == http.MethodDelete)()
		w.pause()
		var b body
		err := json.NewDecoder(r.Body).Decode(&b)
		w.mu.Lock()
		defer w.mu.Unlock()
		if err != nil || r.Header.Get("Content-Type") != "application/json" {
			w.violation("%s: a body of %q: %v", r.Method, r.Header.Get("Content-Type"), err)
		}
		w.checkNumbers(r.Method, &b)
		if !w.hasPlace(r.PathValue("id")) {
			say(rw, http.StatusNotFound, `{"errorCode":5620,"message":"[Error 5620] Group not found with this external ID: 1","errors":[{"errorCode":5620,"description":"[Error 5620] Group not found with this external ID: 1"}],"trackingId":"T"}`)
			return
		}
		call(rw, r, b)
	}
}

// body is that of the three calls that change numbers.
type body struct {
	PhoneNumbers    []string `json:"phoneNumbers"`
	NumberType      string   `json:"numberType"`
	NumberUsageType string   `json:"numberUsageType"`
	State           string   `json:"state"`
	Action          string   `json:"action"`
}

func (w *world) checkNumbers(method string, b *body) {
	seen := map[string]bool{}
	for _, n := range b.PhoneNumbers {
		if !strings.HasPrefix(n, "+") || seen[n] {
			w.violation("%s: %q among %v", method, n, b.PhoneNumbers)
		}
		seen[n] = true
	}
	if len(seen) == 0 || method == http.MethodDelete && len(seen) > 5 {
		w.violation("%s with %d numbers", method, len(seen))
	}
}

// faulty lets requests meet faults: before the work, or after it so that the
// answer is lost.
func (w *world) faulty(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.mu.Lock()
		likely := w.manners.faults
		w.mu.Unlock()
		if r.Method == http.MethodGet && w.chance(w.oddity()) {
			w.oddly(rw, r, next)
			return
		}
		if !w.chance(likely) {
			next.ServeHTTP(rw, r)
			return
		}
		if w.chance(0.5) {
			w.before(rw)
			return
		}
		w.after(rw, r, next)
	})
}

// before answers in place of the service: nothing is done.
func (w *world) before(rw http.ResponseWriter) {
	switch status := pick(w, 0, 200, 302, 407, 403, 511, 423, 429, 429, 500, 502, 503, 504); status {
	case 0:
		panic(http.ErrAbortHandler)
	case 200, 302, 403, 407, 511: // somebody between the program and Webex
		rw.Header().Set("Content-Type", "text/html")
		rw.Header().Set("Location", "http://portal.example/login")
		rw.WriteHeader(status)
		_, _ = io.WriteString(rw, "<html><body>Please sign in to this network</body></html>")
	case 423, 429:
		date := w.now().Add(3 * time.Second).UTC().Format(http.TimeFormat)
		if wait := pick(w, "", "2", "0", "soon", "-1", date); wait != "" {
			rw.Header().Set("Retry-After", wait)
		}
		say(rw, status, pick(w, "", "<html>slow down</html>", `{"message":"Too many requests"}`))
	default:
		say(rw, status, pick(w, "", "<html><body>Bad gateway</body></html>", `{"message":"failed","trackingId":"T"}`))
	}
}

// after lets the service do its work and spoils its answer.
func (w *world) after(rw http.ResponseWriter, r *http.Request, next http.Handler) {
	answer := &kept{header: http.Header{}}
	r.Header.Set(spoiled, "yes")
	next.ServeHTTP(answer, r)
	switch pick(w, "drop", "cut", "fail", "html", "empty") {
	case "drop":
		panic(http.ErrAbortHandler)
	case "cut":
		rw.Header().Set("Content-Length", "500")
		say(rw, answer.code(), `{"phoneNumb`)
		panic(http.ErrAbortHandler)
	case "fail":
		say(rw, pick(w, 500, 502, 503, 504), "<html><body>Gateway timeout</body></html>")
	case "html":
		say(rw, answer.code(), "<html><body>Welcome</body></html>")
	case "empty":
		rw.WriteHeader(answer.code())
	}
}

// kept is an answer that is spoiled before it goes out.
type kept struct {
	header http.Header
	status int
}

func (k *kept) Header() http.Header            { return k.header }
func (k *kept) Write(text []byte) (int, error) { return len(text), nil }
func (k *kept) WriteHeader(status int)         { k.status = status }

func (k *kept) code() int {
	if k.status == 0 {
		return http.StatusOK
	}
	return k.status
}
