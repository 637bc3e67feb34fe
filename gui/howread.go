package gui

import (
	"numberloader/gui/file"
	"numberloader/gui/frame"
	"numberloader/gui/reading"
	"numberloader/internal/phrase"
)

// howRead is the page that asks how the open file is read. What is chosen there is
// tried, and taken or dropped as a whole.
type howRead struct {
	*shell

	trial *file.Trial // nil while the page is not shown
	page  *reading.Page
	from  frame.Screen // where it was asked for
}

// open asks how the open file is to be read.
func (h *howRead) open() {
	if h.flow.Work.Busy() || h.trial != nil {
		return
	}
	trial := h.flow.Questions.Try()
	if trial == nil {
		return
	}
	h.trial, h.from = trial, h.At()
	h.page = reading.New(reading.Config{
		Canvas: h.Canvas(), Trial: trial, Locations: h.flow.Survey.Locations(),
		Remembering: h.flow.Questions.Remembering, SetRemembering: h.flow.Questions.SetRemembering, OnChanged: h.Refresh,
	})
	h.GoTo(frame.HowRead)
}

// leave drops what was tried.
func (h *howRead) leave() {
	if h.trial != nil {
		h.trial.Drop()
		h.trial, h.page = nil, nil
	}
}

// take reads the file as it was tried.
func (h *howRead) take() {
	trial := h.trial
	h.trial, h.page = nil, nil
	h.GoTo(h.from)
	h.flow.Questions.Take(trial)
	if !h.flow.Questions.Settled() {
		h.GoTo(frame.Open)
	}
}

// update brings the page up to date.
func (h *howRead) update() {
	if h.page != nil {
		h.page.Refresh()
	}
}

func (h *howRead) bottom() frame.State {
	label, reason, hint := h.page.Button()
	if reason != "" {
		hint = reason
	}
	return frame.State{
		Left: frame.Action{Label: phrase.Text("words.cancel"), Do: func() { h.GoTo(h.from) }, Leaves: true}, Hint: hint,
		Primary: frame.Action{Label: label, Do: h.take, Off: reason != ""},
	}
}
