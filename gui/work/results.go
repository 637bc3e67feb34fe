package work

import (
	"context"
	"errors"
	"time"

	"numberloader/gui/background"
	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// ErrNowhere is why work was refused before anything was sent: its results could be
// saved in no folder.
var ErrNowhere = errors.New("the results can be saved nowhere")

// Files are where runs and their workbooks are. All are required, and called in
// the background.
type Files struct {
	// Load reads a run of the history.
	Load func(id string) (run.Run, error)
	// ResultsPath is a free name for the results of a source file, in the first
	// folder in which a file could just be made. It leaves nothing behind. refused is the
	// folder where they belong if none could be made there.
	ResultsPath func(source string, started time.Time) (path, refused string, err error)
	// SaveResults writes a workbook, over an existing file only with replace.
	SaveResults func(path string, r run.Run, replace bool) error
}

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
	Refused string // folder in which it belongs, where no file could be made; "" if it is where it belongs
}

// NewResult is the result of a run. err says why it stopped before its end, nil if it
// did not.
func NewResult(r run.Run, err error) *Result {
	return &Result{Run: r, Counts: run.Count(r.Lines), Chances: r.Chances(), Err: err}
}

// Results are the result of the open file, and the one that is shown: that, or a
// run of the history. Use NewResults.
type Results struct {
	files      Files
	changed    func()
	loop       *background.Loop
	loading    *background.Latest
	own, shown *Result
	begun      int // how often work on a run has begun
}

// NewResults returns results of nothing. changed is told, on the UI thread, when
// anything may look different.
func NewResults(loop *background.Loop, files Files, changed func()) *Results {
	return &Results{files: files, changed: changed, loop: loop, loading: loop.Latest()}
}

// Has reports whether the numbers of the open file were added.
func (r *Results) Has() bool { return r.own != nil }

// Own is the result of the open file; its zero value is none.
func (r *Results) Own() Result {
	if r.own == nil {
		return Result{}
	}
	return *r.own
}

// ShowOwn shows the result of the open file in place of a run of the history.
func (r *Results) ShowOwn() { r.shown = r.own }

// Shown is the result that is shown. ok is false if there is none. past says
// that it is a run of the history and not of the open file.
func (r *Results) Shown() (result Result, past, ok bool) {
	if r.shown == nil {
		return Result{}, false, false
	}
	return *r.shown, r.shown != r.own, true
}

// Show loads a run of the history and shows it, unless work on a run begins
// meanwhile, which may change it. then is called with the error, if any.
func (r *Results) Show(id string, then func(error)) {
	begun := r.begun
	background.Replace(r.loading, func(context.Context) (*Result, error) {
		loaded, err := r.files.Load(id)
		return NewResult(loaded, loaded.Damaged()), err
	}, func(loaded *Result, err error) {
		if begun != r.begun {
			return
		}
		if err == nil {
			r.shown = loaded
			if r.own != nil && r.own.Run.ID == id {
				r.shown = r.own
			}
			r.changed()
		}
		then(err)
	})
}

// outdate says that what is being loaded of a run may no longer be true.
func (r *Results) outdate() { r.begun++ }

// Reset forgets the results, because another file is open.
func (r *Results) Reset() { r.own, r.shown = nil, nil }

// Forget drops the results of a run that was deleted.
func (r *Results) Forget(id string) {
	if r.own != nil && r.own.Run.ID == id {
		r.own = nil
	}
	if r.shown != nil && r.shown.Run.ID == id {
		r.shown = nil
	}
	r.changed()
}

// SaveBeside saves the workbook of the shown result beside its source file,
// under a free name.
func (r *Results) SaveBeside() {
	if r.shown == nil {
		return
	}
	shown := r.shown
	shown.Saving, shown.SaveErr = true, nil
	background.Start(r.loop.Lane(), func(context.Context) (saved, error) { return r.files.save(shown.Run) },
		func(book saved, err error) {
			shown.Saving, shown.SaveErr = false, err
			if err == nil {
				shown.Saved, shown.Refused = book.path, book.refused
			}
			r.changed()
		})
}

// saved is where a workbook is, and the folder where it belongs if that refused it.
type saved struct{ path, refused string }

// save writes the workbook of a run beside its source.
func (f *Files) save(of run.Run) (book saved, err error) {
	book.path, book.refused, err = f.ResultsPath(of.Path, of.Started)
	if err != nil {
		return saved{}, err
	}
	return book, f.SaveResults(book.path, of, false)
}

// try finds out, while there is nothing to save yet, whether the workbook about a
// source could be saved, at whatever time. The error, a *fault.Error of kind SaveFailed, is ErrNowhere.
func (f *Files) try(source string) error {
	if _, _, err := f.ResultsPath(source, time.Time{}); err != nil {
		return &fault.Error{
			Kind: fault.SaveFailed, What: fault.Say("flow.nowhere"), Next: fault.Say("flow.nowherenext"), Err: ErrNowhere,
		}
	}
	return nil
}

// SavedAs says that the workbook of the shown result was saved at a path that
// the user chose.
func (r *Results) SavedAs(path string) {
	if r.shown != nil {
		r.shown.Saved, r.shown.Refused, r.shown.SaveErr = path, "", nil
		r.changed()
	}
}
