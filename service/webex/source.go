package webex

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync"

	"numberloader/internal/fault"
)

// TokenSource gives the token for each call. It must be safe for several
// goroutines.
type TokenSource interface {
	// Token is the token to use now. A source that can renews it when it is
	// about to end. The error is a *fault.Error that says why there is none.
	Token(ctx context.Context) (Token, error)
	// Renew gives another token in place of one that Webex has refused, or the
	// same one if there is no other. worked says that Webex has accepted it
	// before. The error is a *fault.Error that says why the sign-in is over.
	Renew(ctx context.Context, refused Token, worked bool) (Token, error)
}

// Token makes a token the source of itself.
func (t Token) Token(context.Context) (Token, error) { return t, nil }

// Renew has no other token to give.
func (t Token) Renew(context.Context, Token, bool) (Token, error) { return t, nil }

// bearer hands out tokens and remembers the latest, to hide them where a service
// echoes them.
type bearer struct {
	source TokenSource

	mu       sync.Mutex
	latest   []Token
	hidden   []string // their secrets; never written to
	accepted Token    // the last one that is known to have worked
}

// remembered is how many tokens are hidden: the one in use and those of calls
// that are still under way.
const remembered = 4

func (b *bearer) now(ctx context.Context) (Token, error) {
	token, err := b.source.Token(ctx)
	b.remember(token)
	return token, err
}

func (b *bearer) renew(ctx context.Context, refused Token) (Token, error) {
	b.mu.Lock()
	worked := b.accepted == refused
	b.mu.Unlock()
	token, err := b.source.Renew(ctx, refused, worked)
	b.remember(token)
	return token, err
}

func (b *bearer) remember(token Token) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if token.IsZero() || len(b.latest) > 0 && b.latest[len(b.latest)-1] == token {
		return
	}
	b.latest = append(b.latest, token)
	b.latest = b.latest[max(0, len(b.latest)-remembered):]
	b.hidden = make([]string, len(b.latest))
	for i, token := range b.latest {
		b.hidden[i] = token.secret
	}
}

// worked notes a token that Webex has accepted: it answered, or said that it may
// not do this. Other errors may come from a gateway that did not look at it.
func (b *bearer) worked(token Token) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.accepted = token
}

// secrets are the tokens that are hidden where a service echoes them. Nobody writes to
// the slice.
func (b *bearer) secrets() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.hidden
}

// renewed gives another token after a 401, or says why there is none: the cause
// of the refusal then says why the sign-in is over.
func (c *Client) renewed(ctx context.Context, used Token, err error) (token Token, ok bool) {
	api, isAPI := errors.AsType[*APIError](err)
	if err == nil || isAPI && api.Status == http.StatusForbidden && !api.Foreign {
		c.token.worked(used)
	}
	if !isAPI || api.Status != http.StatusUnauthorized || api.Foreign {
		return Token{}, false
	}
	token, why := c.token.renew(ctx, used)
	if f, ours := errors.AsType[*fault.Error](why); ours {
		said := *f
		said.Details = strings.TrimSpace(api.Details() + " " + f.Details)
		api.Err = &said
		return Token{}, false
	}
	return token, why == nil && !token.IsZero() && token != used
}
