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
	for _, code := range remarkCodes {
		if code.level() != LevelWarning {
			t.Errorf("%s is no warning", code)
		}
		if english[phrase{code, usual}] == "" {
			t.Errorf("%s has no message", code)
		}
	}
	if Code("").level() != LevelOK {
		t.Error("no code is a problem")
	}
}

func TestDecimalDigitsOfEveryScript(t *testing.T) {
	t.Parallel()
	for script, digits := range map[string]string{
		"Arabic": "٠١٢٣٤٥٦٧٨٩", "Persian": "۰۱۲۳۴۵۶۷۸۹", "Devanagari": "०१२३४५६७८९", "full-width": "０１２３４５６７８９",
		"bold": "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "monospace": "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿", "Thai": "๐๑๒๓๔๕๖๗๘๙", "Myanmar": "၀၁၂၃၄၅၆၇၈၉",
	} {
		if got := cleanText(digits); got.text != "0123456789" || !got.folded {
			t.Errorf("%s: %q", script, got.text)
		}
	}
	if got := cleanText("²①"); got.text != "²①" || got.folded {
		t.Errorf("signs that are no decimal digits became %q", got.text)
	}
}

func TestARangeIsValidOnlyIfEveryNumberIs(t *testing.T) {
	t.Parallel()
	first, err := ParseE164("+50422099998") // the next block of Honduras is not assigned
	if err != nil {
		t.Fatal(err)
	}
	if n, ok := (span{first, 2}).firstInvalid(); ok {
		t.Errorf("%v is not valid", n)
	}
	if n, ok := (span{first, 4}).firstInvalid(); !ok || n.String() != "+50422100000" {
		t.Errorf("got %v, %v", n, ok)
	}
	if out := checkSpans(outcome{problem: CodeRange, spans: []span{{first, 4}}}); out.problem != CodeUnclearList {
		t.Errorf("the range was accepted: %q", out.problem)
	}
	if n, ok := (span{E164{"11"}, 1}).firstInvalid(); !ok || n.String() != "+11" {
		t.Errorf("got %v, %v", n, ok)
	}
}
