package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

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
			return c.printText(phrase.Text("cli.signout.done"))
		},
	}
}

func (c *command) signIn(ctx context.Context) (err error) {
	id, secret, err := c.integration(ctx)
	if err != nil {
		return err
	}
	org, kept, err := c.SignIn.Device(ctx, id, secret, c.showCode)
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
	if err := c.printText(phrase.Text("cli.signin.done", "Person", account.Person, "Organization", phrase.Organization(account.Organization))); err != nil {
		return err
	}
	c.tellCustomers(ctx)
	return c.greet(account)
}

// integration is the client ID and the secret of the company's integration, or
// nothing where they are kept.
func (c *command) integration(ctx context.Context) (id, secret string, err error) {
	if kept, ok := c.SignIn.Integration(); ok {
		c.tell(phrase.Text("cli.signin.kept", "Integration", shown(kept)))
		return "", "", nil
	}
	if id, err = c.answer(ctx, c.prompt(phrase.Text("cli.signin.client"))); err != nil {
		return "", "", err
	}
	if secret, err = c.secret(ctx); err != nil {
		return "", "", err
	}
	if id == "" || secret == "" {
		return "", "", usage(phrase.Text("cli.signin.missing"), phrase.Text("cli.signin.missing_next"))
	}
	return id, secret, nil
}

// secret reads the client secret, which is never shown.
func (k *console) secret(ctx context.Context) (string, error) {
	prompt := k.prompt(phrase.Text("cli.signin.secret"))
	if !k.io.StdinTerminal {
		return k.answer(ctx, prompt)
	}
	_, _ = fmt.Fprint(k.io.Stderr, prompt)
	secret, err := k.io.ReadSecret(ctx)
	k.tell(" ") // the line break was not shown either
	return strings.TrimSpace(secret), err
}

// prompt is a question where somebody can read it.
func (k *console) prompt(question string) string {
	if k.io.StdinTerminal {
		return question
	}
	return ""
}

// showCode says where to enter the code of a sign-in.
func (k *console) showCode(code, address string) {
	if err := k.printText(phrase.Text("cli.signin.code", "Address", address, "Code", code)); err != nil {
		k.tell(phrase.Text("cli.signin.notshown"))
	}
	k.tell(phrase.Text("cli.signin.waiting"))
}

// tellCustomers tells a partner the organizations that --org takes.
func (c *command) tellCustomers(ctx context.Context) {
	all, err := c.SignIn.Organizations(ctx)
	if err != nil || len(all) < 2 {
		return
	}
	c.tell(phrase.Text("cli.signin.organizations"))
	for _, o := range all {
		c.tell("  " + o.ID + "  " + o.Name)
	}
}

func notKept() error {
	return &fault.Error{
		Kind: fault.SignedOut,
		What: fault.Say("cli.signin.notkept"),
		Next: fault.Say("cli.signin.notkept_next"),
	}
}
