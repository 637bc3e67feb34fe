package cli

import (
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"numberloader/cli/console"
	"numberloader/cli/outcomes"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// resultsFlags say where the results workbook goes.
type resultsFlags struct {
	path  string
	force bool
}

func (f *resultsFlags) register(cmd *cobra.Command) { f.registerFor(cmd, "cli.flag.results") }

// registerFor has the flags of another workbook, with a message about it.
func (f *resultsFlags) registerFor(cmd *cobra.Command, message string) {
	cmd.Flags().StringVar(&f.path, "results", "", phrase.Text(message))
	cmd.Flags().BoolVar(&f.force, "force", false, phrase.Text("cli.flag.force"))
}

func newResults(c *command) *cobra.Command {
	var flags resultsFlags
	cmd := &cobra.Command{
		Use:   takes("results", phrase.Text("cli.argument.run")),
		Short: phrase.Text("cli.results.short"),
		Args:  needs("cli.needs.run"),
		RunE:  func(_ *cobra.Command, args []string) error { return c.results(args[0], flags) },
	}
	flags.register(cmd)
	registerJSON(c.Console, cmd)
	return cmd
}

func (c *command) results(id string, flags resultsFlags) error {
	r, err := c.load(id)
	if err != nil {
		return err
	}
	c.Explain(r.Damaged())
	path, err := c.saveResults(&r, flags)
	if err != nil {
		return err
	}
	reportRun(c.Console, &r, outcomes.Adding(), path)
	return nil
}

// workbooks saves the results of runs.
type workbooks struct {
	program *Program
	*console.Console
}

// resultsPath is the absolute path of the workbook of a run: what the flags say, or
// a new name beside the source.
func (w *workbooks) resultsPath(source string, started time.Time, flags resultsFlags) (string, error) {
	if flags.path == "" {
		return w.program.ResultsPath(source, started)
	}
	path, err := filepath.Abs(flags.path)
	if err != nil {
		return "", fmt.Errorf("name of the results workbook: %w", err)
	}
	return path, nil
}

// tryResults proves, before anything is sent, that the workbook can be saved where
// it is to go. Errors are fault.Usage and fault.Exists.
func (w *workbooks) tryResults(source string, started time.Time, flags resultsFlags) error {
	path, err := w.resultsPath(source, started, flags)
	if err == nil {
		err = w.program.TryResults(source, path, flags.force)
	}
	if err == nil {
		return nil
	}
	kind, message := fault.KindOf(err), phrase.Explain(orForce(err))
	if kind != fault.Exists {
		kind = fault.Usage
	}
	return &fault.Error{
		Kind: kind, What: fault.Quote(message.What), More: fault.Say("words.nothingsent"),
		Next: fault.Quote(message.Next), Details: message.Details,
	}
}

// orForce adds advice about --force to an error that says only that the file already
// exists.
func orForce(err error) error {
	message := phrase.Explain(err)
	if fault.KindOf(err) != fault.Exists || message.Next != phrase.Explain(&fault.Error{Kind: fault.Exists}).Next {
		return err
	}
	return &fault.Error{Kind: fault.Exists, What: fault.Quote(message.What), Next: fault.Say("cli.results.orforce")}
}

// saveResults writes the workbook and returns its absolute path, "" if it could
// not be written.
func (w *workbooks) saveResults(r *run.Run, flags resultsFlags) (string, error) {
	path, err := w.resultsPath(r.Path, r.Started, flags)
	if err == nil {
		err = w.program.SaveResults(path, *r, flags.force && flags.path != "")
	}
	if err != nil {
		return "", orForce(err)
	}
	return path, nil
}

// keepResults writes the workbook of a run that has changed numbers. Where it can't
// be saved under the name that was asked for, it gets one beside the source; the
// error names the verb that writes it again.
func (w *workbooks) keepResults(r *run.Run, flags resultsFlags) (string, error) {
	path, err := w.saveResults(r, flags)
	if err != nil && flags.path != "" {
		asked := err
		if path, err = w.saveResults(r, resultsFlags{}); err == nil {
			w.Tell(phrase.Explain(asked).What)
			w.Tell(phrase.Text("cli.results.instead", "Path", path))
		}
	}
	if err == nil {
		return path, nil
	}
	message := phrase.Explain(err)
	return "", &fault.Error{
		Kind: fault.SaveFailed, What: fault.Quote(message.What), Details: message.Details,
		Next: fault.Say("cli.results.again", "Run", r.ID),
	}
}
