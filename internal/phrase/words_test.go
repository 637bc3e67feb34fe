package phrase

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"numberloader/internal/plan"
	"numberloader/internal/run"
)

func TestTextIsFilledIn(t *testing.T) {
	t.Parallel()
	for got, want := range map[string]string{
		Text("words.list.pair", "First", "a", "Last", language.German): "a and de",
		Text("words.seconds", "Count", 1):                              "1 second",
		Text("words.seconds", "Count", 0):                              "0 seconds",
		Text("words.minutes", "Count", 1240):                           "1,240 minutes",
		Text("words.nowhere"):                                          "words.nowhere",
		Text("nowhere"):                                                "nowhere",
		Text("words.list.pair", "First", "a", "Last"):                  "a and <nil>",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestOneIsSpokenOfAsOne looks at what is said of a single thing for words that stand for
// several. "Of them" tells one of several, and some sentences name several others.
func TestOneIsSpokenOfAsOne(t *testing.T) {
	t.Parallel()
	several := regexp.MustCompile(`(?i)(^|[^f] )\b(them|they|these|those|their)\b`)
	namesOthers := []string{"flow.changedmore"}
	for key, said := range messages() {
		one := strings.Join(said.plural[plural.One], "")
		if several.MatchString(one) && !slices.Contains(namesOthers, key) {
			t.Errorf("%s says of one thing: %s", key, one)
		}
	}
}

func TestPiecesAreBoldWhereTheMessageIs(t *testing.T) {
	t.Parallel()
	p := parse("<b>{{.Who}}</b> of {{.Where}}, <b>both</b>")
	got := p.styled(pairs{"Who", "a <b>", "Where", "b"})
	want := []Piece{{"a <b>", true}, {" of ", false}, {"b", false}, {", ", false}, {"both", true}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestAnotherLanguageFallsBackToEnglish(t *testing.T) {
	t.Parallel()
	german := newSpeaker(fstest.MapFS{
		"en/a.toml": {Data: []byte("[a]\nrows.one = \"{{.Count}} row\"\nrows.other = \"{{.Count}} rows\"\nopen = \"Open\"")},
		"de/a.toml": {Data: []byte("[a]\nrows.one = \"{{.Count}} Zeile\"\nrows.other = \"{{.Count}} Zeilen\"")},
		"en/b.toml": {Data: []byte("[b]\nclose = \"Close\"")},
	}, language.German)
	for _, c := range []struct {
		key   string
		count int
		want  string
	}{{"a.rows", 1, "1 Zeile"}, {"a.rows", 2, "2 Zeilen"}, {"a.open", 1, "Open"}, {"b.close", 1, "Close"}} {
		said, ok := german.find(c.key)
		if got := said.fill(pairs{"Count", c.count}); !ok || got != c.want {
			t.Errorf("%s: got %q, want %q", c.key, got, c.want)
		}
	}
}

func TestAFileThatCannotBeReadIsAFaultOfOurs(t *testing.T) {
	t.Parallel()
	broken := newSpeaker(fstest.MapFS{"en/a.toml": {Data: []byte("[a")}}, language.English)
	defer func() {
		if recover() == nil {
			t.Error("a broken file was taken")
		}
	}()
	broken.find("a.b")
}

func TestCountsListsAndAmounts(t *testing.T) {
	t.Parallel()
	for got, want := range map[string]string{
		Count(0): "0", Count(999): "999", Count(1000): "1,000", Count(-1234567): "-1,234,567",
		List(nil): "", List([]string{"A"}): "A", List([]string{"A", "B"}): "A and B",
		List([]string{"A", "B", "C"}): "A, B and C", Or([]string{"DID", "toll-free", "mobile"}): "DID, toll-free or mobile",
		Size(1): "1 byte", Size(12_999): "12 KB", Size(214_999_999): "214 MB",
		Duration(0): "1 second", Duration(38 * time.Second): "38 seconds", Duration(90 * time.Second): "2 minutes",
		Organization(run.Organization{Name: "Acme"}): "Acme", Organization(run.Organization{Name: "Acme", Practice: true}): "the practice organization",
		Details(0, "", "", ""): "", Details(0, "25008", "", ""): "Code 25008",
		Details(400, "25008", "ROUTER_1", "N_1"):                                           "Status 400, code 25008, tracking ID ROUTER_1, request N_1",
		OrganizationAlone(run.Organization{Name: "Zenith"}):                                "Zenith",
		OrganizationAlone(run.Organization{Name: "Acme", Practice: true}):                  "Acme (practice)",
		OrganizationAlone(run.Organization{Name: "Practice organization", Practice: true}): "Practice organization",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestTimesAreToldAsPeopleDo(t *testing.T) {
	t.Parallel()
	berlin := time.FixedZone("Berlin", 2*60*60)
	now := time.Date(2026, time.August, 1, 9, 5, 0, 0, berlin)
	before := func(days int) time.Time { return now.AddDate(0, 0, -days) }
	for got, want := range map[string]string{
		Clock(now): "9:05 AM", Date(now, now): "August 1", Date(before(365), now): "August 1, 2025",
		Time(now.UTC(), now): "Today, 9:05 AM", Time(before(1), now): "Yesterday, 9:05 AM",
		Time(before(3), now): "July 29, 9:05 AM", Time(before(400), now): "June 27, 2025, 9:05 AM",
		Day(now, now): "today", Day(before(1), now): "yesterday", Day(before(2), now): "on Thursday",
		Lately(now.UTC(), now): "Today, 9:05 AM", Lately(before(1), now): "Yesterday, 9:05 AM", Lately(before(6), now): "Sunday",
		Lately(before(7), now): "July 25", Lately(before(400), now): "June 27, 2025", Lately(before(-2), now): "August 3, 9:05 AM",
		Moment(now, now): "today at 9:05 AM", Moment(before(-1), now): "tomorrow at 9:05 AM",
		Moment(before(-3).UTC(), now): "on August 4 at 9:05 AM",
		Day(before(7), now):           "on July 25", Day(now.AddDate(0, 0, 2), now): "on August 3",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestCountriesStandInASentence(t *testing.T) {
	t.Parallel()
	for code, want := range map[string][2]string{
		"US": {"the United States", "United States"}, "DE": {"Germany", "Germany"}, "NL": {"the Netherlands", "Netherlands"},
		"HK": {"Hong Kong", "Hong Kong"}, "IM": {"the Isle of Man", "Isle of Man"}, "CZ": {"Czechia", "Czechia"},
		"": {"", ""}, "??": {"??", "??"},
	} {
		if got := [2]string{Country(code), CountryLabel(code)}; got != want {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
	}
	for key := range english().rooms["countries"]() {
		if code := key[len("countries."):]; code != "article" && (len(code) != 2 || Country(code) == code) {
			t.Errorf("%s names no country", key)
		}
	}
}

func TestALimitNamesItsRange(t *testing.T) {
	t.Parallel()
	for want, wrong := range map[string]plan.OutOfRange{
		"A request takes 1 to 20 mobile numbers, not 21.":                 {Mobile: true, Most: 20, Given: 21},
		"A request takes 1 to 1,000 DID or toll-free numbers, not 1,001.": {Most: 1000, Given: 1001},
	} {
		if got := Limit(wrong); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestCountriesStandInTheOrderOfTheirNames(t *testing.T) {
	t.Parallel()
	want := []CountryName{{"AT", "Austria"}, {"DE", "Germany"}, {"CH", "Switzerland"}, {"US", "United States"}}
	if got := Countries([]string{"AT", "CH", "DE", "US"}); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
