package open

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/review"
)

func TestTheCountryIsAskedForAndNoneIsChosenByItself(t *testing.T) {
	t.Parallel()
	f := opens(t, list("DIDs", "030 23125001", "030 23125002", "0161 496 0123"))
	q := ask(f.opening)
	switch {
	case q.Title != "Which country are these 3 numbers from?":
		t.Errorf("q.Title is %q, not %q", q.Title, "Which country are these 3 numbers from?")
	case q.Chosen != -1:
		t.Errorf("q.Chosen is %v, not %v", q.Chosen, -1)
	case q.Pick == "":
		t.Errorf("q.Pick is %q", q.Pick)
	case len(q.More) < 200:
		t.Errorf("q.More is %v", q.More)
	}
	switch {
	case len(q.Rows) != 4:
		t.Errorf("len(q.Rows) is %v, not 4", len(q.Rows))
	case q.Rows[1][0] != "A2":
		t.Errorf("q.Rows[1][0] is %v, not \"A2\"", q.Rows[1][0])
	case q.Rows[1][1] != "030 23125001":
		t.Errorf("q.Rows[1][1] is %v, not \"030 23125001\"", q.Rows[1][1])
	case q.End != "A2 would be sent as":
		t.Errorf("q.End is %v, not \"A2 would be sent as\"", q.End)
	}
	cards := summary(q)
	if !slices.Contains(cards, "Germany|2 of 3 fit|Use Germany") || cards[len(cards)-1] != "Decide later|None of these|Decide later" {
		t.Errorf("the cards are %q", cards)
	}
	at := slices.IndexFunc(q.More, func(c Card) bool { return c.Label == "Use the United Kingdom" })
	if q.More[at].Title != "United Kingdom" {
		t.Errorf("the country is called %q", q.More[at].Title)
	}
	q.More[at].Take()
	f.settle()
	if f.opening.Settings().Region != "GB" || !f.opening.Settled() {
		t.Errorf("%+v", f.opening.Settings())
	}
}

// TestCountriesOfOtherRowsComeFirst has two numbers without a country among others of
// two countries, of which one does not fit the first of them.
func TestCountriesOfOtherRowsComeFirst(t *testing.T) {
	t.Parallel()
	f := opens(t, list("DIDs", "+18165550101", "+18165550102", "+18165550103", "+493023125001", "816 555 0184", "0302 312500"))
	var got []string
	for _, c := range ask(f.opening).Cards {
		got = append(got, fmt.Sprint(c.Title, "|", c.Detail, "|", c.End, "|", c.Quiet))
	}
	want := []string{
		"United States|3 other rows are there, 1 of 2 fit|+18165550184|false",
		"Germany|1 other row is there|+498165550184|false",
		"Decide later|The 2 rows stay behind until you do|Nothing|true",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestCountriesOfWhichNothingSaysMoreAreSaidToFitEqually(t *testing.T) {
	t.Parallel()
	found := []review.Plausible{
		{Region: "JP", Likely: 5}, {Region: "AT", Likely: 4}, {Region: "AU", Likely: 5}, {Region: "US", Likely: 3, Others: 1},
	}
	for want, some := range map[string][]review.Plausible{
		"Australia and Japan are equally likely.": found[:3],
		"":                                   found, // other rows decide
		"Many countries are equally likely.": {{Region: "AO"}, {Region: "CL"}, {Region: "CZ"}, {Region: "ES"}, {Region: "DE"}},
	} {
		if got := tie(likeliestFirst(some)); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	if tie(nil) != "" || tie(found[1:2]) != "" {
		t.Error("one country fits as well as itself")
	}
	if first := likeliestFirst(found[:3]); first[0].Region != "AU" || first[2].Region != "AT" {
		t.Errorf("they are offered as %+v", first)
	}
}

func TestManyNumbersAreTriedOnlyInPart(t *testing.T) {
	t.Parallel()
	texts := make([]string, 60)
	for i := range texts {
		texts[i] = fmt.Sprintf("030 231250%02d", i)
	}
	if q := ask(opens(t, list("DIDs", texts...)).opening); !strings.Contains(q.Text, " 50 of them were tried.") || q.Cards[0].Caption != "All 50 fit" {
		t.Errorf("asked %q, %q", q.Text, q.Cards[0].Caption)
	}
}

func TestTheCountryCanWait(t *testing.T) {
	t.Parallel()
	f := opens(t, list("DIDs", "030 23125001"))
	q := ask(f.opening)
	switch {
	case q.Cards[0].Caption != "It fits":
		t.Errorf("q.Cards[0].Caption is %v, not \"It fits\"", q.Cards[0].Caption)
	case q.Title != "Which country is this number from?":
		t.Errorf("q.Title is %v, not \"Which country is this number from?\"", q.Title)
	case q.Cards[0].End != "+493023125001":
		t.Errorf("q.Cards[0].End is %v, not \"+493023125001\"", q.Cards[0].End)
	case len(q.Cards) != likeliest+1:
		t.Errorf("len(q.Cards) is %v, not likeliest+1", len(q.Cards))
	}
	q.Cards[len(q.Cards)-1].Take()
	f.settle()
	if f.opening.Settings().Region != "" || !f.opening.Settled() {
		t.Errorf("%+v", f.opening.Settings())
	}
	if got := fits(plausible(50, 50)); got != "All 50 fit" {
		t.Errorf("got %q", got)
	}
}

func TestWhyACountryIsLikelyIsSaid(t *testing.T) {
	t.Parallel()
	card := ask(opens(t, list("DIDs", "(212) 555-0100", "(913) 674-8200")).opening).Cards[0]
	if card.Title != "United States" || card.Detail != "Both fit, written as in the United States" {
		t.Errorf("first is %q: %q", card.Title, card.Detail)
	}
}
