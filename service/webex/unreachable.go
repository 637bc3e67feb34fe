package webex

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"

	"numberloader/internal/fault"
)

// obstacle is why Webex was not reached, in words.
type obstacle struct {
	what, next string
	// lasting says that trying again is useless until somebody has done something.
	lasting bool
}

// What to do about an obstacle.
const (
	askNetwork    = "Ask whoever runs your network, and try again."
	nextProxy     = "Correct the proxy's address in HTTPS_PROXY or in the settings of this computer, and try again."
	nextLogin     = "Put both into the proxy's address, in HTTPS_PROXY or in the settings of this computer, in the form name:password@proxy.example.com:8080, or ask whoever runs your network."
	nextTrust     = "A proxy or a security program of your network may stand in between. Ask whoever runs it to install its certificate on this computer."
	nextClock     = "Check the date and the time of this computer. If both are right, ask whoever runs your network what stands between it and Webex."
	nextSignInNet = "Open any page in the browser, sign in to the network if it asks for that, and try again."
)

// Unreachable says in words why a call did not come to Webex: why no connection
// came about, as far as the error tells, or that somebody else answered in its
// place (IsForeign). It may be called from any goroutine.
func Unreachable(err error) *fault.Error {
	f := &fault.Error{Kind: fault.Unreachable, Details: err.Error(), Err: err}
	o, known := foreign(err)
	if !known {
		o, known = obstacleOf(err)
	}
	if known {
		f.What, f.Next = o.what, o.next
	}
	return f
}

// Hopeless says that trying again can't help before somebody has done something. It
// may be called from any goroutine.
func Hopeless(err error) bool {
	o, known := obstacleOf(err)
	return IsForeign(err) || known && o.lasting
}

// foreign are the words for an answer that is not Webex's.
func foreign(err error) (obstacle, bool) {
	if !IsForeign(err) {
		return obstacle{}, false
	}
	api, isAPI := errors.AsType[*APIError](err)
	switch {
	case isAPI && api.Status == http.StatusProxyAuthRequired:
		return obstacle{"A proxy of this network wants a user name and a password, and answered in place of Webex.", nextLogin, true}, true
	case isAPI && api.Status >= http.StatusBadRequest && api.Status != http.StatusNetworkAuthenticationRequired:
		what := fmt.Sprintf("Something between this computer and Webex answered in its place with status %d: a proxy, a filter or the sign-in page of a network.", api.Status)
		return obstacle{what, nextSignInNet, true}, true
	}
	return obstacle{"The sign-in page of this network, or a proxy, answered in place of Webex.", nextSignInNet, true}, true
}

// obstacleOf finds out why no connection came about.
func obstacleOf(err error) (obstacle, bool) {
	if o, known := proxyObstacle(err); known {
		return o, true
	}
	host := hostOf(err)
	unknown, isName := errors.AsType[*net.DNSError](err)
	_, otherName := errors.AsType[x509.HostnameError](err)
	invalid, isInvalid := errors.AsType[x509.CertificateInvalidError](err)
	switch {
	case isName && unknown.IsNotFound:
		what := fmt.Sprintf("The name %s can't be found in this network, so Webex was not reached.", unknown.Name)
		return obstacle{what, "Check the network connection. If your network needs a proxy, set its address in HTTPS_PROXY. Then try again.", true}, true
	case isInvalid && invalid.Reason == x509.Expired:
		return obstacle{fmt.Sprintf("The certificate of %s has expired or is not valid yet, so nothing was sent to it.", host), nextClock, true}, true
	case otherName:
		return obstacle{fmt.Sprintf("What answered for %s showed the certificate of another name, so nothing was sent to it.", host), nextSignInNet, true}, true
	case isCertificate(err):
		return obstacle{fmt.Sprintf("This computer does not trust the certificate of %s, so nothing was sent to it.", host), nextTrust, true}, true
	case isPlain(err):
		return obstacle{fmt.Sprintf("What answered for %s does not encrypt, so nothing was sent to it.", host), nextSignInNet, true}, true
	}
	return obstacle{}, false
}

// proxyObstacle is an obstacle that a proxy is.
func proxyObstacle(err error) (obstacle, bool) {
	if unreadable, ok := errors.AsType[*ProxyAddressError](err); ok {
		what := fmt.Sprintf("The address of the proxy in %s can't be read, so Webex was not reached.", unreadable.Variable)
		return obstacle{what, "Correct it, as http://proxy.example.com:8080, or remove it, and try again.", true}, true
	}
	if refused, ok := errors.AsType[*ProxyError](err); ok {
		if refused.Status == http.StatusProxyAuthRequired {
			return obstacle{fmt.Sprintf("The proxy %s wants a user name and a password, so Webex was not reached.", refused.Proxy), nextLogin, true}, true
		}
		what := fmt.Sprintf("The proxy %s did not let the connection to Webex through: it answered with status %d.", refused.Proxy, refused.Status)
		return obstacle{what, askNetwork, refused.Status < http.StatusInternalServerError}, true
	}
	op, ok := errors.AsType[*net.OpError](err)
	if !ok || op.Op != "proxyconnect" {
		return obstacle{}, false
	}
	unknown, isName := errors.AsType[*net.DNSError](err)
	if isName && unknown.IsNotFound {
		return obstacle{fmt.Sprintf("The proxy %s can't be found in this network, so Webex was not reached.", unknown.Name), nextProxy, true}, true
	}
	if isCertificate(err) || isPlain(err) {
		return obstacle{"This computer does not trust the certificate of the proxy, so Webex was not reached.", askNetwork, true}, true
	}
	return obstacle{"The proxy of this computer can't be reached, so neither can Webex.", nextProxy, false}, true
}

func isCertificate(err error) bool {
	_, failed := errors.AsType[*tls.CertificateVerificationError](err)
	_, stranger := errors.AsType[x509.UnknownAuthorityError](err)
	_, invalid := errors.AsType[x509.CertificateInvalidError](err)
	return failed || stranger || invalid
}

// isPlain says that what answered does not speak TLS.
func isPlain(err error) bool {
	_, odd := errors.AsType[tls.RecordHeaderError](err)
	return odd || errors.Is(err, http.ErrSchemeMismatch)
}

// hostOf is the host that a request was for.
func hostOf(err error) string {
	if failed, ok := errors.AsType[*url.Error](err); ok {
		if u, err := url.Parse(failed.URL); err == nil && u.Hostname() != "" {
			return u.Hostname()
		}
	}
	return "the service"
}

// ProxyAddressError is an address of a proxy that can't be read. It does not have
// the address, which may hold a password.
type ProxyAddressError struct {
	Variable string // where the address is: "HTTPS_PROXY"
}

// Error names the variable.
func (e *ProxyAddressError) Error() string {
	return "the address of the proxy in " + e.Variable + " can't be read"
}

// ProxyError is a proxy that does not let a connection through.
type ProxyError struct {
	Proxy  string // its host and port
	Status int    // that it answered with
}

// Error names the proxy and its answer.
func (e *ProxyError) Error() string {
	return fmt.Sprintf("the proxy %s answered with status %d", e.Proxy, e.Status)
}
