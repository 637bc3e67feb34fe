// Package file is the file that is open: how it was read, and what is asked about it
// until its rows can be shown. It knows no toolkit and belongs to the UI thread; slow
// work goes through gui/background and comes home there.
package file

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"numberloader/gui/background"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
)

// Services are what files need from outside. All are required, and called in the
// background.
type Services struct {
	// Read reads a file.
	Read func(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error)
	// Sample writes the sample spreadsheet to a file and returns its path.
	Sample func() (path string, err error)
	// Paste is the file of a new list that is typed or pasted. It makes none yet, and may
	// be called anywhere.
	Paste func() Kept
	// Recall is what was chosen about earlier files, by a key that this package makes
	// up.
	Recall func(key string) (Answers, bool)
	// Remember keeps what was chosen. It has told already if that failed.
	Remember func(key string, answers Answers)
}

// Rows is what is made of the rows of the open file.
type Rows interface {
	// Settings say how the rows are taken.
	Settings() review.Settings
	// Reset forgets what was made of the rows, and begins with settings.
	Reset(settings review.Settings)
	// Answer takes settings that answer a question; nothing is judged yet.
	Answer(settings review.Settings)
	// SetSettings changes the settings of rows that are shown.
	SetSettings(change func(*review.Settings))
	// Judge judges the rows of a table, and then calls then.
	Judge(table *number.Table, then func())
	// Countryless is how many rows only lack the country of their number.
	Countryless() int
	// Known is what is known of the organization that they go to.
	Known() review.Known
}

// Hooks are what a file needs from the rest of the flow. All are required, and
// called on the UI thread.
type Hooks struct {
	// Busy says that numbers are being added, so that the file stays as it is.
	Busy func() bool
	// Opened says that a file was opened and its rows judged.
	Opened func()
	// Changed says that anything may look different now.
	Changed func()
	// Returned is told of a file that was opened, before it takes the place of the one
	// that is open. It says true if the user is asked first; asList then goes on.
	Returned func(table *number.Table, asList func()) bool
}

// File is the open file and the one that is being read. Use New.
type File struct {
	services Services
	rows     Rows
	hooks    Hooks
	loop     *background.Loop
	lane     *background.Latest
	asked    *Questions

	usual   string // the country of numbers without a country code
	table   *number.Table
	layout  number.Layout
	reading *Reading
	trouble *Trouble
}

