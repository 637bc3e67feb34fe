package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// earlier is a verb that works on an earlier run.
type earlier struct {
	*task

	short   string
	do      func(Worker, context.Context, string, run.Work) (run.Run, error)
	asks    string // the question, about numbers and an organization
	noun    string // of the numbers in the question
	nothing string // told where there is nothing to do
}

func resume() *earlier {
	return &earlier{
		task: adding(), short: "Finish an unfinished run: find out what is not known, then send the rest",
		do: Worker.Resume, asks: "Add %s to %s?", noun: "remaining number",
		nothing: "There is nothing left to send in this run.",
	}
}

func undo() *earlier {
	return &earlier{
		task: undoing(), short: "Remove the numbers that a run added, and nothing else",
		do: Worker.Undo, asks: "Remove %s that this run added to %s?", noun: "number",
		nothing: "There is nothing to remove in this run.",
	}
}

func activate() *earlier {
	return &earlier{
		task: activating(), short: "Activate the inactive DID and toll-free numbers that a run added",
		do: Worker.Activate, asks: "Activate %s that this run added to %s?", noun: "inactive number",
		nothing: "There is nothing to activate: this run added no numbers that are inactive.",
	}
}

// question asks whether to go on, with how many numbers of which organization.
// What is not known is found out first, so there may be fewer.
func (v *earlier) question(r *run.Run) string {
	organization, parts := organizationText(r.Organization), v.counts(r)
	n, unknown := parts[run.PartAct]+parts[run.PartPerhaps], parts[run.PartSettle]+parts[run.PartPerhaps]
	switch {
	case unknown == 0:
		return fmt.Sprintf(v.asks, "the "+counted(n, v.noun), organization)
	case n == 0:
		return "Find out what became of " + counted(unknown, "number") + " in " + organization + "? Nothing else is done."
	}
	return "What became of " + counted(unknown, "number") + " is not known, and is found out first. " +
		fmt.Sprintf(v.asks, "up to "+counted(n, v.noun), organization)
}

func newEarlier(c *command, v *earlier) *cobra.Command {
	var work workFlags
	var service serviceFlags
	cmd := &cobra.Command{
		Use:   v.verb + " RUN",
		Short: v.short,
		Args:  needs("run"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := c.ready(cmd, &work); err != nil {
				return err
			}
			return c.earlier(cmd.Context(), args[0], v, &work, service)
		},
	}
	service.register(cmd)
	work.register(cmd)
	c.registerJSON(cmd)
	return cmd
}

// earlier carries out the verb on a run. One that was killed after its last
// request has nothing to do, and is only closed.
func (c *command) earlier(ctx context.Context, id string, v *earlier, f *workFlags, service serviceFlags) (err error) {
	r, err := c.load(id)
	if err != nil {
		return err
	}
	if err := refused(&r, v.action); err != nil {
		return err
	}
	c.explain(r.Damaged())
	if err := c.tryResults(r.Path, r.Started, f.results); err != nil {
		return err
	}
	due := v.count(&r) > 0
	if !due {
		c.tell(v.nothing)
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
		c.tell("Nothing was changed: this is a dry run. It would have asked: " + v.question(&r))
		c.report(&r, v.task, "")
		return nil
	}
	if due && !f.yes {
		if err := c.confirm(ctx, v.question(&r)); err != nil {
			return err
		}
	}
	progress := c.track(&r, v.task)
	return c.carry(v.task, progress, f, func(work run.Work) (run.Run, error) {
		ended, err := v.do(org, ctx, r.ID, work)
		if err != nil && !progress.begun {
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
	next := fmt.Sprintf(`Go on with "numberloader undo %s".`, r.ID)
	if r.State == run.Undone {
		next = `To add its numbers again, submit the list again.`
	}
	return usage(phrase.Explain(err).What, next)
}

// again reports a run for which there is nothing to do.
func (c *command) again(r *run.Run, v *earlier, f *workFlags) error {
	workbook, err := "", error(nil)
	if !f.dryRun {
		if workbook, err = c.saveResults(r, f.results); err != nil {
			return err
		}
	}
	c.report(r, v.task, workbook)
	if !v.succeeded(r) {
		return errProblems
	}
	return nil
}

// load reads a run. Where there is no such run the error names the newest ones.
func (c *command) load(id string) (run.Run, error) {
	r, err := c.History.Load(id)
	if err == nil || fault.KindOf(err) != fault.Usage {
		return r, err
	}
	next := `"numberloader history" lists the runs on this computer.`
	if ids := c.newest(); len(ids) > 0 {
		next = "The newest " + plural(len(ids), "run is ", "runs are ") + list(ids, "and") + ". " + next
	}
	return r, usage(phrase.Explain(err).What, next)
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
