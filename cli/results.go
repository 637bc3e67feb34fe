package cli

import (
	"errors"
	"fmt"
	"math"
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
	r, err := c.History.Load(id)
	if err != nil {
		return err
	}
	path, err := c.saveResults(r, flags)
	if err != nil {
		return err
	}
	for i := range r.Lines {
		if !c.json {
			break
		}
		if err := c.printJSON(outcomeOf(&r.Lines[i])); err != nil {
			return err
		}
	}
	return c.printRun(&r, path)
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

// outcomeLine is a row of "submit --json".
type outcomeLine struct {
	Row        int    `json:"row"`
	Cell       string `json:"cell"`
	Number     string `json:"number"`
	Outcome    string `json:"outcome"`
	HTTPStatus int    `json:"http_status"`
	ErrorCode  string `json:"error_code"`
	Reason     string `json:"reason"`
	TrackingID string `json:"tracking_id"`
	Request    int    `json:"request"`
	Hidden     bool   `json:"hidden,omitempty"`
}

func outcomeOf(line *run.Line) outcomeLine {
	return outcomeLine{
		Row: line.Row.Line, Cell: line.Row.Cell, Number: line.Row.Number.String(),
		Outcome: line.Result.Outcome.String(), HTTPStatus: line.Result.HTTPStatus, ErrorCode: line.Result.ErrorCode,
		Reason: line.Result.Reason, TrackingID: line.Result.TrackingID, Request: line.Request, Hidden: line.Row.Hidden,
	}
}

// runSummary is the last line of "submit --json".
type runSummary struct {
	Summary bool   `json:"summary"`
	Run     string `json:"run"`
	outcomeCounts
	Requests int     `json:"requests"`
	Results  string  `json:"results"`
	Seconds  float64 `json:"seconds"`
}

// outcomeCounts says how many rows have each outcome.
type outcomeCounts struct {
	Added        int `json:"added"`
	AlreadyThere int `json:"already_there"`
	Refused      int `json:"refused"`
	NotSent      int `json:"not_sent"`
	NotKnown     int `json:"not_known"`
}

func countsOf(counts run.Counts) outcomeCounts {
	return outcomeCounts{
		Added: counts[run.Added], AlreadyThere: counts[run.AlreadyThere], Refused: counts[run.Refused],
		NotSent: counts[run.NotSent], NotKnown: counts[run.NotKnown],
	}
}

// printRun prints the end of a run: in JSON its summary, since its rows are
// printed by then.
func (c *command) printRun(r *run.Run, workbook string) error {
	if !c.json {
		return c.printOutcomes(r, workbook)
	}
	seconds := 0.0
	if r.Ended.After(r.Started) {
		seconds = math.Round(r.Ended.Sub(r.Started).Seconds()*10) / 10
	}
	return c.printJSON(runSummary{
		Summary: true, Run: r.ID, outcomeCounts: countsOf(run.Count(r.Lines)),
		Requests: len(r.Requests), Results: workbook, Seconds: seconds,
	})
}