// New returns no file, and the questions about it.
func New(loop *background.Loop, services Services, rows Rows, hooks Hooks) (*File, *Questions) {
	f := &File{services: services, rows: rows, hooks: hooks, loop: loop, lane: loop.Latest()}
	f.asked = newQuestions(loop, f, rows, hooks)
	return f, f.asked
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

// glance is how often it is shown from then on how far the reading has come. The reader says
// so as quickly as a window without a graphics card can be painted, and needs the cores that
// this takes.
const glance = 100 * time.Millisecond

// Name is the name of the file without its folder.
func (r Reading) Name() string {
	if r.Path == "" {
		return phrase.Text("words.sample")
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

// watch returns what the reader reports to, and calls changed whenever a reading is to be
// shown, until it is stopped.
func watch(r *Reading, loop *background.Loop, changed func()) (report func(number.Progress), stop func()) {
	var waited time.Duration
	stop = loop.Every(glance, func() {
		if waited += glance; waited >= patience {
			r.Slow = true
			changed()
		}
	})
	return background.Forward(loop, func(steps []number.Progress) { *r = r.after(steps) }), stop
}

// Trouble is why a file could not be read.
type Trouble struct {
	Path   string // "" for the sample
	Layout number.Layout
	Err    error
}

// Name is the name of the file without its folder.
func (t Trouble) Name() string { return Reading{Path: t.Path}.Name() }

// NeedsPassword reports whether the file opens with a password.
func (t Trouble) NeedsPassword() bool { return fault.KindOf(t.Err) == fault.FilePassword }

// occasion is why a file is read.
type occasion uint8

const (
	toOpen   occasion = iota // nobody said yet how
	toAnswer                 // a question about it was answered
	toChange                 // the user wants it read in another way
)

// Open reads a file in the background. The file that is open stays so until the
// new one was read. It does nothing while numbers are being added.
func (f *File) Open(path string, layout number.Layout) {
	f.read(path, layout, toOpen, func() (string, error) { return path, nil })
}

// OpenSample writes the sample to a file and reads it.
func (f *File) OpenSample() {
	f.read("", number.Layout{}, toOpen, f.services.Sample)
}

// reread reads the open file again, as a question about it was answered.
func (f *File) reread(layout number.Layout) {
	path := f.table.Path
	f.read(path, layout, toAnswer, func() (string, error) { return path, nil })
}

func (f *File) read(path string, layout number.Layout, why occasion, find func() (string, error)) {
	if f.hooks.Busy() {
		return
	}
	f.reading, f.trouble = &Reading{Path: path}, nil
	current := f.reading
	report, stop := watch(current, f.loop, f.hooks.Changed)
	background.Replace(f.lane, func(ctx context.Context) (opened, error) {
		found, err := find()
		if err != nil {
			return opened{}, err
		}
		return f.services.load(ctx, found, layout, why, report)
	}, func(got opened, err error) {
		stop()
		if f.reading != current {
			return
		}
		f.reading = nil
		switch {
		case err == nil && why == toOpen && f.hooks.Returned(got.table, func() { f.adopt(got, why) }):
		case err == nil:
			f.adopt(got, why)
		case !errors.Is(err, context.Canceled) && fault.KindOf(err) != fault.Stopped:
			f.trouble = &Trouble{Path: path, Layout: layout, Err: err}
		}
		f.hooks.Changed()
	})
	f.hooks.Changed()
}

// adopt makes a table the open one. Decisions belong to the rows of one reading
// and are forgotten; the settings of the file, and what was answered about it,
// stay when the same file was read in another way.
func (f *File) adopt(got opened, why occasion) {
	settings := review.Settings{Region: f.usual}
	same := f.table != nil && f.table.Path == got.table.Path
	if same {
		settings = f.rows.Settings()
	}
	f.asked.begin(got, why, same)
	got.recalled.apply(&settings)
	f.table, f.layout = got.table, got.layout
	f.rows.Reset(settings)
	f.asked.proceed()
}

// abandonReading stops the reading of a file, whose result is not wanted even if
// it is on its way.
func (f *File) abandonReading() {
	f.lane.Cancel()
	f.reading = nil
}

// CancelReading stops the reading of a file.
func (f *File) CancelReading() { f.lane.Cancel() }

// Reading is the file that is being read. ok is false while none is.
func (f *File) Reading() (reading Reading, ok bool) {
	if f.reading == nil {
		return Reading{}, false
	}
	return *f.reading, true
}

// Trouble is why the last file could not be read, or nil. It does not change.
func (f *File) Trouble() *Trouble { return f.trouble }

// Table is the open file, or nil.
func (f *File) Table() *number.Table { return f.table }

// Name is the name of the open file without its folder, or "".
func (f *File) Name() string {
	if f.table == nil {
		return ""
	}
	return filepath.Base(f.table.Path)
}

// Layout is how the open file was read.
func (f *File) Layout() number.Layout { return f.layout }

// Unlock reads the file that needs a password again with one.
func (f *File) Unlock(password string) {
	if trouble := f.trouble; trouble != nil {
		layout := trouble.Layout
		layout.Password = password
		f.Open(trouble.Path, layout)
	}
}

// Retry reads the file that could not be read again.
func (f *File) Retry() {
	trouble := f.trouble
	switch {
	case trouble == nil:
	case trouble.Path == "":
		f.OpenSample()
	default:
		f.Open(trouble.Path, trouble.Layout)
	}
}

// Close closes the open file.
func (f *File) Close() {
	if f.hooks.Busy() {
		return
	}
	f.table, f.trouble = nil, nil
	f.asked.end()
	f.rows.Reset(review.Settings{})
	f.hooks.Changed()
}
