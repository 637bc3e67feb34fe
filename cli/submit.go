package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

type submitFlags struct {
	file      fileFlags
	service   serviceFlags
	results   resultsFlags
	dryRun    bool
	yes       bool
	onlyReady bool
}

func newSubmit(c *command) *cobra.Command {
	var f submitFlags
	cmd := &cobra.Command{
		Use:   "submit FILE",
		Short: "Read and validate a file, add its numbers, and write the results workbook",
		Args:  needs("file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			chosen, err := c.choices(cmd, &f.file)
			if err != nil {
				return err
			}
			return c.submit(cmd.Context(), args[0], chosen, &f)
		},
	}
	f.file.register(cmd)
	f.service.register(cmd)
	f.results.register(cmd)
	flags := cmd.Flags()
	flags.BoolVar(&f.dryRun, "dry-run", false, "do everything but the sending; leave no run and no workbook")
	flags.BoolVar(&f.yes, "yes", false, "do not ask before sending; required without a terminal")
	flags.BoolVar(&f.onlyReady, "only-ready", false, "send the rows without a problem though others have one")
	c.registerJSON(cmd)
	return cmd
}

func (c *command) submit(ctx context.Context, file string, chosen choices, f *submitFlags) (err error) {
	if !f.yes && !f.dryRun && !c.StdinTerminal {
		return usage("There is no terminal to ask on before numbers are sent.", "Say --yes to send without a question.")
	}
	if err := f.results.check(); err != nil {
		return err
	}
	j, err := c.open(ctx, file, chosen)
	if err != nil {
		return err
	}
	org, err := c.connect(ctx, f.service)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, org.Close()) }()
	account, err := c.account(ctx, org)
	if err != nil {
		return err
	}
	if err := j.survey(ctx, org); err != nil {
		return err
	}
	if err := c.askLocation(j); err != nil {
		return err
	}
	return c.approve(ctx, j, f, org, account)
}

// account says on standard error who is signed in where. The error is
// fault.NotAllowed for somebody who may not add numbers.
func (c *command) account(ctx context.Context, org Organization) (run.Account, error) {
	account, err := org.Account(ctx)
	if err != nil {
		return account, err
	}
	c.tell("Organization: " + organizationText(account.Organization))
	switch account.Role {
	case run.RoleOther:
		return account, &fault.Error{
			Kind: fault.NotAllowed,
			What: account.Person + " is signed in as a " + account.RoleName + ". Adding numbers needs a full administrator.",
		}
	case run.RoleUnknown:
		c.tell("It is not known whether this sign-in may add numbers. That needs a full administrator.")
	case run.RoleFullAdministrator:
	}
	return account, nil
}

// approve decides whether the job is sent.
func (c *command) approve(ctx context.Context, j *job, f *submitFlags, org Organization, account run.Account) error {
	problems := review.Count(j.rows).Problems > 0
	switch {
	case problems && !f.onlyReady:
		c.tell("Nothing was sent, because some rows have problems. Correct them, or send the others with --only-ready.")
		return c.stopped(j)
	case f.dryRun:
		c.tell("Nothing was sent: this is a dry run.")
		return c.rehearse(j)
	}
	draft := run.NewDraft(j.table, j.rows, j.requests, account.Organization)
	draft.Person, draft.Program = account.Person, c.Version
	if len(draft.Requests) == 0 {
		return c.nothing(&draft)
	}
	if !f.yes {
		question := "Add " + counted(numbersIn(j.requests), "number") + " to " + organizationText(account.Organization) +
			" in " + counted(len(j.requests), "request") + "?"
		if err := c.confirm(ctx, question); err != nil {
			return err
		}
	}
	return c.send(ctx, &draft, org, f.results)
}

// stopped prints the problems that stopped a submit, as check does.
func (c *command) stopped(j *job) error {
	err := c.printRows(j, func(row *number.Row) bool {
		return row.Level == number.LevelProblem && row.Skipped == number.SkipNone && !row.Hidden
	})
	if err != nil {
		return err
	}
	return errProblems
}

// rehearse prints what would be sent, as check does.
func (c *command) rehearse(j *job) error {
	if err := c.printCheck(j); err != nil {
		return err
	}
	if len(j.requests) == 0 {
		return errProblems
	}
	return nil
}

// nothing reports a draft of which nothing would be sent. There is no run.
func (c *command) nothing(draft *run.Draft) error {
	c.tell("There is nothing to send.")
	if err := c.track(draft).finish(draft.Lines); err != nil {
		return err
	}
	if err := c.printRun(&run.Run{Draft: *draft}, ""); err != nil {
		return err
	}
	return errProblems
}

// send carries the draft out, writes the workbook and reports. Why a run
// stopped, or that rows are not good, comes before errors of reporting.
func (c *command) send(ctx context.Context, draft *run.Draft, org Organization, results resultsFlags) error {
	progress := c.track(draft)
	ended, stop := org.Submit(ctx, *draft, progress.step)
	if ended.ID == "" {
		return stop
	}
	printed := progress.finish(ended.Lines)
	workbook, saved := c.saveResults(ended, results)
	printed = errors.Join(printed, c.printRun(&ended, workbook))
	switch {
	case stop != nil:
		c.explain(saved)
		return stop
	case saved != nil:
		return saved
	case slices.ContainsFunc(ended.Lines, func(line run.Line) bool { return !isGood(&line) }):
		return errProblems
	}
	return printed
}

// isGood says that a row of a run ended as it should: it is in Webex, or it is
// hidden and nobody asked for it.
func isGood(line *run.Line) bool {
	switch line.Result.Outcome {
	case run.Added, run.AlreadyThere:
		return true
	case run.NotSent:
		return line.Row.Hidden
	case run.Refused, run.NotKnown:
	}
	return false
}

// organizationText never leaves it open whether Webex or the practice
// organization is meant.
func organizationText(o run.Organization) string {
	if o.Practice && !strings.Contains(strings.ToLower(o.Name), "practice") {
		return o.Name + " (practice)"
	}
	return o.Name
}
