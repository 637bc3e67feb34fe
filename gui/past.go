package gui

import (
	"context"

	"numberloader/gui/background"
	"numberloader/gui/frame"
	"numberloader/gui/history"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// past is the History screen.
type past struct {
	*shell

	runs    *runs
	model   *history.Model
	view    *history.View
	reading *background.Latest
	trouble error  // why the chosen run could not be read
	wanted  string // ID of the run that is to be chosen when the runs are read, "" for none
}

func newPast(s *shell, runs *runs) *past {
	p := &past{shell: s, runs: runs, model: history.NewModel(s.program.Now), reading: s.loop.Latest()}
	p.view = history.NewView(p.model, history.Config{Choose: p.choose, Open: func(string) { p.showChosen() }, Copy: s.Copy})
	return p
}

// load reads the runs of this computer, and the chosen one.
func (p *past) load() {
	background.Replace(p.reading, func(context.Context) ([]run.Summary, error) { return p.program.History.List() },
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
func (p *past) see(id string) {
	p.wanted = id
	p.GoTo(frame.History)
}

// choose chooses a run and reads it, so that it is known what can be done with it.
func (p *past) choose(id string) {
	p.model.Choose(id)
	p.trouble = nil
	p.view.ShowChosen(nil)
	p.flow.Results.Show(id, func(err error) {
		p.trouble = err
		p.Refresh()
	})
	p.Refresh()
}

// chosenRead reports whether the chosen run was read.
func (p *past) chosenRead() bool {
	line, chosen := p.model.Chosen()
	result, _, shown := p.flow.Results.Shown()
	return chosen && shown && p.trouble == nil && result.Run.ID == line.ID
}

// update brings up to date what can be done with the chosen run.
func (p *past) update() {
	if p.At() != frame.History {
		return
	}
	if !p.chosenRead() {
		p.view.ShowChosen(nil)
		return
	}
	var actions []history.Action
	_, some := p.runs.next()
	for _, l := range p.runs.deeds() {
		if some && l.deed == run.ActionSettle {
			continue // what comes next begins with it
		}
		actions = append(actions, history.Action{Label: l.label, Do: func() { p.runs.again(l.deed) }})
	}
	result, _, _ := p.flow.Results.Shown()
	if result.Saved != "" {
		path := result.Saved
		actions = append(actions,
			history.Action{Label: phrase.Text("shell.do.workbook"), Do: func() { p.OpenInOther(path) }})
	} else if !result.Saving {
		actions = append(actions, history.Action{Label: phrase.Text("shell.do.saveagain"), Do: p.flow.Results.SaveBeside})
	}
	p.view.ShowChosen(actions)
}

func (p *past) bottom() frame.State {
	line, ok := p.model.Chosen()
	if !ok {
		return frame.State{}
	}
	state := frame.State{Left: frame.Action{Label: phrase.Text("shell.do.delete"), Do: p.askToDelete}}
	result, _, _ := p.flow.Results.Shown()
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
	if next, ok := p.runs.next(); ok {
		state.Side, state.Primary = state.Primary, next
	}
	state.Explains = true
	return state
}

// showChosen shows the results of the chosen run.
func (p *past) showChosen() {
	if p.trouble != nil {
		p.Complain(p.trouble)
		return
	}
	if p.chosenRead() {
		p.GoTo(frame.Past)
	}
}

// askToDelete asks before a run is forgotten.
func (p *past) askToDelete() {
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

func (p *past) delete(id string) {
	background.Start(p.loop.Lane(), func(context.Context) (struct{}, error) { return struct{}{}, p.program.History.Delete(id) },
		func(_ struct{}, err error) {
			if err == nil {
				p.flow.Results.Forget(id)
			}
			p.Complain(err)
			p.load()
		})
}
