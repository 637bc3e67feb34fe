package webex

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// words are what answers that judge numbers are made of, and what may stand in their place.
func words() []string {
	return []string{
		`{`, `}`, `[`, `]`, `:`, `,`, `"`, `"numbers":[`, `{"number":"+1"`, `,"state":"Available"`, `,"tollFreeNumber":true}`,
		`,"detail":["x","y"]`, `"status":"OK",`, `"status"`, `"numbers"`, `"number"`, `"Number"`, `"state"`, `"tollFreeNumber"`, `"detail"`,
		`"other":{"number":"+2"}`, `"x"`, `"a\u0041"`, `"ü"`, "\"\x7f\"", "\"\t\"", "\"\xff\"", `""`, `true`, `false`, `null`, `5`, `-1.5e3`,
		" ", "\n", "\v", "\u00a0", `{"numbers":[`, `]}`, `}]}`, `{}`, `[]`,
	}
}

// What the quick way reads, encoding/json reads as well, and the same.
func TestPlainAnswersAreReadAsAny(t *testing.T) {
	t.Parallel()
	const whole = `{"status":"ERRORS","numbers":[{"number":"+12145550100","state":"Unavailable","tollFreeNumber":true,"detail":["[Error 8361] in use","x"]},` +
		`{"number":"+12145550101","state":"Available","tollFreeNumber":false},{"detail":[],"tollFreeNumber":false,"state":"","number":"+1"},{}]}` + "\n"
	rapid.Check(t, func(t *rapid.T) {
		body, word := whole, rapid.SampledFrom(words())
		if rapid.Bool().Draw(t, "other") {
			body = strings.Join(rapid.SliceOfN(word, 0, 12).Draw(t, "body"), "")
		}
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			from := rapid.IntRange(0, len(body)).Draw(t, "from")
			to := rapid.IntRange(from, min(len(body), from+20)).Draw(t, "to")
			body = body[:from] + strings.Join(rapid.SliceOfN(word, 0, 3).Draw(t, "with"), "") + body[to:]
		}
		var quick, long validations
		if !quick.plain(body) {
			if quick.Numbers != nil {
				t.Fatalf("%q: %v is left", body, quick.Numbers)
			}
			return
		}
		if err := json.Unmarshal([]byte(body), &long); err != nil || !reflect.DeepEqual(quick, long) {
			t.Fatalf("%q: got %v, want %v, %v", body, quick, long, err)
		}
	})
}

func TestWhichAnswersAreReadTheQuickWay(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]bool{
		`{"numbers":[]}`: true,
		`{"status":"OK","numbers":[{"number":"+12145550100","state":"Available","tollFreeNumber":false}]}` + "\n": true,
		`{"numbers":[{"number":"+1","state":"Invalid","tollFreeNumber":true,"detail":["a","b"]},{}],"status":""}`: true,
		`{"status":"OK"}`:                                     true, // encoding/json says the same
		`{"numbers":[],"numbers":[]}`:                         false,
		`{"numbers":null}`:                                    false,
		`{"numbers":[],"more":1}`:                             false,
		`{"numbers": []}`:                                     false,
		`{"numbers":[{"number":"+\u0031"}]}`:                  false,
		`{"numbers":[{"number":"+1","Number":"+2"}]}`:         false,
		`{"numbers":[{"number":"+1","detail":"a"}]}`:          false,
		`{"numbers":[{"number":"+1",}]}`:                      false,
		`{"numbers":[{"number":"+1"}{"number":"+2"}]}`:        false,
		`{"numbers":[{"number":"+1"}`:                         false,
		`{"numbers":[]}{}`:                                    false,
		`{"numbers":[{"tollFreeNumber":truefalse}]}`:          false,
		`{"numbers":[{"number":"+1","tollFreeNumber":null}]}`: false,
	} {
		if got := new(validations).plain(body); got != want {
			t.Errorf("%s: got %v", body, got)
		}
	}
}
