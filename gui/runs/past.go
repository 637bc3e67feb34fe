package runs

import (
	"context"

	"fyne.io/fyne/v2"

	"numberloader/gui/background"
	"numberloader/gui/frame"
	"numberloader/gui/history"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Past is the History screen.
type Past struct {
	*stage

	actions *actions
	model   *history.Model
	view    *history.View
	reading *background.Latest
	trouble error  // why the chosen run could not be read
	wanted  string // ID of the run that is to be chosen when the runs are read, "" for none
}

func newPast(s *stage, actions *actions) *Past {
	p := &Past{stage: s, actions: actions, model: history.NewModel(s.Now), reading: s.Loop.Latest()}
	p.view = history.NewView(p.model, history.Config{Choose: p.choose, Open: func(string) { p.showChosen() }, Copy: s.Copy})
	return p
}

// Content is the screen.
func (p *Past) Content() fyne.CanvasObject { return p.view.Content() }

// Headline says how many runs there are, "" as long as that is not known.
func (p *Past) Headline() string {
	if !p.model.Loaded() {
		return ""
	}
	return p.model.Headline()
}

// Load reads the runs of this computer, and the chosen one.
func (p *Past) Load() {
	background.Replace(p.reading, func(context.Context) ([]run.Summary, error) { return p.History.List() },
		func(runs []run.Summary, err error) {
			p.model.Set(runs, err)
			p.model.Choose(p.wanted)
			p.wanted = ""
			p.view.Refresh()
			if line, ok := p.model.Chosen(); ok && p.At() == frame.History {
				p.choose(line.ID)
			}
			p.Refresh()
		})
}

// see shows a run among the others.
func (p *Past) see(id string) {
	p.wanted = id
	p.GoTo(frame.History)
}

// choose chooses a run and reads it, so that it is known what can be done with it.
func (p *Past) choose(id string) {
	p.model.Choose(id)
	p.trouble = nil
	p.view.ShowChosen(nil)
	p.Flow.Results.Show(id, func(err error) {
		p.trouble = err
		p.Refresh()
	})
	p.Refresh()
}

// chosenRead reports whether the chosen run was read.
func (p *Past) chosenRead() bool {
	line, chosen := p.model.Chosen()
	result, _, shown := p.Flow.Results.Shown()
	return chosen && shown && p.trouble == nil && result.Run.ID == line.ID
}

// update brings up to date what can be done with the chosen run.
func (p *Past) update() {
	if p.At() != frame.History {
		return
	}
	if !p.chosenRead() {
		p.view.ShowChosen(nil)
		return
	}
	var actions []history.Action
	_, some := p.actions.next()
	for _, l := range p.actions.deeds() {
		if some && l.deed == run.ActionSettle {
			continue // what comes next begins with it
		}
		actions = append(actions, history.Action{Label: l.label, Do: func() { p.actions.again(l.deed) }})
	}
	result, _, _ := p.Flow.Results.Shown()
	if result.Saved != "" {
		path := result.Saved
		actions = append(actions,
			history.Action{Label: phrase.Text("shell.do.workbook"), Do: func() { p.OpenInOther(path) }})
	} else if !result.Saving {
		actions = append(actions, history.Action{Label: phrase.Text("shell.do.saveagain"), Do: p.Flow.Results.SaveBeside})
	}
	p.view.ShowChosen(actions)
}

// Bottom has what can be done with the chosen run.
func (p *Past) Bottom() frame.State {
	line, ok := p.model.Chosen()
	if !ok {
		return frame.State{}
	}
	state := frame.State{Left: frame.Action{Label: phrase.Text("shell.do.delete"), Do: p.askToDelete}}
	result, _, _ := p.Flow.Results.Shown()
	switch {
	case p.trouble != nil:
		state.Hint = phrase.Explain(p.trouble).What
		return state
	case !p.chosenRead():
		state.Hint = phrase.Text("shell.hint.reading", "File", line.File)
		return state
	case result.SaveErr != nil:
		state.Hint = phrase.Explain(result.SaveErr).What
	}
	state.Primary = frame.Action{Label: phrase.Text("shell.do.results"), Do: p.showChosen}
	if next, ok := p.actions.next(); ok {
		state.Side, state.Primary = state.Primary, next
	}
	state.Explains = true
	return state
}

// showChosen shows the results of the chosen run.
func (p *Past) showChosen() {
	if p.trouble != nil {
		p.Complain(p.trouble)
		return
	}
	if p.chosenRead() {
		p.GoTo(frame.Past)
	}
}

// askToDelete asks before a run is forgotten.
func (p *Past) askToDelete() {
	line, ok := p.model.Chosen()
	if !ok {
		return
	}
	p.Dialog(widgets.Dialog{
		Title:    phrase.Text("shell.delete.title"),
		Text:     phrase.Text("shell.delete.text", "File", line.File, "When", line.When),
		Action:   phrase.Text("shell.do.delete"),
		OnAction: func() { p.delete(line.ID) },
	})
}

func (p *Past) delete(id string) {
	background.Start(p.Loop.Lane(), func(context.Context) (struct{}, error) { return struct{}{}, p.History.Delete(id) },
		func(_ struct{}, err error) {
			if err == nil {
				p.Flow.Results.Forget(id)
			}
			p.Complain(err)
			p.Load()
		})
}
