package cli

import (
	"context"
	"errors"
	"fmt"

	"numberloader/cli/options"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// job is a file on its way to requests: read, then judged and planned. The verbs
// share it.
type job struct {
	choices
	table *number.Table
	known review.Known
	plan  plan.Plan
}

// open reads a file, which judge or survey then judges. Assumptions made while
// reading are printed to standard error. The error is fault.Usage if it is
// unclear which cells are the numbers.
func (c *command) open(ctx context.Context, file string, chosen choices) (*job, error) {
	table, err := c.read(ctx, file, chosen.layout)
	if err != nil {
		return nil, err
	}
	for _, note := range table.Notes {
		c.Tell(note.Text)
	}
	if table.Ask != nil {
		return nil, askReading(c.Console, table.Ask)
	}
	return &job{choices: chosen, table: table}, nil
}

func (c *command) read(ctx context.Context, file string, layout number.Layout) (*number.Table, error) {
	const steps = 100
	bar := c.Bar(phrase.Text("cli.stage.reading"), steps)
	table, err := c.Read(ctx, file, layout, func(p number.Progress) { _ = bar.Set(int(p.Share * steps)) })
	_ = bar.Finish()
	return table, err
}

// judge judges and plans the rows with what is known of the organization.
func (j *job) judge(ctx context.Context, known review.Known) error {
	rows, err := j.rows(ctx, known)
	if err == nil {
		j.plan = plan.Build(rows, j.limits)
	}
	return err
}

// judgeAtLast is judge where the file is not judged again: what it holds of each row is let go
// of before the rows are planned.
func (j *job) judgeAtLast(ctx context.Context, known review.Known) error {
	rows, err := j.rows(ctx, known)
	if err == nil {
		j.letGo()
		j.plan = plan.Build(rows, j.limits)
	}
	return err
}

// rows are the rows as they are judged with what is known of the organization.
func (j *job) rows(ctx context.Context, known review.Known) ([]*number.Row, error) {
	rows, err := review.Rows(ctx, j.table, j.settings, known, nil)
	if err != nil {
		return nil, fmt.Errorf("review: %w", err)
	}
	j.known = known
	return rows, nil
}

// letGo lets go of what the file holds of each row, when all has been decided about it:
// nearly half of the memory that a list takes.
func (j *job) letGo() {
	table := *review.Located(j.table, j.known.Locations)
	table.Records = nil
	j.table = &table
}

// survey judges, asks the organization about what would be sent, and judges again.
func (j *job) survey(ctx context.Context, org Organization) error {
	if err := j.judge(ctx, review.Known{}); err != nil {
		return err
	}
	known, err := org.Survey(ctx, j.plan.Rows)
	if err != nil {
		return err
	}
	known.Locations = j.listed(known.Locations)
	j.plan = plan.Plan{} // makes room for the next one
	return j.judge(ctx, known)
}

// listed are those of the organization's locations that --locations lists, all of
// them without it.
func (j *job) listed(all []number.Location) []number.Location {
	if j.locations == nil {
		return all
	}
	return restrict(all, j.locations)
}

// judgeLocally judges at last with the locations that can be had without a survey: those of
// --locations, or those of the organization.
func (c *command) judgeLocally(ctx context.Context, j *job, service options.Service) error {
	known, err := c.knownLocally(ctx, j, service)
	if err != nil {
		return err
	}
	return j.judgeAtLast(ctx, known)
}

// knownLocally is what judgeLocally judges with. The problems of a sign-in that nobody
// asked for by a flag do not stop a check; they are told.
func (c *command) knownLocally(ctx context.Context, j *job, service options.Service) (review.Known, error) {
	if j.locations != nil || !review.NamesLocations(j.table, j.settings) {
		return review.Known{Locations: j.locations}, nil
	}
	locations, err := c.organizationLocations(ctx, service)
	if err == nil {
		return review.Known{Locations: locations}, nil
	}
	if ctx.Err() != nil || service.Practice || service.Org != "" {
		return review.Known{}, err
	}
	if fault.KindOf(err) == fault.SignedOut {
		c.Tell(phrase.Text("cli.locations.signedout"))
	} else {
		c.Explain(err)
		c.Tell(phrase.Text("cli.locations.unchecked"))
	}
	return review.Known{}, nil
}

// connect reaches the organization that the flags name. It says so before the
// first question, because a network without an answer is given up only after
// half a minute.
func (c *command) connect(ctx context.Context, service options.Service) (Organization, error) {
	org, err := c.Connect(ctx, service.Practice, service.Org)
	if err == nil && !service.Practice {
		c.Tell(phrase.Text("cli.asking"))
	}
	return org, err
}

// within connects to the organization that the flags name, and closes it after the
// work.
func (c *command) within(ctx context.Context, service options.Service, work func(Organization) error) (err error) {
	org, err := c.connect(ctx, service)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, org.Close()) }()
	return work(org)
}

// changing opens a file, and the organization in which the work changes something for
// it. Who is signed in where is said on standard error. The error is fault.NotAllowed for
// somebody who may not change numbers.
func (c *command) changing(
	ctx context.Context, file string, chosen choices, service options.Service, work func(*job, Organization, run.Account) error,
) error {
	j, err := c.open(ctx, file, chosen)
	if err != nil {
		return err
	}
	return c.within(ctx, service, func(org Organization) error {
		account, err := org.Account(ctx)
		if err != nil {
			return err
		}
		if err := c.greet(account); err != nil {
			return err
		}
		return work(j, org, account)
	})
}

// organizationLocations lists the locations of an organization. The list is not nil,
// even if it is known to be empty.
func (c *command) organizationLocations(ctx context.Context, service options.Service) ([]number.Location, error) {
	locations := []number.Location{}
	err := c.within(ctx, service, func(org Organization) error {
		all, err := org.Locations(ctx)
		locations = append(locations, all...)
		return err
	})
	return locations, err
}
