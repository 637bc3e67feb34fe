package number

import (
	"regexp"
	"strings"
	"testing"
)

// placeholders are the names that messages may use.
const placeholders = " cell other_cell shown word words column number numbers country countries number_country code location provider" +
	" kind looks count n total first last reason part suggestion "

func TestEveryMessageIsPlain(t *testing.T) {
	t.Parallel()
	name := regexp.MustCompile(`\{([a-z_]*)\}`)
	for p, text := range english {
		for _, found := range name.FindAllStringSubmatch(text, -1) {
			if !strings.Contains(placeholders, " "+found[1]+" ") {
				t.Errorf("%v names %s", p, found[0])
			}
		}
		if strings.ContainsAny(name.ReplaceAllString(text, ""), "{}!") {
			t.Errorf("%v: %s", p, text)
		}
		if p.code != "" && p.code.level() == LevelOK {
			t.Errorf("%v has no level", p)
		}
	}
	if Code("").level() != LevelOK {
		t.Error("no code is a problem")
	}
}
