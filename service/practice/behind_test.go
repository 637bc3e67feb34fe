package practice_test

import (
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"numberloader/service/practice"
)

func TestAListMayBeBehindEveryChange(t *testing.T) {
	t.Parallel()
	var gone atomic.Int64
	now := func() time.Time { return noon().Add(time.Duration(gone.Load())) }
	c := start(t, practice.Options{Now: now, Lists: practice.Lists{Behind: 20 * time.Second}})
	shown := func() bool {
		_, ok := c.find("+18165550100")
		return ok
	}
	c.add("Kansas City", "DID", "+18165550100")
	gone.Add(int64(19 * time.Second))
	if shown() {
		t.Error("an add is shown too early")
	}
	gone.Add(int64(time.Second))
	if !shown() {
		t.Error("an add is not shown")
	}
	c.call(http.MethodDelete, c.numbersOf("Kansas City"), `{"phoneNumbers":["+18165550100"]}`)
	gone.Add(int64(19 * time.Second))
	if !shown() {
		t.Error("a removal is shown too early")
	}
	gone.Add(int64(time.Second))
	if shown() {
		t.Error("a removal is not shown")
	}
}

func TestListsMayMisbehave(t *testing.T) {
	t.Parallel()
	const numbers = "/telephony/config/numbers"
	silent := start(t, practice.Options{MaxPage: 2, Lists: practice.Lists{NoLinks: true}})
	if got := silent.get(numbers); got.status != http.StatusOK || got.header.Get("Link") != "" {
		t.Errorf("a short page links to %q", got.header.Get("Link"))
	}
	endless := start(t, practice.Options{Lists: practice.Lists{EndlessLinks: true}})
	if got := endless.get(numbers + "?start=100000"); got.status != http.StatusOK || !strings.Contains(got.header.Get("Link"), "next") {
		t.Errorf("an empty page links to %q", got.header.Get("Link"))
	}
	slow := start(t, practice.Options{Lists: practice.Lists{TooLong: 500}})
	if got := slow.get(numbers + "?max=501"); got.status != http.StatusGatewayTimeout {
		t.Errorf("a long list: %d", got.status)
	}
	if got := slow.get(numbers + "?max=500"); got.status != http.StatusOK {
		t.Errorf("a shorter one: %d", got.status)
	}
}
