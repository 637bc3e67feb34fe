package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"numberloader/cli/options"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// reach connects to the organization of a run. Without flags it is found: the
// practice organization, that of who is signed in, or a customer of theirs. The
// error is fault.NotAllowed where the sign-in works in another one.
func (c *command) reach(ctx context.Context, wanted run.Organization, flags options.Service) (Organization, error) {
	if flags.Org == "" && wanted.Practice {
		flags.Practice = true
	}
	org, err := c.connect(ctx, flags)
	if err != nil {
		return nil, err
	}
	account, err := org.Account(ctx)
	if err != nil {
		return nil, errors.Join(err, org.Close())
	}
	if sameOrganization(account.Organization, wanted) {
		return c.enter(org, account)
	}
	if err := org.Close(); err != nil {
		return nil, err
	}
	if flags.Practice || flags.Org != "" || !c.isCustomer(ctx, wanted) {
		return nil, elsewhere(wanted, account.Organization)
	}
	return c.reach(ctx, wanted, options.Service{Org: wanted.ID})
}

// enter says where somebody is signed in, and closes the organization where that
// is not allowed to change numbers.
func (c *command) enter(org Organization, account run.Account) (Organization, error) {
	if err := c.greet(account); err != nil {
		return nil, errors.Join(err, org.Close())
	}
	return org, nil
}

// isCustomer reports whether the sign-in can also work in the organization. A sign-in
// that can't list customers is taken to have none.
func (c *command) isCustomer(ctx context.Context, wanted run.Organization) bool {
	if wanted.Practice || wanted.ID == "" {
		return false
	}
	all, err := c.SignIn.Organizations(ctx)
	return err == nil && slices.ContainsFunc(all, func(o run.Organization) bool { return sameID(o.ID, wanted.ID) })
}

func sameOrganization(a, b run.Organization) bool {
	return sameID(a.ID, b.ID) && a.Practice == b.Practice
}

// sameID compares IDs, which Webex pads in some answers and not in others.
func sameID(a, b string) bool { return strings.TrimRight(a, "=") == strings.TrimRight(b, "=") }

// elsewhere is the error for a run that belongs to a different organization from the
// sign-in. Organizations that share a name are told apart by their IDs.
func elsewhere(wanted, signedIn run.Organization) error {
	its, other := phrase.OrganizationAlone(wanted), phrase.OrganizationAlone(signedIn)
	if its == other {
		its = phrase.Text("cli.elsewhere.named", "Organization", its, "Identifier", wanted.ID)
		other = phrase.Text("cli.elsewhere.named", "Organization", other, "Identifier", signedIn.ID)
	}
	return &fault.Error{
		Kind: fault.NotAllowed,
		What: fault.Say("cli.elsewhere.run", "Its", its, "Other", other),
		Next: fault.Say("cli.elsewhere.run_next", "Its", its),
	}
}
