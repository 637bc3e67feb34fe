// Package console is where the verbs of the command line ask and print: text for a person,
// or JSON lines, with the exit statuses of the program.
package console

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/schollz/progressbar/v3"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// Streams are where the verbs ask and print. Every field is required.
type Streams struct {
	Stdin          io.Reader // answers
	Stdout, Stderr io.Writer // results, and all that is said of them
	// StdinTerminal says that somebody can answer a question, StderrTerminal
	// that a progress bar can be shown.
	StdinTerminal, StderrTerminal bool
	// ReadSecret reads a line from the terminal without showing it. When ctx ends
	// first it leaves the terminal as it was, and returns the context's error.
	ReadSecret func(ctx context.Context) (string, error)
}

// Console is where a verb asks and prints: text, or JSON lines.
type Console struct {
	streams Streams
	in      *bufio.Reader // Stdin, for all who read from it
	JSON    bool          // JSON lines instead of text
}

// New is where a verb asks and prints.
func New(io Streams) *Console { return &Console{streams: io, in: bufio.NewReader(io.Stdin)} }

// Confirm asks a question that only yes answers. The error is fault.Stopped for
// any other answer, and when ctx ends while it waits.
func (k *Console) Confirm(ctx context.Context, question string) error {
	answer, err := k.Answer(ctx, phrase.Text("cli.confirm.question", "Question", question))
	if err == nil && slices.Contains(strings.Fields(phrase.Text("cli.confirm.words")), strings.ToLower(answer)) {
		return nil
	}
	return &fault.Error{Kind: fault.Stopped, What: fault.Say("cli.confirm.stopped")}
}

// Answer asks for a line of standard input. The end of the input is a blank one.
// The error is that of ctx when that ends while it waits.
func (k *Console) Answer(ctx context.Context, question string) (string, error) {
	_, _ = fmt.Fprint(k.streams.Stderr, printable(question))
	answer := make(chan string, 1)
	go func() {
		line, _ := k.in.ReadString('\n')
		answer <- line
	}()
	select {
	case <-ctx.Done():
		k.Tell(" ")
		return "", ctx.Err() //nolint:wrapcheck // the caller's own
	case line := <-answer:
		return strings.TrimSpace(line), nil
	}
}

// Secret asks for something that is never shown.
func (k *Console) Secret(ctx context.Context, question string) (string, error) {
	prompt := k.Prompt(question)
	if !k.streams.StdinTerminal {
		return k.Answer(ctx, prompt)
	}
	_, _ = fmt.Fprint(k.streams.Stderr, prompt)
	secret, err := k.streams.ReadSecret(ctx)
	k.Tell(" ") // the line break was not shown either
	return strings.TrimSpace(secret), err
}

// Prompt is a question where somebody can read it.
func (k *Console) Prompt(question string) string {
	if k.streams.StdinTerminal {
		return question
	}
	return ""
}

// Password reads the first line of a file, or of standard input for "-".
func (k *Console) Password(file string) (string, error) {
	if file == "" {
		return "", nil
	}
	var text string
	if file == "-" {
		// Text before the end of the input counts as a line.
		text, _ = k.in.ReadString('\n')
	} else {
		whole, err := os.ReadFile(file) //nolint:gosec // the user names the file
		if err != nil {
			return "", Unreadable(phrase.Text("cli.password"), err)
		}
		text = string(whole)
	}
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSuffix(line, "\r"), nil
}

// Unreadable says that a file that a flag names can't be read.
func Unreadable(what string, err error) error {
	return &fault.Error{Kind: fault.FileMissing, What: fault.Quote(what), Next: fault.Say("cli.unreadable_next"), Err: err}
}

// Bar is a progress bar on standard error, where that is a terminal. It has no
// colors.
func (k *Console) Bar(description string, steps int) *progressbar.ProgressBar {
	return progressbar.NewOptions(steps,
		progressbar.OptionSetWriter(k.streams.Stderr),
		progressbar.OptionSetVisibility(k.streams.StderrTerminal),
		progressbar.OptionSetDescription(description),
		progressbar.OptionSetWidth(30),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(),
	)
}

// Usage is wrong usage, or a question without an answer.
func Usage(what, next string) error {
	return &fault.Error{Kind: fault.Usage, What: fault.Quote(what), Next: fault.Quote(next)}
}
