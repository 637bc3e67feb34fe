package ondisk

import (
	"bytes"
	"strings"
	"testing"
)

func TestALineWithAWrongChecksumOrShapeIsNotRead(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := AppendLine(&out, map[string]int{"a": 1}, 7); err != nil {
		t.Fatal(err)
	}
	good := out.Bytes()
	if data, place, err := Content(good); err != nil || place != 7 || string(data) != `{"a":1}` {
		t.Fatal(string(data), place, err)
	}
	sum := string(good[len(sumPrefix) : len(sumPrefix)+8])
	tests := map[string]string{
		"empty":          "\n",
		"no checksum":    `{"sum":"12` + "\n",
		"odd checksum":   strings.Replace(string(good), sum, "zzzzzzzz", 1),
		"wrong checksum": strings.Replace(string(good), sum, "00000000", 1),
		"another place":  strings.Replace(string(good), `"n":7`, `"n":8`, 1),
		"an odd place":   strings.Replace(string(good), `"n":7`, `"n":x`, 1),
		"no content":     `{"sum":"12345678"}` + "\n",
		"no end":         strings.TrimSuffix(string(good), "\n"),
	}
	for name, line := range tests {
		if _, _, err := Content([]byte(line)); err == nil {
			t.Errorf("%s: %q was read", name, line)
		}
	}
}

// What can't be written leaves the lines before it whole.
func TestAValueThatIsNoJSONAddsNothing(t *testing.T) {
	t.Parallel()
	out := bytes.NewBufferString("before")
	if err := AppendLine(out, func() {}, 1); err == nil || out.String() != "before" {
		t.Errorf("%q (%v)", out, err)
	}
}
