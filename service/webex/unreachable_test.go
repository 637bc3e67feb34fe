package webex

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"numberloader/internal/phrase"
)

// reaching is a client of an address over a transport, and the pauses it makes.
func reaching(t *testing.T, base string, transport http.RoundTripper) (*Client, *[]time.Duration) {
	t.Helper()
	token, err := NewToken(planted)
	if err != nil {
		t.Fatal(err)
	}
	pauses := &[]time.Duration{}
	c, err := New(base, token, &http.Client{Transport: transport}, Settings{
		Now: time.Now, Sleep: func(_ context.Context, d time.Duration) error {
			*pauses = append(*pauses, d)
			return nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return c, pauses
}

// encrypted is a server with a certificate of its own for "webexapis.com", good
// until a time, and a pool that trusts it.
func encrypted(t *testing.T, until time.Time) (*httptest.Server, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	form := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: until.Add(-time.Hour), NotAfter: until, DNSNames: []string{"webexapis.com"},
		IsCA: true, BasicConstraintsValid: true,
	}
	text, err := x509.CreateCertificate(rand.Reader, form, form, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	own, err := x509.ParseCertificate(text)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.TLS = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{text}, PrivateKey: key}}, MinVersion: tls.VersionTLS12}
	server.StartTLS()
	t.Cleanup(server.Close)
	pool := x509.NewCertPool()
	pool.AddCert(own)
	return server, pool
}

// leadingTo is a transport that reaches one server under every name.
func leadingTo(server *httptest.Server, trusted *x509.CertPool) *http.Transport {
	transport := NewTransport(nil)
	transport.TLSClientConfig.RootCAs = trusted
	transport.DialContext = func(ctx context.Context, network, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, network, server.Listener.Addr().String())
	}
	return transport
}

// through is a transport over a proxy that answers with a status.
func through(t *testing.T, status int) *http.Transport {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }))
	t.Cleanup(server.Close)
	address, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	address.User = url.UserPassword("name", planted)
	return NewTransport(http.ProxyURL(address))
}

func dialing(err error) *http.Transport {
	transport := NewTransport(nil)
	transport.DialContext = func(context.Context, string, string) (net.Conn, error) { return nil, err }
	return transport
}

func noSuchName(name string) error {
	return &net.OpError{Op: "dial", Net: "tcp", Err: &net.DNSError{Err: "no such host", Name: name, IsNotFound: true}}
}

func TestTheCauseIsSaidFirstAndAtOnce(t *testing.T) {
	t.Parallel()
	good, trusted := encrypted(t, time.Now().Add(time.Hour))
	old, trustedOld := encrypted(t, time.Now().Add(-time.Hour))
	plain := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(plain.Close)
	throughNowhere := dialing(noSuchName("proxy.example.com"))
	throughNowhere.Proxy = http.ProxyURL(&url.URL{Scheme: "http", Host: "proxy.example.com:3128"})
	unreadable := NewTransport(func(*http.Request) (*url.URL, error) { return nil, &ProxyAddressError{"HTTPS_PROXY"} })
	throughClosed := dialing(&net.OpError{Op: "dial", Net: "tcp", Err: errors.New("connection refused")})
	throughClosed.Proxy = throughNowhere.Proxy
	tests := []struct {
		name      string
		base      string
		transport *http.Transport
		what      string
		again     bool
	}{
		{"no trust", "https://webexapis.com/v1", leadingTo(good, x509.NewCertPool()), "This computer does not trust the certificate of webexapis.com,", false},
		{"expired", "https://webexapis.com/v1", leadingTo(old, trustedOld), "The certificate of webexapis.com has expired or is not valid yet,", false},
		{"another name", "https://other.example/v1", leadingTo(good, trusted), "What answered for other.example showed a certificate for another name,", false},
		{"not encrypted", "https://webexapis.com/v1", leadingTo(plain, nil), "What answered for webexapis.com does not use encryption,", false},
		{"no such name", "https://webexapis.com/v1", dialing(noSuchName("webexapis.com")), "The name webexapis.com can't be found on this network,", false},
		{"a proxy that wants a password", "https://webexapis.com/v1", through(t, 407), "The proxy 127.0.0.1:", false},
		{"a proxy that forbids", "https://webexapis.com/v1", through(t, 403), "The proxy 127.0.0.1:", false},
		{"a proxy that fails", "https://webexapis.com/v1", through(t, 503), "The proxy 127.0.0.1:", true},
		{"no such proxy", "https://webexapis.com/v1", throughNowhere, "The proxy proxy.example.com can't be found on this network,", false},
		{"a proxy that is off", "https://webexapis.com/v1", throughClosed, "The proxy of this computer can't be reached,", true},
		{"a proxy that can't be read", "https://webexapis.com/v1", unreadable, "The address of the proxy in HTTPS_PROXY can't be read,", false},
		{"a cut", "https://webexapis.com/v1", dialing(errors.New("cut")), "There was no connection to Webex.", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c, pauses := reaching(t, test.base, test.transport)
			_, err := c.Me(t.Context())
			m := phrase.Explain(Unreachable(err))
			if !strings.HasPrefix(m.What, test.what) || m.Next == "" || strings.Contains(m.What+m.Next+m.Details, planted) {
				t.Errorf("got %+v", m)
			}
			if again := len(*pauses) > 0; again != test.again {
				t.Errorf("paused %v", *pauses)
			}
			_, err = c.AddNumbers(t.Context(), "l", AddNumbers{})
			if lost, ok := errors.AsType[*ConnectionError](err); !ok || !lost.NotSent {
				t.Errorf("adding: %v", err)
			}
		})
	}
}

