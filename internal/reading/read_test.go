package reading_test

import (
	"runtime/metrics"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nyaruka/phonenumbers/v2"
	"pgregory.net/rapid"

	"numberloader/internal/dialplan"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/reading"
)

// saidOf is all that is said of a cell.
func saidOf(got *reading.Reading, in reading.Context) []number.Finding {
	row := number.Row{Line: int32(in.Place.Line), Shared: &number.Shared{Column: in.Place.Column, Country: got.Country}, Number: got.Numbers.At(0)} //nolint:gosec // a few rows
	got.Tell(&row)
	return row.Findings()
}

// checkReading checks what holds for any reading of any cell.
func checkReading(t interface{ Errorf(string, ...any) }, got reading.Reading, in reading.Context) {
	if (got.Level == number.LevelOK) != (got.Code == "") {
		t.Errorf("level %v has the code %q", got.Level, got.Code)
	}
	findings := saidOf(&got, in)
	if level, code := number.Worst(findings); level != got.Level || code != got.Code {
		t.Errorf("the findings say %v %q, the reading %v %q", level, code, got.Level, got.Code)
	}
	if got.Level != number.LevelProblem && got.Numbers.Len() == 0 {
		t.Errorf("nothing is sent, but there is no problem")
	}
	if got.Level == number.LevelProblem && got.Overridable != (got.Numbers.Len() > 0) {
		t.Errorf("overridable %v with the numbers %v", got.Overridable, got.Numbers.All())
	}
	if count := got.Count(); len(got.Expanded()) != count || (count > 0) != (got.Code == number.CodeRange) {
		t.Errorf("code %q, count %d, but %d numbers", got.Code, count, len(got.Expanded()))
	}
	for _, n := range append(got.Expanded(), got.Numbers.All()...) {
		if _, err := number.ParseE164(n.String()); err != nil {
			t.Errorf("%v", err)
		}
	}
	if got.Level != number.LevelProblem {
		for _, n := range got.Numbers.All() {
			if known, err := phonenumbers.Parse(n.String(), ""); err != nil || !phonenumbers.IsValidNumber(known) {
				t.Errorf("%v is sent, and not valid for the library", n)
			}
		}
	}
	for _, f := range findings {
		f.Args = append(number.Args{{"shown", "text"}, {"part", "part"}}, f.Args...)
		if said := phrase.Finding(&f); strings.ContainsAny(said, "{}") || said == string(f.Code) {
			t.Errorf("a message is not filled in: %s", said)
		}
	}
	if n := got.Numbers; got.Code == number.CodeInvalidNumber && n.Len() == 1 {
		if known := dialplan.International(n.At(0).Digits()); known.Acceptable() {
			t.Errorf("the range of %v is said not to be known", n.At(0))
		}
	}
	if got.Suggestion != "" {
		again := reading.Read(number.Cell{Type: number.CellText, Value: got.Suggestion}, in)
		if again.Level == number.LevelProblem || again.Suggestion != "" {
			t.Errorf("the suggestion %q is a problem: %q", got.Suggestion, again.Code)
		}
	}
}

// phoneText draws texts that look like what people write into phone columns.
func phoneText() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.StringMatching(`\+?[0-9]{1,4}([ ().-][0-9]{2,4}){1,4}`),
		rapid.StringMatching(`\+(1|44|49|39|52|7|81)[0-9]{6,12}`),
		rapid.StringMatching(`[0-9]{1,16}`),
		rapid.SampledFrom([]string{
			" - ", "-", "–", "/", " / ", ",", ";", "\n", " to ", " and ", "..", "~", "x", "XX", " ext ", "+", "0", "00",
			"(0)", "tel:", "Tel. ", "sip:", "@", "=", `"`, "'", "PRIMARY|", "REMOVE|", "#", "E+", ".", "から", "０", "٣", "\u200b",
			"\u00a0", "O", "l", "{", "}",
		}),
	)
	return rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOfN(piece, 1, 6), func(p []string) string { return strings.Join(p, "") }))
}

func aRegion() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{"", "US", "CA", "GB", "DE", "AT", "IT", "FR", "MX", "AR", "RU", "KZ", "JP", "SE", "HU", "GL", "XX"}),
		rapid.SampledFrom(dialplan.Regions()),
	)
}

func TestAnyTextHasAConsistentReading(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := reading.Context{
			Place: number.Place{Column: "B", Line: 7}, Region: aRegion().Draw(t, "region"),
			Kind: rapid.SampledFrom([]number.Kind{number.KindUnset, number.KindDID, number.KindTollFree, number.KindMobile}).Draw(t, "kind"),
		}
		text := phoneText().Draw(t, "text")
		checkReading(t, reading.Read(number.Cell{Type: number.CellText, Value: text}, in), in)
	})
}

// A 0 in front of a number where nobody dials it leaves it a number that is known.
func TestANumberBehindAZeroIsNotCalledUnknown(t *testing.T) {
	t.Parallel()
	for _, region := range dialplan.Regions() {
		for _, kind := range []phonenumbers.PhoneNumberType{phonenumbers.FIXED_LINE, phonenumbers.MOBILE, phonenumbers.TOLL_FREE} {
			example := phonenumbers.GetExampleNumberForTypeInRegion(region, kind)
			if example == nil {
				continue
			}
			in := reading.Context{Place: number.Place{Column: "B", Line: 7}, Region: region}
			text := "0" + phonenumbers.GetNationalSignificantNumber(example)
			checkReading(t, reading.Read(number.Cell{Type: number.CellText, Value: text}, in), in)
		}
	}
}

