package campaign

import (
	"fmt"
	"net/http"
	"strings"
)

// spoiled marks a request whose answer is lost after the work.
const spoiled = "X-Spoiled"

// trouble is a body that refuses numbers by name.
func trouble(code string, numbers []string) string {
	var items []string
	for _, n := range numbers {
		items = append(items, fmt.Sprintf(`{"number":%q,"errorType":"FAILED","errorCode":%q,"errorTitle":"T","errorMessage":"refused"}`, n, code))
	}
	return `[{"errors":[` + strings.Join(items, ",") + `]}]`
}

// refuse answers with a refusal that names no number, in one of the shapes that
// Webex has for it. The lock is held.
func (w *world) refuse(rw http.ResponseWriter, status int, code, text string) {
	rw.Header().Set("Trackingid", "ROUTERGW_T")
	shapes := []string{
		`{"errorCode":%[1]q,"message":%[2]q,"errors":[{"errorCode":%[1]q,"description":%[2]q}],"trackingId":"T"}`,
		`{"error":[{"key":"400","message":[{"description":%[2]q,"code":%[1]q}]}],"trackingId":"T"}`,
		`{"error":{"key":"400","message":[{"description":%[2]q,"code":%[1]q}]},"trackingId":"T"}`,
		`{"error":{"key":"400","message":{"description":%[2]q,"code":%[1]q}},"trackingId":"T"}`,
	}
	rw.Header().Set("Cisco-Spark-Error-Codes", code)
	say(rw, status, fmt.Sprintf(shapes[w.rng.IntN(len(shapes))], code, text))
}

// meddle lets another administrator take a number out now and then. The lock is
// held.
func (w *world) meddle() {
	if w.rng.Float64() >= w.manners.meddling {
		return
	}
	all := w.sorted()
	if len(all) == 0 {
		return
	}
	if e := w.there(all[w.rng.IntN(len(all))]); e != nil && !e.main {
		e.gone, e.meddled, e.until = true, true, w.now()
	}
}

// snatch lets another administrator add numbers of a request a moment before it
// comes. The lock is held.
func (w *world) snatch(location string, b *body) {
	for _, n := range b.PhoneNumbers {
		if w.rng.Float64() < w.manners.meddling && w.there(n) == nil && !w.bad[n] {
			w.numbers[n] = &entry{location: location, state: "ACTIVE", since: w.now()}
		}
	}
}

// hasBad reports whether some numbers of a request are refused.
func (w *world) hasBad(b *body) bool {
	for _, n := range b.PhoneNumbers {
		if w.bad[n] {
			return true
		}
	}
	return false
}

// isSpoiled reports whether nobody gets the answer to a request.
func isSpoiled(r *http.Request) bool { return r.Header.Get(spoiled) != "" }
