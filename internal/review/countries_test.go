package review

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

func listOf(texts ...string) *number.Table {
	table := &number.Table{Columns: map[number.Field]int{number.FieldNumber: 0}}
	for i, text := range texts {
		table.Records = append(table.Records, numbertest.Record(number.Record{Line: i + 1}, number.Cell{Type: number.CellText, Value: text}))
	}
	return table
}

func regionsOf(found []Plausible) []string {
	regions := make([]string, len(found))
	for i, p := range found {
		regions[i] = p.Region
	}
	return regions
}

func plausible(t *testing.T, table *number.Table, set Settings, known Known) []Plausible {
	t.Helper()
	found, err := PlausibleCountries(t.Context(), table, set, known)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestTheCountryOfTheNumbersIsAmongThePlausibleOnes(t *testing.T) {
	t.Parallel()
	for want, texts := range map[string][]string{
		"DE": {"030 23125001", "089 12345678", "0211 4567890"},
		"GB": {"020 7946 0101", "0161 496 0123", "0113 496 0456"},
		"AU": {"02 9876 5432", "(03) 9123 4567", "07 3210 1234"},
		"FR": {"01 42 68 53 00", "04 91 12 34 56"},
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			found := plausible(t, listOf(texts...), Settings{}, Known{})
			if !slices.Contains(regionsOf(found), want) || len(found) > mostRegions {
				t.Errorf("plausible are %v", found)
			}
			if found[0].Accepted > found[0].Sampled || found[0].Sampled != len(texts) {
				t.Errorf("the best is %+v of %d", found[0], len(texts))
			}
		})
	}
}

func TestOfEquallyPlausibleCountriesThoseOfTheLocationsComeFirst(t *testing.T) {
	t.Parallel()
	table := listOf("030 23125001", "030 23125002")
	without := plausible(t, table, Settings{}, Known{})
	with := plausible(t, table, Settings{}, Known{Locations: []number.Location{{ID: "1", Name: "Berlin", Country: "DE"}, {ID: "2", Name: "Bonn", Country: "de"}}})
	if with[0].Region != "DE" || with[0].Accepted != 2 {
		t.Errorf("plausible are %v, and %v without locations", with, without)
	}
}

// TestTheLikeliestCountryComesFirst has numbers as they are written in a country, of
// which other countries take as many or more.
func TestTheLikeliestCountryComesFirst(t *testing.T) {
	t.Parallel()
	for want, texts := range map[string][]string{
		"US": {"(212) 555-0100", "(913) 674-8200", "816.555.0123"},
		"DE": {"030 23125001", "089 12345678"},
		"GB": {"020 7946 0101", "0161 496 0123"},
		"FR": {"01 42 68 53 00", "04.91.12.34.56"},
		"JP": {"03-3224-5000", "06-6208-8181"},
		"AU": {"(02) 9876 5432", "(03) 9123 4567"},
		"IT": {"02 8846 1234", "055 276 8123"},
		"ES": {"912 34 56 01", "934 56 78 02"},
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			if found := plausible(t, listOf(texts...), Settings{}, Known{}); found[0].Region != want || found[0].Alike == 0 {
				t.Errorf("plausible are %+v", found)
			}
		})
	}
}

// TestMadeUpNumbersAreOfTheCountryAsWhichTheyAreWritten has numbers of ranges that no
// country of their code has, as examples and very new numbers are.
func TestMadeUpNumbersAreOfTheCountryAsWhichTheyAreWritten(t *testing.T) {
	t.Parallel()
	for _, texts := range [][]string{
		{"(555) 123-4567", "(555) 987-6543"}, {"555-123-4567"}, {"(555) 123-4567", "(913) 674-8200"},
	} {
		found := plausible(t, listOf(texts...), Settings{}, Known{})
		at := slices.IndexFunc(found, func(p Plausible) bool { return p.Region == "US" })
		if at < 0 || found[at].Alike != len(texts) || !found[at].First.IsZero() || found[at].Accepted != len(texts)-1 && found[at].Accepted != 0 {
			t.Errorf("plausible for %q are %+v", texts, found)
		}
		if texts[0][0] == '(' && at != 0 {
			t.Errorf("%q are those of %+v first", texts, found[0])
		}
		for _, p := range found {
			if p.Region == "AG" {
				t.Errorf("a country that shares the code is offered for %q: %+v", texts, p)
			}
		}
	}
}

func TestNoCountryThatKnowsNoneIsOfferedBesideOneThatFits(t *testing.T) {
	t.Parallel()
	for region, texts := range map[string][]string{
		"DE": {"030 23125001", "030 23125002"}, "US": {"(212) 555-0100", "(913) 674-8200"}, "GB": {"020 7946 0018"}, "JP": {"03-3581-0001"},
	} {
		found := plausible(t, listOf(texts...), Settings{}, Known{})
		for _, p := range found {
			if p.Accepted == 0 {
				t.Errorf("all of %q are written as in %s, and %+v is offered", texts, region, p)
			}
		}
	}
}

