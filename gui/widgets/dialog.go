package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/internal/phrase"
)

// dialogRoom is the room around the content of a dialog.
const dialogRoom float32 = 24

// Dialog is a question over the window. Its text says what happens; the button
// of the action says it again with a verb. Cancel has the keyboard at first and
// Escape presses it. There are never two dialogs at once.
type Dialog struct {
	Title  string
	Text   string
	Body   fyne.CanvasObject // below Text; may be nil
	Cancel string            // "Cancel" if empty
	// Action is the label of the button that does it, "" for a message that is
	// only read.
	Action   string
	OnAction func()
	OnCancel func() // may be nil
	// Other is the label of a button for something else that can be done, "" for none.
	Other   string
	OnOther func()
}

// Show shows the dialog on a canvas.
func (d Dialog) Show(on fyne.Canvas) {
	if d.Cancel == "" {
		d.Cancel = phrase.Text("words.cancel")
	}
	var popUp *widget.PopUp
	typed := on.OnTypedKey()
	hide := func() {
		popUp.Hide()
		on.SetOnTypedKey(typed)
	}
	cancel := NewButton(d.Cancel, Usual, func() { answer(hide, d.OnCancel) })
	cancel.OnEscape = cancel.OnTapped
	buttons := []fyne.CanvasObject{cancel}
	add := func(label string, rank Rank, do func()) {
		if label == "" {
			return
		}
		button := NewButton(label, rank, func() { answer(hide, do) })
		button.OnEscape = cancel.OnTapped
		buttons = append(buttons, button)
	}
	add(d.Other, Usual, d.OnOther)
	add(d.Action, Primary, d.OnAction)
	parts := []fyne.CanvasObject{draw.NewParagraph(d.Title, draw.Heading)}
	if d.Text != "" {
		parts = append(parts, layout.Space(0, 8), draw.NewParagraph(d.Text, draw.Body))
	}
	if d.Body != nil {
		parts = append(parts, layout.Space(0, 12), d.Body)
	}
	content := layout.Page(layout.Inset(dialogRoom, dialogRoom, 0, dialogRoom, layout.VStack(0, parts...)))
	bottom := layout.Inset(20, dialogRoom, dialogRoom, dialogRoom, layout.Wrapped(draw.AlignEnd, theme.Gap, theme.Gap, buttons...))
	popUp = widget.NewModalPopUp(container.New(dialogPlace{on}, content, bottom), on)
	on.SetOnTypedKey(func(key *fyne.KeyEvent) {
		if key.Name == fyne.KeyEscape {
			cancel.OnTapped()
		}
	})
	popUp.Show()
	on.Focus(cancel)
}

func answer(hide, do func()) {
	hide()
	if do != nil {
		do()
	}
}

// dialogPlace is as wide as a dialog, which grows with the text, and as high as what it
// holds, but no larger than the window; then what stands above the buttons scrolls.
type dialogPlace struct{ on fyne.Canvas }

func (l dialogPlace) MinSize(objects []fyne.CanvasObject) fyne.Size {
	most := l.on.Size().SubtractWidthHeight(2*sheetRoom, 2*sheetRoom)
	width := min(theme.DialogWidth*draw.Scale(), most.Width)
	return fyne.NewSize(width, min(layout.PageHeight(objects[0], width)+layout.HeightLater(objects[1], width), most.Height))
}

func (dialogPlace) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	below := layout.HeightAt(objects[1], size.Width)
	layout.Put(objects[0], fyne.Position{}, fyne.NewSize(size.Width, size.Height-below))
	layout.Put(objects[1], fyne.NewPos(0, size.Height-below), fyne.NewSize(size.Width, below))
}
