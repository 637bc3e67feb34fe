package number_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

func TestStandingOfARow(t *testing.T) {
	t.Parallel()
	warned := func(code number.Code) number.Row {
		r := number.Row{Level: number.LevelWarning}
		r.SetFindings(number.NewFinding(number.CodeMobileOverflow, number.Usual, nil), number.Finding{Level: number.LevelWarning, Code: code})
		return r
	}
	with := func(r number.Row, change func(*number.Row)) number.Row {
		change(&r)
		return r
	}
	problem := *numbertest.Say(&number.Row{}, number.CodeTooShort)
	byUser := func(r *number.Row) { r.ByUser = true }
	for name, test := range map[string]struct {
		row  number.Row
		want number.Standing
	}{
		"as the file has it":           {number.Row{}, number.StandingReady},
		"a country code was added":     {warned(number.CodeCountryAdded), number.StandingChanged},
		"invisible signs were removed": {warned(number.CodeHiddenCharacters), number.StandingChanged},
		"a number of the spreadsheet":  {warned(number.CodeExcelNumber), number.StandingCheck},
		"another kind":                 {warned(number.CodeKindMismatch), number.StandingCheck},
		"sent in spite of a problem":   {warned(number.CodeInvalidNumber), number.StandingCheck},
		"a warning of a later version": {warned("of_a_later_version"), number.StandingCheck},
		"corrected":                    {with(number.Row{}, byUser), number.StandingByUser},
		"corrected, with a warning":    {with(warned(number.CodeExcelNumber), byUser), number.StandingByUser},
		"corrected and still wrong":    {with(problem, byUser), number.StandingProblem},
		"there already":                {with(warned(number.CodeAlreadyThere), func(r *number.Row) { r.AlreadyThere, r.ByUser = true, true }), number.StandingThere},
		"left out":                     {with(problem, func(r *number.Row) { r.LeftOut = true }), number.StandingSkipped},
		"hidden":                       {number.Row{Hidden: true, ByUser: true}, number.StandingSkipped},
		"a total":                      {number.Row{Skipped: number.SkipTotal}, number.StandingSkipped},
	} {
		if got := test.row.Standing(); got != test.want {
			t.Errorf("%s: got %v, want %v", name, got, test.want)
		}
	}
}

// TestStandingsExcludeEachOther holds that each row has one of the standings, and
// that what it says of going agrees with Goes.
func TestStandingsExcludeEachOther(t *testing.T) {
	t.Parallel()
	levels := []number.Level{number.LevelOK, number.LevelWarning, number.LevelProblem}
	n := mustParse(t, "+12125550100")
	rapid.Check(t, func(t *rapid.T) {
		row := number.Row{
			Number: n, Level: rapid.SampledFrom(levels).Draw(t, "level"), Hidden: rapid.Bool().Draw(t, "hidden"),
			LeftOut: rapid.Bool().Draw(t, "left out"), ByUser: rapid.Bool().Draw(t, "by user"),
			AlreadyThere: rapid.Bool().Draw(t, "there"), Skipped: rapid.SampledFrom([]number.Skip{number.SkipNone, number.SkipNote}).Draw(t, "skipped"),
		}
		standing := row.Standing()
		if !slices.Contains(number.Standings(), standing) {
			t.Fatalf("%v is no standing", standing)
		}
		stays := []number.Standing{number.StandingProblem, number.StandingThere, number.StandingSkipped}
		if row.Goes() == slices.Contains(stays, standing) {
			t.Fatalf("goes: %v, and it stands as %v", row.Goes(), standing)
		}
	})
}

func TestARowLacksALocationUnlessItHasOneOrIsLeftOut(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		row  number.Row
		want bool
	}{
		"named nowhere":  {number.Row{}, true},
		"with a problem": {number.Row{Level: number.LevelProblem}, true},
		"with a place":   {number.Row{Shared: &number.Shared{Location: "Austin"}}, false},
		"left out":       {number.Row{LeftOut: true}, false},
		"hidden":         {number.Row{Hidden: true}, false},
		"a total":        {number.Row{Skipped: number.SkipTotal}, false},
	} {
		if got := c.row.LacksLocation(); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
