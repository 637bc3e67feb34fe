package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// resultsFlags say where the results workbook goes.
type resultsFlags struct {
	path  string
	force bool
}

func (f *resultsFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.path, "results", "", "`FILE.xlsx` for the results workbook (default: a new name beside the source)")
	cmd.Flags().BoolVar(&f.force, "force", false, "replace the file that --results names")
}

// check refuses, before anything is sent, a name that is taken or in a folder
// that does not exist. Errors are fault.Exists and fault.Usage.
func (f *resultsFlags) check() error {
	if f.path == "" {
		return nil
	}
	info, err := os.Lstat(f.path)
	switch {
	case err == nil && info.IsDir():
		return usage(f.path+" is a folder.", "Name a file in it.")
	case err == nil && !f.force:
		return &fault.Error{
			Kind: fault.Exists, What: f.path + " is there already. It was not changed, and nothing was sent.",
			Next: "Choose another name, or replace it with --force.",
		}
	}
	folder := filepath.Dir(f.path)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return usage("There is no folder "+folder+" for the results.", "Choose another name.")
	}
	return nil
}

// sparesList refuses, before anything is sent, to put the results in the place of
// the list itself, whatever --force says.
func (f *resultsFlags) sparesList(list string) error {
	if f.path == "" || !sameFile(f.path, list) {
		return nil
	}
	return usage(f.path+" is the list itself. It was not changed, and nothing was sent.", "Choose another name for the results.")
}

// sameFile says that two names stand for one file that is there.
func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

func newResults(c *command) *cobra.Command {
	var flags resultsFlags
	cmd := &cobra.Command{
		Use:   "results RUN",
		Short: "Write the results workbook of a run again",
		Args:  needs("run"),
		RunE:  func(_ *cobra.Command, args []string) error { return c.results(args[0], flags) },
	}
	flags.register(cmd)
	c.registerJSON(cmd)
	return cmd
}

func (c *command) results(id string, flags resultsFlags) error {
	r, err := c.load(id)
	if err != nil {
		return err
	}
	if err := flags.sparesList(r.Path); err != nil {
		return err
	}
	path, err := c.saveResults(r, flags)
	if err != nil {
		return err
	}
	return c.report(&r, adding(), path)
}

// saveResults writes the workbook and returns its absolute path, "" if it could
// not be written.
func (c *command) saveResults(r run.Run, flags resultsFlags) (string, error) {
	path, err := flags.path, error(nil)
	if path == "" {
		path, err = c.ResultsPath(r.Path, r.Started)
	} else {
		path, err = filepath.Abs(path)
	}
	if err != nil {
		return "", fmt.Errorf("name of the results workbook: %w", err)
	}
	err = c.SaveResults(path, r, flags.force && flags.path != "")
	if errors.Is(err, os.ErrExist) || fault.KindOf(err) == fault.Exists {
		return "", &fault.Error{
			Kind: fault.Exists, What: path + " is there already. It was not changed.",
			Next: "Choose another name, or replace it with --force.", Err: err,
		}
	}
	if err != nil {
		return "", err
	}
	return path, nil
}
