package number

import (
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/nyaruka/phonenumbers/v2"
)

// TestDigitsAloneAreReadAsAnyText reads digits in the short way that skips the
// rules for other texts, and in the way of any text.
func TestDigitsAloneAreReadAsAnyText(t *testing.T) {
	t.Parallel()
	kinds := []Kind{KindUnset, KindDID, KindTollFree, KindMobile}
	check := func(text, region string) {
		r := newReader(Context{Place: "B7", Region: region, Location: "Here", Kind: kinds[len(text)%len(kinds)]})
		short, long := r.text(text), r.written(text)
		clean := cleaned{text: text, exact: text}
		got, want := r.reading(&short, clean, text), r.reading(&long, clean, text)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s in %q: got %+v, want %+v", text, region, got, want)
		}
	}
	everyRegion(manyPerRegion, func(text, region string) {
		check(text, region)
		if strings.HasPrefix(text, "+") {
			check(text, "")
		}
	})
}

// question is a number, the region that it is read for, and what the library
// says of it.
type question struct {
	digits  string
	plus    bool
	region  string
	library parsed
}

// exception is a rule that has another answer than the library.
type exception struct {
	rule    string // of docs/number-rules.md
	code    Code
	applies func(q *question) bool
}

// exceptions are all of them, in the order in which they are looked at.
var exceptions = []exception{
	{"3.10 with +, 1: 0 behind the +", CodeAmbiguousPrefix, func(q *question) bool {
		_, ok := q.behind("00", "011", "0011")
		return q.plus && q.digits[0] == '0' && !ok
	}},
	{"3.10 with +, 1: 00, 011 or 0011 behind the +", CodeDialingPrefix, func(q *question) bool {
		return q.plus && q.digits[0] == '0'
	}},
	{"3.10 without +, 1: short codes", CodeShortCode, func(q *question) bool {
		return !q.plus && len(q.digits) <= 6 && (phonenumbers.GetNddPrefixForRegion(q.region, true) != "" || !q.library.valid())
	}},
	{"3.10 with +, 3: codes of no country", CodeNoSuchCountry, func(q *question) bool {
		return q.library.valid() && q.library.region() == ""
	}},
	{"3.10 without +, 5: a prefix of other countries", CodeAmbiguousPrefix, func(q *question) bool {
		_, ok := q.behind("00", "011", "0011", "010", "810")
		return !q.plus && !q.library.viaDialingPrefix() && ok && (!q.library.valid() || q.library.isTooLong())
	}},
	{"3.10 with +, 4: more than 15 digits", CodeTooLong, func(q *question) bool {
		return q.library.valid() && q.library.isTooLong()
	}},
	{"3.10 without +, 4: also a number with its country code", CodeAmbiguousPrefix, func(q *question) bool {
		if q.plus || !q.library.valid() || !q.library.isNational() || !strings.HasPrefix(q.digits, q.library.plan.prefix) {
			return false
		}
		other := libraryAnswer("+"+q.digits, "")
		return other.valid() && !other.isTooLong() && other.digits() != q.library.digits()
	}},
	{"3.10 without +, 4: countries of short numbers", CodeAmbiguousPrefix, func(q *question) bool {
		return !q.plus && q.library.valid() && !q.library.viaDialingPrefix() && len(q.digits) <= 8 && q.digits[0] != '0' &&
			slices.Contains([]string{"DE", "AT", "SE", "FI"}, q.region)
	}},
	{"3.11, 1: another country code", CodeOtherCountry, func(q *question) bool {
		return q.library.valid() && q.library.code() != phonenumbers.GetCountryCodeForRegion(q.region)
	}},
	{"3.11, 2: premium rate", CodePremiumRate, func(q *question) bool {
		return q.library.valid() && q.library.kind == phonenumbers.PREMIUM_RATE
	}},
	{"3.11, 3: the same code in another country", CodeCountryDiffers, func(q *question) bool {
		return q.library.valid() && belongsToOneRegion(q.library.kind) && q.library.belongsTo != q.region
	}},
}

// behind is what the library says of the digits behind the first of these
// prefixes behind which stands a number of any country.
func (q *question) behind(prefixes ...string) (parsed, bool) {
	for _, prefix := range prefixes {
		rest, ok := strings.CutPrefix(q.digits, prefix)
		if !ok || rest == "" || rest[0] == '0' {
			continue
		}
		if p := libraryAnswer("+"+rest, ""); p.valid() && p.region() != "" && !p.isTooLong() {
			return p, true
		}
	}
	return parsed{}, false
}

// notValid are the codes of numbers that the library does not know as valid.
var notValid = []Code{
	CodeInvalidNumber, CodeTooShort, CodeTooLong, CodeNoSuchCountry, CodeAmbiguousPrefix, CodeDigitsLost,
}

// TestReadAnswersAsTheLibrary holds that digits are parsed as the library parses
// them, and that the rules above are the only ones that answer otherwise than
// it: all other valid numbers are accepted as the library reads them, and no
// other number is accepted.
func TestReadAnswersAsTheLibrary(t *testing.T) {
	t.Parallel()
	var used [32]atomic.Int64
	all := everyRegion(manyPerRegion, func(text, region string) {
		digits, plus := strings.CutPrefix(text, "+")
		q := &question{digits: digits, plus: plus, region: region, library: libraryAnswer(text, region)}
		if wrong := disagreement(text, region, q.library); wrong != "" {
			t.Error(wrong)
		}
		got := Read(Cell{Type: CellText, Value: text}, Context{Region: region})
		at := slices.IndexFunc(exceptions, func(e exception) bool { return e.applies(q) })
		if at >= 0 {
			used[at].Add(1)
		}
		if wrong := q.judge(&got, at); wrong != "" {
			t.Errorf("%s in %s: got %q %v, %s", text, region, got.Code, got.Numbers, wrong)
		}
	})
	if all < 240*manyPerRegion {
		t.Errorf("only %d numbers", all)
	}
	for i, e := range exceptions {
		if used[i].Load() == 0 && all > 100_000 {
			t.Errorf("no number falls under %s", e.rule)
		}
	}
}

// judge says what is wrong with a reading to which one of the exceptions
// applies, or none (-1).
func (q *question) judge(got *Reading, at int) string {
	sent := got.Level != LevelProblem
	switch {
	case at >= 0 && exceptions[at].code == CodeDialingPrefix:
		if want, _ := q.behind("00", "011", "0011"); sent && got.Numbers[0] != want.e164() {
			return "want " + want.digits()
		}
	case at >= 0 && got.Code != exceptions[at].code:
		return "the exception is " + exceptions[at].rule
	case at < 0 && q.library.valid() && (!sent || got.Numbers[0] != q.library.e164()):
		return "the library says " + q.library.digits()
	case at < 0 && !q.library.valid() && !slices.Contains(notValid, got.Code):
		return "the library says it is not valid"
	}
	if p := &q.library; q.plus && p.valid() && !p.isTooLong() && CountryOf(p.e164()) != geographic(p.belongsTo) {
		return "the library says it belongs to " + p.belongsTo
	}
	return ""
}
