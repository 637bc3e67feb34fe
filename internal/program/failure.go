package program

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"numberloader/internal/phrase"
	"numberloader/internal/platform"
	"numberloader/internal/platform/placement"
	"numberloader/internal/platform/start"
)

// say tells on standard error why the program can't start.
func say(err error) {
	message := phrase.Explain(err)
	fmt.Fprintln(os.Stderr, "numberloader:", message.What, message.Next)
	if message.Details != "" {
		fmt.Fprintln(os.Stderr, "Details:", message.Details)
	}
}

// show tells the same in a message of the system's, for people who started the
// program by a double-click, and waits until they have closed it. The error is
// platform.ErrNoDialog where the system has no such message.
func show(ctx context.Context, desktop *platform.Desktop, err error) error {
	message := phrase.Explain(err)
	return desktop.Complain(ctx, message.Title, textOf(message))
}

func textOf(message phrase.Message) string {
	said := []string{message.What, message.Next}
	if message.Details != "" {
		said = append(said, phrase.Text("program.details", "Details", message.Details))
	}
	return strings.Join(said, "\n\n")
}

// showAnyway tells why the program can't start also where the system has no message
// of its own: in a window, if one can be drawn.
func showAnyway(ctx context.Context, desktop *platform.Desktop, err error) {
	if !errors.Is(show(ctx, desktop, err), platform.ErrNoDialog) {
		return
	}
	if start.Drawable() != nil {
		return
	}
	a := app.New()
	w := failureWindow(a, phrase.Explain(err))
	if broken := caught(w.Show); broken != nil {
		return
	}
	if _, _, drawn := (placement.Desktop{}).Drawing(w); !drawn {
		return
	}
	context.AfterFunc(ctx, func() { fyne.Do(a.Quit) })
	a.Run()
}

// failureWindow is a window with a message and a button that closes it.
func failureWindow(a fyne.App, message phrase.Message) fyne.Window {
	const width, height = 520, 260
	w := a.NewWindow(phrase.Text("platform.title", "Title", message.Title))
	text := widget.NewLabel(textOf(message))
	text.Wrapping, text.Selectable = fyne.TextWrapWord, true
	closes := widget.NewButton(phrase.Text("words.close"), w.Close)
	w.SetContent(container.NewBorder(nil, container.NewHBox(closes), nil, nil, container.NewVScroll(text)))
	w.Resize(fyne.NewSize(width, height))
	return w
}
