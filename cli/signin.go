package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"numberloader/internal/fault"
)

func newSignIn(c *command) *cobra.Command {
	return &cobra.Command{
		Use:   "sign-in",
		Short: "Sign in with your company's integration",
		Long: `Sign in with your company's integration, on this computer or another one: it
prints an address and a code to enter there. The first time it asks for the
client ID and the client secret of the integration; without a terminal they are
the first two lines of standard input. Everything is kept in the keychain.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return c.signIn(cmd.Context()) },
	}
}

func newSignOut(c *command) *cobra.Command {
	return &cobra.Command{
		Use:   "sign-out",
		Short: "Forget the sign-in and the integration",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			if err := c.SignIn.Out(); err != nil {
				return err
			}
			return c.printText("Signed out. The sign-in and the integration are no longer kept on this computer.")
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
	if err := c.printText("Signed in as " + account.Person + " to " + organizationText(account.Organization) + "."); err != nil {
		return err
	}
	c.tellCustomers(ctx)
	return c.greet(account)
}

// integration is the client ID and the secret of the company's integration, or
// nothing where they are kept.
func (c *command) integration(ctx context.Context) (id, secret string, err error) {
	if kept, ok := c.SignIn.Integration(); ok {
		c.tell("Using the integration " + shown(kept) + `. To use another one, run "numberloader sign-out" first.`)
		return "", "", nil
	}
	if id, err = c.answer(ctx, c.prompt("Client ID of your company's integration: ")); err != nil {
		return "", "", err
	}
	if secret, err = c.secret(ctx); err != nil {
		return "", "", err
	}
	if id == "" || secret == "" {
		return "", "", usage("Signing in needs the client ID and the client secret of your company's integration.",
			"Type them when you are asked, or give them as the first two lines of standard input.")
	}
	return id, secret, nil
}

// secret reads the client secret, which is never shown.
func (c *command) secret(ctx context.Context) (string, error) {
	prompt := c.prompt("Client secret (it is not shown): ")
	if !c.StdinTerminal {
		return c.answer(ctx, prompt)
	}
	_, _ = fmt.Fprint(c.Stderr, prompt)
	secret, err := c.ReadSecret(ctx)
	c.tell(" ") // the line break was not shown either
	return strings.TrimSpace(secret), err
}

// prompt is a question where somebody can read it.
func (c *command) prompt(question string) string {
	if c.StdinTerminal {
		return question
	}
	return ""
}

// showCode says where to enter the code of a sign-in.
func (c *command) showCode(code, address string) {
	if err := c.printText("Open " + address + " in any browser and enter the code " + code + "."); err != nil {
		c.tell("The code could not be shown.")
	}
	c.tell("Waiting until the code is entered. Ctrl-C stops it.")
}

// tellCustomers tells a partner the organizations that --org takes.
func (c *command) tellCustomers(ctx context.Context) {
	all, err := c.SignIn.Organizations(ctx)
	if err != nil || len(all) < 2 {
		return
	}
	c.tell("This sign-in works in these organizations. Choose one with --org ID:")
	for _, o := range all {
		c.tell("  " + o.ID + "  " + o.Name)
	}
}

func notKept() error {
	return &fault.Error{
		Kind: fault.SignedOut,
		What: "The sign-in worked, but this computer has no keychain that can keep it, or it is too long for one, so it ends with this command.",
		Next: "Set WEBEX_ACCESS_TOKEN instead.",
	}
}
