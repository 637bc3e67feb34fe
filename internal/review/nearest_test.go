package review_test

import (
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/review"
)

// TestALocationThatIsProbablyMeantIsNamed compares texts with the locations of an
// organization: mistyped and shortened names lead to one, and what could be several
// leads to none.
func TestALocationThatIsProbablyMeantIsNamed(t *testing.T) {
	t.Parallel()
	known := review.Known{Locations: []number.Location{
		{ID: "1", Name: "Kansas City", Country: "US"},
		{ID: "2", Name: "London - Canary Wharf", Country: "GB"},
		{ID: "3", Name: "Berlin Mitte"},
		{ID: "4", Name: "Berlin West"},
		{ID: "5", Name: "Austin"},
		{ID: "6", Name: "Boston"},
		{ID: "7", Name: "Paris"},
		{ID: "8", Name: "Paris"},
		{ID: "9", Name: "Köln"},
	}}
	for named, want := range map[string]string{
		"Kansas Cty": "Kansas City", "kansascity": "Kansas City", "London": "London - Canary Wharf", "Koln": "Köln",
		"Kansas City Office": "Kansas City", "Berlin": "", "Bostin": "Boston", "Parris": "", "Oslo": "", "X": "", "Aus": "",
	} {
		list := table(text("+12125550123"))
		list.Records[0].SetText(number.FieldLocation, named)
		row := rowsOf(t, list, us(), known, nil)[0]
		if got := row.Findings()[0].Args.Of("meant"); row.Code() != number.CodeUnknownLocation || got != want {
			t.Errorf("%q: %s, meant %q, want %q", named, row.Code(), got, want)
		}
	}
}
