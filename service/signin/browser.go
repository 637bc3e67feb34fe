package signin

import (
	"context"
	"crypto/rand"
	"errors"
	"time"

	"golang.org/x/oauth2"

	"numberloader/internal/fault"
)

// browserTimeout is how long somebody may take to sign in in the browser.
const browserTimeout = 10 * time.Minute

// Browser opens Webex's own sign-in in the browser and waits until the browser
// comes back to the redirect address of this computer. It ends with ctx, or after
// ten minutes. The error is a *fault.Error.
func (c *Client) Browser(ctx context.Context, in Integration) (Tokens, error) {
	waitFor, cancel := context.WithTimeout(ctx, browserTimeout)
	defer cancel()
	state, verifier := rand.Text(), oauth2.GenerateVerifier()
	back, err := c.listen(waitFor, state)
	if err != nil {
		return Tokens{}, err
	}
	defer back.close(context.WithoutCancel(ctx))
	config := c.config(in)
	if err := c.settings.Open(config.AuthCodeURL(state, oauth2.S256ChallengeOption(verifier))); err != nil {
		return Tokens{}, noBrowser(err)
	}
	code, err := back.wait(waitFor)
	if err != nil {
		return Tokens{}, err
	}
	got, err := config.Exchange(c.calling(ctx), code, oauth2.VerifierOption(verifier))
	if err != nil {
		return Tokens{}, explain(ctx, err, starting)
	}
	return c.tokensOf(got, newSession())
}

// wait returns the code that the browser brings.
func (b *returning) wait(ctx context.Context) (string, error) {
	select {
	case got := <-b.answers:
		switch {
		case got.fault != nil:
			return "", got.fault
		case got.code == "":
			return "", declined(got)
		}
		return got.code, nil
	case <-ctx.Done():
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return "", tooLate()
	}
	return "", &fault.Error{Kind: fault.Stopped, Err: ctx.Err()}
}
