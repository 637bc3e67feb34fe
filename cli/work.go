package cli

import (
	"errors"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"numberloader/cli/console"
	"numberloader/cli/outcomes"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// workFlags are the flags of the verbs that change numbers.
type workFlags struct {
	parallel int
	dryRun   bool
	yes      bool
	results  resultsFlags
}

func (f *workFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.IntVar(&f.parallel, "parallel", run.UsualParallel, phrase.Text("cli.flag.parallel", "Most", run.MostParallel))
	flags.BoolVar(&f.dryRun, "dry-run", false, phrase.Text("cli.flag.dryrun"))
	flags.BoolVar(&f.yes, "yes", false, phrase.Text("cli.flag.yes"))
	f.results.register(cmd)
}

// ready refuses what can't be carried out, before anything is read or sent.
// The error is fault.Usage.
func (c *command) ready(cmd *cobra.Command, f *workFlags) error {
	if f.parallel < 1 || f.parallel > run.MostParallel {
		return misused(cmd, phrase.Text("cli.parallel", "Most", run.MostParallel, "Given", strconv.Itoa(f.parallel)))
	}
	if !f.yes && !f.dryRun && !c.StdinTerminal {
		return console.Usage(phrase.Text("cli.noterminal"), phrase.Text("cli.noterminal_next"))
	}
	return nil
}

// carry does the work of a task, writes the workbook and reports. What became of the
// numbers decides the exit status, and not who reads about it.
func (c *command) carry(t *outcomes.Task, progress *outcomes.Tracker, f *workFlags, do func(run.Work) (run.Run, error)) error {
	began := c.Now()
	ended, stop := do(run.Work{Parallel: f.parallel, Progress: progress.Step})
	took := c.Now().Sub(began)
	progress.ClearBar()
	if ended.ID == "" {
		return stop
	}
	printed := progress.Finish(ended.Lines)
	workbook, saved := c.keepResults(&ended, f.results)
	c.Lost(errors.Join(printed, outcomes.Print(c.Console, &ended, t, workbook, took)))
	switch {
	case stop != nil:
		c.Explain(saved)
		return goOn(stop, &ended, t)
	case saved != nil:
		return saved
	case !t.Succeeded(&ended):
		return console.ErrProblems
	}
	return nil
}

// reportRun prints a run as it is: every row, and its end.
func reportRun(k *console.Console, r *run.Run, t *outcomes.Task, workbook string) {
	printed := outcomes.Track(k, r, t).Finish(r.Lines)
	k.Lost(errors.Join(printed, outcomes.Print(k, r, t, workbook, lasted(r))))
}

// lasted is how long a run took from its beginning to its end.
func lasted(r *run.Run) time.Duration { return max(0, r.Ended.Sub(r.Started)) }

// goOn is why work stopped, with how to go on with it.
func goOn(stop error, r *run.Run, t *outcomes.Task) error {
	message, kind := phrase.Explain(stop), fault.KindOf(stop)
	next := phrase.Text("cli.goon", "Verb", t.Verb, "Run", r.ID)
	if console.StatusOf(stop) == console.StatusStopped {
		kind = fault.Stopped
	} else {
		next = phrase.Sentences(message.Next, next)
	}
	return &fault.Error{Kind: kind, What: fault.Quote(message.What), Next: fault.Quote(next), Details: message.Details}
}
