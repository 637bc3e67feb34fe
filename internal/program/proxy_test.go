package program

import (
	"net/url"
	"testing"

	"golang.org/x/net/http/httpproxy"
)

func TestAProxyAddressThatCannotBeReadIsNotIgnored(t *testing.T) {
	t.Parallel()
	tests := []struct {
		proxy, none, address, want string
	}{
		{"", "", "https://webexapis.com/v1", ""},
		{"http://proxy.example.com:8080", "", "https://webexapis.com/v1", ""},
		{"proxy.example.com:8080", "", "https://webexapis.com/v1", ""},
		{"proxy", "", "https://webexapis.com/v1", ""},
		{"socks5://10.0.0.1:1080", "", "https://webexapis.com/v1", ""},
		{"http://name:password@[::1]:8080/", "", "https://webexapis.com/v1", ""},
		{"http://[::1", "", "https://webexapis.com/v1", "HTTPS_PROXY"},
		{"http://", "", "https://webexapis.com/v1", "HTTPS_PROXY"},
		{"http://proxy:port", "", "https://webexapis.com/v1", "HTTPS_PROXY"},
		{"ftp://proxy:21", "", "https://webexapis.com/v1", "HTTPS_PROXY"},
		{"::", "", "http://example.com/v1", "HTTP_PROXY"},
		{"two words", "", "http://example.com/v1", "HTTP_PROXY"},
		{"http://[::1", "webexapis.com", "https://webexapis.com/v1", ""},
		{"http://[::1", "", "http://127.0.0.1:8080/v1", ""},
	}
	for _, test := range tests {
		u, err := url.Parse(test.address)
		if err != nil {
			t.Fatal(err)
		}
		environment := &httpproxy.Config{HTTPProxy: test.proxy, HTTPSProxy: test.proxy, NoProxy: test.none}
		if got := unreadable(environment, u); got != test.want {
			t.Errorf("%q for %s: got %q, want %q", test.proxy, test.address, got, test.want)
		}
	}
}
