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
	"numberloader/internal/phrase"
)

// obstacle is why Webex was not reached, in words.
type obstacle struct {
	what, next fault.Words
	// lasting says that trying again is useless until somebody has done something.
	lasting bool
}

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

// Hopeless reports whether trying again can't help before somebody has done something. It
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
		return obstacle{fault.Say("service.unreached.login"), fault.Say("service.unreached.next.login"), true}, true
	case isAPI && api.Status >= http.StatusBadRequest && api.Status != http.StatusNetworkAuthenticationRequired:
		what := fault.Say("service.unreached.status", "Status", api.Status)
		return obstacle{what, fault.Say("service.unreached.next.signin"), true}, true
	}
	return obstacle{fault.Say("service.unreached.page"), fault.Say("service.unreached.next.signin"), true}, true
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
		what := fault.Say("service.unreached.name", "Name", unknown.Name)
		return obstacle{what, fault.Say("service.unreached.next.connection"), true}, true
	case isInvalid && invalid.Reason == x509.Expired:
		return obstacle{fault.Say("service.unreached.expired", "Host", host), fault.Say("service.unreached.next.clock"), true}, true
	case otherName:
		return obstacle{fault.Say("service.unreached.othername", "Host", host), fault.Say("service.unreached.next.signin"), true}, true
	case isCertificate(err):
		return obstacle{fault.Say("service.unreached.untrusted", "Host", host), fault.Say("service.unreached.next.trust"), true}, true
	case isPlain(err):
		return obstacle{fault.Say("service.unreached.plain", "Host", host), fault.Say("service.unreached.next.signin"), true}, true
	}
	return obstacle{}, false
}

// proxyObstacle is an obstacle that a proxy is.
func proxyObstacle(err error) (obstacle, bool) {
	if unreadable, ok := errors.AsType[*ProxyAddressError](err); ok {
		what := fault.Say("service.unreached.proxy.address", "Variable", unreadable.Variable)
		return obstacle{what, fault.Say("service.unreached.next.address"), true}, true
	}
	if refused, ok := errors.AsType[*ProxyError](err); ok {
		if refused.Status == http.StatusProxyAuthRequired {
			return obstacle{fault.Say("service.unreached.proxy.login", "Proxy", refused.Proxy), fault.Say("service.unreached.next.login"), true}, true
		}
		what := fault.Say("service.unreached.proxy.refused", "Proxy", refused.Proxy, "Status", refused.Status)
		return obstacle{what, fault.Say("service.unreached.next.network"), refused.Status < http.StatusInternalServerError}, true
	}
	op, ok := errors.AsType[*net.OpError](err)
	if !ok || op.Op != "proxyconnect" {
		return obstacle{}, false
	}
	unknown, isName := errors.AsType[*net.DNSError](err)
	if isName && unknown.IsNotFound {
		return obstacle{fault.Say("service.unreached.proxy.name", "Proxy", unknown.Name), fault.Say("service.unreached.next.proxy"), true}, true
	}
	if isCertificate(err) || isPlain(err) {
		return obstacle{fault.Say("service.unreached.proxy.untrusted"), fault.Say("service.unreached.next.network"), true}, true
	}
	return obstacle{fault.Say("service.unreached.proxy.unreached"), fault.Say("service.unreached.next.proxy"), false}, true
}

func isCertificate(err error) bool {
	_, failed := errors.AsType[*tls.CertificateVerificationError](err)
	_, stranger := errors.AsType[x509.UnknownAuthorityError](err)
	_, invalid := errors.AsType[x509.CertificateInvalidError](err)
	return failed || stranger || invalid
}

// isPlain reports whether what answered does not speak TLS.
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
	return phrase.Text("service.address.nameless")
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
