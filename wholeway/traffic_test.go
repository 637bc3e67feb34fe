package wholeway

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// speakers are the only packages that may open a connection or listen for one, and to
// whom.
var speakers = map[string]string{
	"service/webex":            "Webex: every request of the program goes through its transport",
	"service":                  "types of errors",
	"service/signin":           "Webex, and the browser of this computer that comes back from it",
	"service/practice":         "the practice organization, on this computer alone",
	"internal/program":         "hands the transport of service/webex to those who need it",
	"internal/platform/start":  "the Wayland compositor of this computer",
	"internal/platform/single": "programs of the same user on this computer alone",
	"service/servicetest":      "tests, in memory",
	"gui/probe":                "end-to-end tests; linked with the tag probe only",
}

// hosts are the only ones that stand in the program. Those that a browser opens are not
// spoken to by the program.
var hosts = map[string]string{
	"webexapis.com":       "Webex",
	"api-usgov.webex.com": "Webex for the US government",
	"developer.webex.com": "opened in the browser",
	"127.0.0.1":           "this computer",
	"localhost":           "this computer",
	"proxy.invalid":       "no host (RFC 2606): only to see which addresses go around a proxy",
}

// address is one of a network in a text.
var address = regexp.MustCompile(`https?://([A-Za-z0-9.-]+)`)

// TestTheProgramTalksToWebexAndNobodyElse holds that nothing but what is listed reaches
// for the network, and that no other host is named anywhere in the program.
func TestTheProgramTalksToWebexAndNobodyElse(t *testing.T) {
	t.Parallel()
	needed := map[string]bool{}
	for _, room := range []string{"internal", "service", "gui", "cli", "import"} {
		eachGoFile(t, room, func(file, text string) {
			tree, err := parser.ParseFile(token.NewFileSet(), file, text, 0)
			if err != nil {
				t.Fatal(err)
			}
			folder := path.Dir(file)
			for _, imported := range reaches(tree) {
				needed[folder] = true
				if speakers[folder] == "" {
					t.Errorf("%s imports %s", file, imported)
				}
			}
			for _, host := range named(tree) {
				if hosts[host] == "" && !isNamespace(folder, host) {
					t.Errorf("%s names the host %s", file, host)
				}
			}
		})
	}
	for folder := range speakers {
		if !needed[folder] {
			t.Errorf("%s does not reach for the network, and need not be listed", folder)
		}
	}
}

// reaches are the packages with which a file could open a connection.
func reaches(tree *ast.File) []string {
	var found []string
	for _, spec := range tree.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err == nil && slices.Contains([]string{"net", "net/http", "net/rpc", "net/smtp", "crypto/tls", "golang.org/x/net/websocket"}, name) {
			found = append(found, name)
		}
	}
	return found
}

// named are the hosts in the texts of a file.
func named(tree *ast.File) []string {
	var found []string
	ast.Inspect(tree, func(n ast.Node) bool {
		literal, ok := n.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			return true
		}
		if text, err := strconv.Unquote(literal.Value); err == nil {
			for _, match := range address.FindAllStringSubmatch(text, -1) {
				found = append(found, strings.ToLower(match[1]))
			}
		}
		return true
	})
	return found
}

// isNamespace reports whether a host only names a vocabulary of XML.
func isNamespace(folder, host string) bool {
	return (strings.HasPrefix(folder, "import/") || folder == "internal/report") &&
		slices.Contains([]string{"schemas.openxmlformats.org", "purl.oclc.org", "www.w3.org", "schemas.microsoft.com"}, host)
}

// TestTheOnlyTransportIsThatOfWebex holds that clients are made with the transport of
// service/webex, which is the one place where a connection of the program begins.
func TestTheOnlyTransportIsThatOfWebex(t *testing.T) {
	t.Parallel()
	for _, room := range []string{"internal", "service", "gui", "cli", "import"} {
		eachGoFile(t, room, func(file, text string) {
			switch path.Dir(file) {
			case "service/webex", "internal/platform/single", "gui/probe", "service/servicetest":
				return
			}
			for _, never := range []string{"http.DefaultTransport", "http.DefaultClient", "http.Transport{", "http.Get(", "http.Post(", ".Dial(", "DialContext(", "&http.Client{}"} {
				if strings.Contains(text, never) {
					t.Errorf("%s has %s", file, never)
				}
			}
		})
	}
}
