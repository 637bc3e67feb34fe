package review_test

import (
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/review"
)

// TestWhatTheUserCorrectedStandsAsTheirs decides about one row in every way: what
// changes the row is theirs, and what only leaves it out is not.
func TestWhatTheUserCorrectedStandsAsTheirs(t *testing.T) {
	t.Parallel()
	typed, kind := "+12125550199", "DID"
	fixing := us()
	fixing.AcceptSuggestions = true
	for name, test := range map[string]struct {
		cell    string
		set     review.Settings
		decided review.Decision
		want    number.Standing
	}{
		"as it is":               {"+12125550123", us(), review.Decision{}, number.StandingReady},
		"routine":                {"(212) 555-0123", us(), review.Decision{}, number.StandingChanged},
		"typed":                  {"+12125550123", us(), review.Decision{Text: &typed}, number.StandingByUser},
		"another type":           {"+12125550123", us(), review.Decision{Type: &kind}, number.StandingByUser},
		"suggestions accepted":   {"212-555-0168 x123", fixing, review.Decision{}, number.StandingByUser},
		"nothing to be accepted": {"+12125550123", fixing, review.Decision{}, number.StandingReady},
		"sent in spite of it": {
			"+442079460020", us(), review.Decision{Overridden: []number.Code{number.CodeOtherCountry}}, number.StandingByUser,
		},
		"left out":         {"+12125550123", us(), review.Decision{LeftOut: true}, number.StandingSkipped},
		"said to be right": {"+١٢١٢٥٥٥٠١٢٣", us(), confirmed("+12125550123", number.CodeDigitsFolded), number.StandingChanged},
		"another is right": {"+١٢١٢٥٥٥٠١٢٣", us(), confirmed("+12125550199", number.CodeDigitsFolded), number.StandingCheck},
		"another warning":  {"+١٢١٢٥٥٥٠١٢٣", us(), confirmed("+12125550123", number.CodeExcelNumber), number.StandingCheck},
	} {
		rows := rowsOf(t, table(text(test.cell)), test.set, review.Known{}, map[int]review.Decision{0: test.decided})
		if got := rows[0].Standing(); got != test.want {
			t.Errorf("%s: got %v, want %v (%s)", name, got, test.want, rows[0].Code())
		}
	}
}

// confirmed says of a number that it is right in spite of a warning.
func confirmed(text string, code number.Code) review.Decision {
	var n number.E164
	if err := n.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
	return review.Decision{Confirmed: []review.Confirmation{{Number: n, Code: code}}}
}
