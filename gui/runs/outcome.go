package runs

import (
	"maps"
	"path/filepath"

	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/frame"
	"numberloader/gui/layout"
	"numberloader/gui/results"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/gui/work"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Outcome is the Results screen, for the open file and for runs of the history.
type Outcome struct {
	*stage

	actions *actions
	screen  *frame.Later[*results.Screen]
	notice  *fyne.Container
	shown   work.Result
	any     bool
}

func newOutcome(s *stage, actions *actions) *Outcome {
	o := &Outcome{stage: s, actions: actions, notice: layout.Stack()}
	o.screen = frame.NewLater(o.newScreen)
	actions.selected = func(deed run.Action) []int { return o.screen.Get().Selected(deed) }
	return o
}

func (o *Outcome) newScreen() *results.Screen {
	return results.New(results.Config{
		Canvas: o.Canvas(), Notice: o.notice, Zone: o.Now().Location(), OnCopy: o.Copy,
		OnShowInFolder: func() {
			if result, _, ok := o.Flow.Results.Shown(); ok {
				o.ShowInFolder(result.Saved)
			}
		},
		OnSaveAs: o.saveResultsAs, Modifiers: o.Modifiers,
		OnSelected: func() { o.screen.Get().SetActions(o.actions.resultActions()) },
	})
}

// Content is the screen.
func (o *Outcome) Content() fyne.CanvasObject { return o.screen.Get().Content() }

// Search moves the keyboard to the search field.
func (o *Outcome) Search() { o.screen.Get().Search() }

// update brings the result up to date.
func (o *Outcome) update() {
	result, past, ok := o.Flow.Results.Shown()
	if !ok || o.At() != frame.Results && o.At() != frame.Past || o.any && same(result, o.shown) {
		return
	}
	o.shown, o.any = result, true
	screen := o.screen.Get()
	screen.Update(result.Run, o.actions.editable(), workbook(result, past), o.actions.resultActions())
	o.notice.Objects = nil
	if result.Err != nil {
		o.notice.Objects = []fyne.CanvasObject{stopBand(phrase.Explain(result.Err))}
	}
	o.notice.Refresh() // so that its height is that of its lines before the rest is placed
	screen.Content().Refresh()
}

// same reports whether two results look the same.
func same(a, b work.Result) bool {
	return a.Run.ID == b.Run.ID && a.Run.Ended.Equal(b.Run.Ended) && maps.Equal(a.Counts, b.Counts) && a.Err == b.Err && //nolint:errorlint // whether it is the same value
		a.Saving == b.Saving && a.Saved == b.Saved && a.SaveErr == b.SaveErr //nolint:errorlint // whether it is the same value
}

// stopBand says why a run stopped before its end.
func stopBand(message phrase.Message) fyne.CanvasObject {
	text := phrase.Pieces("shell.results.stopped", "Title", message.Title, "Text", phrase.Sentences(message.What, message.Next))
	band := widgets.Band(widgets.MoodWarn, theme.IconChanged, draw.NewSpans(draw.Spans(draw.Body, text)...))
	return layout.VStack(0, layout.Inset(16, theme.SideMargin, 0, theme.SideMargin, band))
}

// workbook says where the workbook of a result is.
func workbook(result work.Result, past bool) results.Workbook {
	book := results.Workbook{Past: past}
	if result.Saved != "" {
		folder := filepath.Dir(result.Saved)
		book.Name, book.Folder = filepath.Base(result.Saved), filepath.Base(folder)
		beside := filepath.Dir(result.Run.Path)
		book.Beside, book.NotBeside = folder == beside, result.Refused == beside
		if result.Refused != "" {
			book.Refused = filepath.Base(result.Refused)
		}
	}
	if result.SaveErr != nil {
		message := phrase.Explain(result.SaveErr)
		book.Problem = phrase.Sentences(message.What, message.Next)
	}
	return book
}

// Bottom has what is done next with the run, if something is left open, and
// what is done with its workbook.
func (o *Outcome) Bottom(left frame.Action) frame.State {
	result, past, _ := o.Flow.Results.Shown()
	state := frame.State{Left: left, Primary: o.bookAction(result, past)}
	if result.Saving {
		state.Hint = phrase.Text("shell.hint.saving")
	}
	if next, ok := o.actions.next(); ok {
		state.Side, state.Primary = state.Primary, next
	} else if o.actions.editable() {
		state.Side = frame.Action{Label: phrase.Text("shell.do.edit"), Do: o.actions.Behind}
	}
	return state
}

func (o *Outcome) bookAction(result work.Result, past bool) frame.Action {
	switch {
	case result.Saved != "":
		return frame.Action{Label: phrase.Text("shell.do.workbook"), Do: func() { o.OpenInOther(result.Saved) }}
	case result.Saving:
		return frame.Action{Label: phrase.Text("shell.do.workbook"), Off: true}
	case past:
		return frame.Action{Label: phrase.Text("shell.do.saveagain"), Do: o.Flow.Results.SaveBeside}
	}
	return frame.Action{Label: phrase.Text("shell.do.save"), Do: o.saveResultsAs}
}

// saveResultsAs saves the workbook of the result where the user wants it.
func (o *Outcome) saveResultsAs() {
	result, _, ok := o.Flow.Results.Shown()
	if !ok {
		return
	}
	name := phrase.Text("shell.results.file")
	if result.Saved != "" {
		name = filepath.Base(result.Saved)
	}
	r := result.Run
	o.Save(name, func(path string, replace bool) error { return o.SaveResults(path, r, replace) }, o.Flow.Results.SavedAs)
}
