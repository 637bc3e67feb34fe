package campaign

import (
	"fmt"
	"net/http"
	"strconv"
)

// list shows the numbers, as far as they are shown by now, in pages.
func (w *world) list(rw http.ResponseWriter, r *http.Request) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.meddle()
	query := r.URL.Query()
	most, _ := strconv.Atoi(query.Get("max"))
	start, _ := strconv.Atoi(query.Get("start"))
	if long := w.manners.tooLong; long > 0 && most > long {
		say(rw, http.StatusGatewayTimeout, "<html><body>Gateway timeout</body></html>")
		return
	}
	all := w.items(query.Get("locationId"), query.Get("phoneNumber"))
	if w.manners.page > 0 {
		most = min(most, w.manners.page)
	}
	end := min(len(all), start+most)
	page := all[min(start, end):end]
	if w.manners.links {
		next := *r.URL
		query.Set("start", strconv.Itoa(end))
		next.Scheme, next.Host, next.RawQuery = "http", r.Host, query.Encode()
		rw.Header().Set("Link", fmt.Sprintf(`<%s>; rel="next"`, next.String()))
	}
	tell(rw, map[string]any{"phoneNumbers": page, "count": map[string]any{"total": len(all)}})
}

// items are the entries of the list. The lock is held.
func (w *world) items(location, one string) []map[string]any {
	all := []map[string]any{}
	for _, number := range w.sorted() {
		e := w.numbers[number]
		if !w.listed(e) || location != "" && location != e.location || one != "" && one != number {
			continue
		}
		kind := "PSTN_NUMBER"
		if e.mobile {
			kind = "MOBILE_NUMBER"
		}
		item := map[string]any{
			"phoneNumber": number, "state": e.state, "phoneNumberType": "PRIMARY", "mainNumber": e.main,
			"includedTelephonyTypes": kind, "location": map[string]any{"id": e.location, "name": places[e.location]},
		}
		if e.owner != "" {
			item["owner"] = map[string]any{"id": e.owner, "type": "PEOPLE"}
		}
		all = append(all, item)
	}
	return all
}

// oddity is how likely an answer to a read is none.
func (w *world) oddity() float64 {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.manners.odd
}

// oddly answers a read with JSON that lacks what it has to have.
func (w *world) oddly(rw http.ResponseWriter, r *http.Request, next http.Handler) {
	switch body := pick(w, "{}", "null", "[]", `{"message":"x"}`, `{"phoneNumbers":null}`, `{"phoneNumbers":[{"phoneNumber":"+12125550000"}]}`, `{"items":{}}`, ""); body {
	case "":
		next.ServeHTTP(rw, r)
	default:
		say(rw, http.StatusOK, body)
	}
}
