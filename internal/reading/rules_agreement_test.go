package reading

import (
	"hash/crc64"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"numberloader/internal/dialplan"
	"numberloader/internal/dialplan/dialplantest"
	"numberloader/internal/number"
)

// readTheLongWay reads a text by all rules in their order, as Read does without its
// short ways for digits, for numbers as they are sent and for the usual signs.
func readTheLongWay(text string, in Context) Reading {
	r := newReader(in)
	r.longWay = true
	out, clean := r.raw(text)
	return r.reading(&out, clean.Exact, text)
}

// checkShortWays compares the short ways with the long one.
func checkShortWays(t *testing.T, text, region string) {
	t.Helper()
	kinds := []number.Kind{number.KindUnset, number.KindDID, number.KindTollFree, number.KindMobile}
	in := Context{Place: number.Place{Column: "B", Line: 7}, Region: region, Location: "Here", Kind: kinds[len(text)%len(kinds)]}
	got, want := Read(number.Cell{Type: number.CellText, Value: text}, in), readTheLongWay(text, in)
	if got.Country != "" && want.Numbers.Len() == 1 { // the long way leaves it to whoever asks
		want.Country = dialplan.CountryOf(want.Numbers.At(0))
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q in %q: got %+v, want %+v", text, region, got, want)
	}
}

func TestDigitsAndExactNumbersAreReadAsAnyText(t *testing.T) {
	t.Parallel()
	dialplantest.EveryRegion(dialplantest.PerRegion, func(text, region string) {
		checkShortWays(t, text, region)
		if strings.HasPrefix(text, "+") {
			checkShortWays(t, text, "")
		}
	})
}

// checkRemarks holds that remarks which wait until they are shown say what their
// findings would, and reports whether there are any.
func checkRemarks(t *testing.T, text, region string) bool {
	t.Helper()
	in := Context{Place: number.Place{Column: "B", Line: 7}, Region: region}
	r := newReader(in)
	out, clean := r.cell(number.Cell{Type: number.CellText, Value: text})
	if !out.accepted() {
		return false
	}
	var got Reading
	numbers := out.numbers()
	accepted(&got, numbers, r.home, &r.in, clean.Exact, text)
	var all number.Remarks
	for i := range numbers {
		all |= numbers[i].remarks
	}
	row := number.Row{Line: int32(in.Place.Line), Shared: &number.Shared{Column: in.Place.Column, Country: got.Country}, Input: text, Number: got.Numbers.At(0)} //nolint:gosec // a few rows
	edited := row
	edited.Input = "what the file holds"
	full := row
	full.SetOfCell(text, r.remarks(numbers, all)...)
	want := full.Findings()
	for _, row := range []*number.Row{&row, &edited} {
		got.Tell(row)
		level, code := row.Worst()
		if said := row.Findings(); len(want)+len(said) > 0 && !reflect.DeepEqual(said, want) || level != got.Level || code != got.Code {
			t.Errorf("%q in %q: got %+v, want %+v", text, region, said, want)
		}
	}
	return got.remarks != 0
}

func TestRemarksSayWhatTheirFindingsWould(t *testing.T) {
	t.Parallel()
	var wait atomic.Int64
	figures(func(text, region string) {
		if checkRemarks(t, text, region) {
			wait.Add(1)
		}
	})
	for text, region := range map[string]string{
		"\u200b(212) 555-0100": "US", "＋１２１２５５５０１００": "", "+1 212 555 0100.0": "", "00442079460020": "DE", "8005550100": "CA",
		"+12125550100, (212) 555-0101": "US", "+12125550100, +12125550100": "US",
	} {
		checkRemarks(t, text, region)
	}
	if wait.Load() < 20*dialplantest.PerRegion {
		t.Errorf("only %d of them", wait.Load())
	}
}

// signed are digits with signs put between them: now and then the usual ones, in
// groups, and now and then any.
func signed(digits string, random *rand.Rand) string {
	usual, all := []string{" ", "-", ".", " - ", ") ", "("}, []string{"..", "/", "+", "–", ",", "x", "'", "$", "e", "\n", "0", "9"}
	if random.IntN(3) > 0 {
		usual = usual[random.IntN(3):][:1]
	}
	if random.IntN(4) == 0 {
		usual = append(usual, all...)
	}
	var b strings.Builder
	for left := 1 + random.IntN(4); digits != ""; left-- {
		if left == 0 {
			b.WriteString(usual[random.IntN(len(usual))])
			left = 1 + random.IntN(4)
		}
		b.WriteByte(digits[0])
		digits = digits[1:]
	}
	return b.String()
}

