package service

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"numberloader/internal/fault"
)

const (
	inUseBody   = `{"errorCode":25223,"message":"m","errors":[{"errorCode":8363,"description":"[Error 8363] DN is in use"}],"trackingId":"ROUTERGW_b"}`
	namedBody   = `[{"errors":[{"number":"+12145550101","errorType":"VERIFICATION","errorCode":"ERR.V.TRM.TMN60045","errorTitle":"NUMBER_HAS_BUSINESS_TEXTING","errorMessage":"It has business texting."}]}]`
	namedInUse  = `[{"errors":[{"number":"+12145550101","errorType":"FAILED","errorCode":"8363"}]}]`
	namelessBad = `{"errorCode":25024,"message":"Invalid field value: x"}`
)

// Each case is a draft of requests, what Webex does, and what becomes of it.
func TestSubmit(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		sizes   []int
		prepare func(o *organization)
		posts   string
		want    string
		kind    fault.Kind // of the error; only if stops
		stops   bool
	}{
		{
			name: "all goes well", sizes: []int{2, 1},
			posts: "00 01 | 02", want: "added added added",
		},
		{
			name: "a 200 that refuses a number", sizes: []int{2},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{says(200, namedBody)} },
			posts:   "00 01", want: "added refused",
		},
		{
			name: "a 201 that names a number in use here", sizes: []int{2},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{o.doing(says(201, namedInUse), tail(1))} },
			posts:   "00 01", want: "added already_there",
		},
		{
			name: "a 201 that names a number in use elsewhere", sizes: []int{2},
			prepare: func(o *organization) { o.put(austin, tail(1)); o.faults = []http.HandlerFunc{says(201, namedInUse)} },
			posts:   "00 01", want: "added refused",
		},
		{
			name: "a 201 that is no answer of Webex", sizes: []int{2, 1},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{says(201, "<html>Blocked</html>")} },
			posts:   "00 01 | 02", want: "not_sent not_sent added",
		},
		{
			name: "a 200 that fails a number without naming it", sizes: []int{2},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{o.doing(says(200, `[{"errors":[{"errorCode":"X","errorMessage":"m"}]}]`), tail(1))}
			},
			posts: "00 01", want: "not_sent added",
		},
		{
			name: "a 200 that fails a number of nobody", sizes: []int{1, 1},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{says(200, namedBody)} },
			posts:   "00 | 01", want: "not_sent added",
		},
		{
			name: "a 200 that names a number in another style", sizes: []int{2},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(200, strings.ReplaceAll(namedBody, "+1214555", "1 (214) 555-"))}
			},
			posts: "00 01", want: "added refused",
		},
		{
			name: "a 400 that names a number; another turns out to be elsewhere", sizes: []int{3},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(400, namedBody)}
				o.reads = []http.HandlerFunc{says(200, `{"phoneNumbers":[{"phoneNumber":"`+tail(0)+`","state":"ACTIVE","mainNumber":false,"location":{"id":"`+austin+`","name":"Austin"}}],"count":{"total":1}}`), nil}
			},
			posts: "00 01 02 | 02", want: "refused refused added",
		},
		{
			name: "a number list that pads the location's ID", sizes: []int{1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(502, "")}
				o.reads = []http.HandlerFunc{says(200, `{"phoneNumbers":[{"phoneNumber":"`+tail(0)+`","state":"ACTIVE","mainNumber":false,"location":{"id":"`+denver+`==","name":"Denver"}}],"count":{"total":1}}`)}
			},
			posts: "00", want: "added",
		},
		{
			name: "a number list that does not repeat the location", sizes: []int{1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(502, "")}
				o.reads = []http.HandlerFunc{says(200, `{"phoneNumbers":[{"phoneNumber":"`+tail(0)+`","state":"ACTIVE","mainNumber":false,"location":null}],"count":{"total":1}}`)}
			},
			posts: "00", want: "added",
		},
		{
			name: "a 400 that names a number; the others are in", sizes: []int{3},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{o.doing(says(400, namedBody), tail(0), tail(2))}
			},
			posts: "00 01 02", want: "added refused added",
		},
		{
			name: "a 400 that names a number; the others go again", sizes: []int{3, 1},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{says(400, namedBody)} },
			posts:   "00 01 02 | 00 02 | 03", want: "added refused added added",
		},
		{
			name: "a 400 that names every number", sizes: []int{2},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(400, strings.Replace(namedBody, `[{"number"`, `[{"number":"+12145550100","errorCode":8361},{"number"`, 1))}
			},
			posts: "00 01", want: "refused refused",
		},
		{
			name: "a 400 that names a number in use here", sizes: []int{2},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{o.doing(says(400, namedInUse), tail(1))} },
			posts:   "00 01 | 00", want: "added already_there",
		},
		{
			name: "a 400 that names a number in use nowhere we see", sizes: []int{2},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{says(400, namedInUse)} },
			posts:   "00 01 | 00", want: "added refused",
		},
		{
			name: "a number that somebody else took after it was proved to be missing", sizes: []int{3},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(400, namedBody), o.doing(says(409, inUseBody), tail(0))}
			},
			posts: "00 01 02 | 00 02 | 02", want: "already_there refused added",
		},
		{
			name: "a number that somebody else took after a refusal for the size", sizes: []int{4},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(400, `{"message":"Too many phone numbers in the request"}`), o.doing(says(409, inUseBody), tail(0))}
			},
			posts: "00 01 02 03 | 00 01 | 01 | 02 03", want: "already_there added added added",
		},
		{
			name: "a 409 of a number that is there", sizes: []int{2},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{o.doing(says(409, inUseBody), tail(0))} },
			posts:   "00 01 | 01", want: "already_there added",
		},
		{
			name: "an 8363 with another status", sizes: []int{2},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{o.doing(says(400, inUseBody), tail(0))} },
			posts:   "00 01 | 01", want: "already_there added",
		},
		{
			name: "a 409 of a number of another location", sizes: []int{2},
			prepare: func(o *organization) { o.put(austin, tail(0)); o.faults = []http.HandlerFunc{says(409, "")} },
			posts:   "00 01 | 01", want: "refused added",
		},
		{
			name: "a 409 that stays for one number", sizes: []int{2, 1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(409, inUseBody), says(409, inUseBody)}
			},
			posts: "00 01 | 00 | 01 | 02", want: "refused added added",
		},
		{
			name: "a 400 without names about all numbers", sizes: []int{2, 1},
			prepare: func(o *organization) { o.faults = slices.Repeat([]http.HandlerFunc{says(400, namelessBad)}, 3) },
			posts:   "00 01 | 00 | 01 | 02", want: "refused refused added",
		},
		{
			name: "a 400 without names about one number of nine", sizes: []int{9},
			prepare: func(o *organization) { o.bad = []string{tail(5)} },
			posts:   "00 01 02 03 04 05 06 07 08 | 00 01 02 03 04 | 05 06 07 08 | 05 06 | 05 | 06 | 07 08",
			want:    "added added added added added refused added added added",
		},
		{
			name: "a 400 without names that is about the form of the request", sizes: []int{2, 1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(400, `{"errorCode":25024,"message":"Invalid field value: state"}`)}
			},
			posts: "00 01 | 02", want: "refused refused added",
		},
		{
			name: "a 400 of a location with integrated PSTN", sizes: []int{2},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(400, `{"errorCode":"ERR.V.TRM.TMN60004","message":"POST number(s) is supported only for non-integrated CCP and LGW locations."}`)}
			},
			posts: "00 01", want: "refused refused",
		},
		{
			name: "a 400 for too many numbers, which is remembered", sizes: []int{5, 4},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(400, `{"errorCode":25024,"message":"Invalid field value: phoneNumbers: exceeds the limit of 3"}`)}
			},
			posts: "00 01 02 03 04 | 00 01 02 | 03 04 | 05 06 07 | 08", want: strings.TrimSpace(strings.Repeat("added ", 9)),
		},
		{
			name: "a 413", sizes: []int{4},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(413, ""), says(413, "")}
			},
			posts: "00 01 02 03 | 00 01 | 00 | 01 | 02 | 03", want: "added added added added",
		},
		{
			name: "numbers that are there before the first request", sizes: []int{2, 1},
			prepare: func(o *organization) { o.put(denver, tail(0), tail(2)) },
			posts:   "01", want: "already_there added already_there",
		},
		{
			name: "a 400 without names that did its work in part", sizes: []int{2},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{o.doing(says(400, namelessBad), tail(1))} },
			posts:   "00 01", want: "refused added",
		},
		{
			name: "a 400 that names numbers of nobody", sizes: []int{1},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{says(400, namedBody)} },
			posts:   "00", want: "refused",
		},
		{
			name: "a 404", sizes: []int{1, 1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(404, `{"errorMessage":"Location x not found or PSTN for the location is not configured"}`)}
			},
			posts: "00 | 01", want: "refused added",
		},
		{
			name: "a redirect", sizes: []int{1, 1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(307, "", "Location", "https://example.com/")}
			},
			posts: "00 | 01", want: "refused added",
		},
		{
			name: "a 401 in the middle", sizes: []int{1, 2, 1},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{nil, says(401, "")} },
			posts:   "00 | 01 02", want: "added not_sent not_sent not_sent", kind: fault.TokenRefused, stops: true,
		},
		{
			name: "a 403", sizes: []int{2, 1},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{says(403, "")} },
			posts:   "00 01", want: "refused refused not_sent", kind: fault.NotAllowed, stops: true,
		},
		{
			name: "a 4003 of the calling backend", sizes: []int{1, 1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(400, `{"errorCode":4003,"message":"[Error 4003] Unauthorized request: x"}`)}
			},
			posts: "00", want: "refused not_sent", kind: fault.NotAllowed, stops: true,
		},
		{
			name: "a 429 and a 423", sizes: []int{1, 1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(429, "<html>", "Retry-After", "12"), says(423, "", "Retry-After", "soon"), says(429, "")}
			},
			posts: "00 | 00 | 00 | 00 | 01", want: "added added",
		},
		{
			name: "a 502 that did its work", sizes: []int{2, 1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{o.doing(says(502, "<html>Bad Gateway</html>"), tail(0), tail(1))}
			},
			posts: "00 01 | 02", want: "added added added",
		},
		{
			name: "a 502 that did half of it", sizes: []int{2, 1},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{o.doing(says(502, ""), tail(1))} },
			posts:   "00 01 | 00 | 02", want: "added added added",
		},
		{
			name: "a reply that is lost", sizes: []int{1, 1},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{o.doing(cut, tail(0))} },
			posts:   "00 | 01", want: "added added",
		},
		{
			name: "a reply that is cut", sizes: []int{1, 1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{o.doing(cutAfter("HTTP/1.1 201 Created\r\nContent-Length: 50\r\n\r\n[{"), tail(0))}
			},
			posts: "00 | 01", want: "added added",
		},
		{
			name: "a success that is too large to read", sizes: []int{1, 1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{o.doing(says(201, strings.Repeat(" ", 33<<20)), tail(0))}
			},
			posts: "00 | 01", want: "added added",
		},
		{
			name: "a request that hangs", sizes: []int{1, 1},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{hang} },
			posts:   "00 | 00 | 01", want: "added added",
		},
		{
			name: "a number that the first reading lacks", sizes: []int{1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{o.doing(says(504, ""), tail(0))}
				o.reads = []http.HandlerFunc{says(200, `{"phoneNumbers":[]}`), nil}
			},
			posts: "00", want: "added",
		},
		{
			name: "a failure whose readings fail", sizes: []int{1, 1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{o.doing(says(502, ""), tail(0))}
				o.reads = slices.Repeat([]http.HandlerFunc{says(503, "")}, 6)
			},
			posts: "00", want: "not_known not_sent", kind: fault.Failing, stops: true,
		},
		{
			name: "a network that goes away for good", sizes: []int{1, 1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{func(w http.ResponseWriter, r *http.Request) {
					o.mu.Lock()
					o.down = true
					o.mu.Unlock()
					cut(w, r)
				}}
			},
			posts: "00", want: "not_known not_sent", kind: fault.Unreachable, stops: true,
		},
		{
			name: "a refused part whose others cannot be read", sizes: []int{2},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(400, namedBody)}
				o.reads = []http.HandlerFunc{says(403, "")}
			},
			posts: "00 01", want: "not_known refused", kind: fault.NotAllowed, stops: true,
		},
		{
			name: "numbers in use that cannot be looked up", sizes: []int{2, 1},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(409, inUseBody)}
				o.reads = []http.HandlerFunc{says(401, "")}
			},
			posts: "00 01", want: "not_known not_known not_sent", kind: fault.TokenRefused, stops: true,
		},
		{
			name: "a success whose number in use cannot be looked up", sizes: []int{2},
			prepare: func(o *organization) {
				o.faults = []http.HandlerFunc{says(201, namedInUse)}
				o.reads = []http.HandlerFunc{says(403, "")}
			},
			posts: "00 01", want: "added not_known", kind: fault.NotAllowed, stops: true,
		},
		{
			name: "a service that keeps failing", sizes: []int{1, 1, 1, 1, 1, 1, 1},
			prepare: func(o *organization) { o.faults = slices.Repeat([]http.HandlerFunc{says(500, "")}, 5) },
			posts:   "00 | 00 | 00 | 01 | 01", want: strings.TrimSpace(strings.Repeat("not_sent ", 7)), kind: fault.Failing, stops: true,
		},
		{
			name: "a service that fails now and then", sizes: []int{1, 1, 1, 1},
			prepare: func(o *organization) {
				four := slices.Repeat([]http.HandlerFunc{says(500, "")}, 4)
				o.faults = slices.Concat(four, []http.HandlerFunc{nil}, four)
			},
			posts: "00 | 00 | 00 | 01 | 01 | 02 | 02 | 02 | 03 | 03",
			want:  "not_sent added not_sent added",
		},
		{
			name: "a refusal between failures", sizes: []int{1, 1, 1},
			prepare: func(o *organization) {
				failing := slices.Repeat([]http.HandlerFunc{says(500, "")}, 4)
				o.faults = slices.Concat(failing, []http.HandlerFunc{says(404, "")}, failing[:1])
			},
			posts: "00 | 00 | 00 | 01 | 01 | 02 | 02", want: "not_sent refused added",
		},
		{
			name: "a 408 that did its work", sizes: []int{1, 1},
			prepare: func(o *organization) { o.faults = []http.HandlerFunc{o.doing(says(408, ""), tail(0))} },
			posts:   "00 | 01", want: "added added",
		},
		{
			name: "a service that never lets a request in", sizes: []int{1, 1},
			prepare: func(o *organization) { o.faults = slices.Repeat([]http.HandlerFunc{says(429, "")}, maxWaits+1) },
			posts:   strings.TrimSuffix(strings.Repeat("00 | ", maxWaits+1), " | "), want: "not_sent not_sent", kind: fault.Failing, stops: true,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t)
				if test.prepare != nil {
					test.prepare(r.organization)
				}
				got, err := r.submit(t.Context(), draft(test.sizes...))
				if test.stops != (err != nil) || err != nil && fault.KindOf(err) != test.kind {
					t.Errorf("got %v", err)
				}
				if o := r.outcomes(got); o != test.want {
					t.Errorf("got  %s\nwant %s", o, test.want)
				}
				r.wantPosts(test.posts)
				if got.Ended.IsZero() {
					t.Error("the run has no end")
				}
			})
		})
	}
}
