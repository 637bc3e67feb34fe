package service

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"sync"
	"time"

	"numberloader/service/webex"
)

// sea is a simulated service that knows the truth, and that goes wrong by a seed.
type sea struct {
	API

	mu    sync.Mutex
	rng   *rand.Rand
	rough float64 // how likely a change goes wrong
	most  int     // numbers in a request that it takes
	there map[string]*fish
	bad   map[string]bool
	under map[string]int
	dead  bool // the program was killed: nothing is reached any more
	back  bool // numbers were taken back: none is added or activated any more
	wrong []string
}

// fish is a number that is in.
type fish struct {
	place  string
	active bool
	since  time.Time
}

func (s *sea) violation(format string, args ...any) {
	s.wrong = append(s.wrong, fmt.Sprintf(format, args...))
}

func (*sea) Me(context.Context) (webex.Person, error) { return webex.Person{OrgID: "O1"}, nil }

func (*sea) CallingLocations(context.Context) ([]webex.CallingLocation, error) {
	return []webex.CallingLocation{{ID: "L0"}, {ID: "L1"}, {ID: "L2"}}, nil
}

func (*sea) PSTNConnection(context.Context, string) (webex.PSTNConnection, error) {
	return webex.PSTNConnection{Type: "LOCAL_GATEWAY"}, nil
}

// Numbers is late by a second and a half.
func (s *sea) Numbers(_ context.Context, place string) ([]webex.Number, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.dead || s.rng.Float64() < s.rough/3 {
		return nil, &webex.APIError{Status: http.StatusServiceUnavailable}
	}
	var all []webex.Number
	for text, f := range s.there {
		if place != "" && f.place != place || time.Since(f.since) < 1500*time.Millisecond {
			continue
		}
		n := webex.Number{PhoneNumber: text, State: "INACTIVE", Location: webex.NumberLocation{ID: f.place}}
		if f.active {
			n.State = "ACTIVE"
		}
		all = append(all, n)
	}
	return all, nil
}

func (s *sea) NumbersByPage(ctx context.Context, place string, take func(webex.NumbersPage)) error {
	all, err := s.Numbers(ctx, place)
	if err == nil {
		take(webex.NumbersPage{Numbers: all})
	}
	return err
}

// call carries out a change unless it goes wrong before, and loses its answer if
// it goes wrong after.
func (s *sea) call(place string, numbers []string, most int, back bool, do func() error) (webex.Accepted, error) {
	s.mu.Lock()
	if s.under[place]++; s.under[place] > 1 && !back {
		s.violation("two requests at once for %s", place)
	}
	if s.back && !back {
		s.violation("%v were to be added or activated though the undo has begun", numbers)
	}
	s.back = back
	if len(numbers) == 0 || len(numbers) > most {
		s.violation("%d numbers in a request", len(numbers))
	}
	pause := time.Duration(s.rng.IntN(3000)) * time.Millisecond
	s.mu.Unlock()
	time.Sleep(pause)
	s.mu.Lock()
	defer s.mu.Unlock()
	defer func() { s.under[place]-- }()
	if s.dead {
		return webex.Accepted{}, &webex.ConnectionError{NotSent: true, Err: errors.New("killed")}
	}
	goes := s.rng.Float64() >= s.rough
	late := s.rng.IntN(2) == 0
	if !goes && !late {
		return webex.Accepted{}, s.trouble()
	}
	err := do()
	if !goes {
		if s.rng.IntN(2) == 0 {
			return webex.Accepted{}, &webex.APIError{Status: 504}
		}
		return webex.Accepted{}, &webex.ConnectionError{Err: errors.New("reset")}
	}
	return webex.Accepted{Status: http.StatusCreated}, err
}

func (s *sea) trouble() error {
	switch s.rng.IntN(5) {
	case 0:
		return &webex.APIError{Status: 429, RetryAfter: time.Second}
	case 1:
		return &webex.APIError{Status: 401}
	case 2:
		return &webex.APIError{Status: 423}
	case 3:
		return &webex.ConnectionError{NotSent: true, Err: errors.New("no route")}
	}
	return &webex.APIError{Status: 502}
}

func (s *sea) AddNumbers(_ context.Context, place string, body webex.AddNumbers) (webex.Accepted, error) {
	return s.call(place, body.PhoneNumbers, 20, false, func() error {
		if len(body.PhoneNumbers) > s.most {
			return &webex.APIError{Status: 400, Message: "Too many phone numbers."}
		}
		for _, n := range body.PhoneNumbers {
			if s.there[n] != nil {
				s.violation("%s was sent again though it is in", n)
			}
			if s.bad[n] {
				return &webex.APIError{Status: 400, Code: "25024", Message: "Invalid field value: phoneNumbers"}
			}
		}
		for _, n := range body.PhoneNumbers {
			s.there[n] = &fish{place: place, active: body.State == "ACTIVE", since: time.Now()}
		}
		return nil
	})
}

func (s *sea) RemoveNumbers(_ context.Context, place string, numbers []string) (webex.Accepted, error) {
	return s.call(place, numbers, removeSize, true, func() error {
		for _, n := range numbers {
			if s.there[n] == nil {
				return &webex.APIError{Status: 502, Code: codeUnknownNumber}
			}
		}
		for _, n := range numbers {
			delete(s.there, n)
		}
		return nil
	})
}

func (s *sea) ActivateNumbers(_ context.Context, place string, numbers []string) (webex.Accepted, error) {
	return s.call(place, numbers, activateSize, false, func() error {
		for _, n := range numbers {
			if s.there[n] == nil {
				return &webex.APIError{Status: 400, Code: "25024", Message: "Invalid field value: phoneNumbers"}
			}
		}
		for _, n := range numbers {
			s.there[n].active = true
		}
		return nil
	})
}