// figures calls check with numbers of all regions as people write them, and worse:
// with signs in them, behind a bracket, and with the end of a range.
func figures(check func(text, region string)) {
	dialplantest.EveryRegion(dialplantest.PerRegion, func(text, region string) {
		random := rand.New(rand.NewPCG(uint64(len(text)), crc64.Checksum([]byte(text+region), crc64.MakeTable(crc64.ISO)))) //nolint:gosec // the same signs each time
		figure := signed(text, random)
		switch random.IntN(8) {
		case 0:
			figure = "(" + figure
		case 2:
			figure = []string{"Tel. ", "tel: ", "Phone ", "t: ", "PRIMARY|", "'", "=", `"`, "x ", "Ann <", "REMOVE|"}[random.IntN(11)] + figure
			figure += []string{"", "", `"`, ">", " x12", ",,12#"}[random.IntN(6)]
		case 3:
			figure += []string{", ", " / ", "/", ";", " and ", "\n", " + ", "&"}[random.IntN(8)] + []string{text, figure, "12", "Tel. " + text, "+12125550100", "-"}[random.IntN(6)]
		case 1:
			figure += []string{"-", " - ", ".", "..", ") "}[random.IntN(5)] + text[len(text)-min(len(text), 1+random.IntN(5)):]
		}
		check(figure, region)
	})
}

func TestFiguresAreReadAsAnyText(t *testing.T) {
	t.Parallel()
	var short, ranges, suggested atomic.Int64
	figures(func(text, region string) {
		checkShortWays(t, text, region)
		if !isFigure(text) {
			return
		}
		short.Add(1)
		if len(appendParts(nil, text)) != 1 {
			t.Errorf("%q has separators", text)
		}
		switch got := Read(number.Cell{Type: number.CellText, Value: text}, Context{Region: region}); {
		case got.Code == number.CodeRange:
			ranges.Add(1)
		case got.Suggestion != "":
			suggested.Add(1)
		}
	})
	t.Logf("%d figures, %d ranges, %d suggestions", short.Load(), ranges.Load(), suggested.Load())
	const made = dialplantest.PerRegion
	if short.Load() < 24*made || ranges.Load() < made/4 || suggested.Load() < 2*made {
		t.Error("too few of them are read the short way")
	}
}

// hostilePieces are what texts are put together from that nobody writes.
var hostilePieces = strings.Split("+ 0 00 1 9 212 5550100 2125550100 +12125550100 4930231250 442079460020 "+
	"- – . .. ... ( ) [ ] / , ; : ::: | & = \" ' ` ´ “ ” « \\ < > # $ € @ ! ~ → * _ % ? · \n \t \r \u00a0 \u200b \u202d ٣ ２ ＋ （ － "+
	"x X ext # ;ext= ,, Tel Tel. tel: callto: sip: http:// t: p. ☎ 電話 é O l I e E E+09 e9 .0 ,00 .50 $5 1,234,567 1.234.567 "+
	"and or und to bis through まで から REMOVE REMOVE| PRIMARY| primary| Ann Fax n/a none a n 2026-08-01 1.2.2026 12:30", " ")

// TestHostileTextsAreReadAsAnyText compares the short ways with the long one on texts that
// are made to find where they differ.
func TestHostileTextsAreReadAsAnyText(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(20_26, 11)) //nolint:gosec // the same texts each time
	regions := []string{"", "US", "CA", "DE", "GB", "BR", "IT", "RU", "JP"}
	for range 240 * dialplantest.PerRegion {
		var b strings.Builder
		for range 1 + random.IntN(7) {
			b.WriteString(hostilePieces[random.IntN(len(hostilePieces))])
			if random.IntN(3) == 0 {
				b.WriteByte(' ')
			}
		}
		checkShortWays(t, b.String(), regions[random.IntN(len(regions))])
	}
}

// libraryAnswer is what the library says of a text, which dialplan says in its
// place (TestNumberAnswersAsTheLibrary). Where there is a plus sign, it is never
// asked with a region.
func libraryAnswer(text, region string) dialplan.Number {
	if digits, plus := strings.CutPrefix(text, "+"); plus {
		return dialplan.International(digits)
	}
	return dialplan.HomeOf(region).National(text)
}

// question is a number, the region that it is read for, and what the library
// says of it.
type question struct {
	digits  string
	plus    bool
	region  string
	library dialplan.Number
}

// exception is a rule that has another answer than the library.
type exception struct {
	rule    string // of docs/number-rules.md
	code    number.Code
	applies func(q *question) bool
}

