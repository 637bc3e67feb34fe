package signin

import (
	"encoding/json"
	"errors"
	"time"

	"numberloader/service/webex"
)

// Entry is a secret in the keychain. Methods may wait until the user has unlocked
// the keychain.
type Entry interface {
	// Get returns the secret, "" if there is none.
	Get() (string, error)
	// Set keeps the secret. lasting is false if it is forgotten with the program.
	Set(secret string) (lasting bool)
	Delete() error
}

// Keep is where sign-ins are kept. There is one at a time, with the access token
// or with the integration; ID and secret of the integration stay.
type Keep struct{ Access, Tokens, Integration Entry }

// KeepAccess keeps an access token in place of any other sign-in.
func (k Keep) KeepAccess(text string) (lasting bool) {
	forget(k.Tokens)
	return k.Access.Set(text)
}

// KeepTokens keeps a sign-in with an integration in place of any other.
func (k Keep) KeepTokens(s *Source) (lasting bool) {
	s.lock <- struct{}{}
	defer s.release()
	forget(k.Access)
	tokens := saveTokens(k.Tokens, s.tokens)
	return saveIntegration(k.Integration, s.integration) && tokens
}

// Kept is the sign-in that is kept. ok is false if there is none: a keychain that
// can't be used has none. The error is a *fault.Error.
func (c *Client) Kept(k Keep) (source webex.TokenSource, ok bool, err error) {
	if tokens, found := loadTokens(k.Tokens); found {
		in, _ := k.LoadIntegration()
		return c.NewSource(in, tokens, k.Tokens), true, nil
	}
	text, err := k.Access.Get()
	if err != nil || text == "" {
		return nil, false, nil //nolint:nilerr // a keychain that can't be used has no token
	}
	pasted, err := NewPasted(text, true)
	return pasted, err == nil, err
}

// SignOut forgets the sign-in. The integration stays.
func (k Keep) SignOut() error { return errors.Join(k.Access.Delete(), k.Tokens.Delete()) }

// Forget forgets the sign-in and the integration.
func (k Keep) Forget() error { return errors.Join(k.SignOut(), k.Integration.Delete()) }

// forget drops a secret that another one replaces. Where that is not possible
// the keychain can't be used at all.
func forget(e Entry) { _ = e.Delete() }

// savedTokens is the form in which tokens are kept.
type savedTokens struct {
	Access  string    `json:"access"`
	Refresh string    `json:"refresh"`
	Expires time.Time `json:"expires,omitzero"`
	Session string    `json:"session"`
}

// savedIntegration is the form in which an integration is kept.
type savedIntegration struct {
	ID     string `json:"id"`
	Secret string `json:"secret"`
}

func saveTokens(e Entry, t Tokens) (lasting bool) {
	text, err := json.Marshal(savedTokens{t.Access.text, t.Refresh.text, t.Expires, t.session})
	return err == nil && e.Set(string(text))
}

func loadTokens(e Entry) (Tokens, bool) {
	var s savedTokens
	if !load(e, &s) || s.Access == "" {
		return Tokens{}, false
	}
	return Tokens{NewSecret(s.Access), NewSecret(s.Refresh), s.Expires, s.Session}, true
}

func saveIntegration(e Entry, in Integration) (lasting bool) {
	text, err := json.Marshal(savedIntegration{in.ID, in.Secret.text}) //nolint:gosec // for the keychain
	return err == nil && e.Set(string(text))
}

// LoadIntegration is the integration that is kept, if there is one.
func (k Keep) LoadIntegration() (Integration, bool) {
	var s savedIntegration
	if !load(k.Integration, &s) || s.ID == "" {
		return Integration{}, false
	}
	return Integration{s.ID, NewSecret(s.Secret)}, true
}

func load(e Entry, value any) bool {
	text, err := e.Get()
	return err == nil && text != "" && json.Unmarshal([]byte(text), value) == nil
}
