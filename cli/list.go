package cli

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"numberloader/cli/console"
	"numberloader/cli/options"
	"numberloader/cli/outcomes"
	"numberloader/internal/activation"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// listFlags are the flags of "activate --file".
type listFlags struct {
	path    string
	on      string
	file    options.File
	work    workFlags
	service options.Service
	own     []string // names of the flags that need --file
}

// register registers all flags of activate.
func (f *listFlags) register(cmd *cobra.Command) {
	f.file.Dated = true
	f.file.Register(cmd)
	cmd.Flags().StringVar(&f.on, "on", "", phrase.Text("cli.flag.on"))
	cmd.Flags().VisitAll(func(flag *pflag.Flag) { f.own = append(f.own, flag.Name) })
	cmd.Flags().StringVar(&f.path, "file", "", phrase.Text("cli.flag.listfile"))
	f.service.Register(cmd)
	f.work.register(cmd)
}

// newActivate is the verb for an earlier run, or with --file for a list.
func newActivate(c *command) *cobra.Command {
	var f listFlags
	v := activate()
	cmd := &cobra.Command{
		Use:   takes(v.Verb, phrase.Text("cli.argument.runorlist")),
		Short: v.short,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.fits(cmd, args); err != nil {
				return err
			}
			if err := c.ready(cmd, &f.work); err != nil {
				return err
			}
			if len(args) == 1 {
				return c.earlier(cmd.Context(), args[0], v, &f.work, f.service)
			}
			return c.activateFile(cmd, &f)
		},
	}
	f.register(cmd)
	registerJSON(c.Console, cmd)
	return cmd
}

// fits refuses what does not go together: there is one run, or one list and its flags.
func (f *listFlags) fits(cmd *cobra.Command, args []string) error {
	if cmd.Flags().Changed("file") {
		if len(args) > 0 {
			return misused(cmd, phrase.Text("cli.list.both"))
		}
		return nil
	}
	for _, name := range f.own {
		if cmd.Flags().Changed(name) {
			return misused(cmd, phrase.Text("cli.list.only", "Flag", name))
		}
	}
	return needs("cli.needs.run")(cmd, args)
}

// due says which numbers that wait are to be activated. The error is fault.Usage.
func (f *listFlags) due(cmd *cobra.Command) (func(*activation.Number) bool, error) {
	if !cmd.Flags().Changed("on") {
		return func(*activation.Number) bool { return true }, nil
	}
	day, ok := activation.ParseDay(f.on)
	if !ok {
		return nil, console.Usage(phrase.Text("cli.list.on", "Word", strconv.Quote(f.on)), phrase.Text("cli.list.on_next"))
	}
	return func(n *activation.Number) bool { return n.Due(day) }, nil
}

// activateFile activates the inactive numbers of a list.
func (c *command) activateFile(cmd *cobra.Command, f *listFlags) error {
	ctx := cmd.Context()
	due, err := f.due(cmd)
	if err != nil {
		return err
	}
	chosen, err := c.choices(cmd, &f.file)
	if err != nil {
		return err
	}
	if err := c.tryResults(f.path, c.Now(), f.work.results); err != nil {
		return err
	}
	return c.changing(ctx, f.path, chosen, f.service, func(j *job, org Organization, account run.Account) error {
		list, err := c.waiting(ctx, j, org)
		if err != nil {
			return err
		}
		draft := list.Draft(due, account.Organization)
		draft.Person, draft.Program = account.Person, c.Version
		return c.activateDraft(ctx, org, draft, f)
	})
}

// waiting finds out which numbers of a job are inactive in the organization.
func (c *command) waiting(ctx context.Context, j *job, org Organization) (*activation.List, error) {
	locations, err := org.Locations(ctx)
	if err != nil {
		return nil, err
	}
	locations = j.listed(locations)
	if err := j.judge(ctx, review.Known{Locations: locations}); err != nil {
		return nil, err
	}
	if err := askLocation(c.Console, j); err != nil {
		return nil, err
	}
	there, err := org.There(ctx, j.plan.Rows)
	if err != nil {
		return nil, err
	}
	list := activation.New(review.Located(j.table, locations), j.plan.Rows, there)
	c.tellUnread(list)
	return list, nil
}

// tellUnread says on standard error of how many numbers the day can't be read.
func (c *command) tellUnread(list *activation.List) {
	var first *activation.Number
	count := 0
	for i := range list.Waiting {
		if n := &list.Waiting[i]; n.Unread != "" {
			if first == nil {
				first = n
			}
			count++
		}
	}
	if first != nil {
		c.Tell(phrase.Text("cli.list.unread", "Count", count, "Example", strconv.Quote(console.Shown(first.Unread)), "Row", strconv.Itoa(int(first.Row.Line))))
	}
}

// activateDraft activates the numbers of a draft, once a person has agreed. Without any
// there is no run.
func (c *command) activateDraft(ctx context.Context, org Organization, draft run.Draft, f *listFlags) error {
	t, planned := outcomes.Activating(), &run.Run{Draft: draft, Stage: run.StageActivate}
	count := len(planned.Rows(run.ActionActivate))
	question := phrase.Text("cli.list.asks", "Count", count, "Organization", phrase.Organization(draft.Organization))
	switch {
	case count == 0:
		c.Tell(phrase.Text("cli.list.nothing"))
		reportRun(c.Console, planned, t, "")
		return console.ErrProblems
	case f.work.dryRun:
		c.Tell(phrase.Text("cli.dryrun.asked", "Question", question))
		reportRun(c.Console, planned, t, "")
		return nil
	case !f.work.yes:
		if err := c.Confirm(ctx, question); err != nil {
			return err
		}
	}
	return c.carry(t, outcomes.Track(c.Console, planned, t), &f.work, func(work run.Work) (run.Run, error) { return org.ActivateList(ctx, draft, work) })
}
