package review

import (
	"strings"

	"numberloader/gui/rows"
	"numberloader/internal/number"
)

// outlook says in a sentence what becomes of the rows of one record.
func outlook(judged []number.Row) Live {
	var sent []string
	tone := ToneGood
	for i := range judged {
		r := &judged[i]
		switch {
		case statusOf(r) == StatusProblem:
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
		return Live{"It will not be sent, because the row is left out.", TonePlain}
	case len(sent) == 1:
		return Live{"It will be sent as " + sent[0] + ".", tone}
	case len(sent) <= most:
		return Live{rows.Count(len(sent)) + " numbers will be sent: " + strings.Join(sent, ", ") + ".", tone}
	}
	return Live{rows.Count(len(sent)) + " numbers will be sent, " + sent[0] + " to " + sent[len(sent)-1] + ".", tone}
}

func problemOf(r *number.Row) string {
	if text := rows.Finding(r); text != "" {
		return text
	}
	return "This row has no number that could be sent."
}

// outcomeOf says shortly what becomes of the rows of one record.
func outcomeOf(judged []number.Row) string {
	sent, left := 0, 0
	first, last := "", ""
	for i := range judged {
		switch r := &judged[i]; {
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
		return first + " to " + last + ", " + rows.Count(sent) + " numbers"
	case left > 0:
		return "Skipped"
	case len(judged) > 0 && statusOf(&judged[0]) == StatusThere:
		return "Already there"
	}
	return "Still a problem"
}
