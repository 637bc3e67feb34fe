package run

import (
	"errors"
	"fmt"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/plan"
)

// formatVersion is the version of the journal's format. A program reads
// journals of its own version and older ones. Version 2 added taking up a run
// again, parts of a request, and changes of numbers that are in; version 3 keeps
// findings as codes with arguments, and no words where these tell the reason, and
// counts the lines, so that one that is lost or lies elsewhere is missed; version 4
// keeps reasons as keys of messages with arguments; version 5 knows runs that only
// activate, which an older program would take for numbers to be added; version 6 keeps
// several lines in a record, and a result once for all lines that have it.
const formatVersion = 6

// countsLines reports whether the lines of a journal of a version are counted.
func countsLines(version int) bool { return version >= 3 }

// sharesResults reports whether journals of a version keep a result once for several lines.
func sharesResults(version int) bool { return version >= 6 }

// record is one line of a journal: exactly one of its parts is set. A journal
// is a header, the lines, the requests, the mark that the plan is complete, and
// then what happened.
type record struct {
	Header   *headerRecord   `json:"header,omitempty"`
	Lines    *linesRecord    `json:"lines,omitempty"`
	Line     *lineRecord     `json:"line,omitempty"` // one of them, up to format 5
	Request  *requestRecord  `json:"request,omitempty"`
	Planned  *plannedRecord  `json:"planned,omitempty"`
	Sending  *sendingRecord  `json:"sending,omitempty"`
	Answered *answeredRecord `json:"answered,omitempty"`
	Settled  *settledRecord  `json:"settled,omitempty"`
	Resumed  *resumedRecord  `json:"resumed,omitempty"`
	Changing *changingRecord `json:"changing,omitempty"`
	Changed  *changedRecord  `json:"changed,omitempty"`
	Ended    *endedRecord    `json:"ended,omitempty"`
}

type headerRecord struct {
	Format       int                `json:"format"`
	Run          string             `json:"run"`
	Started      time.Time          `json:"started"`
	Program      string             `json:"program"`
	Organization organizationRecord `json:"organization"`
	Person       string             `json:"person"`
	Path         string             `json:"path"`
	Sheet        string             `json:"sheet"`
	Headings     []string           `json:"headings"`
	Confirmed    []string           `json:"confirmed,omitempty"`
	Aside        []asideRecord      `json:"aside,omitempty"`
	Activates    bool               `json:"activates,omitempty"`
	Lines        int                `json:"lines,omitempty"` // how many there are; 0 up to format 5
}

// asideRecord is something in the file that was left aside.
type asideRecord struct {
	Sheet   string `json:"sheet,omitempty"`
	Column  int    `json:"column"` // 0 is A, -1 for a whole sheet
	Heading string `json:"heading,omitempty"`
	First   int    `json:"first,omitempty"`
	Last    int    `json:"last,omitempty"`
	Filled  int    `json:"filled,omitempty"`
	Phones  int    `json:"phones,omitempty"`
	Hidden  bool   `json:"hidden,omitempty"`
	Why     string `json:"why"`
}

func newAsideRecords(items []number.Item) []asideRecord {
	var all []asideRecord
	for _, i := range items {
		all = append(all, asideRecord{i.Sheet, i.Column, i.Heading, i.First, i.Last, i.Filled, i.Phones, i.Hidden, i.Aside.String()})
	}
	return all
}

// items are what records tell. What a later program gave another reason is left
// out.
func items(records []asideRecord) []number.Item {
	var all []number.Item
	for _, r := range records {
		if why, ok := number.ParseAside(r.Why); ok {
			all = append(all, number.Item{
				Sheet: r.Sheet, Column: r.Column, Heading: r.Heading, First: r.First, Last: r.Last, Filled: r.Filled, Phones: r.Phones, Hidden: r.Hidden, Aside: why,
			})
		}
	}
	return all
}

type organizationRecord struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Practice bool   `json:"practice"`
}

type requestRecord struct {
	Number       int    `json:"number"`
	LocationID   string `json:"location_id"`
	Location     string `json:"location"`
	Kind         string `json:"type"`
	Usage        string `json:"usage"`
	State        string `json:"state"`
	Subscription string `json:"subscription,omitempty"`
	Carrier      string `json:"carrier,omitempty"`
	Index        int    `json:"index"`
	Of           int    `json:"of"`
	Lines        []int  `json:"lines"`
}

// plannedRecord says how much came before it, so that a plan with a lost line
// is never taken for a whole one.
type plannedRecord struct {
	Lines    int `json:"lines"`
	Requests int `json:"requests"`
	// Settled are the lines whose outcome is known before anything is sent, by
	// the outcome's word; the others are not sent. The history reads these in
	// place of the lines.
	Settled map[string][]int `json:"settled"`
}

type sendingRecord struct {
	Request int       `json:"request"`
	Time    time.Time `json:"time"`
	// Lines are those of the request that leave; none stands for all that have
	// no end yet.
	Lines []int `json:"lines,omitempty"`
}