func TestAnyNumberCellHasAConsistentReading(t *testing.T) {
	t.Parallel()
	formats := []string{"", "General", "0", `"+"0`, `\+#`, "(###) ###-####", "[<=9999999]###-####;(###) ###-####", "?0;;", `_-* #,##0\ _D_M_-`, "[", `"`, "yyyy", `\`}
	rapid.Check(t, func(t *rapid.T) {
		in := reading.Context{Place: number.Place{Column: "B", Line: 7}, Region: aRegion().Draw(t, "region")}
		cell := number.Cell{
			Type: number.CellNumber, Formula: rapid.Bool().Draw(t, "formula"),
			Value:  rapid.OneOf(rapid.StringMatching(`-?[0-9]{0,17}(\.[0-9]{1,3})?(E[+-]?[0-9]{1,3})?`), rapid.String()).Draw(t, "value"),
			Format: rapid.OneOf(rapid.SampledFrom(formats), rapid.String()).Draw(t, "format"),
		}
		checkReading(t, reading.Read(cell, in), in)
		if cell.IsEmpty() && reading.LooksLikePhone(cell) {
			t.Errorf("%+v is empty and looks like a phone number", cell)
		}
	})
}

func TestAnyBlockHasAConsistentReading(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := reading.Context{Region: aRegion().Draw(t, "region")}
		start := number.Cell{Type: number.CellText, Value: phoneText().Draw(t, "start")}
		end := number.Cell{Type: number.CellText, Value: phoneText().Draw(t, "end")}
		checkReading(t, reading.ReadBlock(start, end, in), in)
	})
}

func FuzzRead(f *testing.F) {
	for _, c := range loadCases(f) {
		f.Add(c.cell().Value, c.Region)
	}
	for _, text := range longTexts() {
		f.Add(text, "US")
	}
	f.Fuzz(func(t *testing.T, text, region string) {
		in := reading.Context{Place: number.Place{Column: "B", Line: 7}, Region: region}
		start, allocated := time.Now(), allocatedBytes()
		got := reading.Read(number.Cell{Type: number.CellText, Value: text}, in)
		if took := time.Since(start); len(text) <= 100_000 && took > 5*time.Second {
			t.Errorf("%d bytes took %v", len(text), took)
		}
		if used := allocatedBytes() - allocated; len(text) <= 100_000 && used > 1<<30 {
			t.Errorf("%d bytes took %d bytes of memory", len(text), used)
		}
		checkReading(t, got, in)
	})
}

// allocatedBytes is how much memory the program has asked for so far.
func allocatedBytes() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// longTexts have so many signs that may begin something that a reader which looks
// for it at each of them, through all the rest, takes long.
func longTexts() []string {
	return []string{
		strings.Repeat("2125550100-", 3000), strings.Repeat("-", 40_000) + "2125550100", strings.Repeat("1/", 20_000) + "1",
		strings.Repeat("(+", 20_000) + "2125550100 +", strings.Repeat("+12125550100 - 9999\n", 1500), strings.Repeat("'", 40_000) + "1",
		strings.Repeat("1 x", 20_000), strings.Repeat("+12125550100,", 7_600), strings.Repeat("1", 99_999),
		strings.Repeat("PRIMARY|", 12_000) + "1", strings.Repeat("+12125550100/", 7_600) + "1", strings.Repeat("1 and ", 16_000),
		strings.Repeat("٣", 50_000), strings.Repeat("\u200b", 33_000) + "1", strings.Repeat("2125550100 to ", 7_000) + "1",
		strings.Repeat("=", 99_000) + "+1", strings.Repeat(`"'`, 49_000) + "1", strings.Repeat("tel:", 24_000) + "1",
		strings.Repeat("1;ext=2", 14_000), strings.Repeat("+1 2125550100 x", 6_600) + "1", strings.Repeat("O1", 49_000),
	}
}

func TestReadOfALongTextEnds(t *testing.T) {
	t.Parallel()
	for _, text := range longTexts() {
		got := reading.Read(number.Cell{Type: number.CellText, Value: text}, reading.Context{Region: "US"})
		if got.Level != number.LevelProblem {
			t.Errorf("%.20q… was accepted as %v", text, got.Numbers.All())
		}
	}
}

func TestExpandedHasEveryNumberOfARange(t *testing.T) {
	t.Parallel()
	cell := number.Cell{Type: number.CellText, Value: "+12125550198 - 0201, +12125550300"}
	whole := reading.Read(cell, reading.Context{Region: "US"})
	got := whole.Expanded()
	var texts []string
	for _, n := range got {
		texts = append(texts, n.String())
	}
	want := []string{"+12125550198", "+12125550199", "+12125550200", "+12125550201", "+12125550300"}
	if !slices.Equal(texts, want) {
		t.Errorf("got %v, want %v", texts, want)
	}
	if one := reading.Read(number.Cell{Type: number.CellText, Value: "+12125550198"}, reading.Context{}); one.Expanded() != nil {
		t.Errorf("one number was expanded to %v", one.Expanded())
	}
}

func benchmarkRead(b *testing.B, text, region string) {
	b.Helper()
	cell, in := number.Cell{Type: number.CellText, Value: text}, reading.Context{Place: number.Place{Column: "B", Line: 7}, Region: region}
	for b.Loop() {
		reading.Read(cell, in)
	}
}

func BenchmarkRead(b *testing.B) {
	for _, c := range []struct{ name, text, region string }{
		{"exact US", "+12125550123", "US"},
		{"exact DE", "+493023125001", "DE"},
		{"national US", "(212) 555-0123", "US"},
		{"national DE", "030 23125001", "DE"},
		{"range of 100", "+12125550100 - 0199", "US"},
	} {
		b.Run(c.name, func(b *testing.B) { benchmarkRead(b, c.text, c.region) })
	}
}
