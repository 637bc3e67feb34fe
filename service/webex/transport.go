package webex

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"net/url"
	"time"
)

// The time that the steps of a connection may take. Requests have limits of their
// own; the wait for an answer is a little shorter than those of requests that
// change something.
const (
	dialTimeout   = 15 * time.Second
	tlsTimeout    = 15 * time.Second
	headerTimeout = 110 * time.Second
)

// idle is how many connections to a service stay open between requests: more than there
// are ever requests under way. The usual two would have the others dial anew each time
// where there is no HTTP/2.
const idle = 16

// maxHeader is the most that is read of the header of an answer.
const maxHeader = 256 << 10

// NewTransport is the ordinary transport, HTTP/2 included, with limits. It tells
// what a proxy says that lets no connection through. proxy chooses the proxy of a
// request, nil for none ever.
func NewTransport(proxy func(*http.Request) (*url.URL, error)) *http.Transport {
	transport, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		panic("net/http has another default transport")
	}
	transport = transport.Clone()
	transport.Proxy = proxy
	transport.OnProxyConnectResponse = letThrough
	transport.MaxIdleConnsPerHost = idle
	transport.DialContext = (&net.Dialer{Timeout: dialTimeout}).DialContext
	transport.TLSHandshakeTimeout = tlsTimeout
	transport.ResponseHeaderTimeout = headerTimeout
	transport.MaxResponseHeaderBytes = maxHeader
	transport.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12}
	transport.ForceAttemptHTTP2 = true
	return transport
}

func letThrough(_ context.Context, proxy *url.URL, _ *http.Request, answer *http.Response) error {
	if answer.StatusCode == http.StatusOK {
		return nil
	}
	return &ProxyError{Proxy: proxy.Host, Status: answer.StatusCode}
}
