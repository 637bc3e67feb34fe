package platform

import (
	"errors"
	"fmt"
	"sync"

	"github.com/zalando/go-keyring"
)

// ErrNoKeychain says that the system's keychain can't be reached: there is
// none, as on a server, or the user did not unlock it.
var ErrNoKeychain = errors.New("the keychain of this computer can't be used")

// Keychain keeps one secret in the keychain of the system, and in memory only
// where there is none. The secret is in no error text. Use NewKeychain and Entry.
// Methods are safe for several goroutines; they can wait for as long as the
// system asks the user to unlock the keychain, so call them in the background.
type Keychain struct {
	vault *vault
	name  string
}

// vault is what all entries of a keychain share.
type vault struct {
	mu      sync.Mutex
	system  store
	memory  map[string]string // secrets that the system would not keep
	refuses bool              // it has not kept the last secret
}

// store is the part of a keychain that is needed.
type store interface {
	Get(service, user string) (string, error)
	Set(service, user, secret string) error
	Delete(service, user string) error
}

// NewKeychain returns the entry of this system's keychain that is named "access
// token". It asks nothing yet.
func NewKeychain() *Keychain { return newKeychain(systemStore{}) }

func newKeychain(system store) *Keychain {
	return &Keychain{vault: &vault{system: system, memory: map[string]string{}}, name: entryAccess}
}

// Entry returns another entry of the same keychain, under the name by which the
// system's own keychain program shows it.
func (k *Keychain) Entry(name string) *Keychain { return &Keychain{vault: k.vault, name: name} }

// Get returns the secret, "" if there is none. The error is ErrNoKeychain.
func (k *Keychain) Get() (string, error) {
	k.vault.mu.Lock()
	defer k.vault.mu.Unlock()
	if secret := k.vault.memory[k.name]; secret != "" {
		return secret, nil
	}
	secret, err := k.vault.read(k.name)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNoKeychain, err)
	}
	return secret, nil
}

// Set keeps the secret in place of an older one, whole or not at all. lasting is
// false if it is kept in memory only and forgotten when the program ends,
// because the keychain can't be reached or does not take it: no keychain takes more than
// 2,048 bytes everywhere.
func (k *Keychain) Set(secret string) (lasting bool) {
	k.vault.mu.Lock()
	defer k.vault.mu.Unlock()
	delete(k.vault.memory, k.name)
	k.vault.refuses = k.vault.write(k.name, secret) != nil
	if !k.vault.refuses {
		return true
	}
	k.vault.memory[k.name] = secret
	// An older secret must not come back at the next start; where the keychain
	// can't be reached there is nothing to remove.
	_ = k.vault.remove(k.name)
	return false
}

// Delete forgets the secret. The error is ErrNoKeychain: a secret may then still
// be in the keychain. Where the last secret could be kept in memory only, there
// is no error: the keychain has none of this start.
func (k *Keychain) Delete() error {
	k.vault.mu.Lock()
	defer k.vault.mu.Unlock()
	delete(k.vault.memory, k.name)
	if err := k.vault.remove(k.name); err != nil && !k.vault.refuses {
		return fmt.Errorf("%w: %w", ErrNoKeychain, err)
	}
	return nil
}

// systemStore is the keychain that go-keyring finds.
type systemStore struct{}

//nolint:wrapcheck // Keychain wraps, or keeps the error to itself
func (systemStore) Get(service, user string) (string, error) {
	return keyring.Get(service, user)
}

//nolint:wrapcheck // as above
func (systemStore) Set(service, user, secret string) error {
	return keyring.Set(service, user, secret)
}

//nolint:wrapcheck // as above
func (systemStore) Delete(service, user string) error {
	return keyring.Delete(service, user)
}