// TestRangesAreOfACountry has texts that stand for several numbers.
func TestRangesAreOfACountry(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"512555XXXX", "512-555-01xx", "512 555 0100 - 0199", "(512) 555-0100 to 0199"} {
		found := plausible(t, listOf(text), Settings{}, Known{})
		at := slices.IndexFunc(found, func(p Plausible) bool { return p.Region == "US" })
		if at < 0 || found[at].Accepted != 1 || found[at].First.IsZero() {
			t.Errorf("plausible for %q are %+v", text, found)
		}
	}
}

// TestOnlyRowsThatLackTheirCountryAreTried has rows that are taken out, hidden or told
// their country in front of those that are asked about: what the countries are tried with
// are as many rows as lack one, and the first of them.
func TestOnlyRowsThatLackTheirCountryAreTried(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.SampledFrom([]string{"8165550101", "8165550102", "+18165550103", "", "816 1"}), 1, 12).Draw(t, "texts")
		table := listOf(texts...)
		table.Columns[number.FieldState] = 1
		for i := range table.Records {
			table.Records[i].SetText(number.FieldState, rapid.SampledFrom([]string{"", "active", "Disconnected"}).Draw(t, "state"))
			table.Records[i].Hidden = rapid.IntRange(0, 4).Draw(t, "hidden") == 0
		}
		rows, err := Rows(t.Context(), table, Settings{}, Known{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		lacking := slices.DeleteFunc(rows, func(r *number.Row) bool { return !LacksCountry(r) })
		found, err := PlausibleCountries(t.Context(), table, Settings{}, Known{})
		if err != nil || len(lacking) == 0 && len(found) > 0 {
			t.Fatalf("nothing is asked, and plausible are %+v: %v", found, err)
		}
		for _, p := range found {
			if p.Sampled != len(lacking) || p.Region == "US" && !p.First.IsZero() && p.First.String() != "+1"+lacking[0].Input {
				t.Fatalf("%+v for %d rows, of which %q is the first", p, len(lacking), lacking[0].Input)
			}
		}
	})
}

// TestOneOddNumberMovesNoCountry has a number that only countries take which take
// nearly all.
func TestOneOddNumberMovesNoCountry(t *testing.T) {
	t.Parallel()
	found := plausible(t, listOf("(212) 555-0100", "(913) 674-8200", "816 1", "(816) 555-0123"), Settings{}, Known{})
	if found[0].Region != "US" || found[0].Accepted != 3 || found[0].Alike != 3 {
		t.Errorf("plausible are %+v", found)
	}
}

func TestANumberIsWrittenAsInACountry(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]likeness{
		"(212) 555-0100": sameSigns, " (212) 555-0100 ": sameSigns, "212-555-0100": sameGroups, "212 5550100": sameDigits,
		"2125550100": sameDigits, "1 212 555 0100": unlike, "": unlike,
	} {
		if got := writtenAs(text, "(212) 555-0100"); got != want {
			t.Errorf("%q is %d, not %d", text, got, want)
		}
	}
}

func TestOfEquallyPlausibleCountriesThatOfTheOtherNumbersComesFirst(t *testing.T) {
	t.Parallel()
	found := plausible(t, listOf("030 23125001", "+442079460101"), Settings{}, Known{})
	if len(found) == 0 || found[0].Region != "GB" || found[0].Sampled != 1 {
		t.Errorf("plausible are %v", found)
	}
}

// TestRowsWithALocationSayWhatTheNumbersOfTheListAreLike has a number that many countries
// know, below others whose location nobody knows yet.
func TestRowsWithALocationSayWhatTheNumbersOfTheListAreLike(t *testing.T) {
	t.Parallel()
	alone := plausible(t, listOf("961112234"), Settings{}, Known{})
	if len(alone) < 2 || alone[0].Region == "ES" || alone[0].Likely != alone[1].Likely {
		t.Fatalf("the number alone is said to be of %+v", alone)
	}
	for _, other := range []string{"+34911234560", "911 23 45 61"} { // with its country, and as it is written there
		table := listOf("961112234", other)
		table.Columns[number.FieldLocation] = 1
		table.Records[1].SetText(number.FieldLocation, "Madrid")
		for _, known := range []Known{{}, {Locations: []number.Location{{ID: "b", Name: "Berlin", Country: "DE"}}}} {
			found := plausible(t, table, Settings{}, known)
			at := slices.IndexFunc(found, func(p Plausible) bool { return p.Region == "ES" })
			if at < 0 || at > len(known.Locations) || found[at].Sampled != 1 || found[at].Likely <= found[at+1].Likely {
				t.Errorf("beside %s it is said to be of %+v", other, found)
			}
		}
	}
}

func TestManyPlausibleCountriesLeaveRoomForThoseOfTheLocations(t *testing.T) {
	t.Parallel()
	table := listOf("(913) 674-8202", "816 555 0123", "816 1", "030 23125001")
	found := plausible(t, table, Settings{}, Known{Locations: []number.Location{{ID: "1", Name: "Austin", Country: "US"}}})
	at := slices.IndexFunc(found, func(p Plausible) bool { return p.Region == "US" })
	switch {
	case len(found) != mostRegions:
		t.Errorf("found is %v", found)
	case at < 0:
		t.Errorf("at is %v", at)
	case found[at].Accepted != 2:
		t.Errorf("found[at].Accepted is %v, not 2", found[at].Accepted)
	}
}

