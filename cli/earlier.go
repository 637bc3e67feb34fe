package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"numberloader/cli/console"
	"numberloader/cli/options"
	"numberloader/cli/outcomes"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// earlier is a verb that works on an earlier run.
type earlier struct {
	*outcomes.Task

	short string
	do    func(Worker, context.Context, string, run.Work) (run.Run, error)
	// asks and asksUpTo are the keys of the question, about that many numbers or up to
	// so many.
	asks, asksUpTo string
	nothing        string // told where there is nothing to do
}

func resume() *earlier {
	return &earlier{
		Task: outcomes.Adding(), short: phrase.Text("cli.resume.short"), do: Worker.Resume,
		asks: "cli.resume.asks", asksUpTo: "cli.resume.asksupto", nothing: phrase.Text("cli.resume.nothing"),
	}
}

func undo() *earlier {
	return &earlier{
		Task: outcomes.Undoing(), short: phrase.Text("cli.undo.short"), do: Worker.Undo,
		asks: "cli.undo.asks", asksUpTo: "cli.undo.asksupto", nothing: phrase.Text("cli.undo.nothing"),
	}
}

func activate() *earlier {
	return &earlier{
		Task: outcomes.Activating(), short: phrase.Text("cli.activate.short"), do: Worker.Activate,
		asks: "cli.activate.asks", asksUpTo: "cli.activate.asksupto", nothing: phrase.Text("cli.activate.nothing"),
	}
}

// question asks whether to go on, naming the organization and how many numbers are
// affected. Unknown outcomes are looked up first, so there may turn out to be fewer.
func (v *earlier) question(r *run.Run) string {
	organization, parts := phrase.Organization(r.Organization), v.Counts(r)
	n, unknown := parts[run.PartAct]+parts[run.PartPerhaps], parts[run.PartSettle]+parts[run.PartPerhaps]
	switch {
	case unknown == 0:
		return phrase.Text(v.asks, "Count", n, "Organization", organization)
	case n == 0:
		return phrase.Text("cli.settle.asks", "Count", unknown, "Organization", organization)
	}
	return phrase.Sentences(
		phrase.Text("cli.settle.before", "Count", unknown),
		phrase.Text(v.asksUpTo, "Count", n, "Organization", organization),
	)
}

func newResume(c *command) *cobra.Command { return newEarlier(c, resume()) }

func newUndo(c *command) *cobra.Command { return newEarlier(c, undo()) }

func newEarlier(c *command, v *earlier) *cobra.Command {
	var work workFlags
	var service options.Service
	cmd := &cobra.Command{
		Use:   takes(v.Verb, phrase.Text("cli.argument.run")),
		Short: v.short,
		Args:  needs("cli.needs.run"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := c.ready(cmd, &work); err != nil {
				return err
			}
			return c.earlier(cmd.Context(), args[0], v, &work, service)
		},
	}
	service.Register(cmd)
	work.register(cmd)
	registerJSON(c.Console, cmd)
	return cmd
}

// earlier carries out the verb on a run. One that was killed after its last
// request has nothing to do, and is only closed.
func (c *command) earlier(ctx context.Context, id string, v *earlier, f *workFlags, service options.Service) (err error) {
	r, err := c.load(id)
	if err != nil {
		return err
	}
	if err := refused(&r, v.Action); err != nil {
		return err
	}
	c.Explain(r.Damaged())
	if err := c.tryResults(r.Path, r.Started, f.results); err != nil {
		return err
	}
	due := v.Count(&r) > 0
	if !due {
		c.Tell(v.nothing)
	}
	if !due && (f.dryRun || !r.Ended.IsZero()) {
		return c.again(&r, v, f)
	}
	org, err := c.reach(ctx, r.Organization, service)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, org.Close()) }()
	if f.dryRun {
		c.Tell(phrase.Text("cli.dryrun.asked", "Question", v.question(&r)))
		reportRun(c.Console, &r, v.Task, "")
		return nil
	}
	if due && !f.yes {
		if err := c.Confirm(ctx, v.question(&r)); err != nil {
			return err
		}
	}
	progress := outcomes.Track(c.Console, &r, v.Task)
	return c.carry(v.Task, progress, f, func(work run.Work) (run.Run, error) {
		ended, err := v.do(org, ctx, r.ID, work)
		if err != nil && !progress.Begun {
			return run.Run{}, err // nothing was done
		}
		return ended, err
	})
}

// refused says why an action may not be done to a run, and which verb is left.
func refused(r *run.Run, a run.Action) error {
	err := r.May(a)
	if fault.KindOf(err) != fault.Usage {
		return err
	}
	left := outcomes.Undoing()
	if r.Activates {
		left = outcomes.Activating()
	}
	next := phrase.Text("cli.goon", "Verb", left.Verb, "Run", r.ID)
	if r.State == run.Undone {
		next = phrase.Text("cli.resume.undone")
	}
	return console.Usage(phrase.Explain(err).What, next)
}

// again reports a run for which there is nothing to do.
func (c *command) again(r *run.Run, v *earlier, f *workFlags) error {
	workbook, err := "", error(nil)
	if !f.dryRun {
		if workbook, err = c.saveResults(r, f.results); err != nil {
			return err
		}
	}
	reportRun(c.Console, r, v.Task, workbook)
	if !v.Succeeded(r) {
		return console.ErrProblems
	}
	return nil
}

// load reads a run. Where there is no such run the error names the newest ones.
func (c *command) load(id string) (run.Run, error) {
	r, err := c.History.Load(id)
	if err == nil || fault.KindOf(err) != fault.Usage {
		return r, err
	}
	next := phrase.Text("cli.history.lists")
	if ids := c.newest(); len(ids) > 0 {
		next = phrase.Sentences(phrase.Text("cli.history.newest", "Count", len(ids), "Runs", phrase.List(ids)), next)
	}
	return r, console.Usage(phrase.Explain(err).What, next)
}

// newest are the IDs of the newest runs.
func (c *command) newest() []string {
	const most = 3
	runs, err := c.History.List()
	if err != nil {
		return nil
	}
	var ids []string
	for i := range runs[:min(most, len(runs))] {
		ids = append(ids, runs[i].ID)
	}
	return ids
}
