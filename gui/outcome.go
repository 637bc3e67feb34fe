package gui

import (
	"maps"
	"path/filepath"

	"fyne.io/fyne/v2"

	"numberloader/gui/results"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/gui/work"
	"numberloader/internal/fault"
)

// outcome is the Results screen, for the open file and for runs of the history.
type outcome struct {
	screen  *results.Screen
	notice  *fyne.Container
	content *fyne.Container
	shown   work.Result
	any     bool
}

func newOutcome(w *Window) *outcome {
	o := &outcome{notice: widgets.Stack()}
	o.screen = results.New(results.Config{
		Canvas: w.window.Canvas(), Zone: w.program.Now().Location(), OnCopy: w.copy,
		OnShowInFolder: func() {
			if result, _, ok := w.flow.Results.Shown(); ok {
				w.showInFolder(result.Saved)
			}
		},
		OnSaveAs: w.saveResultsAs,
	})
	o.content = widgets.Frame(o.notice, nil, nil, nil, o.screen.Content())
	return o
}

// refreshResult brings the result up to date.
func (w *Window) refreshResult() {
	result, past, ok := w.flow.Results.Shown()
	if !ok || w.current != screenResults && w.current != screenPast || w.outcome.any && same(result, w.outcome.shown) {
		return
	}
	w.outcome.shown, w.outcome.any = result, true
	w.outcome.screen.Update(result.Run, workbook(result, past), w.resultActions())
	w.outcome.notice.Objects = nil
	if result.Err != nil {
		w.outcome.notice.Objects = []fyne.CanvasObject{stopBand(fault.Explain(result.Err))}
	}
	w.outcome.content.Refresh()
}

// same says that two results look the same.
func same(a, b work.Result) bool {
	return a.Run.ID == b.Run.ID && a.Run.Ended.Equal(b.Run.Ended) && maps.Equal(a.Counts, b.Counts) && a.Err == b.Err && //nolint:errorlint // whether it is the same value
		a.Saving == b.Saving && a.Saved == b.Saved && a.SaveErr == b.SaveErr //nolint:errorlint // whether it is the same value
}

// stopBand says why a run stopped before its end.
func stopBand(message fault.Message) fyne.CanvasObject {
	text := widgets.NewSpans(
		widgets.Span{Text: message.Title + ".", Style: widgets.Strong},
		widgets.Span{Text: " " + message.What + " " + message.Next, Style: widgets.Body})
	band := widgets.Band(widgets.MoodWarn, theme.IconChanged, text)
	return widgets.VStack(0, widgets.Inset(16, theme.SideMargin, 0, theme.SideMargin, band))
}

// workbook says where the workbook of a result is.
func workbook(result work.Result, past bool) results.Workbook {
	book := results.Workbook{Past: past}
	if result.Saved != "" {
		folder := filepath.Dir(result.Saved)
		book.Name, book.Folder = filepath.Base(result.Saved), filepath.Base(folder)
		book.Beside = folder == filepath.Dir(result.Run.Path)
	}
	if result.SaveErr != nil {
		message := fault.Explain(result.SaveErr)
		book.Problem = message.What + " " + message.Next
	}
	return book
}

// resultsBottom has what is done next with the run, if something is left open, and
// what is done with its workbook.
func (w *Window) resultsBottom(left action) bottomState {
	result, past, _ := w.flow.Results.Shown()
	state := bottomState{left: left, primary: w.bookAction(result, past)}
	if result.Saving {
		state.hint = "Saving the results workbook"
	}
	if next, ok := w.next(); ok {
		state.side, state.primary = state.primary, next
	}
	return state
}

func (w *Window) bookAction(result work.Result, past bool) action {
	switch {
	case result.Saved != "":
		return action{label: "Open results in Excel", do: func() {
			w.inBackground(func() error { return w.program.OpenInOther(result.Saved) })
		}}
	case result.Saving:
		return action{label: "Open results in Excel", off: true}
	case past:
		return action{label: "Save the workbook again", do: w.flow.Results.SaveBeside}
	}
	return action{label: "Save the workbook", do: w.saveResultsAs}
}

// saveResultsAs saves the workbook of the result where the user wants it.
func (w *Window) saveResultsAs() {
	result, _, ok := w.flow.Results.Shown()
	if !ok {
		return
	}
	name := "results.xlsx"
	if result.Saved != "" {
		name = filepath.Base(result.Saved)
	}
	r := result.Run
	w.save(name, func(path string, replace bool) error { return w.program.SaveResults(path, r, replace) }, w.flow.Results.SavedAs)
}

// newFile closes the file and begins anew.
func (w *Window) newFile() {
	w.flow.File.Close()
	w.show(screenOpen)
}
