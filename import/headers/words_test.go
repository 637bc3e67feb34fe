package headers

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHeadersInBracketsSayNothing(t *testing.T) {
	t.Parallel()
	d := New()
	for header, want := range map[string]Roles{
		"Notes (site/phone)":     Other,
		"Phone (work / home)":    Number,
		"Remarks（電話／拠点）":         Other,
		"Phone (work / home":     OtherPhone,
		"Phone) / (Site":         Number | Location,
		"拠点／Site":                Location,
		"Legacy phone number 1":  Number,
		"Contact (phone number)": Other,
		"":                       0,
		strings.Repeat("x", longestHeader) + "\nTelefonnummer": 0,
		"///":                        0,
		"2":                          0,
		"Standort\u2028Telefon":      Location | Number,
		"Phone number type":          Kind,
		"Number of phones":           Number,
		"Home phone\u000bEvenings 3": OtherPhone,
		"Account\nnumber":            NotPhone,
		"Número\nde cuenta":          NotPhone,
		"Kunden\nNummer":             NotPhone,
		"Phone\nnumber":              Number,
		"Order\nTelephone":           Number,
		"電\n話\n番\n号":                 Number,
	} {
		if got := d.Roles(header); got != want {
			t.Errorf("%q: got %b, want %b", header, got, want)
		}
	}
}

// TestHeaderWordsAreThoseOfTheRules holds the words against the document.
func TestHeaderWordsAreThoseOfTheRules(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../../docs/number-rules.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(content), "## 8. Words")
	section, values, _ := strings.Cut(section, "\nValues:\n")
	titles := map[string]Roles{
		"number": Number, "other phone": OtherPhone, "first number": First, "last number": Last, "kind": Kind,
		"usage": Usage, "state": State, "location": Location, "subscription": Subscription,
		"perhaps kind": MaybeKind, "country": Country, "area code": AreaCode, "exchange": Exchange, "head number": Head, "direct dial": DirectDial,
		"end of a number": Line, "count": Count, "action": Action, "activate on": ActivateOn | NotPhone, "extension": Extension, "place": Place, "others": Other,
	}
	lists := regexp.MustCompile(`(?m)^\*\*(.+)\*\*\n\n((?:- \w\w: .*\n)+)`).FindAllStringSubmatch(section+"\n", -1)
	if len(lists) != len(titles) {
		t.Fatalf("%d lists in the document, want %d", len(lists), len(titles))
	}
	for _, list := range lists {
		var want, got []string
		for line := range strings.Lines(list[2]) {
			want = append(want, strings.TrimSpace(line[len("- en: "):]))
		}
		for _, w := range headerWords {
			if w.role == titles[list[1]] {
				got = w.words
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", list[1], diff)
		}
	}
	if !strings.Contains(values, activeWords) {
		t.Error("the active headers are not those of the document")
	}
}
