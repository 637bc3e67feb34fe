// Package practice is the practice organization: the part of the Webex API that
// Number Loader uses, over real HTTP on a loopback port inside the program, with
// the rules and the refusals of the real one. It is the product's demo, the
// tests' fake and the benchmark's server. What it holds survives the program. It
// imports internal/fault only; the ordinary client talks to it.
//
// Numbers whose last four digits are 0013 are refused when they are added, and
// those that end in 0014 are unavailable: they can be used to see a refusal.
package practice

import (
	"context"
	"encoding/hex"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"numberloader/internal/fault"
)

// Options are what a practice organization needs. Sleep, Now and Random are
// required.
type Options struct {
	// StatePath is the file that holds the organization's numbers between
	// starts. Its folder is made if needed. With "" they are forgotten.
	StatePath string
	// Behavior says how the organization behaves from now on. It may be nil, for no
	// manners at all. It is called by several goroutines at once.
	Behavior func() Behavior
	// MaxPage is the largest page of a list; 0 stands for the documented sizes,
	// 2,000 numbers and 500 locations.
	MaxPage int
	// Faults says for a request what is to go wrong with it. It is for tests and
	// may be nil. It is called by several goroutines at once.
	Faults func(*http.Request) Fault
	// Lists say how lists misbehave. They are for tests.
	Lists Lists
	// OnFault is told of a panic while a request is answered; its connection is then cut.
	// It may be nil, and is called by several goroutines at once.
	OnFault func(*fault.PanicError)

	// Sleep waits, and returns the context's error when it ends first.
	Sleep func(context.Context, time.Duration) error
	Now   func() time.Time
	// Random is where the token comes from. It is read at the start only.
	Random io.Reader
}

// Behavior is how the practice organization behaves to those who practice. Its zero
// value answers at once and never fails.
type Behavior struct {
	// Pace is how long each request that changes something takes, so that it can be
	// watched; 0 for none.
	Pace time.Duration
	// ThrottleEvery lets every so manieth request that adds numbers be answered with
	// 429 and a Retry-After of 2 seconds; 0 for never.
	ThrottleEvery int
	// FailEvery lets every so manieth request that adds numbers fail: in turn all its
	// numbers are refused, and it is carried out without an answer; 0 for never.
	FailEvery int
}

// behavior is how the organization behaves now.
func (s *Server) behavior() Behavior {
	if s.options.Behavior == nil {
		return Behavior{}
	}
	return s.options.Behavior()
}

// Server is a practice organization that is being served. It is safe for
// several goroutines.
type Server struct {
	options  Options
	token    string
	tracking tracker
	expiry   time.Time
	numbers  *store
	http     http.Server
	address  string
	done     chan struct{}

	mu    sync.Mutex
	adds  int // requests that add numbers, for Behavior
	close error
}

// tokenLife is how long the token says it is good for, as a personal access
// token of Webex.
const tokenLife = 12 * time.Hour

// headerTimeout keeps a connection that sends nothing from staying for ever.
const headerTimeout = 10 * time.Second

// Start serves the practice organization on a free port of the loopback address
// until Close. A state file that is damaged is put aside under its name and
// ".damaged". The error is a *fault.Error.
func Start(options Options) (*Server, error) {
	numbers, err := openStore(options.StatePath)
	if err != nil {
		return nil, notStarted(err)
	}
	numbers.now, numbers.behind = options.Now, options.Lists.Behind
	secret := make([]byte, 32)
	if _, err := io.ReadFull(options.Random, secret); err != nil {
		return nil, notStarted(err)
	}
	listener, err := net.ListenTCP("tcp4", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		return nil, notStarted(err)
	}
	s := &Server{
		options:  options,
		token:    hex.EncodeToString(secret[8:]),
		tracking: tracker{session: hex.EncodeToString(secret[:8])},
		expiry:   options.Now().Add(tokenLife),
		numbers:  numbers,
		address:  listener.Addr().String(),
		done:     make(chan struct{}),
	}
	s.http = http.Server{
		Handler:           s.Handler(),
		ReadHeaderTimeout: headerTimeout,
		ErrorLog:          log.New(io.Discard, "", 0),
	}
	go s.serve(listener)
	return s, nil
}

func notStarted(err error) error {
	return &fault.Error{
		Kind: fault.Internal,
		What: fault.Quote("The practice organization could not be started."),
		Next: fault.Quote("Restart Number Loader. If it happens again, send the details to support."),
		Err:  err,
	}
}

func (s *Server) serve(listener net.Listener) {
	defer close(s.done)
	if err := s.http.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		s.mu.Lock()
		s.close = err
		s.mu.Unlock()
	}
}

// URL is the address of the service, as http://127.0.0.1:40213/v1.
func (s *Server) URL() string { return "http://" + s.address + base }

// Token is the access token of the practice administrator. It is new with every
// start; requests without it are answered with 401.
func (s *Server) Token() string { return s.token }

// Close stops serving; requests under way are cut. It may be called again.
func (s *Server) Close() error {
	err := s.http.Close()
	<-s.done
	s.mu.Lock()
	defer s.mu.Unlock()
	return errors.Join(err, s.close)
}
