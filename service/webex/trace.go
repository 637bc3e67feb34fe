package webex

import (
	"context"
	"net/http/httptrace"
	"sync/atomic"
)

// departure watches whether a request can have left.
type departure struct{ asked, connected atomic.Bool }

// watch returns a context that reports to a departure.
func watch(ctx context.Context) (context.Context, *departure) {
	d := &departure{}
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GetConn: func(string) { d.asked.Store(true) },
		GotConn: func(httptrace.GotConnInfo) { d.connected.Store(true) },
	}), d
}

// surelyNot reports whether a connection was asked for and none was made, so that not
// a byte of the request can have left. A transport that reports nothing leaves
// the matter open.
func (d *departure) surelyNot() bool { return d.asked.Load() && !d.connected.Load() }
