package job

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	background "numberloader/gui/run"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// file is the open file and the one that is being read.
type file struct {
	table  *number.Table
	layout number.Layout
	review *review.Review // nil while the number column is in doubt

	reading *Reading
	trouble *FileTrouble
}

// Reading is a file that is being read.
type Reading struct {
	Path     string // "" for the sample
	Progress number.Progress
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

// opened is a file that was read.
type opened struct {
	path  string
	table *number.Table
}

// Open reads a file in the background. The file that is open stays so until the
// new one was read. It does nothing while numbers are being added.
func (j *Job) Open(path string, layout number.Layout) {
	j.read(path, layout, func() (string, error) { return path, nil })
}

// OpenSample writes the sample to a file and reads it.
func (j *Job) OpenSample() {
	j.read("", number.Layout{}, j.services.Sample)
}

func (j *Job) read(path string, layout number.Layout, find func() (string, error)) {
	if j.Adding() {
		return
	}
	j.file.reading, j.file.trouble = &Reading{Path: path}, nil
	current := j.file.reading
	stopWaiting := j.loop.Every(patience, func() {
		if !current.Slow {
			current.Slow = true
			j.events.Changed()
		}
	})
	report := background.Forward(j.loop, func(steps []number.Progress) {
		current.Progress = steps[len(steps)-1]
		j.events.Changed()
	})
	background.Replace(j.reading, func(ctx context.Context) (opened, error) {
		found, err := find()
		if err != nil {
			return opened{}, err
		}
		table, err := j.services.Read(ctx, found, layout, report)
		return opened{found, table}, err
	}, func(got opened, err error) {
		stopWaiting()
		j.file.reading = nil
		switch {
		case err == nil:
			j.adopt(got.table, layout)
		case !errors.Is(err, context.Canceled) && fault.KindOf(err) != fault.Stopped:
			j.file.trouble = &FileTrouble{Path: path, Layout: layout, Err: err}
		}
		j.events.Changed()
	})
	j.events.Changed()
}

// adopt makes a table the open one. Decisions belong to the rows of one reading
// and are forgotten; the settings of the file stay when the same file was read
// in another way.
func (j *Job) adopt(table *number.Table, layout number.Layout) {
	now := Choices{}
	if old := j.file.table; old != nil && old.Path == table.Path {
		now.Settings = j.choices.now.Settings
	}
	j.choices = choices{now: now}
	j.file.table, j.file.layout, j.file.review = table, layout, nil
	j.take(judged{})
	j.afterwards = nil
	j.preflight, j.submission.trouble = Preflight{}, nil
	j.result, j.shown = nil, nil
	if table.Ask == nil {
		j.file.review = review.New(table)
		j.judge(func() {
			j.events.Opened()
			j.askMissing()
		})
	}
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

// Asking says that it is in doubt which column holds the numbers.
func (j *Job) Asking() bool { return j.file.table != nil && j.file.table.Ask != nil }

// Reviewed says that a file is open whose rows were judged.
func (j *Job) Reviewed() bool { return j.done }

// Answer reads the open file again with a column of numbers, 0 for column A.
func (j *Job) Answer(column int) {
	layout := j.file.layout
	columns := map[number.Field]string{number.FieldNumber: number.ColumnName(column)}
	for field, name := range layout.Columns {
		if field != number.FieldNumber {
			columns[field] = name
		}
	}
	layout.Columns = columns
	j.Open(j.file.table.Path, layout)
}

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
	j.file.table, j.file.review, j.file.trouble = nil, nil, nil
	j.take(judged{})
	j.preflight = Preflight{}
	j.afterwards = nil
	j.result, j.shown = nil, nil
	j.events.Changed()
}
