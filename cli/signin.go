package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"numberloader/cli/console"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

func newSignIn(c *command) *cobra.Command {
	return &cobra.Command{
		Use:   "sign-in",
		Short: phrase.Text("cli.signin.short"),
		Long:  phrase.Text("cli.signin.long"),
		Args:  noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return c.signIn(cmd.Context()) },
	}
}

func newSignOut(c *command) *cobra.Command {
	return &cobra.Command{
		Use:   "sign-out",
		Short: phrase.Text("cli.signout.short"),
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			if err := c.SignIn.Out(); err != nil {
				return err
			}
			return c.PrintText(phrase.Text("cli.signout.done"))
		},
	}
}

func (c *command) signIn(ctx context.Context) (err error) {
	id, secret, err := c.integration(ctx)
	if err != nil {
		return err
	}
	org, kept, err := c.SignIn.Device(ctx, id, secret, func(code, address string) { showCode(c.Console, code, address) })
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, org.Close()) }()
	account, err := org.Account(ctx)
	if err != nil {
		return err
	}
	if !kept {
		return notKept()
	}
	if err := c.PrintText(phrase.Text("cli.signin.done", "Person", account.Person, "Organization", phrase.Organization(account.Organization))); err != nil {
		return err
	}
	c.tellCustomers(ctx)
	return c.greet(account)
}

// integration is the client ID and the secret of the company's integration, or
// nothing where they are kept.
func (c *command) integration(ctx context.Context) (id, secret string, err error) {
	if kept, ok := c.SignIn.Integration(); ok {
		c.Tell(phrase.Text("cli.signin.kept", "Integration", console.Shown(kept)))
		return "", "", nil
	}
	if id, err = c.Answer(ctx, c.Prompt(phrase.Text("cli.signin.client"))); err != nil {
		return "", "", err
	}
	if secret, err = c.Secret(ctx, phrase.Text("cli.signin.secret")); err != nil {
		return "", "", err
	}
	if id == "" || secret == "" {
		return "", "", console.Usage(phrase.Text("cli.signin.missing"), phrase.Text("cli.signin.missing_next"))
	}
	return id, secret, nil
}

// showCode says where to enter the code of a sign-in.
func showCode(k *console.Console, code, address string) {
	if err := k.PrintText(phrase.Text("cli.signin.code", "Address", address, "Code", code)); err != nil {
		k.Tell(phrase.Text("cli.signin.notshown"))
	}
	k.Tell(phrase.Text("cli.signin.waiting"))
}

// tellCustomers tells a partner the organizations that --org takes.
func (c *command) tellCustomers(ctx context.Context) {
	all, err := c.SignIn.Organizations(ctx)
	if err != nil || len(all) < 2 {
		return
	}
	c.Tell(phrase.Text("cli.signin.organizations"))
	for _, o := range all {
		c.Tell("  " + o.ID + "  " + o.Name)
	}
}

func notKept() error {
	return &fault.Error{
		Kind: fault.SignedOut,
		What: fault.Say("cli.signin.notkept"),
		Next: fault.Say("cli.signin.notkept_next"),
	}
}
