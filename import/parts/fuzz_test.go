package parts

import (
	"strings"
	"testing"

	"numberloader/import/filetest"
)

// FuzzScanner holds the scanner against encoding/xml: what it accepts must be
// read the same there.
func FuzzScanner(f *testing.F) {
	for _, text := range []string{`<a b="1">x<c/>&lt;</a>`, "<x:a>\r\n<![CDATA[y]]></x:a>", `<a><!-- b --></a>`, `<a b='&quot;'/>`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var got string
		var err error
		filetest.Bounded(t, func() { got, err = eventsOf(strings.NewReader(text)) })
		checkPlainElements(t, text)
		if err != nil {
			return
		}
		want, err := standardEventsOf(text)
		if err != nil {
			t.Skip("encoding/xml is stricter here")
		}
		if got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	})
}
