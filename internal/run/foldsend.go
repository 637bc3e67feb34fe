package run

import (
	"fmt"
	"slices"
	"time"
)

// sending marks the outcome of the rows that leave as unknown.
func (f *folding) sending(s *sendingRecord) error {
	sent, lines, err := f.leaving(s)
	if err != nil {
		return err
	}
	*sent = Sent{Request: sent.Request, State: SentUnderWay, Started: s.Time}
	f.run.Ended = time.Time{}
	for _, i := range lines {
		line := &f.run.Lines[i]
		line.Lost &^= LostSending
		line.Result = Result{Outcome: NotKnown, Time: s.Time}
	}
	return nil
}

// leaving returns the lines that leave with a request. If the record does not name
// them, they are all lines of the request without a final outcome. Lines that are in
// Webex, or were, may not be sent again.
func (f *folding) leaving(s *sendingRecord) (*Sent, []int, error) {
	sent, err := f.sent(s.Request)
	if err != nil {
		return nil, nil, err
	}
	var lines []int
	for _, i := range sent.Request.Rows {
		line := &f.run.Lines[i]
		open := line.Change == nil && (line.Result.Outcome == NotSent || line.Result.Outcome == NotKnown)
		named := slices.Contains(s.Lines, i)
		switch {
		case len(s.Lines) == 0 && open, named && (open || line.Result.Outcome == Refused):
			lines = append(lines, i)
		case named:
			return nil, nil, fmt.Errorf("line %d may not leave again: %w", i, errLine)
		}
	}
	if len(s.Lines) > len(lines) {
		return nil, nil, fmt.Errorf("lines that are not of request %d: %w", s.Request, errLine)
	}
	return sent, lines, nil
}

func (f *folding) answered(a *answeredRecord) error {
	sent, err := f.sent(a.Request)
	if err != nil {
		return err
	}
	state, err := byWord(a.State, sentStates(), SentState.word)
	if err != nil {
		return err
	}
	if err := f.update(a.Updates); err != nil {
		return err
	}
	started := a.Started
	if started.IsZero() {
		started = sent.Started
	}
	*sent = Sent{
		Request: sent.Request, State: state, HTTPStatus: a.HTTPStatus, ErrorCode: a.ErrorCode,
		TrackingID: a.TrackingID, Started: started, Ended: a.Ended,
	}
	return nil
}

func (f *folding) sent(request int) (*Sent, error) {
	if request < 1 || request > len(f.run.Sent) {
		return nil, fmt.Errorf("request %d: %w", request, errLine)
	}
	return &f.run.Sent[request-1], nil
}
