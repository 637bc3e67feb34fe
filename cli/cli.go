// Package cli is the command line: the verbs, their flags, and what they print.
// It holds no logic of its own: internal/program hands it a Program, and the rules are those
// of number, review, plan and run. It imports neither the window nor the service
// nor the importer. docs/command-line.md is its contract.
package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"numberloader/cli/console"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// Wanted reports whether the arguments are meant for the command line. They are
// files for the window if there are none, or if the first is no verb, and is a
// file or looks like one: the window then says that the file is missing.
func Wanted(args []string) bool {
	if len(args) == 0 {
		return false
	}
	if len(asked(args)) == 1 || strings.HasPrefix(args[0], "-") {
		return true
	}
	_, err := os.Stat(args[0])
	return err != nil && !looksLikeFile(args[0])
}

// looksLikeFile reports whether a word has a folder in front or an extension behind.
func looksLikeFile(word string) bool {
	return filepath.Base(word) != word || filepath.Ext(word) != ""
}

// Run carries out the verb in args and returns the exit status of the program.
// When ctx ends it stops as the window's Stop does.
func Run(ctx context.Context, args []string, p Program) int {
	c := newCommand(p)
	root := newRoot(c, args)
	root.SetArgs(args)
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	err := fault.Catch(func() error { return root.ExecuteContext(ctx) })
	c.Explain(c.reported(err))
	return console.StatusOf(err)
}

// command is a program that carries out one verb.
type command struct {
	Program
	*console.Console
	*workbooks
}

func newCommand(p Program) *command {
	k := console.New(p.Streams)
	return &command{Program: p, Console: k, workbooks: &workbooks{&p, k}}
}

// about is the help of the program.
func about() string {
	statuses := console.InColumns([][]string{
		{"", "0", phrase.Text("cli.exit.good")},
		{"", "1", phrase.Text("cli.exit.problems")},
		{"", "2", phrase.Text("cli.exit.usage")},
		{"", "3", phrase.Text("cli.exit.unreadable")},
		{"", "4", phrase.Text("cli.exit.notallowed")},
		{"", "5", phrase.Text("cli.exit.failed")},
		{"", "130", phrase.Text("cli.exit.stopped")},
	})
	environment := console.InColumns([][]string{
		{"", "WEBEX_ACCESS_TOKEN", phrase.Text("cli.environment.token")},
		{"", "NUMBERLOADER_API_URL", phrase.Text("cli.environment.address")},
		{"", "NUMBERLOADER_HOME", phrase.Text("cli.environment.home")},
	})
	return strings.TrimSuffix(strings.Join([]string{
		phrase.Text("cli.about"),
		"",
		phrase.Text("cli.exit.heading"),
		statuses,
		phrase.Text("cli.environment.heading"),
		environment,
	}, "\n"), "\n")
}

// verb is a verb by its name.
type verb struct {
	name string
	make func(*command) *cobra.Command
}

// asked are the verbs that arguments can be about: one if they begin with its name. Only
// these are made, since the texts of all of them take longer than many a verb.
func asked(args []string) []verb {
	verbs := []verb{
		{"check", newCheck},
		{"submit", newSubmit},
		{"locations", newLocations},
		{"history", newHistory},
		{"resume", newResume},
		{"undo", newUndo},
		{"activate", newActivate},
		{"results", newResults},
		{"template", newTemplate},
		{"compare", newCompare},
		{"export", newExport},
		{"sign-in", newSignIn},
		{"sign-out", newSignOut},
	}
	for i := range verbs {
		if len(args) > 0 && args[0] == verbs[i].name {
			return verbs[i : i+1]
		}
	}
	return verbs
}

// newRoot is the program as far as the arguments are about it.
func newRoot(c *command, args []string) *cobra.Command {
	root := &cobra.Command{
		Use:               "numberloader",
		Version:           c.Version,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		Args:              noSuchVerb,
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate(phrase.Text("about.support.name", "Version", "{{.Version}}") + "\n")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		what := err.Error()
		if cause, ok := errors.AsType[*strconv.NumError](err); ok {
			what = strings.TrimSuffix(what, ": "+cause.Error()) // its words help nobody
		}
		return misused(cmd, phrase.Text("cli.flagfault", "Fault", what))
	})
	if slices.Equal(args, []string{"--version"}) {
		return root
	}
	root.Short, root.Long = phrase.Text("cli.short"), about()
	for _, v := range asked(args) {
		root.AddCommand(v.make(c))
	}
	return root
}

func noSuchVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return misused(cmd, phrase.Text("cli.noverb", "Word", strconv.Quote(args[0])))
}

// takes is how a verb with one argument is used.
func takes(verb, argument string) string { return verb + " " + argument }

// needs checks that a verb has its one argument. key is what is said otherwise.
func needs(key string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misused(cmd, phrase.Text(key, "Verb", cmd.Name()))
		}
		return nil
	}
}

func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misused(cmd, phrase.Text("cli.needs.nothing", "Verb", cmd.Name()))
	}
	return nil
}

// misused is wrong usage of a verb; what is a sentence that may begin with a small
// letter.
func misused(cmd *cobra.Command, what string) error {
	return console.Usage(strings.ToUpper(what[:1])+what[1:], seeHelp(cmd))
}

// seeHelp names the help of a verb.
func seeHelp(cmd *cobra.Command) string {
	return phrase.Text("cli.seehelp", "Command", cmd.CommandPath())
}

// reported is an error with the report that was kept of it in place of its stack, if it
// is a fault of the program.
func (c *command) reported(err error) error {
	caught, ok := errors.AsType[*fault.PanicError](err)
	if !ok {
		return err
	}
	told := &fault.Error{Kind: fault.Internal, Details: caught.Error(), Err: err}
	if report := c.KeepFault(caught); report != "" {
		told.Next = fault.Say("cli.reported", "File", report)
	}
	return told
}
