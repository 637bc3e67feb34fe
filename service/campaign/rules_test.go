package campaign

import (
	"fmt"
	"net/http"
)

// add adds numbers, as the world's manners are.
func (w *world) add(rw http.ResponseWriter, r *http.Request, b body) {
	location := r.PathValue("id")
	w.checkAdd(&b)
	w.meddle()
	if most := w.manners.most; most > 0 && len(b.PhoneNumbers) > most {
		w.refuse(rw, http.StatusBadRequest, "25024", fmt.Sprintf("Invalid field value: phoneNumbers: the number of phone numbers exceeds the limit of %d", most))
		return
	}
	if !w.hasBad(&b) && !isSpoiled(r) { // or what is found later counts as the run's
		w.snatch(location, &b)
	}
	var good, bad, used, ignored []string
	for _, n := range b.PhoneNumbers {
		e := w.there(n)
		switch {
		case e != nil && e.ours:
			w.violation("%s was sent again though it is in", n)
			used = append(used, n)
		case e != nil && (!w.manners.ignores || e.location != location):
			used = append(used, n)
		case e != nil: // it is in this location, and nobody minds
			ignored = append(ignored, n)
		case w.bad[n]:
			bad = append(bad, n)
		default:
			good = append(good, n)
		}
	}
	w.decide(rw, location, &b, good, bad, used)
	if w.manners.names || len(bad) > 0 || len(used) == 0 {
		for _, n := range ignored { // accepted, or found after a failure: it counts as the run's
			w.numbers[n].ours = true
		}
	}
}

// decide adds what is to be added and answers.
func (w *world) decide(rw http.ResponseWriter, location string, b *body, good, bad, used []string) {
	whole := w.manners.atomic || !w.manners.names && len(bad) == 0 // a conflict without names is all or nothing
	if len(bad)+len(used) == 0 || !whole {
		for _, n := range good {
			w.numbers[n] = &entry{location: location, state: b.State, mobile: b.NumberType == "MOBILE", ours: true, since: w.now()}
		}
	}
	switch {
	case len(bad)+len(used) == 0:
		rw.WriteHeader(http.StatusCreated)
	case w.manners.names:
		say(rw, http.StatusBadRequest, trouble(map[bool]string{true: "8363", false: "8362"}[len(bad) == 0], append(bad, used...)))
	case len(bad) == 0:
		w.refuse(rw, http.StatusConflict, []string{"8363", "25223"}[w.rng.IntN(2)], "[Error 8363] DN is in use")
	default:
		w.refuse(rw, http.StatusBadRequest, "25024", "Invalid field value: phoneNumbers")
	}
}

// checkAdd holds a request to the contract.
func (w *world) checkAdd(b *body) {
	mobile := b.NumberType == "MOBILE"
	switch {
	case mobile && (b.State != "" || len(b.PhoneNumbers) > 20):
		w.violation("%d mobile numbers with the state %q", len(b.PhoneNumbers), b.State)
	case !mobile && b.NumberType != "DID" && b.NumberType != "TOLLFREE":
		w.violation("the type %q", b.NumberType)
	case !mobile && b.State != "ACTIVE" && b.State != "INACTIVE":
		w.violation("the state %q", b.State)
	}
}

// activate makes numbers active; it does all of them or none.
func (w *world) activate(rw http.ResponseWriter, r *http.Request, b body) {
	for _, n := range b.PhoneNumbers {
		if e := w.there(n); e == nil || e.location != r.PathValue("id") || e.mobile {
			say(rw, http.StatusBadRequest, `{"errorCode":25024,"message":"Invalid field value: phoneNumbers","trackingId":"T"}`)
			return
		}
	}
	for _, n := range b.PhoneNumbers {
		if w.spared[n] {
			w.violation("%s was activated, and nobody had chosen it", n)
		}
		w.numbers[n].state = "ACTIVE"
	}
	rw.WriteHeader(http.StatusNoContent)
}

// remove takes numbers out: all of them or none. What must not be removed was
// never to be asked for.
func (w *world) remove(rw http.ResponseWriter, r *http.Request, b body) {
	for _, n := range b.PhoneNumbers {
		e := w.there(n)
		switch {
		case e == nil || e.location != r.PathValue("id"):
			rw.Header().Set("Cisco-Spark-Error-Codes", "4251")
			say(rw, http.StatusBadGateway, `{"message":"failed","trackingId":"T"}`)
			return
		case !e.ours || e.main || e.owner != "":
			w.violation("%s was to be removed: %+v", n, *e)
			say(rw, http.StatusBadRequest, `{"errorCode":25024,"message":"assigned"}`)
			return
		}
	}
	for _, n := range b.PhoneNumbers {
		w.numbers[n].gone, w.numbers[n].until = true, w.now()
	}
	rw.WriteHeader(http.StatusNoContent)
}
