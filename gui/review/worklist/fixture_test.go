package worklist

import (
	"fmt"
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
)

// good is a row that goes as the file holds it.
func good(tb testing.TB, record int, text, location string) *number.Row {
	tb.Helper()
	return &number.Row{
		Record: int32(record), Line: int32(record + 2), Shared: &number.Shared{Column: "B", Country: "US", Location: location}, //nolint:gosec // a few rows
		Input: text, Number: numbertest.E164(text), Kind: number.KindDID,
		Usage: number.UsageNone, State: number.StateActive,
	}
}

func marked(r *number.Row, level number.Level, code number.Code, message string) *number.Row {
	row := *r
	row.Level = level
	row.Add(number.QuotedFinding(level, code, message))
	return &row
}

// planOf is a plan of rows that stand in requests.
func planOf(all []*number.Row, requests ...plan.Request) plan.Plan {
	p := plan.Plan{Rows: all, Placements: make([]plan.Placement, len(all)), Requests: requests, Limits: plan.Webex()}
	for _, r := range requests {
		for _, i := range r.Rows {
			if i < len(all) {
				p.Placements[i] = r.Placement()
			}
		}
	}
	return p
}

// sample is a list with a row of every sort, and its plan: two DID requests and
// 25 mobile numbers in requests of 20.
func sample(tb testing.TB) ([]*number.Row, []plan.Request) {
	tb.Helper()
	kc, austin := "Kansas City", "Austin"
	changed := good(tb, 1, "+19135550102", kc)
	changed.Input = "(913) 555-0102"
	short := good(tb, 5, "", kc)
	short.Input = "913 555 01"
	letters := good(tb, 6, "", austin)
	letters.Input, letters.Kind = "1-800-FLOWERS", number.KindTollFree
	letters.SetSpecial(number.Special{Suggestion: "+18003569377"})
	twice := good(tb, 8, "+19135550101", kc)
	twice.Input = "913-555-0101"
	twice.SetSpecial(number.Special{DuplicateOf: "DIDs!B2"})
	ranged := good(tb, 9, "", kc)
	ranged.Input = "+19136748200 - 8299"
	ranged.SetSpecial(number.Special{Count: 100})
	doubtful := good(tb, 10, "+19136748111", kc)
	doubtful.Input, doubtful.Overridable = "913 674 8111", true
	skipped := good(tb, 11, "+19135550199", kc)
	skipped.LeftOut = true
	there := good(tb, 12, "+19135550198", kc)
	there.AlreadyThere = true
	hidden := good(tb, 13, "+19135550197", kc)
	hidden.Hidden = true
	all := []*number.Row{
		good(tb, 0, "+19135550101", kc),
		marked(marked(changed, number.LevelWarning, number.CodeCountryAdded, `DIDs!B3: "(913) 555-0102" has no + in front. It was read as a number of the United States: +19135550102.`),
			number.LevelWarning, number.CodeReformatted, "Only spaces and signs were left out."),
		good(tb, 2, "+19135550103", kc),
		good(tb, 3, "+19135550104", kc),
		good(tb, 4, "+4930231250042", "Berlin"),
		marked(short, number.LevelProblem, number.CodeTooShort, `DIDs!B7: "913 555 01" is too short for a number of the United States: 2 digits seem to be missing.`),
		marked(letters, number.LevelProblem, number.CodeLetters, `DIDs!B8: "1-800-FLOWERS" contains letters. Did you mean +18003569377?`),
		good(tb, 7, "+15125550117", austin),
		marked(twice, number.LevelProblem, number.CodeDuplicate, "DIDs!B10: +19135550101 is already in DIDs!B2. It is sent once."),
		marked(ranged, number.LevelProblem, number.CodeRange, "DIDs!B11: this cell stands for 100 numbers, from +19136748200 to +19136748299."),
		marked(doubtful, number.LevelProblem, number.CodeInvalidNumber, `DIDs!B12: "913 674 8111" has the right length, but the United States have no such number.`),
		skipped,
		marked(there, number.LevelWarning, number.CodeAlreadyThere, "DIDs!B14: +19135550198 is already in Kansas City. It is not sent again."),
		hidden,
	}
	did := plan.Group{Location: kc, Kind: number.KindDID, Usage: number.UsageNone, State: number.StateActive}
	requests := []plan.Request{
		{Number: 1, Group: did, Index: 1, Of: 2, Rows: []int{0, 1, 2, 3}},
		{Number: 2, Group: did, Index: 2, Of: 2, Rows: []int{4, 7}},
	}
	mobile := plan.Group{Location: kc, Kind: number.KindMobile, Usage: number.UsageNone}
	for part := range 2 {
		requests = append(requests, plan.Request{Number: 3 + part, Group: mobile, Index: part + 1, Of: 2})
	}
	for i := range 25 {
		r := good(tb, 14+i, fmt.Sprintf("+181655501%02d", i), kc)
		r.Kind, r.State = number.KindMobile, number.StateUnset
		if i >= 20 {
			r.SetFindings(number.Finding{Level: number.LevelNotice, Code: number.CodeMobileOverflow, Args: number.Args{{"message", "It goes in request 2 of 2."}}})
		}
		request := &requests[2+i/20]
		request.Rows = append(request.Rows, len(all))
		all = append(all, r)
	}
	return all, requests
}

func modelOf(tb testing.TB) *Model {
	tb.Helper()
	m := NewModel(nil, nil)
	all, requests := sample(tb)
	m.Set(planOf(all, requests...))
	return m
}
