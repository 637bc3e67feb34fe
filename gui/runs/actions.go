package runs

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/frame"
	"numberloader/gui/results"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/gui/work"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// actions is what can be done with the run that is shown.
type actions struct {
	*stage

	adding *Adding
	// selected are the lines of the shown run that are selected, and that an action
	// acts on.
	selected func(run.Action) []int
	byDay    func() // shows which numbers of the open list wait, by their days
}

// dated reports whether the open list names the days on which its numbers take calls.
func (r *actions) dated() bool {
	table := r.Flow.File.Table()
	return table != nil && table.Has(number.FieldActivateOn)
}

// again does something with the run that is shown: in its organization, and after
// a question if something that is in use is changed.
func (r *actions) again(d run.Action) {
	result, past, ok := r.Flow.Results.Shown()
	switch {
	case !ok || r.Flow.Work.Busy():
		return
	case d == run.ActionActivate && !past && r.dated():
		r.byDay()
		return
	}
	o := result.Run.Organization
	r.SignIn.Within(o, func() {
		q, ask := deedQuestion(d, result.Chances[d], result.Chances[run.ActionSettle], o)
		if !ask {
			r.do(d)
			return
		}
		r.Dialog(widgets.Dialog{Title: q.Title, Text: q.Text, Action: q.Action, OnAction: func() { r.do(d) }})
	})
}

// activate activates lines of the run that is shown, after a question.
func (r *actions) activate(lines []int) {
	result, past, ok := r.Flow.Results.Shown()
	if !ok || r.Flow.Work.Busy() {
		return
	}
	o, by := result.Run.Organization, way{frame.Again, frame.Past, frame.Past}
	if !past {
		by.refused = frame.Results
	}
	var do func()
	do = func() {
		r.Flow.ActivateLines(lines)
		r.adding.follow(do, by)
	}
	r.SignIn.Within(o, func() {
		q, _ := deedQuestion(run.ActionActivate, len(lines), 0, o)
		r.Dialog(widgets.Dialog{Title: q.Title, Text: q.Text, Action: q.Action, OnAction: do})
	})
}

// do does it and shows the progress.
func (r *actions) do(d run.Action) {
	_, past, _ := r.Flow.Results.Shown()
	again := func() { r.do(d) }
	r.Flow.Work.Again(d)
	if past {
		r.adding.follow(again, way{frame.Again, frame.Past, frame.Past})
	} else {
		r.adding.follow(again, way{frame.Add, frame.Results, frame.Results})
	}
}

// deeds are what can be done with the run that is shown, as labels in the order
// in which they stand; the one that is done next aside.
func (r *actions) deeds() []labeled {
	result, _, ok := r.Flow.Results.Shown()
	if !ok {
		return nil
	}
	next, some := result.Next()
	undoing := result.Run.Undoing()
	var all []labeled
	for _, d := range []run.Action{run.ActionUndo, run.ActionActivate, run.ActionSettle, run.ActionRetry, run.ActionResume} {
		n := result.Chances[d]
		if n > 0 && (!some || d != next) && !misleads(d, result.Chances) {
			all = append(all, labeled{d, deedLabel(d, n, undoing)})
		}
	}
	return all
}

// misleads reports whether a deed would do something else than its label says: retrying
// also sends what was not sent yet, and resuming only settles if there is nothing
// of that.
func misleads(d run.Action, chances map[run.Action]int) bool {
	unsent := chances[run.ActionResume] > chances[run.ActionSettle]
	return d == run.ActionRetry && unsent || d == run.ActionResume && !unsent
}

// labeled is a deed and its label.
type labeled struct {
	deed  run.Action
	label string
}

// next is what is most likely done next with the run that is shown, as a button;
// ok is false if nothing is left open.
func (r *actions) next() (button frame.Action, ok bool) {
	result, _, _ := r.Flow.Results.Shown()
	d, ok := result.Next()
	if !ok {
		return frame.Action{}, false
	}
	label := deedLabel(d, result.Chances[d], result.Run.Undoing())
	if r.At() == frame.History {
		label = pastLabel(d, &result)
	}
	return frame.Action{Label: label, Do: func() { r.again(d) }}, true
}

// pastLabel is the label of a deed where its run is one of several.
func pastLabel(d run.Action, result *work.Result) string {
	if d == run.ActionResume {
		return phrase.Text("shell.run.resume.past", "Count", result.Chances[d])
	}
	return deedLabel(d, result.Chances[d], result.Run.Undoing())
}

// resultActions are the deeds as buttons above the rows of a result. That for the
// selected rows takes the place of the one for all.
func (r *actions) resultActions() []results.Action {
	var all []results.Action
	selected := r.selected(run.ActionActivate)
	for _, l := range r.deeds() {
		if l.deed == run.ActionActivate && len(selected) > 0 {
			continue
		}
		var icon fyne.Resource
		if l.deed == run.ActionUndo {
			icon = theme.Colored(fynetheme.ContentUndoIcon(), theme.ColorText)
		}
		all = append(all, results.Action{
			Label: l.label, Icon: icon, Quiet: l.deed == run.ActionUndo, Do: func() { r.again(l.deed) },
		})
	}
	if len(selected) > 0 {
		label := phrase.Text("shell.run.activate.selected", "Count", len(selected))
		all = append(all, results.Action{Label: label, Do: func() { r.activate(selected) }})
	}
	if r.At() == frame.Results && r.Ready(frame.Compare) {
		all = append(all, results.Action{Label: phrase.Text("shell.do.compare"), Quiet: true, Spare: true, Do: r.Compare})
	}
	if _, some := r.next(); some && r.editable() {
		all = append(all, results.Action{Label: phrase.Text("shell.do.edit"), Do: r.Behind})
	}
	return all
}

// editable reports whether rows of the result were not sent and can be corrected in Review.
func (r *actions) editable() bool {
	result, past, ok := r.Flow.Results.Shown()
	return ok && !past && r.Ready(frame.Review) && result.Counts[run.NotSent] > 0
}
