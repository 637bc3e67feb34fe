package gui

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/draw"
	"numberloader/gui/flow"
	"numberloader/gui/frame"
	"numberloader/gui/layout"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
	rules "numberloader/internal/review"
)

// returnedShown is how many corrected cells the question shows.
const returnedShown = 5

// returned asks what becomes of problem rows of the open list that came back.
func (r *reviewing) returned(back flow.Returned) {
	file, rows := r.flow.File.Name(), len(back.Changes)
	asList := phrase.Text("shell.returned.aslist")
	question := widgets.Dialog{
		Title: phrase.Text("shell.returned.title", "Count", rows, "File", file), Text: phrase.Text("shell.returned.text", "File", file),
		Body: layout.VStack(8, returnedBody(&back.Corrections, file)...), Other: asList, OnOther: back.AsList,
		Action: phrase.Text("shell.returned.take"), OnAction: func() {
			back.TakeOver()
			r.GoTo(frame.Review)
		},
	}
	if rows == 0 {
		question.Title, question.Text = phrase.Text("shell.returned.nothing", "File", file), phrase.Text("shell.returned.kept", "File", file)
		question.Action, question.OnAction, question.Other = asList, back.AsList, ""
	}
	r.Dialog(question)
}

// returnedBody shows the first corrections, and says what is not taken over.
func returnedBody(c *rules.Corrections, file string) []fyne.CanvasObject {
	var body []fyne.CanvasObject
	say := func(text string) { body = append(body, draw.NewParagraph(text, draw.Body)) }
	for _, v := range c.Values[:min(len(c.Values), returnedShown)] {
		say(correction(v))
	}
	if more := len(c.Values) - returnedShown; more > 0 {
		say(phrase.Text("shell.returned.more", "Count", more))
	}
	if c.Edited > 0 {
		say(phrase.Text("shell.returned.edited", "Count", c.Edited))
	}
	if n := len(c.Untaken); n > 0 {
		say(phrase.Text("shell.returned.untaken", "Count", n, "Cell", c.Untaken[0].Cell, "Column", c.Untaken[0].Heading))
	}
	for _, left := range []struct {
		key   string
		cells []string
	}{
		{"shell.returned.unclear", c.Unclear},
		{"shell.returned.emptied", c.Emptied},
		{"shell.returned.strange", c.Strange},
		{"shell.returned.absent", c.Absent},
	} {
		if n := len(left.cells); n > 0 {
			say(phrase.Text(left.key, "Count", n, "Cell", left.cells[0], "File", file))
		}
	}
	return body
}

// correction says what one cell said, and what it says now.
func correction(v rules.Correction) string {
	switch {
	case v.Was == "":
		return phrase.Text("shell.returned.filled", "Cell", v.Cell, "Is", v.Is)
	case v.Is == "":
		return phrase.Text("shell.returned.cleared", "Cell", v.Cell, "Was", v.Was)
	}
	return phrase.Text("shell.returned.value", "Cell", v.Cell, "Was", v.Was, "Is", v.Is)
}