type answeredRecord struct {
	Request    int            `json:"request"`
	State      string         `json:"state"`
	HTTPStatus int            `json:"http_status"`
	ErrorCode  string         `json:"error_code,omitempty"`
	TrackingID string         `json:"tracking_id,omitempty"`
	Started    time.Time      `json:"started,omitzero"`
	Ended      time.Time      `json:"ended"`
	Updates    []updateRecord `json:"updates"`
}

type settledRecord struct {
	Updates []updateRecord `json:"updates"`
}

type endedRecord struct {
	Time time.Time `json:"time"`
}

// updateRecord is the result that lines have now. Up to format 5 it is that of one Line.
type updateRecord struct {
	Line   int          `json:"line,omitempty"`
	Lines  []int        `json:"lines,omitempty"`
	Result resultRecord `json:"result"`
}

// of are the lines that the result is of.
func (r *updateRecord) of() []int {
	if r.Lines == nil {
		return []int{r.Line}
	}
	return r.Lines
}

type resultRecord struct {
	Outcome    string     `json:"outcome"`
	Why        *whyRecord `json:"why,omitempty"`
	HTTPStatus int        `json:"http_status,omitempty"`
	ErrorCode  string     `json:"error_code,omitempty"`
	TrackingID string     `json:"tracking_id,omitempty"`
	Time       time.Time  `json:"time,omitzero"`
	// Reason and ToDo are the words themselves, in journals up to format 3.
	Reason string `json:"reason,omitempty"`
	ToDo   string `json:"to_do,omitempty"`
}

var (
	errLine  = errors.New("not a whole line of a journal")
	errNewer = errors.New("a journal of a newer program")
)

func newRequestRecord(r *plan.Request) *requestRecord {
	return &requestRecord{
		Number: r.Number, LocationID: r.Group.LocationID, Location: r.Group.Location,
		Kind: r.Group.Kind.API(), Usage: r.Group.Usage.API(), State: r.Group.State.API(),
		Subscription: r.Group.Subscription, Carrier: r.Group.Carrier,
		Index: r.Index, Of: r.Of, Lines: r.Rows,
	}
}

func (r *requestRecord) request() (plan.Request, error) {
	group := plan.Group{
		LocationID: r.LocationID, Location: r.Location,
		Subscription: r.Subscription, Carrier: r.Carrier,
	}
	var errs [3]error
	group.Kind, errs[0] = byWord(r.Kind, kinds(), number.Kind.API)
	group.Usage, errs[1] = byWord(r.Usage, usages(), number.Usage.API)
	group.State, errs[2] = byWord(r.State, states(), number.State.API)
	return plan.Request{Number: r.Number, Group: group, Index: r.Index, Of: r.Of, Rows: r.Lines}, errors.Join(errs[:]...)
}

func newResultRecord(r *Result) resultRecord {
	return resultRecord{
		Outcome: r.Outcome.String(), Why: newWhyRecord(r.Why), HTTPStatus: r.HTTPStatus,
		ErrorCode: r.ErrorCode, TrackingID: r.TrackingID, Time: r.Time.UTC(),
	}
}

func (r *resultRecord) result() (Result, error) {
	outcome, err := byWord(r.Outcome, Outcomes(), Outcome.String)
	why := r.Why.why()
	if r.Reason != "" || r.ToDo != "" {
		why = Quoted(r.Reason, r.ToDo)
	}
	return Result{
		Outcome: outcome, Why: why, HTTPStatus: r.HTTPStatus,
		ErrorCode: r.ErrorCode, TrackingID: r.TrackingID, Time: r.Time,
	}, err
}

// newUpdateRecords keep updates as journals of a version do.
func newUpdateRecords(updates []Update, version int) []updateRecord {
	records := []updateRecord{}
	var before *Result
	for i := range updates {
		u := &updates[i]
		switch {
		case !sharesResults(version):
			records = append(records, updateRecord{Line: u.Line, Result: newResultRecord(&u.Result)})
		case before != nil && u.Result == *before:
			same := &records[len(records)-1]
			same.Lines = append(same.Lines, u.Line)
		default:
			records = append(records, updateRecord{Lines: append(make([]int, 0, len(updates)-i), u.Line), Result: newResultRecord(&u.Result)})
		}
		before = &u.Result
	}
	return records
}

// byWord finds the member of a closed set that is written as word.
func byWord[T any](word string, all []T, text func(T) string) (T, error) {
	for _, member := range all {
		if text(member) == word {
			return member, nil
		}
	}
	var none T
	return none, fmt.Errorf("the word %q: %w", word, errLine)
}

func kinds() []number.Kind {
	return []number.Kind{number.KindUnset, number.KindDID, number.KindTollFree, number.KindMobile}
}

func usages() []number.Usage {
	return []number.Usage{number.UsageUnset, number.UsageNone, number.UsageService}
}

func states() []number.State {
	return []number.State{number.StateUnset, number.StateActive, number.StateInactive}
}

func levels() []number.Level {
	return []number.Level{number.LevelOK, number.LevelNotice, number.LevelWarning, number.LevelProblem}
}

func sentStates() []SentState { return []SentState{SentNot, SentUnderWay, SentAnswered} }
