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
		tried = " " + rows.Count(all[0].Sampled) + " of them were tried."
	}
	q := Question{
		Title:  "Which country are the numbers without a country code from?",
		Text:   rows.Of(n, "number has", "numbers have") + " no country code" + example(o) + ", and no location says which country it is." + tried + " Numbers of other countries are flagged.",
		Chosen: -1, Pick: "Choose a country, or decide later",
		MoreLabel: "Another country",
	}
	for _, p := range o.Countries() {
		card := countryCard(o, p.Region)
		card.Caption = fits(p)
		q.Cards = append(q.Cards, card)
	}
	q.Cards = append(q.Cards, Card{
		Title: "Decide later", Caption: "None of these", Answer: Answer{"Decide later", func() { o.AnswerCountry("") }},
	})
	for _, c := range countries() {
		q.More = append(q.More, countryCard(o, c.code))
	}
	return q
}

func countryCard(o Opening, region string) Card {
	name := phrase.Country(region)
	return Card{Title: phrase.CountryLabel(region), Answer: Answer{"Use " + name, func() { o.AnswerCountry(region) }}}
}

// fits says how many of the numbers that were tried belong to a country.
func fits(p review.Plausible) string {
	switch {
	case p.Sampled == 1:
		return "It fits"
	case p.Accepted == p.Sampled:
		return "All " + rows.Count(p.Sampled) + " fit"
	}
	return rows.Count(p.Accepted) + " of " + rows.Count(p.Sampled) + " fit"
}

// example is one of the numbers.
func example(o Opening) string {
	judged := o.Rows()
	for i := range judged {
		if review.LacksCountry(&judged[i]) {
			return ", such as " + rows.OneLine(judged[i].Input)
		}
	}
	return ""
}
