package worklist

import (
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// outlook says in a sentence what becomes of the rows of one record.
func outlook(judged []*number.Row) Live {
	var sent []string
	tone := ToneGood
	for i := range judged {
		r := judged[i]
		switch {
		case r.Standing() == number.StandingProblem:
			return Live{problemOf(r), ToneProblem}
		case r.AlreadyThere:
			return Live{rows.Finding(r), ToneWarn}
		case r.Goes():
			sent = append(sent, r.Number.String())
		}
		if r.Level == number.LevelWarning {
			tone = ToneWarn
		}
	}
	const most = 3
	switch {
	case len(sent) == 0:
		return Live{phrase.Text("review.outlook.skipped"), TonePlain}
	case len(sent) == 1:
		return Live{phrase.Text("review.outlook.single", "Number", sent[0]), tone}
	case len(sent) <= most:
		return Live{phrase.Text("review.outlook.several", "Count", len(sent), "Numbers", phrase.Commas(sent)), tone}
	}
	return Live{phrase.Text("review.outlook.range", "Count", len(sent), "First", sent[0], "Last", sent[len(sent)-1]), tone}
}

func problemOf(r *number.Row) string {
	if text := rows.Finding(r); text != "" {
		return text
	}
	return phrase.Text("outcomes.nonumber")
}

// outcomeOf says shortly what becomes of the rows of one record.
func outcomeOf(judged []*number.Row) string {
	sent, left := 0, 0
	first, last := "", ""
	for i := range judged {
		switch r := judged[i]; {
		case r.Goes():
			if sent++; sent == 1 {
				first = r.Number.String()
			}
			last = r.Number.String()
		case r.LeftOut:
			left++
		}
	}
	switch {
	case sent == 1:
		return first
	case sent > 1:
		return phrase.Text("review.outcome.range", "First", first, "Last", last, "Count", sent)
	case left > 0:
		return phrase.Standing(number.StandingSkipped)
	case len(judged) > 0 && judged[0].Standing() == number.StandingThere:
		return phrase.Standing(number.StandingThere)
	}
	return phrase.Text("review.outcome.problem")
}
