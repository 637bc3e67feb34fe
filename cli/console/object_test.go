package console

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestTextsAreAsEncodingJSONWritesThem has each character in the middle of a text, and
// what is none; only invisible ones are named besides.
func TestTextsAreAsEncodingJSONWritesThem(t *testing.T) {
	t.Parallel()
	texts := []string{"", "a", "\xff", "a\xc3", "\xed\xa0\x80", "<a href='b'>&</a>", `\u0041 "quoted" \`, strings.Repeat("x", 10_000)}
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if r < 0x3100 || r%97 == 0 || isInvisible(r) {
			texts = append(texts, "a"+string(r)+"b")
		}
	}
	for _, text := range texts {
		got := ofObject(t, func(o *Object) { o.Text("text", text) })
		var want bytes.Buffer
		encoder := json.NewEncoder(&want)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(struct {
			Text string `json:"text"`
		}{text}); err != nil {
			t.Fatal(err)
		}
		if want := visible(want.String(), `\u%04x`); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func TestAnObjectHoldsObjects(t *testing.T) {
	t.Parallel()
	got := ofObject(t, func(o *Object) {
		o.Objects("none", 0, nil)
		o.Objects("some", 2, func(i int) {
			o.Integer("i", i)
			o.Bool("last", i == 1)
		})
		o.Integer("after", -1)
	})
	if want := `{"none":[],"some":[{"i":0,"last":false},{"i":1,"last":true}],"after":-1}` + "\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// ofObject is the line of an object.
func ofObject(t *testing.T, write func(*Object)) string {
	t.Helper()
	var out bytes.Buffer
	lines := New(Streams{Stdin: &out, Stdout: &out}).Lines()
	if err := lines.PrintObject(write); err != nil {
		t.Fatal(err)
	}
	if err := lines.Flush(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