// exceptions are all of them, in the order in which they are looked at.
var exceptions = []exception{
	{"3.10 with +, 1: 0 behind the +", number.CodeAmbiguousPrefix, func(q *question) bool {
		_, ok := q.behind("00", "011", "0011")
		return q.plus && q.digits[0] == '0' && !ok
	}},
	{"3.10 with +, 1: 00, 011 or 0011 behind the +", number.CodeDialingPrefix, func(q *question) bool {
		return q.plus && q.digits[0] == '0'
	}},
	{"3.10 without +, 1: short codes", number.CodeShortCode, func(q *question) bool {
		return !q.plus && len(q.digits) <= 6 && (dialplan.HomeOf(q.region).Trunk() != "" || !q.library.Valid())
	}},
	{"3.10 with +, 3: codes of no country", number.CodeNoSuchCountry, func(q *question) bool {
		return q.library.Valid() && q.library.Region() == ""
	}},
	{"3.10 without +, 5: a prefix of other countries", number.CodeAmbiguousPrefix, func(q *question) bool {
		_, ok := q.behind("00", "011", "0011", "010", "810")
		return !q.plus && !q.library.ViaDialingPrefix() && ok && (!q.library.Valid() || q.library.IsTooLong())
	}},
	{"3.10 with +, 4: more than 15 digits", number.CodeTooLong, func(q *question) bool {
		return q.library.Valid() && q.library.IsTooLong()
	}},
	{"3.10 without +, 4: also a number with its country code", number.CodeAmbiguousPrefix, func(q *question) bool {
		if q.plus || !q.library.Valid() || !q.library.IsNational() || !strings.HasPrefix(q.digits, q.library.Prefix()) {
			return false
		}
		other := libraryAnswer("+"+q.digits, "")
		return other.Valid() && !other.IsTooLong() && other.Digits() != q.library.Digits()
	}},
	{"3.10 without +, 4: countries of short numbers", number.CodeAmbiguousPrefix, func(q *question) bool {
		return !q.plus && q.library.Valid() && !q.library.ViaDialingPrefix() && len(q.digits) <= 8 && q.digits[0] != '0' &&
			slices.Contains([]string{"DE", "AT", "SE", "FI"}, q.region)
	}},
	{"3.11, 1: another country code", number.CodeOtherCountry, func(q *question) bool {
		return q.library.Valid() && q.library.Code() != dialplan.HomeOf(q.region).Code()
	}},
	{"3.11, 2: premium rate", number.CodePremiumRate, func(q *question) bool {
		return q.library.Valid() && q.library.Type() == dialplan.TypePremiumRate
	}},
	{"3.11, 3: the same code in another country", number.CodeCountryDiffers, func(q *question) bool {
		return q.library.Valid() && belongsToOneRegion(q.library.Type()) && q.library.Region() != q.region
	}},
}

// behind is what the library says of the digits behind the first of these
// prefixes behind which stands a number of any country.
func (q *question) behind(prefixes ...string) (dialplan.Number, bool) {
	for _, prefix := range prefixes {
		rest, ok := strings.CutPrefix(q.digits, prefix)
		if !ok || rest == "" || rest[0] == '0' {
			continue
		}
		if p := libraryAnswer("+"+rest, ""); p.Valid() && p.Region() != "" && !p.IsTooLong() {
			return p, true
		}
	}
	return dialplan.Number{}, false
}

// notValid are the codes of numbers that the library does not know as valid.
var notValid = []number.Code{
	number.CodeInvalidNumber, number.CodeTooShort, number.CodeTooLong, number.CodeNoSuchCountry, number.CodeAmbiguousPrefix, number.CodeDigitsLost,
}

// TestReadAnswersAsTheLibrary holds that digits are parsed as the library parses
// them, and that the rules above are the only ones that answer otherwise than
// it: all other valid numbers are accepted as the library reads them, and no
// other number is accepted.
func TestReadAnswersAsTheLibrary(t *testing.T) {
	t.Parallel()
	var used [32]atomic.Int64
	all := dialplantest.EveryRegion(dialplantest.PerRegion, func(text, region string) {
		digits, plus := strings.CutPrefix(text, "+")
		q := &question{digits: digits, plus: plus, region: region, library: libraryAnswer(text, region)}
		got := Read(number.Cell{Type: number.CellText, Value: text}, Context{Region: region})
		at := slices.IndexFunc(exceptions, func(e exception) bool { return e.applies(q) })
		if at >= 0 {
			used[at].Add(1)
		}
		if wrong := q.judge(&got, at); wrong != "" {
			t.Errorf("%s in %s: got %q %v, %s", text, region, got.Code, got.Numbers.All(), wrong)
		}
	})
	if all < 240*dialplantest.PerRegion {
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
	sent := got.Level != number.LevelProblem
	switch {
	case at >= 0 && exceptions[at].code == number.CodeDialingPrefix:
		if want, _ := q.behind("00", "011", "0011"); sent && got.Numbers.At(0) != want.E164() {
			return "want " + want.Digits()
		}
	case at >= 0 && got.Code != exceptions[at].code:
		return "the exception is " + exceptions[at].rule
	case at < 0 && q.library.Valid() && (!sent || got.Numbers.At(0) != q.library.E164()):
		return "the library says " + q.library.Digits()
	case at < 0 && !q.library.Valid() && !slices.Contains(notValid, got.Code):
		return "the library says it is not valid"
	}
	return ""
}
