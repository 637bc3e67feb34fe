package gui

import (
	"context"

	"numberloader/gui/background"
	"numberloader/gui/history"
	"numberloader/gui/widgets"
	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// past is the History screen.
type past struct {
	model   *history.Model
	view    *history.View
	reading *background.Latest
	trouble error // why the chosen run could not be read
}

func newPast(w *Window) *past {
	p := &past{model: history.NewModel(w.program.Now), reading: w.loop.Latest()}
	p.view = history.NewView(p.model, history.Config{Choose: w.choose, Open: func(string) { w.showChosen() }, Copy: w.copy})
	return p
}

// readHistory reads the runs of this computer, and the chosen one.
func (w *Window) readHistory() {
	background.Replace(w.past.reading, func(context.Context) ([]run.Summary, error) { return w.program.History.List() },
		func(runs []run.Summary, err error) {
			w.past.model.Set(runs, err)
			w.past.view.Refresh()
			if line, ok := w.past.model.Chosen(); ok && w.current == screenHistory {
				w.choose(line.ID)
			}
			w.refresh()
		})
}

// choose chooses a run and reads it, so that it is known what can be done with it.
func (w *Window) choose(id string) {
	w.past.model.Choose(id)
	w.past.trouble = nil
	w.past.view.ShowChosen(nil)
	w.flow.Results.Show(id, func(err error) {
		w.past.trouble = err
		w.refresh()
	})
	w.refresh()
}

// chosenRead says that the chosen run was read.
func (w *Window) chosenRead() bool {
	line, chosen := w.past.model.Chosen()
	result, _, shown := w.flow.Results.Shown()
	return chosen && shown && w.past.trouble == nil && result.Run.ID == line.ID
}

// refreshPast brings up to date what can be done with the chosen run.
func (w *Window) refreshPast() {
	if w.current != screenHistory {
		return
	}
	if !w.chosenRead() {
		w.past.view.ShowChosen(nil)
		return
	}
	var actions []history.Action
	_, some := w.next()
	for _, l := range w.deeds() {
		if some && l.deed == run.ActionSettle {
			continue // what comes next begins with it
		}
		actions = append(actions, history.Action{Label: l.label, Do: func() { w.again(l.deed) }})
	}
	result, _, _ := w.flow.Results.Shown()
	if result.Saved != "" {
		path := result.Saved
		actions = append(actions,
			history.Action{Label: "Open results in Excel", Do: func() { w.inBackground(func() error { return w.program.OpenInOther(path) }) }})
	} else if !result.Saving {
		actions = append(actions, history.Action{Label: "Save the workbook again", Do: w.flow.Results.SaveBeside})
	}
	w.past.view.ShowChosen(actions)
}

func (w *Window) historyBottom() bottomState {
	line, ok := w.past.model.Chosen()
	if !ok {
		return bottomState{}
	}
	state := bottomState{left: action{label: "Delete from history", do: w.askToDelete}}
	result, _, _ := w.flow.Results.Shown()
	switch {
	case w.past.trouble != nil:
		state.hint = fault.Explain(w.past.trouble).What
		return state
	case !w.chosenRead():
		state.hint = "Reading " + line.File
		return state
	case result.SaveErr != nil:
		state.hint = fault.Explain(result.SaveErr).What
	}
	state.primary = action{label: "Show results", do: w.showChosen}
	if next, ok := w.next(); ok {
		state.side, state.primary = state.primary, next
	}
	state.explains = true
	return state
}

// showChosen shows the results of the chosen run.
func (w *Window) showChosen() {
	if w.past.trouble != nil {
		w.complain(w.past.trouble)
		return
	}
	if w.chosenRead() {
		w.show(screenPast)
	}
}

// askToDelete asks before a run is forgotten.
func (w *Window) askToDelete() {
	line, ok := w.past.model.Chosen()
	if !ok {
		return
	}
	w.dialog(widgets.Dialog{
		Title: "Delete this run from the history?",
		Text: line.File + ", " + line.When + ". Its numbers stay as they are, and so do workbooks that were saved. " +
			"But Number Loader forgets what became of each row, so nothing can be undone or resumed any more.",
		Action:   "Delete from history",
		OnAction: func() { w.delete(line.ID) },
	})
}

func (w *Window) delete(id string) {
	background.Start(w.loop.Lane(), func(context.Context) (struct{}, error) { return struct{}{}, w.program.History.Delete(id) },
		func(_ struct{}, err error) {
			if err == nil {
				w.flow.Results.Forget(id)
			}
			w.complain(err)
			w.readHistory()
		})
}
