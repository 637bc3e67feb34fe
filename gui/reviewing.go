package gui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"numberloader/gui/background"
	"numberloader/gui/connection"
	"numberloader/gui/decisions"
	"numberloader/gui/review"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
)

// deciding is what the Review screen needs of the flow.
type deciding struct {
	*decisions.Decisions
	*decisions.Judging
	*connection.Survey
}

// newReview makes the Review screen.
func (w *Window) newReview() *review.Screen {
	arranging := w.loop.Lane()
	return review.New(review.Config{
		Canvas: w.window.Canvas(), Work: deciding{w.flow.Decisions, w.flow.Judging, w.flow.Survey}, Steps: w.flow.Decisions, Widths: columnWidths{w.app.Preferences()},
		Background: func(work, done func()) {
			background.Start(arranging, func(context.Context) (struct{}, error) {
				work()
				return struct{}{}, nil
			}, func(struct{}, error) { done() })
		},
		Copy: w.copy, Modifiers: w.modifiers, OnExport: w.exportProblems,
	})
}

// reviewing says whether Review is shown from now on. What it shows when it is left
// is what can be added.
func (w *Window) reviewing(shown bool) {
	switch {
	case shown:
		w.flow.Reviewing()
	case w.current == screenReview:
		w.flow.Reviewed()
	}
}

// modifiers are the modifier keys that are held now.
func (w *Window) modifiers() fyne.KeyModifier {
	if driver, ok := w.app.Driver().(desktop.Driver); ok {
		return driver.CurrentKeyModifiers()
	}
	return 0
}

// typedKey takes a key while nothing has the keyboard.
func (w *Window) typedKey(key *fyne.KeyEvent) {
	if w.current == screenReview && !w.offering() {
		w.review.TypedKey(key)
	}
}

// refreshReview brings the rows up to date: all of them, or those that changed.
func (w *Window) refreshReview() {
	if now := w.flow.Judging.Judgement(); now != w.judged {
		before := w.judged
		w.judged = now
		if changed, ok := w.flow.Judging.Since(before); ok {
			w.review.Change(w.flow.Judging.Rows(), w.flow.Judging.Requests(), w.flow.Judging.Limits(), changed)
		} else {
			w.review.Update(w.flow.Judging.Rows(), w.flow.Judging.Requests(), w.flow.Judging.Limits())
		}
	}
	w.review.Refresh()
	w.review.Remark(w.reviewRemark())
	w.refreshOffer()
}

// reviewRemark is what the window has to say about the rows.
func (w *Window) reviewRemark() string {
	_, connected := w.flow.Connection.Account()
	switch {
	case !w.flow.Questions.Settled():
		return ""
	case w.flow.Decisions.KeepTrouble() != nil:
		return "What you change here counts until the program ends, but it could not be written to this computer."
	case !connected && !w.flow.Connection.Connecting():
		return "No organization is connected. What Webex has already, and its locations, are checked before anything is added."
	}
	return ""
}

// exportProblems lets the user save the rows with a problem as a workbook.
func (w *Window) exportProblems() {
	table := w.flow.File.Table()
	if table == nil || w.review.Problems() == 0 {
		return
	}
	var rows []number.Row // the others may change while they are written
	for _, r := range w.flow.Judging.Rows() {
		if r.Level == number.LevelProblem {
			rows = append(rows, r)
		}
	}
	w.save(w.program.ProblemsName(table.Path), func(path string, replace bool) error {
		return w.program.SaveProblems(path, table, rows, replace)
	}, func(path string) {
		w.dialog(widgets.Dialog{
			Title: "The rows were saved", Text: "Each one stands with its cell, the reason and, where there is one, a suggestion.",
			Cancel: "Close", Action: "Open it now",
			OnAction: func() { w.inBackground(func() error { return w.program.OpenInOther(path) }) },
		})
	})
}
