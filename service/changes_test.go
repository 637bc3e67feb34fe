package service

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"numberloader/service/webex"
)

// changed is what an organization of the tests knows of numbers besides where
// they are, and the changes that were asked for.
type changed struct {
	inactive map[string]bool
	owners   map[string]string
	mains    map[string]bool
	changes  []string           // "DELETE 00 01" of what was received
	breaks   []http.HandlerFunc // for changes; nil answers
	lag      time.Duration      // of the number list, behind all of that
	takes    time.Duration      // how long a change takes
	under    int                // changes under way
	at       int                // the most there were at once
	before   []moment
}

// moment is where the numbers were after a change.
type moment struct {
	at      time.Time
	numbers map[string]string
}

// note keeps where the numbers are now that some were changed.
func (o *organization) note() {
	o.before = append(o.before, moment{time.Now(), maps.Clone(o.numbers)})
}

// shown is where the numbers are as far as the list says.
func (o *organization) shown() map[string]string {
	if o.lag == 0 {
		return o.numbers
	}
	var shown map[string]string
	for _, m := range o.before {
		if time.Since(m.at) >= o.lag {
			shown = m.numbers
		}
	}
	return shown
}

// item is a number of the list.
func (o *organization) item(n, location string) map[string]any {
	item := map[string]any{
		"phoneNumber": n, "state": "ACTIVE", "mainNumber": o.mains[n],
		"location": map[string]string{"id": location, "name": "Name of " + location},
	}
	if o.inactive[n] {
		item["state"] = "INACTIVE"
	}
	if owner := o.owners[n]; owner != "" {
		first, last, _ := strings.Cut(owner, " ")
		item["owner"] = webex.Owner{ID: "P1", Type: "PEOPLE", FirstName: first, LastName: last}
	}
	return item
}

// change removes numbers or activates them, all of them or none, unless a fault
// is planned.
func (o *organization) change(w http.ResponseWriter, r *http.Request) {
	var body struct {
		PhoneNumbers []string `json:"phoneNumbers"`
		Action       string   `json:"action"`
	}
	strict := json.NewDecoder(r.Body)
	strict.DisallowUnknownFields()
	if err := strict.Decode(&body); err != nil || (body.Action == "ACTIVATE") != (r.Method == http.MethodPut) || r.ContentLength <= 0 {
		o.t.Errorf("%s with %+v: %v", r.Method, body, err)
	}
	o.mu.Lock()
	tails := make([]string, len(body.PhoneNumbers))
	for i, n := range body.PhoneNumbers {
		tails[i] = n[len(n)-2:]
	}
	o.changes = append(o.changes, r.Method+" "+strings.Join(tails, " "))
	var planned http.HandlerFunc
	if len(o.breaks) > 0 {
		planned, o.breaks = o.breaks[0], o.breaks[1:]
	}
	after, count := o.after, len(o.changes)
	o.mu.Unlock()
	if after != nil {
		after(count)
	}
	if planned != nil {
		planned(w, r)
		return
	}
	o.mu.Lock()
	o.under++
	o.at = max(o.at, o.under)
	o.mu.Unlock()
	time.Sleep(o.takes)
	o.mu.Lock()
	o.under--
	o.mu.Unlock()
	o.carry(w, r, body.PhoneNumbers)
}

func (o *organization) carry(w http.ResponseWriter, r *http.Request, numbers []string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, n := range numbers {
		switch {
		case o.numbers[n] != r.PathValue("id"):
			says(502, `{"message":"x"}`, "Cisco-Spark-Error-Codes", "4251")(w, r)
			return
		case r.Method == http.MethodDelete && (o.mains[n] || o.owners[n] != "" || len(numbers) > 5):
			o.t.Errorf("asked to remove %v", numbers)
		case slices.Contains(o.bad, n):
			says(400, namelessBad)(w, r)
			return
		}
	}
	for _, n := range numbers {
		if r.Method == http.MethodDelete {
			delete(o.numbers, n)
		} else {
			delete(o.inactive, n)
		}
	}
	o.note()
	w.Header().Set("Trackingid", "ROUTERGW_c")
	w.WriteHeader(http.StatusNoContent)
}

// losing removes numbers and then goes on as planned.
func (o *organization) losing(then http.HandlerFunc, numbers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		o.mu.Lock()
		for _, n := range numbers {
			delete(o.numbers, n)
		}
		o.note()
		o.mu.Unlock()
		then(w, r)
	}
}

// wantChanges compares what was asked for: "DELETE 00 01 | DELETE 02".
func (o *organization) wantChanges(want string) {
	o.t.Helper()
	o.mu.Lock()
	defer o.mu.Unlock()
	if got := strings.Join(o.changes, " | "); got != want {
		o.t.Errorf("asked for %s, want %s", got, want)
	}
}
