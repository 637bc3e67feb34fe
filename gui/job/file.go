package job

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"numberloader/gui/background"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// file is the open file and the one that is being read.
type file struct {
	table     *number.Table
	layout    number.Layout
	review    *review.Review // nil while sheet, column or hidden rows are in doubt
	questions questions

	reading *Reading
	trouble *FileTrouble
}

// Reading is a file that is being read.
type Reading struct {
	Path     string // "" for the sample
	Progress number.Progress
	// First holds the first rows, nil as long as they are not known.
	First *number.Table
	// Slow says that it takes so long that the user should see it.
	Slow bool
}

// patience is how long a file may be read before that is shown, so that nothing
// flickers where it is quick.
const patience = 300 * time.Millisecond

// Name is the name of the file without its folder.
func (r Reading) Name() string {
	if r.Path == "" {
		return "the sample"
	}
	return filepath.Base(r.Path)
}

// after is the reading with what the reader said since, a step after the other.
func (r Reading) after(steps []number.Progress) Reading {
	for _, step := range steps {
		if step.First != nil {
			r.First = step.First
		}
		r.Progress = step
	}
	return r
}

// FileTrouble is why a file could not be read.
type FileTrouble struct {
	Path   string // "" for the sample
	Layout number.Layout
	Err    error
}

// Name is the name of the file without its folder.
func (t FileTrouble) Name() string { return Reading{Path: t.Path}.Name() }

// NeedsPassword says that the file opens with a password.
func (t FileTrouble) NeedsPassword() bool { return fault.KindOf(t.Err) == fault.FilePassword }

// occasion is why a file is read.
type occasion uint8

const (
	toOpen   occasion = iota // nobody said yet how
	toAnswer                 // a question about it was answered
	toChange                 // the user wants it read in another way
)

// Open reads a file in the background. The file that is open stays so until the
// new one was read. It does nothing while numbers are being added.
func (j *Job) Open(path string, layout number.Layout) {
	j.read(path, layout, toOpen, func() (string, error) { return path, nil })
}

// OpenSample writes the sample to a file and reads it.
func (j *Job) OpenSample() {
	j.read("", number.Layout{}, toOpen, j.services.Sample)
}

// Reread reads the open file in another way.
func (j *Job) Reread(layout number.Layout) { j.reread(layout, toChange) }

func (j *Job) reread(layout number.Layout, why occasion) {
	path := j.file.table.Path
	j.read(path, layout, why, func() (string, error) { return path, nil })
}

func (j *Job) read(path string, layout number.Layout, why occasion, find func() (string, error)) {
	if j.Adding() {
		return
	}
	j.file.reading, j.file.trouble = &Reading{Path: path}, nil
	current := j.file.reading
	var stopWaiting func()
	stopWaiting = j.loop.Every(patience, func() {
		stopWaiting()
		current.Slow = true
		j.events.Changed()
	})
	report := background.Forward(j.loop, func(steps []number.Progress) {
		*current = current.after(steps)
		j.events.Changed()
	})
	background.Replace(j.reading, func(ctx context.Context) (opened, error) {
		found, err := find()
		if err != nil {
			return opened{}, err
		}
		return j.services.load(ctx, found, layout, why, report)
	}, func(got opened, err error) {
		stopWaiting()
		if j.file.reading != current {
			return
		}
		j.file.reading = nil
		switch {
		case err == nil:
			j.adopt(got, why)
		case !errors.Is(err, context.Canceled) && fault.KindOf(err) != fault.Stopped:
			j.file.trouble = &FileTrouble{Path: path, Layout: layout, Err: err}
		}
		j.events.Changed()
	})
	j.events.Changed()
}

// adopt makes a table the open one. Decisions belong to the rows of one reading
// and are forgotten; the settings of the file, and what was answered about it,
// stay when the same file was read in another way.
func (j *Job) adopt(got opened, why occasion) {
	now := Choices{}
	same := j.file.table != nil && j.file.table.Path == got.table.Path
	if same {
		now.Settings = j.choices.now.Settings
	}
	j.file.questions = j.questionsOf(got, why, same)
	got.recalled.apply(&now.Settings)
	j.choices = choices{now: now}
	j.file.table, j.file.layout = got.table, got.layout
	j.forgetRows()
	j.proceed()
}

// forgetRows forgets everything that was made of the rows of a table.
func (j *Job) forgetRows() {
	j.file.review = nil
	j.take(judged{})
	j.afterwards = nil
	j.preflight, j.submission.trouble = Preflight{}, nil
	j.result, j.shown = nil, nil
}

// abandonReading stops the reading of a file, whose result is not wanted even if
// it is on its way.
func (j *Job) abandonReading() {
	j.reading.Cancel()
	j.file.reading = nil
}

// CancelReading stops the reading of a file.
func (j *Job) CancelReading() { j.reading.Cancel() }

// Reading is the file that is being read. ok is false while none is.
func (j *Job) Reading() (reading Reading, ok bool) {
	if j.file.reading == nil {
		return Reading{}, false
	}
	return *j.file.reading, true
}

// Trouble is why the last file could not be read, or nil. It does not change.
func (j *Job) Trouble() *FileTrouble { return j.file.trouble }

// Table is the open file, or nil.
func (j *Job) Table() *number.Table { return j.file.table }

// Name is the name of the open file without its folder, or "".
func (j *Job) Name() string {
	if j.file.table == nil {
		return ""
	}
	return filepath.Base(j.file.table.Path)
}

// Layout is how the open file was read.
func (j *Job) Layout() number.Layout { return j.file.layout }

// Reviewed says that a file is open whose rows were judged, and that nothing is
// left to ask about it.
func (j *Job) Reviewed() bool { return j.done && j.file.questions.settled }

// Unlock reads the file that needs a password again with one.
func (j *Job) Unlock(password string) {
	if trouble := j.file.trouble; trouble != nil {
		layout := trouble.Layout
		layout.Password = password
		j.Open(trouble.Path, layout)
	}
}

// Retry reads the file that could not be read again.
func (j *Job) Retry() {
	trouble := j.file.trouble
	switch {
	case trouble == nil:
	case trouble.Path == "":
		j.OpenSample()
	default:
		j.Open(trouble.Path, trouble.Layout)
	}
}

// CloseFile closes the open file and forgets the result.
func (j *Job) CloseFile() {
	if j.Adding() {
		return
	}
	j.previewing.Cancel()
	j.searching.Cancel()
	j.file.table, j.file.trouble, j.file.questions = nil, nil, questions{}
	j.forgetRows()
	j.events.Changed()
}
