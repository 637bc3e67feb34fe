package campaign

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"sync"
	"time"
)

const admin = "a-token-of-no-use"

// places are the locations of the world, by ID.
var places = map[string]string{"L-austin": "Austin", "L-boston": "Boston", "L-denver": "Denver"}

// entry is a number that the world holds, or held.
type entry struct {
	location string
	state    string
	mobile   bool
	ours     bool // added by a request of the program
	main     bool
	owner    string
	since    time.Time
	gone     bool
	until    time.Time // when it went
	meddled  bool      // another administrator took it out
}

// lags are how far the list may be behind a change.
func lags() []time.Duration {
	return []time.Duration{0, 1900 * time.Millisecond, 2 * time.Second, 5 * time.Second, 20 * time.Second}
}

// manners are how a Webex behaves. Each seed has others.
type manners struct {
	atomic   bool          // one bad number refuses a whole request
	names    bool          // refusals name the bad numbers
	ignores  bool          // numbers that are in the location already are no error
	most     int           // numbers in a request, 0 for any
	addLag   time.Duration // of the number list behind an add
	goneLag  time.Duration // of the number list behind a removal
	page     int           // numbers in a page of the list, 0 for as many as were asked for
	links    bool          // pages name the next one, the empty one at the end, too
	tooLong  int           // a list of more than so many at once takes too long, 0 for never
	meddling float64       // how likely another administrator is at work, too
	odd      float64       // how likely an answer to a read is none, or a proxy's
	slowness time.Duration // the longest that a change takes
	faults   float64       // how likely a request meets a fault
	vanishes string        // a location that goes away
	expires  int           // requests until the token expires, 0 for never
}

// world is a Webex with one organization. It writes down what must not happen.
type world struct {
	now   func() time.Time
	sleep func(time.Duration)

	mu       sync.Mutex
	manners  manners
	rng      *rand.Rand
	numbers  map[string]*entry
	bad      map[string]bool
	spared   map[string]bool // numbers that are not to be activated
	vanished bool
	expired  bool
	left     int // requests until the token expires
	changes  int
	underway map[string]int
	wrong    []string
}

func newWorld(m manners, rng *rand.Rand, now func() time.Time, sleep func(time.Duration)) *world {
	return &world{
		manners: m, rng: rng, now: now, sleep: sleep, left: m.expires,
		numbers: map[string]*entry{}, bad: map[string]bool{}, underway: map[string]int{},
	}
}

// violation writes down what must not happen. The lock is held.
func (w *world) violation(format string, args ...any) {
	w.wrong = append(w.wrong, fmt.Sprintf(format, args...))
}

// there is the entry of a number that is in now.
func (w *world) there(number string) *entry {
	if e := w.numbers[number]; e != nil && !e.gone {
		return e
	}
	return nil
}

// hasPlace reports whether a location is there.
func (w *world) hasPlace(id string) bool {
	return places[id] != "" && (!w.vanished || id != w.manners.vanishes)
}

// listed reports whether the number list shows an entry by now: it is late by the lags.
func (w *world) listed(e *entry) bool {
	now := w.now()
	return !e.since.After(now.Add(-w.manners.addLag)) && (!e.gone || e.until.After(now.Add(-w.manners.goneLag)))
}

// calm ends all faults.
func (w *world) calm() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.manners.faults, w.manners.odd, w.manners.meddling = 0, 0, 0
	w.manners.expires, w.expired = 0, false
}

// signInAgain makes the token good again.
func (w *world) signInAgain() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.expired = false
	w.left = 0
}

// change guards the work on one location: never two requests at once but those
// that may go together, and four in all.
func (w *world) change(location string, together bool) (done func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.underway[location]++
	w.changes++
	if w.underway[location] > 1 && !together {
		w.violation("%d requests at once for %s", w.underway[location], location)
	}
	if w.changes > 4 {
		w.violation("%d requests at once", w.changes)
	}
	if w.changes == 3 && w.manners.vanishes != "" {
		w.vanished = true
	}
	return func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.underway[location]--
		w.changes--
	}
}

// chance is true with a probability.
func (w *world) chance(p float64) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.rng.Float64() < p
}

// pick is one of the choices.
func pick[T any](w *world, choices ...T) T {
	w.mu.Lock()
	defer w.mu.Unlock()
	return choices[w.rng.IntN(len(choices))]
}

// pause takes up to the slowness of the world.
func (w *world) pause() {
	w.mu.Lock()
	long := w.manners.slowness
	if long > 0 {
		long = time.Duration(w.rng.Int64N(int64(long)))
	}
	w.mu.Unlock()
	if long > 0 {
		w.sleep(long)
	}
}

// sorted are the numbers that were ever there.
func (w *world) sorted() []string { return slices.Sorted(maps.Keys(w.numbers)) }

// settle waits until the requests of a program that is gone are answered.
func (w *world) settle() {
	for {
		w.mu.Lock()
		busy := w.changes
		w.mu.Unlock()
		w.sleep(20 * time.Millisecond)
		if busy == 0 {
			return
		}
	}
}