func TestOnlyRowsThatNothingGivesACountrySayWhichItIs(t *testing.T) {
	t.Parallel()
	locations := []number.Location{{ID: "b", Name: "Berlin", Country: "DE"}, {ID: "x", Name: "Nowhere"}}
	for name, c := range map[string]struct {
		change func(*number.Record)
		known  Known
		set    Settings
		none   bool
	}{
		"no location":                     {func(*number.Record) {}, Known{}, Settings{}, false},
		"a location with a country":       {func(r *number.Record) { r.SetText(number.FieldLocation, "Berlin") }, Known{Locations: locations}, Settings{}, true},
		"a location without a country":    {func(r *number.Record) { r.SetText(number.FieldLocation, "Nowhere") }, Known{Locations: locations}, Settings{}, false},
		"an unknown location":             {func(r *number.Record) { r.SetText(number.FieldLocation, "Paris") }, Known{Locations: locations}, Settings{}, true},
		"locations that are not read yet": {func(r *number.Record) { r.SetText(number.FieldLocation, "Berlin") }, Known{}, Settings{}, true},
		"a location for all rows":         {func(*number.Record) {}, Known{Locations: locations}, Settings{Location: "b"}, true},
		"a hidden row":                    {func(r *number.Record) { r.Hidden = true }, Known{}, Settings{}, true},
		"an included hidden row":          {func(r *number.Record) { r.Hidden = true }, Known{}, Settings{IncludeHidden: true}, false},
		"a line that is left out":         {func(r *number.Record) { r.Skipped = number.SkipTotal }, Known{}, Settings{}, true},
		"a number with a country code":    {func(r *number.Record) { r.SetNumber(number.Cell{Type: number.CellText, Value: "+493023125001"}) }, Known{}, Settings{}, true},
		"no number":                       {func(r *number.Record) { r.SetNumber(number.Cell{}) }, Known{}, Settings{}, true},
		"another country was chosen":      {func(*number.Record) {}, Known{}, Settings{Region: "US"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := listOf("030 23125001")
			table.Columns[number.FieldLocation] = 1
			c.change(&table.Records[0])
			if found := plausible(t, table, c.set, c.known); (len(found) == 0) != c.none {
				t.Errorf("plausible are %v", found)
			}
			rows, err := Rows(t.Context(), table, Settings{Location: c.set.Location, IncludeHidden: c.set.IncludeHidden}, c.known, nil)
			if err != nil || LacksCountry(rows[0]) == c.none {
				t.Errorf("the row says otherwise: %+v (%v)", rows[0], err)
			}
		})
	}
}

func TestOfALongListASampleFromAllOverIsRead(t *testing.T) {
	t.Parallel()
	texts := make([]string, 3*lookedAt)
	for i := range texts {
		texts[i] = fmt.Sprintf("0211 %07d", 4560000+i)
		if i >= len(texts)/2 {
			texts[i] = fmt.Sprintf("020 7946 %04d", i%1000)
		}
	}
	found := plausible(t, listOf(texts...), Settings{}, Known{})
	for _, p := range found {
		if p.Sampled != sampledCells {
			t.Errorf("%+v", p)
		}
		if p.Region == "GB" && (p.Accepted < sampledCells*2/5 || p.Accepted > sampledCells*3/5) {
			t.Errorf("half of the list is British, but %+v", p)
		}
	}
}

func TestTheSearchForCountriesEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if found, err := PlausibleCountries(ctx, listOf("030 23125001"), Settings{}, Known{}); found != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("found %v (%v)", found, err)
	}
}

func TestAPlausibleCountryAcceptsWhatItSays(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.StringMatching(`0[1-9][0-9]{1,3} [0-9]{5,8}`), 1, 4).Draw(t, "texts")
		table := listOf(texts...)
		found, err := PlausibleCountries(t.Context(), table, Settings{}, Known{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range found {
			rows, err := Rows(t.Context(), table, Settings{Region: p.Region}, Known{}, nil)
			if err != nil {
				t.Fatal(err)
			}
			good := 0
			for i := range rows {
				if rows[i].Level != number.LevelProblem || rows[i].Code() == number.CodeDuplicate {
					good++
				}
			}
			if good < p.Accepted {
				t.Fatalf("%+v, but %d of %q are good there", p, good, texts)
			}
		}
	})
}

func BenchmarkPlausibleCountries(b *testing.B) {
	texts := make([]string, 100_000)
	for i := range texts {
		texts[i] = fmt.Sprintf("030 %08d", 23125001+i)
	}
	table := listOf(texts...)
	for b.Loop() {
		if _, err := PlausibleCountries(b.Context(), table, Settings{}, Known{}); err != nil {
			b.Fatal(err)
		}
	}
}
