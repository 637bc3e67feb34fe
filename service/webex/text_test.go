package webex

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"unicode"

	"numberloader/internal/phrase"
)

// secretive has the characters that encodings change.
//
//nolint:gosec // no secret of anybody
const secretive = "Zm9v/YmFy+c2Vj=cmV0_token.P0A1=="

// forms are ways to write a secret between the quotes of a JSON text.
func forms(secret string) map[string]string {
	each := func(format string) string {
		var b strings.Builder
		for _, c := range []byte(secret) {
			fmt.Fprintf(&b, format, c)
		}
		return b.String()
	}
	return map[string]string{
		"plain": secret, "JSON": each(`\u%04x`), "upper JSON": each(`\u%04X`), "slashes": strings.ReplaceAll(secret, "/", `\/`),
		"one character": strings.Replace(secret, "=", `\u003d`, 1), "percent": url.QueryEscape(secret), "all percent": each("%%%02x"),
		"percent twice": url.QueryEscape(each("%%%02X")), "percent of JSON": strings.ReplaceAll(each(`\u%04x`), `\`, "%5C"),
		"decimal entities": each("&#%d;"), "hex entities": each("&#x%x;"), "escaped entities": html.EscapeString(each("&#%d;")),
		"JSON in JSON": each(`\\u%04x`), "hex escapes": each(`\\x%02x`), "slashes in JSON in JSON": strings.ReplaceAll(secret, "/", `\\/`),
		"JSON in JSON in JSON": each(`\\\\u%04x`), "with what can't be seen": each(`%c\u200b`), "turned around": `\u202e` + secret + `\u2066`,
		"with joiners": each(`%c\u200d`), "percent in entities": each("&#37;%02x"), "with a break": strings.Replace(secret, "/", `\u0000/`, 1),
	}
}

// wantHidden looks for the secret in everything that is said.
func wantHidden(t *testing.T, where string, said ...string) {
	t.Helper()
	for _, text := range said {
		if strings.Contains(text, secretive) || strings.Contains(unescape(unescape(text)), secretive) {
			t.Errorf("%s: the token is in %s", where, text)
		}
		if strings.ContainsFunc(text, func(r rune) bool { return r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf) }) {
			t.Errorf("%s: something that can't be seen is in %q", where, text)
		}
	}
}

// echoing is a client whose service answers once, and its log.
func echoing(t *testing.T, s step) (*rig, *bytes.Buffer) {
	t.Helper()
	log := &bytes.Buffer{}
	r := newRigOf(t, Settings{Log: slog.New(slog.NewJSONHandler(log, nil))}, s, s, s)
	token, err := NewToken(secretive)
	if err != nil {
		t.Fatal(err)
	}
	r.token = &bearer{source: token}
	return r, log
}

// place is what a form of the token stands for in a body.
const place = "PLACE"

func TestTheTokenIsNowhereInWhatIsRead(t *testing.T) {
	t.Parallel()
	contract, err := document()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range readings() {
		schema := contract.Paths.Value(r.path).GetOperation(r.method).Responses.Value("200").Value.Content["application/json"].Schema.Value
		eachField(sample("", schema), "", func(path, name string, in map[string]any) {
			if _, isText := in[name].(string); !isText {
				return
			}
			for how, form := range forms(secretive) {
				whole := sample("", schema)
				eachField(whole, "", func(at, name string, in map[string]any) {
					if at == path {
						in[name] = "a " + place + " b"
					}
				})
				text, err := json.Marshal(whole)
				if err != nil {
					t.Fatal(err)
				}
				body := strings.ReplaceAll(string(text), place, form)
				c, log := echoing(t, step{method: r.method, path: servedPath(r.path), body: body})
				got, err := r.do(t.Context(), c.Client)
				c.script.forget()
				said, _ := json.Marshal(got) //nolint:errchkjson // what can't be written is not said
				wantHidden(t, r.path+" "+path+", "+how, string(said), log.String(), fmt.Sprint(err))
			}
		})
	}
}

// refusals are error bodies of every shape, with all their texts.
func refusals() []string {
	return []string{
		`{"errorCode":"PLACE","message":"PLACE","errors":[{"errorCode":"PLACE","description":"PLACE"}],"trackingId":"PLACE"}`,
		`{"errorMessage":"Location PLACE not found"}`,
		`[{"errors":[{"number":"+1PLACE","errorType":"PLACE","errorCode":"PLACE","errorTitle":"PLACE","errorMessage":"PLACE"}]}]`,
		`{"error":[{"key":"PLACE","message":[{"description":"PLACE","code":"PLACE"}]}],"trackingId":"PLACE"}`,
		`{"error":{"key":"400","message":{"description":"PLACE","code":"PLACE"}}}`,
		`{"message":"message=PLACE;detail=PLACE"}`,
		`<html>PLACE</html>`,
		`PLACE`,
	}
}

func TestTheTokenIsNowhereInWhatIsRefused(t *testing.T) {
	t.Parallel()
	for how, form := range forms(secretive) {
		var header http.Header
		if !strings.ContainsAny(form, `\`) { // as a server writes it there
			header = http.Header{
				"Trackingid": {"R_" + form}, "Cisco-Spark-Error-Codes": {form}, "Retry-After": {form}, "Location": {"http://a/?" + form},
			}
		}
		for _, body := range refusals() {
			for _, status := range []int{200, 302, 400, 401, 403, 409, 429, 502} {
				c, log := echoing(t, step{
					method: http.MethodPost, path: numbersPath, status: status, header: header, body: strings.ReplaceAll(body, place, form),
				})
				accepted, err := c.AddNumbers(t.Context(), "l", AddNumbers{})
				c.script.forget()
				m := phrase.Explain(Unreachable(fmt.Errorf("x: %w", err)))
				api := fmt.Sprintf("%+v", err)
				if e, ok := err.(*APIError); ok { //nolint:errorlint // it is not wrapped
					api = fmt.Sprintf("%+v", *e)
				}
				wantHidden(t, fmt.Sprint(how, ", ", status, " ", body), fmt.Sprintf("%+v", accepted), api, m.What, m.Details, log.String())
			}
		}
	}
}

func TestTheTokenIsNotInTheLogOfWhereALinkLeads(t *testing.T) {
	t.Parallel()
	for _, link := range []string{"?start=" + secretive, "?start=" + url.QueryEscape(secretive), "/base/v1/" + secretive, "/base/v1/%5A" + secretive[1:], "?cursor=" + secretive} {
		c, log := echoing(t, step{path: "/locations", body: `{"items":[{"id":"a","name":"A"}]}`, header: http.Header{"Link": {"<" + link + `>; rel="next"`}}})
		c.script.steps[1] = step{do: func(http.ResponseWriter, *http.Request) {}}
		c.script.t = &testing.T{} // the path is another one
		_, err := c.Locations(t.Context())
		c.script.forget()
		wantHidden(t, link, log.String(), fmt.Sprint(err))
	}
}

func TestTheTokenIsNotInWhatAConnectionSays(t *testing.T) {
	t.Parallel()
	c, log := echoing(t, step{method: http.MethodPost, path: numbersPath, do: func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := http.NewResponseController(w).Hijack()
		if err == nil {
			_, _ = conn.Write([]byte("token " + secretive + "\r\n\r\n"))
			_ = conn.Close()
		}
	}})
	_, err := c.AddNumbers(t.Context(), "l", AddNumbers{})
	c.script.forget()
	if err == nil || !strings.Contains(err.Error(), redacted) {
		t.Errorf("got %v", err)
	}
	m := phrase.Explain(Unreachable(err))
	wantHidden(t, "a malformed answer", err.Error(), m.What, m.Details, log.String())
}

func TestVisible(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                    "",
		"Kansas City":         "Kansas City",
		"a\u202eb\u2066c":     "abc",
		"a\u200bb\ufeffc\xad": "abc\ufffd",
		"a\x1b[31mb\x00\x7f":  "a[31mb",
		"a\u009b31mb":         "a31mb",
		"a\r\n\tb\u2028c":     "a   b c",
		"می\u200cروم":         "می\u200cروم",
		"a\u200cb":            "ab",
		"क\u094d\u200dष":      "क\u094d\u200dष",
		"Zürich 東京":           "Zürich 東京",
	} {
		if got := visible(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestATextHasAnEnd(t *testing.T) {
	t.Parallel()
	got := Plain(strings.Repeat("é", maxText), nil)
	if len(got) > maxText+len("…") || !strings.HasSuffix(got, "é…") {
		t.Errorf("%d bytes, %q at the end", len(got), got[len(got)-8:])
	}
}

// FuzzPlain hides a secret wherever it is, and changes nothing of what can be seen
// where there is none.
func FuzzPlain(f *testing.F) {
	for _, form := range forms(secretive) {
		f.Add(form, "")
	}
	f.Add("100 % of &amp; a\\b", "%41")
	f.Fuzz(func(t *testing.T, before, after string) {
		got := Plain(before+secretive+after, []string{secretive})
		if strings.Contains(got, secretive) || Plain(got, []string{secretive}) != got && len(got) < maxText {
			t.Errorf("got %q", got)
		}
	})
}
