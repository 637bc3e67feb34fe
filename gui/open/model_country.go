package open

import (
	"cmp"
	"slices"
	"strings"

	"numberloader/gui/rows"
	"numberloader/internal/dialplan"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
)

// likeliest is how many countries are offered at once.
const likeliest = 4

// askCountry asks which country the numbers belong to that do not say it.
func askCountry(o Opening) Question {
	n := o.Countryless()
	found := likeliestFirst(o.Countries())
	tried := ""
	if len(found) > 0 && found[0].Sampled < n {
		tried = phrase.Text("open.country.tried", "Count", found[0].Sampled)
	}
	others := ""
	if n < len(o.Plan().Rows) {
		others = phrase.Text("open.country.alone")
	}
	q := Question{
		Title:  phrase.Text("open.country.title", "Count", n),
		Text:   phrase.Sentences(phrase.Text("open.country.text", "Count", n), tie(found), tried, others),
		Chosen: -1, Pick: phrase.Text("open.country.pick"), MoreLabel: phrase.Text("open.country.more"),
	}
	first := ""
	q.Rows, first = countryless(o)
	q.End = phrase.Text("open.country.sent", "Cell", first)
	for _, p := range found[:min(len(found), likeliest)] {
		card := countryCard(o, p.Region)
		card.Caption = fits(p)
		card.Detail = reason(p)
		card.End = p.First.String()
		if card.End == "" {
			card.End, card.Quiet = phrase.Text("open.country.notof", "Country", phrase.Country(p.Region)), true
		}
		q.Cards = append(q.Cards, card)
	}
	later := phrase.Text("open.country.later")
	q.Cards = append(q.Cards, Card{
		Title: later, Caption: phrase.Text("open.country.noneofthese"), Detail: phrase.Text("open.country.stay", "Count", n),
		End: phrase.Text("columns.nothing"), Quiet: true, Answer: Answer{later, func() { o.AnswerCountry("") }},
	})
	for _, c := range phrase.Countries(dialplan.Regions()) {
		q.More = append(q.More, countryCard(o, c.Code))
	}
	return q
}

// likeliestFirst are countries in the order in which they are offered: those of other rows
// first, then the likeliest ones, and by name those of which nothing says more.
func likeliestFirst(found []review.Plausible) []review.Plausible {
	found = slices.SortedFunc(slices.Values(found), func(a, b review.Plausible) int {
		return cmp.Or(moreLikely(a, b), strings.Compare(phrase.CountryLabel(a.Region), phrase.CountryLabel(b.Region)))
	})
	if len(found) > 0 && found[0].Others > 0 { // the others are no more than possible
		found = slices.DeleteFunc(found, func(p review.Plausible) bool { return p.Others == 0 })
	}
	return found
}

func moreLikely(a, b review.Plausible) int {
	return cmp.Or(cmp.Compare(b.Others, a.Others), cmp.Compare(b.Likely, a.Likely))
}

// tie says of the first countries that they are equally likely, "" if one is likelier
// than all others.
func tie(found []review.Plausible) string {
	var names []string
	for _, p := range found {
		if moreLikely(found[0], p) == 0 {
			names = append(names, phrase.Country(p.Region))
		}
	}
	switch {
	case len(names) < 2:
		return ""
	case len(names) > likeliest:
		return phrase.Text("open.country.manyfit")
	}
	return phrase.Text("open.country.tie", "Countries", phrase.List(names))
}

// reason says why a country is likely.
func reason(p review.Plausible) string {
	country := phrase.Country(p.Region)
	var reasons []string
	if p.Others > 0 {
		reasons = append(reasons, phrase.Text("open.country.others", "Count", p.Others))
	}
	if p.Others == 0 || p.Accepted < p.Sampled {
		reasons = append(reasons, fits(p))
	}
	if p.Others == 0 && p.Alike*2 > p.Sampled {
		reasons = append(reasons, phrase.Text("open.country.alike", "Country", country))
	}
	return phrase.Commas(reasons)
}

func countryCard(o Opening, region string) Card {
	use := phrase.Text("open.country.use", "Country", phrase.Country(region))
	return Card{Title: phrase.CountryLabel(region), Answer: Answer{use, func() { o.AnswerCountry(region) }}}
}

// fits says how many of the numbers that were tried belong to a country.
func fits(p review.Plausible) string {
	switch {
	case p.Sampled == 1:
		return phrase.Text("open.country.fits.only")
	case p.Sampled == 2 && p.Accepted == 2:
		return phrase.Text("open.country.fits.both")
	case p.Accepted == p.Sampled:
		return phrase.Text("open.country.fits.all", "Count", p.Sampled)
	}
	return phrase.Text("open.country.fits.some", "Accepted", p.Accepted, "Sampled", p.Sampled)
}

// countryless are the first rows that lack a country, with the names of what they
// show, and the cell of the first.
func countryless(o Opening) (shown [][]string, first string) {
	const most = 3
	shown = [][]string{{phrase.Text("columns.cell"), phrase.Text("columns.file"), phrase.Text("columns.location.title")}}
	for _, r := range o.Plan().Rows {
		if !review.LacksCountry(r) {
			continue
		}
		location := r.Location()
		if location == "" {
			location = phrase.Text("open.ask.empty")
		}
		if len(shown) == 1 {
			first = r.Cell()
		}
		if shown = append(shown, []string{r.Cell(), rows.OneLine(r.Input), rows.OneLine(location)}); len(shown) > most {
			break
		}
	}
	return shown, first
}
