package signin

import (
	"context"
	"time"

	"numberloader/internal/fault"
	"numberloader/service/webex"
)

// early is how long before its end a token is renewed.
const early = 10 * time.Minute

// Source is a sign-in with the integration that renews itself. It is a
// webex.TokenSource, safe for several goroutines, and renews once at a time.
type Source struct {
	client      *Client
	integration Integration
	keep        Entry
	lock        chan struct{} // holds one while the tokens are looked at
	tokens      Tokens
}

// NewSource returns the source of a sign-in. What is renewed is kept in keep,
// where the tokens of another Number Loader on this computer are found, too.
func (c *Client) NewSource(in Integration, t Tokens, keep Entry) *Source {
	return &Source{client: c, integration: in, keep: keep, lock: make(chan struct{}, 1), tokens: t}
}

// Token is the access token, renewed when it is about to end. A token that is
// still good is used though it could not be renewed.
func (s *Source) Token(ctx context.Context) (webex.Token, error) {
	if err := s.acquire(ctx); err != nil {
		return webex.Token{}, err
	}
	defer s.release()
	if left := s.left(); left > early {
		return s.tokens.token()
	}
	if err := s.renew(ctx); err != nil && s.left() <= 0 {
		return webex.Token{}, err
	}
	return s.tokens.token()
}

// Renew is the access token in place of one that Webex refused.
func (s *Source) Renew(ctx context.Context, refused webex.Token, _ bool) (webex.Token, error) {
	if err := s.acquire(ctx); err != nil {
		return webex.Token{}, err
	}
	defer s.release()
	if token, err := s.tokens.token(); err != nil || token != refused {
		return token, err
	}
	if err := s.renew(ctx); err != nil {
		return webex.Token{}, err
	}
	return s.tokens.token()
}

func (s *Source) acquire(ctx context.Context) error {
	select {
	case s.lock <- struct{}{}:
		return nil
	case <-ctx.Done():
		return &fault.Error{Kind: fault.Stopped, Err: ctx.Err()}
	}
}

func (s *Source) release() { <-s.lock }

// left is how long the access token is good for.
func (s *Source) left() time.Duration {
	if s.tokens.Expires.IsZero() {
		return early + 1
	}
	return s.tokens.Expires.Sub(s.client.settings.Now())
}

// renew replaces the tokens: by newer ones that another Number Loader has kept,
// else by those that Webex gives. Those are kept only where this sign-in is still
// the one that is kept. The request is finished though ctx ends, because its
// answer may replace the refresh token.
func (s *Source) renew(ctx context.Context) error {
	if kept, ours := s.kept(); ours && kept.Expires.After(s.tokens.Expires) {
		s.tokens = kept
		return nil
	}
	if s.tokens.Refresh.IsZero() || s.integration.Secret.IsZero() {
		return ended()
	}
	fresh, err := s.client.refresh(context.WithoutCancel(ctx), s.integration, s.tokens)
	if err != nil {
		return err
	}
	s.tokens = fresh
	if _, ours := s.kept(); ours {
		saveTokens(s.keep, fresh)
	}
	return nil
}

// kept are the tokens in the keychain, if they are of this sign-in and not of one
// that somebody has made since.
func (s *Source) kept() (Tokens, bool) {
	kept, ok := loadTokens(s.keep)
	return kept, ok && kept.session == s.tokens.session
}

func ended() error {
	return &fault.Error{Kind: fault.TokenRefused, What: fault.Say("service.signin.ended"), Next: fault.Say("service.signin.again")}
}

// Pasted is an access token that somebody has pasted, as a webex.TokenSource. It
// can't be renewed, but says why it is refused.
type Pasted struct {
	token  webex.Token
	worked bool
}

// NewPasted takes an access token; worked says that it was accepted before. The
// error is that of webex.NewToken.
func NewPasted(text string, worked bool) (*Pasted, error) {
	token, err := webex.NewToken(text)
	if err != nil {
		return nil, err
	}
	return &Pasted{token, worked}, nil
}

// Token is the token.
func (p *Pasted) Token(context.Context) (webex.Token, error) { return p.token, nil }

// Renew says why Webex refused the token: one that never worked is wrong, one
// that did has ended.
func (p *Pasted) Renew(_ context.Context, _ webex.Token, worked bool) (webex.Token, error) {
	f := &fault.Error{
		Kind: fault.TokenRefused,
		What: fault.Say("service.signin.pasted.wrong"),
		Next: fault.Say("service.signin.pasted.wrong_next"),
	}
	if p.worked || worked {
		f.What = fault.Say("service.signin.pasted.ended")
		f.Next = fault.Say("service.signin.pasted.ended_next")
	}
	return webex.Token{}, f
}
