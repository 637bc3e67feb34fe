package program

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/mattn/go-ieproxy"
	"golang.org/x/net/http/httpproxy"

	"numberloader/service/webex"
)

// proxies chooses the proxy of a request: that of the environment first, then that
// of Windows or macOS. An address in the environment that can't be read is a
// *webex.ProxyAddressError and not ignored, which would be to go around the proxy.
func proxies() func(*http.Request) (*url.URL, error) {
	environment, system := httpproxy.FromEnvironment(), ieproxy.GetProxyFunc()
	return func(r *http.Request) (*url.URL, error) {
		if variable := unreadable(environment, r.URL); variable != "" {
			return nil, &webex.ProxyAddressError{Variable: variable}
		}
		return system(r)
	}
}

// unreadable names the variable of the environment with the proxy for an address,
// if that is no address of a proxy.
func unreadable(environment *httpproxy.Config, u *url.URL) string {
	variable, text := "HTTP_PROXY", environment.HTTPProxy
	if u.Scheme == "https" {
		variable, text = "HTTPS_PROXY", environment.HTTPSProxy
	}
	if text == "" || isProxy(text) || isProxy("http://"+text) {
		return ""
	}
	readable := *environment
	readable.HTTPProxy, readable.HTTPSProxy = "http://proxy.invalid", "http://proxy.invalid"
	if used, err := readable.ProxyFunc()(u); err == nil && used == nil {
		return "" // this address is not for a proxy
	}
	return variable
}

func isProxy(text string) bool {
	u, err := url.Parse(text)
	return err == nil && u.Hostname() != "" && (u.Path == "" || u.Path == "/") && slices.Contains([]string{"http", "https", "socks5", "socks5h"}, u.Scheme)
}
