package open

import (
	"numberloader/gui/rows"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
)

// askCountry asks which country the numbers belong to that do not say it.
func askCountry(o Opening) Question {
	n := o.Countryless()
	tried := ""
	if all := o.Countries(); len(all) > 0 && all[0].Sampled < n {
		tried = phrase.Text("open.country.tried", "Count", all[0].Sampled)
	}
	q := Question{
		Title: phrase.Text("open.country.title"),
		Text: phrase.Sentences(
			phrase.Text("open.country.text", "Count", n, "Example", example(o)), tried, phrase.Text("open.country.flagged")),
		Chosen: -1, Pick: phrase.Text("open.country.pick"),
		MoreLabel: phrase.Text("open.country.more"),
	}
	for _, p := range o.Countries() {
		card := countryCard(o, p.Region)
		card.Caption = fits(p)
		q.Cards = append(q.Cards, card)
	}
	later := phrase.Text("open.country.later")
	q.Cards = append(q.Cards, Card{
		Title: later, Caption: phrase.Text("open.country.noneofthese"), Answer: Answer{later, func() { o.AnswerCountry("") }},
	})
	for _, c := range phrase.Countries() {
		q.More = append(q.More, countryCard(o, c.Code))
	}
	return q
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
	case p.Accepted == p.Sampled:
		return phrase.Text("open.country.fits.all", "Count", p.Sampled)
	}
	return phrase.Text("open.country.fits.some", "Accepted", p.Accepted, "Sampled", p.Sampled)
}

// example is one of the numbers.
func example(o Opening) string {
	for _, row := range o.Plan().Rows {
		if review.LacksCountry(row) {
			return rows.OneLine(row.Input)
		}
	}
	return ""
}
