package run

import (
	"fmt"
	"time"
)

// resumedRecord says that somebody took up a run again.
type resumedRecord struct {
	Stage  string    `json:"stage"`
	Person string    `json:"person"`
	Time   time.Time `json:"time"`
}

// changingRecord says that a request that changes numbers is about to leave.
type changingRecord struct {
	Change int       `json:"change"`
	Stage  string    `json:"stage"`
	Lines  []int     `json:"lines"`
	Time   time.Time `json:"time"`
}

// changedRecord is the answer to it. The outcome of lines without an update is still
// unknown.
type changedRecord struct {
	Change     int            `json:"change"`
	State      string         `json:"state"`
	HTTPStatus int            `json:"http_status"`
	ErrorCode  string         `json:"error_code,omitempty"`
	TrackingID string         `json:"tracking_id,omitempty"`
	Started    time.Time      `json:"started,omitzero"`
	Ended      time.Time      `json:"ended"`
	Updates    []updateRecord `json:"updates"`
}

// word is how the journal writes a stage.
func (s Stage) word() string { return [...]string{"add", "settle", "remove", "activate"}[s] }

func stages() []Stage { return []Stage{StageAdd, StageSettle, StageRemove, StageActivate} }

// resumed reopens the run. Settling alone does not change its stage, and an undo that
// has begun remains one, although journals of older programs may go on to add.
func (f *folding) resumed(r *resumedRecord) error {
	stage, err := byWord(r.Stage, stages(), Stage.word)
	if err != nil {
		return err
	}
	if stage != StageSettle && !f.run.Undoing() {
		f.run.Stage = stage
	}
	f.run.Ended = time.Time{}
	return nil
}

// changing marks the outcome of lines that were added as unknown.
func (f *folding) changing(c *changingRecord) error {
	stage, err := f.mayChange(c)
	if err != nil {
		return err
	}
	f.run.Ended = time.Time{}
	if !f.run.Undoing() {
		f.run.Stage = stage // the record that says so may be damaged
	}
	for _, i := range c.Lines {
		line := &f.run.Lines[i]
		if line.Change == nil {
			line.Change = &Change{Stage: stage, Before: line.Result}
			if !f.run.changeable(line.Result.Outcome) { // the record that says so is damaged
				line.Change.Before = Result{Outcome: f.run.wasIn(), Time: c.Time}
			}
		}
		line.Result = Result{Outcome: NotKnown, Time: c.Time}
	}
	return nil
}

// wasIn is the outcome that a number of the run had before it was changed.
func (r *Run) wasIn() Outcome {
	if r.Activates {
		return AlreadyThere
	}
	return Added
}

// mayGoOn refuses to add or activate numbers of a run whose undo has begun, and all
// but that of a run that only activates.
func (f *folding) mayGoOn(stage Stage) error {
	switch stage {
	case StageAdd:
		return f.run.May(ActionResume)
	case StageActivate:
		return f.run.May(ActionActivate)
	case StageRemove:
		return f.run.May(ActionUndo)
	case StageSettle:
	}
	return nil
}

// mayChange refuses a change of lines that the run did not add.
func (f *folding) mayChange(c *changingRecord) (Stage, error) {
	stage, err := byWord(c.Stage, stages(), Stage.word)
	if err != nil {
		return 0, err
	}
	if stage != StageRemove && stage != StageActivate {
		return 0, fmt.Errorf("the stage %s changes nothing: %w", c.Stage, errLine)
	}
	for _, i := range c.Lines {
		if i < 0 || i >= len(f.run.Lines) {
			return 0, fmt.Errorf("line %d: %w", i, errLine)
		}
		line := &f.run.Lines[i]
		again := line.Change != nil && line.Change.Stage == stage
		lost := line.Result.Outcome == NotKnown && len(f.run.Damage.Lines) > 0
		if !again && !lost && (line.Request == 0 || !f.run.changeable(line.Result.Outcome)) {
			return 0, fmt.Errorf("line %d is not one that this run may change: %w", i, errLine)
		}
	}
	return stage, nil
}
