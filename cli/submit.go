package cli

import (
	"context"

	"github.com/spf13/cobra"

	"numberloader/cli/console"
	"numberloader/cli/options"
	"numberloader/cli/outcomes"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

type submitFlags struct {
	file      options.File
	service   options.Service
	work      workFlags
	onlyReady bool
}

func newSubmit(c *command) *cobra.Command {
	var f submitFlags
	cmd := &cobra.Command{
		Use:   takes("submit", phrase.Text("cli.argument.file")),
		Short: phrase.Text("cli.submit.short"),
		Args:  needs("cli.needs.file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			chosen, err := c.choices(cmd, &f.file)
			if err != nil {
				return err
			}
			if err := c.ready(cmd, &f.work); err != nil {
				return err
			}
			if err := c.tryResults(args[0], c.Now(), f.work.results); err != nil {
				return err
			}
			return c.submit(cmd.Context(), args[0], chosen, &f)
		},
	}
	f.file.Register(cmd)
	f.service.Register(cmd)
	f.work.register(cmd)
	cmd.Flags().BoolVar(&f.onlyReady, "only-ready", false, phrase.Text("cli.flag.onlyready"))
	registerJSON(c.Console, cmd)
	return cmd
}

func (c *command) submit(ctx context.Context, file string, chosen choices, f *submitFlags) error {
	return c.changing(ctx, file, chosen, f.service, func(j *job, org Organization, account run.Account) error {
		if err := j.survey(ctx, org); err != nil {
			return err
		}
		if err := askLocation(c.Console, j); err != nil {
			return err
		}
		return (&submission{c, j, f}).approve(ctx, org, account)
	})
}

// submission is a job that may be sent.
type submission struct {
	*command
	job   *job
	flags *submitFlags
}

// greet says on standard error where somebody is signed in. The error is
// fault.NotAllowed for who may not add numbers.
func (c *command) greet(account run.Account) error {
	c.Tell(phrase.Text("cli.organization", "Organization", phrase.OrganizationAlone(account.Organization)))
	switch account.Role {
	case run.RoleOther:
		return &fault.Error{
			Kind: fault.NotAllowed,
			What: fault.Say("cli.role.lesser", "Person", account.Person, "Role", account.RoleName),
		}
	case run.RoleUnknown:
		c.Tell(phrase.Text("cli.role.unknown"))
	case run.RoleFullAdministrator:
	}
	return nil
}

// approve decides whether the job is sent.
func (s *submission) approve(ctx context.Context, org Organization, account run.Account) error {
	problems := review.Count(s.job.plan.Rows).Problems > 0
	switch {
	case problems && !s.flags.onlyReady:
		s.Tell(phrase.Text("cli.submit.problems"))
		return s.stopped()
	case s.flags.work.dryRun:
		s.Tell(phrase.Text("cli.dryrun.submit"))
		return s.rehearse()
	}
	draft := run.NewDraft(review.Located(s.job.table, s.job.known.Locations), s.job.plan, account.Organization)
	draft.Person, draft.Program = account.Person, s.Version
	if len(draft.Requests) == 0 {
		return s.nothing(&draft)
	}
	if !s.flags.work.yes {
		question := phrase.Text("cli.submit.asks", "Numbers", numbersText(s.job.plan.Requests), "Count", len(s.job.plan.Requests),
			"Organization", phrase.Organization(account.Organization))
		if err := s.Confirm(ctx, question); err != nil {
			return err
		}
	}
	*s.job = job{} // makes room: the draft has all that is sent
	return s.carry(outcomes.Adding(), outcomes.Track(s.Console, &run.Run{Draft: draft}, outcomes.Adding()), &s.flags.work, func(work run.Work) (run.Run, error) {
		return org.Submit(ctx, draft, work)
	})
}

// stopped prints the problems that stopped a submit, as check does.
func (s *submission) stopped() error {
	err := printRows(s.Console, s.job, func(row *number.Row) bool {
		return row.Level == number.LevelProblem && row.Skipped == number.SkipNone && !row.Hidden
	})
	if err != nil {
		return err
	}
	return console.ErrProblems
}

// rehearse prints what would be sent, as check does.
func (s *submission) rehearse() error {
	if err := printCheck(s.Console, s.job); err != nil {
		return err
	}
	if len(s.job.plan.Requests) == 0 {
		return console.ErrProblems
	}
	return nil
}

// nothing reports a draft of which nothing would be sent. There is no run.
func (s *submission) nothing(draft *run.Draft) error {
	s.Tell(phrase.Text("cli.submit.nothing"))
	reportRun(s.Console, &run.Run{Draft: *draft}, outcomes.Adding(), "")
	return console.ErrProblems
}
