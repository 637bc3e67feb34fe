// Package servicetest has what tests of services stand on: a network in memory, waits, and
// a lock. Under synctest the network sees every wait, and none takes time.
package servicetest

import (
	"context"
	"net"
	"net/http"
	"sync"
	"testing"
	"time"
)

// network is in memory.
type network struct {
	conns chan net.Conn
	done  chan struct{}
	once  sync.Once
}

// Serve lets a handler answer until the test has ended, and returns the way to it, whatever
// the address.
func Serve(tb testing.TB, handler http.Handler) *http.Transport {
	tb.Helper()
	n := &network{conns: make(chan net.Conn), done: make(chan struct{})}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: time.Minute}
	go func() { _ = server.Serve(n) }()
	transport := &http.Transport{DialContext: n.dial}
	tb.Cleanup(func() {
		transport.CloseIdleConnections()
		_ = server.Close()
	})
	return transport
}

// Accept waits for a connection.
func (n *network) Accept() (net.Conn, error) {
	select {
	case c := <-n.conns:
		return c, nil
	case <-n.done:
		return nil, net.ErrClosed
	}
}

// Close lets nobody in any more.
func (n *network) Close() error {
	n.once.Do(func() { close(n.done) })
	return nil
}

// Addr is an address for the log of the server.
func (n *network) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 80} }

func (n *network) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	here, there := net.Pipe()
	select {
	case n.conns <- there:
		return here, nil
	case <-n.done:
		return nil, &net.OpError{Op: "dial", Net: "tcp", Err: net.ErrClosed}
	case <-ctx.Done():
		return nil, ctx.Err() //nolint:wrapcheck // whoever waits knows
	}
}

// Sleep waits, and returns the context's error when that ends first.
func Sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err() //nolint:wrapcheck // whoever waits knows
	}
}

// FreeLock is the lock of a folder that nobody else uses.
type FreeLock struct{}

// TryLock succeeds.
func (FreeLock) TryLock(string) (unlock func() error, ok bool, err error) {
	return func() error { return nil }, true, nil
}
