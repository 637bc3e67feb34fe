package run

import (
	"errors"
	"strings"

	"numberloader/internal/number"
	"numberloader/internal/pool"
)

// lineRecord is a Line as the journal keeps it, which up to format 5 was a record of
// its own. The row's request is told by the request records.
type lineRecord struct {
	Record       int32           `json:"record"`
	Part         int32           `json:"part,omitempty"`
	Line         int32           `json:"row"`
	Cell         string          `json:"cell"`
	Place        string          `json:"place,omitempty"` // before Cell; with it, too, in earlier journals
	Input        string          `json:"input"`
	Number       number.E164     `json:"number"`
	Unsent       number.E164     `json:"unsent,omitzero"`
	Country      string          `json:"country,omitempty"`
	Kind         string          `json:"type"`
	Usage        string          `json:"usage"`
	State        string          `json:"state"`
	LocationID   string          `json:"location_id,omitempty"`
	Location     string          `json:"location,omitempty"`
	Subscription string          `json:"subscription,omitempty"`
	Carrier      string          `json:"carrier,omitempty"`
	Level        string          `json:"level"`
	Code         number.Code     `json:"code,omitempty"`
	Findings     []findingRecord `json:"findings,omitempty"`
	Suggestion   string          `json:"suggestion,omitempty"`
	Overridable  bool            `json:"overridable,omitempty"`
	DuplicateOf  string          `json:"duplicate_of,omitempty"`
	Count        int             `json:"count,omitempty"`
	First        number.E164     `json:"first,omitzero"`
	Last         number.E164     `json:"last,omitzero"`
	AlreadyThere bool            `json:"already_there,omitempty"`
	Hidden       bool            `json:"hidden,omitempty"`
	LeftOut      bool            `json:"left_out,omitempty"`
	ByUser       bool            `json:"by_user,omitempty"`
	Source       []string        `json:"source"`
	Result       resultRecord    `json:"result"`
}

type findingRecord struct {
	Level   string         `json:"level"`
	Code    number.Code    `json:"code"`
	Variant number.Variant `json:"variant,omitempty"`
	Args    number.Args    `json:"args,omitempty"`
	// Message are the words themselves, in journals up to format 2.
	Message string `json:"message,omitempty"`
}

// newLineRecord is a line without its Source.
func newLineRecord(line *Line) lineRecord {
	row, special := &line.Row, line.Row.Special()
	place := row.Place()
	cell := strings.LastIndexByte(place, '!') + 1
	record := lineRecord{
		Record: row.Record, Part: row.Part, Line: row.Line, Cell: place[cell:], Place: place[:cell],
		Input: row.Input, Number: row.Number, Unsent: special.Unsent, Country: row.Country(),
		Kind: row.Kind.API(), Usage: row.Usage.API(), State: row.State.API(),
		LocationID: row.LocationID(), Location: row.Location(),
		Subscription: special.Subscription, Carrier: special.Carrier,
		Level: row.Level.String(), Code: row.Code(),
		Suggestion: special.Suggestion, Overridable: row.Overridable, DuplicateOf: special.DuplicateOf,
		Count: special.Count, First: special.First, Last: special.Last,
		AlreadyThere: row.AlreadyThere, Hidden: row.Hidden, LeftOut: row.LeftOut, ByUser: row.ByUser,
		Result: newResultRecord(&line.Result),
	}
	for _, f := range row.Findings() {
		record.Findings = append(record.Findings, findingRecord{Level: f.Level.String(), Code: f.Code, Variant: f.Variant, Args: f.Args})
	}
	return record
}

// kept is the line of a plan as its journal tells it, before the requests are told.
func (l *Line) kept() Line {
	row := l.Row
	row.InHiddenRow, row.Confirmed, row.Skipped = false, false, number.SkipNone
	row.SetFindings(row.Findings()...)
	return Line{Row: row, Source: l.Source, Result: l.Result}
}

// line is what was kept, with its texts among others, and what it shares with them.
func (r *lineRecord) line(texts *number.TextRows, shared *pool.Pool[number.Shared]) (Line, error) {
	place := number.ParsePlace(r.Place[:strings.LastIndexByte(r.Place, '!')+1] + r.Cell)
	row := number.Row{
		Record: r.Record, Part: r.Part, Line: r.Line, Input: r.Input, Number: r.Number,
		Shared:      shared.Of(number.Shared{Column: place.Column, LocationID: r.LocationID, Location: r.Location, Country: r.Country}),
		Overridable: r.Overridable, AlreadyThere: r.AlreadyThere, Hidden: r.Hidden, LeftOut: r.LeftOut, ByUser: r.ByUser,
	}
	row.SetSpecial(number.Special{
		Unsent: r.Unsent, Suggestion: r.Suggestion, DuplicateOf: r.DuplicateOf, Count: r.Count, First: r.First, Last: r.Last,
		Subscription: r.Subscription, Carrier: r.Carrier,
	})
	var errs [4]error
	row.Kind, errs[0] = byWord(r.Kind, kinds(), number.Kind.API)
	row.Usage, errs[1] = byWord(r.Usage, usages(), number.Usage.API)
	row.State, errs[2] = byWord(r.State, states(), number.State.API)
	row.Level, errs[3] = byWord(r.Level, levels(), number.Level.String)
	said, unknown := findings(r.Findings)
	row.SetFindings(said...)
	result, wrong := r.Result.result()
	return Line{Row: row, Source: texts.AddTexts(r.Source), Result: result}, errors.Join(append(errs[:], unknown, wrong)...)
}

func findings(records []findingRecord) ([]number.Finding, error) {
	var all []number.Finding
	for _, r := range records {
		level, err := byWord(r.Level, levels(), number.Level.String)
		if err != nil {
			return nil, err
		}
		finding := number.Finding{Level: level, Code: r.Code, Variant: r.Variant, Args: r.Args}
		if r.Message != "" {
			finding = number.QuotedFinding(level, r.Code, r.Message)
		}
		all = append(all, finding)
	}
	return all, nil
}
