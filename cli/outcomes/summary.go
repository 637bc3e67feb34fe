package outcomes

import (
	"math"
	"slices"
	"time"

	"numberloader/cli/console"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// outcomeLine is a row of "submit --json".
type outcomeLine struct {
	Row        int    `json:"row"`
	Cell       string `json:"cell"`
	Number     string `json:"number"`
	Outcome    string `json:"outcome"`
	HTTPStatus int    `json:"http_status"`
	ErrorCode  string `json:"error_code"`
	Reason     string `json:"reason"`
	TrackingID string `json:"tracking_id"`
	Request    int    `json:"request"`
	Hidden     bool   `json:"hidden,omitempty"`
}

func outcomeOf(line *run.Line) outcomeLine {
	return outcomeLine{
		Row: int(line.Row.Line), Cell: line.Row.Cell(), Number: line.Row.Read().String(),
		Outcome: line.Result.Outcome.String(), HTTPStatus: line.Result.HTTPStatus, ErrorCode: line.Result.ErrorCode,
		Reason: phrase.Reason(line), TrackingID: line.Result.TrackingID, Request: line.Request, Hidden: line.Row.Hidden,
	}
}

// runSummary is the last line of "submit --json".
type runSummary struct {
	Summary bool   `json:"summary"`
	Run     string `json:"run"`
	Counts
	Requests int     `json:"requests"`
	Results  string  `json:"results"`
	Seconds  float64 `json:"seconds"`
}

// Counts says how many rows have each outcome that can occur: those of an
// undo and of an activation only after one.
type Counts struct {
	Added        int `json:"added"`
	AlreadyThere int `json:"already_there"`
	Refused      int `json:"refused"`
	NotSent      int `json:"not_sent"`
	NotKnown     int `json:"not_known"`
	*undoCounts
	*activationCounts
}

type undoCounts struct {
	Removed    int `json:"removed"`
	Kept       int `json:"kept"`
	NotRemoved int `json:"not_removed"`
}

type activationCounts struct {
	Activated    int `json:"activated"`
	NotActivated int `json:"not_activated"`
}

// CountsOf has the counts of a run to which the outcomes may have happened, those
// of adding and those that did happen apart.
func CountsOf(counts run.Counts, may []run.Outcome) Counts {
	line := Counts{
		Added: counts[run.Added], AlreadyThere: counts[run.AlreadyThere], Refused: counts[run.Refused],
		NotSent: counts[run.NotSent], NotKnown: counts[run.NotKnown],
	}
	occurs := func(outcomes []run.Outcome) bool {
		return slices.ContainsFunc(outcomes, func(o run.Outcome) bool { return counts[o] > 0 || slices.Contains(may, o) })
	}
	if occurs(Undoing().Outcomes) {
		line.undoCounts = &undoCounts{counts[run.Removed], counts[run.Kept], counts[run.NotRemoved]}
	}
	if occurs(Activating().Outcomes) {
		line.activationCounts = &activationCounts{counts[run.Activated], counts[run.NotActivated]}
	}
	return line
}

// Print prints the end of a run: in JSON its summary, since its rows are
// printed by then.
func Print(k *console.Console, r *run.Run, t *Task, workbook string, took time.Duration) error {
	if !k.JSON {
		return printOutcomes(k, r, t, workbook)
	}
	return k.PrintJSON(runSummary{
		Summary: true, Run: r.ID, Counts: CountsOf(run.Count(r.Lines), t.Outcomes),
		Requests: len(r.Requests), Results: workbook, Seconds: math.Round(took.Seconds()*10) / 10,
	})
}
