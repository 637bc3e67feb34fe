package results

import (
	"testing"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

func line(tb testing.TB, cell, input, e164 string, result run.Result) run.Line {
	tb.Helper()
	l := run.Line{
		Row:    number.Row{Line: int32(number.ParsePlace(cell).Line), Shared: &number.Shared{Column: number.ParsePlace(cell).Column, Location: "Kansas City"}, Input: input, Number: numbertest.E164(e164), Kind: number.KindDID}, //nolint:gosec // a few rows
		Result: result,
	}
	if result.Outcome == run.Added || result.Outcome == run.Refused || result.Outcome == run.NotKnown {
		l.Request = 1
	}
	return l
}

// sample is a run with every outcome.
func sample(tb testing.TB) run.Run {
	tb.Helper()
	at := time.Date(2026, 11, 23, 20, 12, 8, 0, time.UTC)
	refused := run.Result{
		Outcome:    run.Refused,
		Why:        run.Quoted("Webex did not take it: the number belongs to another organization.", "Ask your carrier who holds it, then retry."),
		HTTPStatus: 400, ErrorCode: "25024", TrackingID: "ROUTERGW_3f26ee58-dfb9-44fa", Time: at.Add(time.Second),
	}
	added := run.Result{Outcome: run.Added, HTTPStatus: 201, TrackingID: "ROUTERGW_1", Time: at}
	lines := []run.Line{
		line(tb, "B2", "+19135550101", "+19135550101", added),
		line(tb, "B3", "(913) 555-0102", "+19135550102", added),
		line(tb, "B4", "+19135550103", "+19135550103", run.Result{Outcome: run.AlreadyThere, Why: run.Quoted("+19135550103 is already in Kansas City. It is not sent again.", ""), Time: at.Add(-28 * time.Second)}),
		line(tb, "B5", "+19135550104", "+19135550104", added),
		line(tb, "B6", "+4930231250042", "+4930231250042", refused),
		line(tb, "B7", "913 555 01", "", run.Result{Outcome: run.NotSent, Why: run.Quoted(`DIDs!B7: "913 555 01" is too short for a number of the United States.`, "Correct it in Review and add it then.")}),
		line(tb, "B9", "+15125550117", "+15125550117", run.Result{Outcome: run.NotKnown, Why: run.Quoted("The request left and no answer came.", "Check what is not known before you send it again.")}),
	}
	for i := range lines {
		lines[i].Row.Record = int32(i)
	}
	lines[3].Row.Kind = number.KindMobile
	return run.Run{ID: "20261123-141205-7f3a", Draft: run.Draft{
		Path: "carrier-dids.xlsx", Organization: run.Organization{Name: "Acme Corp"}, Lines: lines,
		Requests: []plan.Request{{Number: 1, Index: 1, Of: 57}},
	}}
}

func modelOf(tb testing.TB) *Model {
	tb.Helper()
	m := newModel(time.UTC)
	m.Set(sample(tb))
	return m
}
