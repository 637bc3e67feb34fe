package gui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"numberloader/gui/background"
	"numberloader/gui/review"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
)

// newReview makes the Review screen.
func (w *Window) newReview() *review.Screen {
	arranging := w.loop.Lane()
	return review.New(review.Config{
		Canvas: w.window.Canvas(), Work: w.job, Steps: w.job, Widths: columnWidths{w.app.Preferences()},
		Background: func(work, done func()) {
			background.Start(arranging, func(context.Context) (struct{}, error) {
				work()
				return struct{}{}, nil
			}, func(struct{}, error) { done() })
		},
		Copy: w.copy, Modifiers: w.modifiers, OnExport: w.exportProblems,
	})
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
	if now := w.job.Judgement(); now != w.judged {
		before := w.judged
		w.judged = now
		if changed, ok := w.job.Since(before); ok {
			w.review.Change(w.job.Rows(), w.job.Requests(), w.job.Limits(), changed)
		} else {
			w.review.Update(w.job.Rows(), w.job.Requests(), w.job.Limits())
		}
	}
	w.review.Refresh()
	w.review.Remark(w.reviewRemark())
	w.refreshOffer()
}

// reviewRemark is what the window has to say about the rows.
func (w *Window) reviewRemark() string {
	_, connected := w.job.Account()
	switch {
	case !w.job.Reviewed():
		return ""
	case w.job.KeepTrouble() != nil:
		return "What you change here counts until the program ends, but it could not be written to this computer."
	case !connected && !w.job.Connecting():
		return "No organization is connected. What Webex has already, and its locations, are checked before anything is added."
	}
	return ""
}

// exportProblems lets the user save the rows with a problem as a workbook.
func (w *Window) exportProblems() {
	table := w.job.Table()
	if table == nil || w.review.Problems() == 0 {
		return
	}
	var rows []number.Row // the others may change while they are written
	for _, r := range w.job.Rows() {
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