func TestTheTransportHasLimits(t *testing.T) {
	t.Parallel()
	transport := NewTransport(http.ProxyFromEnvironment)
	if transport.TLSClientConfig.MinVersion < tls.VersionTLS12 || !transport.ForceAttemptHTTP2 || transport.Proxy == nil {
		t.Errorf("got %+v", transport)
	}
	switch {
	case transport.TLSHandshakeTimeout <= 0:
		t.Errorf("transport.TLSHandshakeTimeout is %v", transport.TLSHandshakeTimeout)
	case transport.ResponseHeaderTimeout <= 0:
		t.Errorf("transport.ResponseHeaderTimeout is %v", transport.ResponseHeaderTimeout)
	case transport.MaxResponseHeaderBytes <= 0:
		t.Errorf("transport.MaxResponseHeaderBytes is %v", transport.MaxResponseHeaderBytes)
	case transport.DialContext == nil:
		t.Error("no limit of dialing")
	}
}

// TestWhatIsNotOfWebexSaysNothingAboutNumbers has answers to a call that adds
// numbers, of Webex and of others.
func TestWhatIsNotOfWebexSaysNothingAboutNumbers(t *testing.T) {
	t.Parallel()
	marked := http.Header{"Trackingid": {"ROUTERGW_1"}}
	tests := []struct {
		name    string
		status  int
		header  http.Header
		body    string
		foreign string // the words for it, "" if it is Webex's
	}{
		{"a proxy's password", 407, nil, "<html>", "A proxy on this network wants a user name and a password,"},
		{"a proxy's password as JSON", 407, nil, `{"message":"Proxy Authentication Required"}`, "A proxy on this network wants a user name and a password,"},
		{"a network's sign-in page", 302, http.Header{"Location": {"http://10.0.0.1/login"}}, "", "The sign-in page of this network,"},
		{"a network's sign-in by the book", 511, nil, "<html>", "The sign-in page of this network,"},
		{"a page in place of a success", 200, nil, "<html>", "The sign-in page of this network,"},
		{"a filter's page", 403, nil, "<html>", "Something between this computer and Webex answered in its place with status 403:"},
		{"a filter without words", 403, nil, "", "Something between this computer and Webex answered in its place with status 403:"},
		{"a filter's JSON in no known shape", 400, nil, `{"blocked":true}`, "Something between this computer and Webex answered in its place with status 400:"},
		{"a page about a sign-in", 401, nil, "<html>", "Something between this computer and Webex answered in its place with status 401:"},
		{"a refused token without words", 401, nil, "", ""},
		{"a tracking ID in the header", 403, marked, "<html>", ""},
		{"a tracking ID in the body", 403, nil, `{"trackingId":"ROUTERGW_1"}`, ""},
		{"a known shape", 404, nil, `{"errorMessage":"Location x not found"}`, ""},
		{"a code in the header", 400, http.Header{"Cisco-Spark-Error-Codes": {"25008"}}, "", ""},
		{"too many requests", 429, nil, "<html>", ""},
		{"a lock", 423, nil, "", ""},
		{"a gateway that fails", 502, nil, "<html>", ""},
		{"a success with a tracking ID", 201, marked, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, step{
				method: http.MethodPost, path: numbersPath, status: test.status, header: test.header, body: test.body,
			})
			_, err := r.AddNumbers(t.Context(), "l", AddNumbers{})
			if IsForeign(err) != (test.foreign != "") {
				t.Fatalf("got %v", err)
			}
			if m := phrase.Explain(Unreachable(errors.Join(err, errors.New("x")))); test.foreign != "" && (!strings.HasPrefix(m.What, test.foreign) || m.Next == "") {
				t.Errorf("got %+v", m)
			}
		})
	}
	r := newRig(t, step{method: http.MethodPost, path: numbersPath, status: 201})
	if got, err := r.AddNumbers(t.Context(), "l", AddNumbers{}); err != nil || !got.Unclear {
		t.Errorf("an unmarked success: %+v, %v", got, err)
	}
}
