package run

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/plan"
)

// formatVersion is the version of the journal's format. A program reads
// journals of its own version and older ones. Version 2 added taking up a run
// again, parts of a request, and changes of numbers that are in; version 3 keeps
// findings as codes with arguments, and no words where these tell the reason.
const formatVersion = 3

// record is one line of a journal: exactly one of its parts is set. A journal
// is a header, the lines, the requests, the mark that the plan is complete, and
// then what happened.
type record struct {
	Header   *headerRecord   `json:"header,omitempty"`
	Line     *lineRecord     `json:"line,omitempty"`
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

type updateRecord struct {
	Line   int          `json:"line"`
	Result resultRecord `json:"result"`
}

type resultRecord struct {
	Outcome    string    `json:"outcome"`
	Reason     string    `json:"reason,omitempty"`
	ToDo       string    `json:"to_do,omitempty"`
	HTTPStatus int       `json:"http_status,omitempty"`
	ErrorCode  string    `json:"error_code,omitempty"`
	TrackingID string    `json:"tracking_id,omitempty"`
	Time       time.Time `json:"time,omitzero"`
}

// The parts of a line around its checksum and its content.
const (
	sumPrefix  = `{"sum":"`
	dataPrefix = `","data":`
	lineEnd    = "}\n"
)

var (
	errLine  = errors.New("not a whole line of a journal")
	errNewer = errors.New("a journal of a newer program")
)

// checksum is the CRC-32C of a line's content.
func checksum(data []byte) uint32 {
	return crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli))
}

// encode returns the whole line of a record: its content with the checksum.
func encode(r *record) ([]byte, error) {
	data, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("write a line of the journal: %w", err)
	}
	line := make([]byte, 0, len(data)+32)
	line = fmt.Appendf(line, "%s%08x%s", sumPrefix, checksum(data), dataPrefix)
	line = append(line, data...)
	return append(line, lineEnd...), nil
}

// content is what a line that encode wrote holds, its line break included.
func content(line []byte) ([]byte, error) {
	rest, ok := bytes.CutPrefix(line, []byte(sumPrefix))
	if !ok || len(rest) < 8 {
		return nil, errLine
	}
	sum, err := strconv.ParseUint(string(rest[:8]), 16, 32)
	if err != nil {
		return nil, errLine
	}
	data, ok := bytes.CutPrefix(rest[8:], []byte(dataPrefix))
	if !ok {
		return nil, errLine
	}
	data, ok = bytes.CutSuffix(data, []byte(lineEnd))
	if !ok || uint64(checksum(data)) != sum {
		return nil, errLine
	}
	return data, nil
}

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
		Outcome: r.Outcome.String(), Reason: r.Reason, ToDo: r.ToDo, HTTPStatus: r.HTTPStatus,
		ErrorCode: r.ErrorCode, TrackingID: r.TrackingID, Time: r.Time.UTC(),
	}
}

func (r *resultRecord) result() (Result, error) {
	outcome, err := byWord(r.Outcome, Outcomes(), Outcome.String)
	return Result{
		Outcome: outcome, Reason: r.Reason, ToDo: r.ToDo, HTTPStatus: r.HTTPStatus,
		ErrorCode: r.ErrorCode, TrackingID: r.TrackingID, Time: r.Time,
	}, err
}

func newUpdateRecords(updates []Update) []updateRecord {
	records := make([]updateRecord, len(updates))
	for i := range updates {
		records[i] = updateRecord{Line: updates[i].Line, Result: newResultRecord(&updates[i].Result)}
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
