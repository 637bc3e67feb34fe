package job

import (
	"context"

	"numberloader/gui/background"
	"numberloader/internal/run"
)

// Result is a run that is over, or was left unfinished, and its workbook.
type Result struct {
	Run     run.Run
	Counts  run.Counts         // of its lines
	Chances map[run.Action]int // what can be done with it, and with how many lines
	// Err says why the run stopped before its end, nil if it did not.
	Err error

	Saving  bool
	Saved   string // path of the workbook, "" if there is none
	SaveErr error  // why it could not be saved
}

func newResult(r run.Run, err error) *Result {
	return &Result{Run: r, Counts: run.Count(r.Lines), Chances: r.Chances(), Err: err}
}

// HasResult says that the numbers of the open file were added.
func (j *Job) HasResult() bool { return j.result != nil }

// Own is the result of the open file; its zero value is none.
func (j *Job) Own() Result {
	if j.result == nil {
		return Result{}
	}
	return *j.result
}

// ShowResult shows the result of the open file in place of a run of the history.
func (j *Job) ShowResult() { j.shown = j.result }

// Shown is the result that is shown. ok is false if there is none. past says
// that it is a run of the history and not of the open file.
func (j *Job) Shown() (result Result, past, ok bool) {
	if j.shown == nil {
		return Result{}, false, false
	}
	return *j.shown, j.shown != j.result, true
}

// ShowRun loads a run of the history and shows it, unless work on a run begins
// meanwhile, which may change it. then is called with the error, if any.
func (j *Job) ShowRun(id string, then func(error)) {
	begun := j.begun
	background.Replace(j.loading, func(context.Context) (*Result, error) {
		r, err := j.services.Load(id)
		return newResult(r, nil), err
	}, func(loaded *Result, err error) {
		if begun != j.begun {
			return
		}
		if err == nil {
			j.shown = loaded
			if j.result != nil && j.result.Run.ID == id {
				j.shown = j.result
			}
			j.events.Changed()
		}
		then(err)
	})
}

// Forget drops the results of a run that was deleted.
func (j *Job) Forget(id string) {
	if j.result != nil && j.result.Run.ID == id {
		j.result = nil
	}
	if j.shown != nil && j.shown.Run.ID == id {
		j.shown = nil
	}
	j.events.Changed()
}

// SaveBeside saves the workbook of the shown result beside its source file,
// under a free name.
func (j *Job) SaveBeside() {
	if j.shown == nil {
		return
	}
	r := j.shown.Run
	j.save(func() (string, error) {
		path, err := j.services.ResultsPath(r.Path, r.Started)
		if err != nil {
			return "", err
		}
		return path, j.services.SaveResults(path, r, false)
	})
}

// SavedAs says that the workbook of the shown result was saved at a path that
// the user chose.
func (j *Job) SavedAs(path string) {
	if j.shown != nil {
		j.shown.Saved, j.shown.SaveErr = path, nil
		j.events.Changed()
	}
}

func (j *Job) save(write func() (string, error)) {
	shown := j.shown
	shown.Saving, shown.SaveErr = true, nil
	background.Start(j.loop.Lane(), func(context.Context) (string, error) { return write() },
		func(path string, err error) {
			shown.Saving, shown.SaveErr = false, err
			if err == nil {
				shown.Saved = path
			}
			j.events.Changed()
		})
}
