// Package cli is the command line: the verbs, their flags, and what they print.
// It holds no logic of its own: internal/program hands it a Program, and the rules are those
// of number, review, plan and run. It imports neither the window nor the service
// nor the importer. docs/command-line.md is its contract.
package cli

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"numberloader/internal/fault"
)

// Wanted says whether the arguments are meant for the command line. They are
// files for the window if there are none, or if the first is no verb, and is a
// file or looks like one: the window then says that the file is missing.
func Wanted(args []string) bool {
	if len(args) == 0 {
		return false
	}
	for _, verb := range newRoot(&command{}).Commands() {
		if verb.Name() == args[0] {
			return true
		}
	}
	if strings.HasPrefix(args[0], "-") {
		return true
	}
	_, err := os.Stat(args[0])
	return err != nil && !looksLikeFile(args[0])
}

// looksLikeFile says that a word has a folder in front or an extension behind.
func looksLikeFile(word string) bool {
	return filepath.Base(word) != word || filepath.Ext(word) != ""
}

// Run carries out the verb in args and returns the exit status of the program.
// When ctx ends it stops as the window's Stop does.
func Run(ctx context.Context, args []string, p Program) int {
	c := &command{Program: p, in: bufio.NewReader(p.Stdin)}
	root := newRoot(c) //nolint:contextcheck // cobra hands the context to the verbs
	root.SetArgs(args)
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	err := root.ExecuteContext(ctx)
	c.explain(err)
	return statusOf(err)
}

// command is a program that carries out one verb.
type command struct {
	Program
	in   *bufio.Reader // Stdin, for all who read from it
	json bool          // JSON lines instead of text
}

// about is the help of the program.
const about = `Number Loader adds the phone numbers of a spreadsheet to Webex Calling.
Without a verb, or with files alone, it opens its window.

Exit status:
  0    all good
  1    some rows have problems, were refused or are not known; or there was nothing to send
  2    wrong usage, or a question that needs an answer
  3    the file can't be read
  4    not signed in, or not allowed
  5    Webex could not be reached or kept failing
  130  stopped

Environment:
  WEBEX_ACCESS_TOKEN    access token; otherwise the sign-in in the keychain
  NUMBERLOADER_API_URL  address of the service
  NUMBERLOADER_HOME     folder for journal, history, settings and logs`

func newRoot(c *command) *cobra.Command {
	root := &cobra.Command{
		Use:               "numberloader",
		Short:             "Add the phone numbers of a spreadsheet to Webex Calling",
		Long:              about,
		Version:           c.Version,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		Args:              noSuchVerb,
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate("Number Loader {{.Version}}\n")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		// The words of strconv behind it help nobody.
		what, _, _ := strings.Cut(err.Error(), ": strconv")
		return misused(cmd, what)
	})
	root.AddCommand(
		newCheck(c), newSubmit(c), newLocations(c), newHistory(c),
		newEarlier(c, resume()), newEarlier(c, undo()), newEarlier(c, activate()),
		newResults(c), newTemplate(c), newSignIn(c), newSignOut(c),
	)
	return root
}

func noSuchVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return misused(cmd, fmt.Sprintf("there is no verb or file %q", args[0]))
}

// needs checks that a verb has its one argument.
func needs(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misused(cmd, fmt.Sprintf("%s needs one %s", cmd.Name(), what))
		}
		return nil
	}
}

func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misused(cmd, cmd.Name()+" takes no file or other argument")
	}
	return nil
}

// misused is wrong usage of a verb; what is a sentence without its frame.
func misused(cmd *cobra.Command, what string) error {
	return usage(strings.ToUpper(what[:1])+what[1:]+".", "See "+cmd.CommandPath()+" --help.")
}

// usage is wrong usage, or a question without an answer.
func usage(what, next string) error {
	return &fault.Error{Kind: fault.Usage, What: what, Next: next}
}
