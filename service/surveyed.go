package service

import (
	"sync"
	"time"

	"numberloader/internal/number"
)

// surveyed is what the last survey read, for the submit that follows it: one pass
// over the number list and one question about each PSTN connection are enough for
// both. It is good for one run, and not for long.
type surveyed struct {
	at        time.Time // when the list was read
	numbers   numberList
	locations []number.Location // with their PSTN types, as far as they were asked
}

// lastSurvey keeps a survey. It is safe for several goroutines.
type lastSurvey struct {
	mu   sync.Mutex
	kept surveyed
}

func (l *lastSurvey) keep(s surveyed) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.kept = s
}

// take hands the survey out, once; it is empty if there is none that is fresh.
func (l *lastSurvey) take(now time.Time) surveyed {
	l.mu.Lock()
	defer l.mu.Unlock()
	s := l.kept
	l.kept = surveyed{}
	if now.Sub(s.at) >= stale {
		return surveyed{}
	}
	return s
}

// pstn is the PSTN type of a location, if it was asked.
func (s surveyed) pstn(locationID string) (number.PSTN, bool) {
	for _, l := range s.locations {
		if bare(l.ID) == bare(locationID) {
			return l.PSTN, l.PSTN != number.PSTNNotAsked
		}
	}
	return number.PSTNNotAsked, false
}
