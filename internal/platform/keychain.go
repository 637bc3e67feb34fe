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

// The entry in the keychain, as the system's own program shows it.
const (
	keychainService = "Number Loader"
	keychainUser    = "access token"
)

// maxToken is the most bytes of a token that every keychain takes: Windows
// allows 2,560, and macOS about 3,000 for the whole command after base64, which
// makes a third more of it (documentation of go-keyring).
const maxToken = 2048

// Keychain keeps the access token in the keychain of the system, and in memory
// only where there is none. The token is in no error text. Use NewKeychain.
// Methods are safe for several goroutines; they can wait for as long as the
// system asks the user to unlock the keychain, so call them in the background.
type Keychain struct {
	mu     sync.Mutex
	system store
	memory string // a token that the system would not keep
}

// store is the part of a keychain that is needed.
type store interface {
	Get(service, user string) (string, error)
	Set(service, user, secret string) error
	Delete(service, user string) error
}

// NewKeychain returns the keychain of this system. It asks nothing yet.
func NewKeychain() *Keychain { return &Keychain{system: systemStore{}} }

// Get returns the token, "" if there is none. The error is ErrNoKeychain.
func (k *Keychain) Get() (string, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.memory != "" {
		return k.memory, nil
	}
	token, err := k.system.Get(keychainService, keychainUser)
	if errors.Is(err, keyring.ErrNotFound) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNoKeychain, err)
	}
	return token, nil
}

// Set keeps the token in place of an older one. lasting is false if it is kept
// in memory only and forgotten when the program ends: the keychain can't be
// reached, or the token is longer than it takes.
func (k *Keychain) Set(token string) (lasting bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.memory = ""
	if len(token) <= maxToken && k.system.Set(keychainService, keychainUser, token) == nil {
		return true
	}
	k.memory = token
	// An older token must not come back at the next start; where the keychain
	// can't be reached there is nothing to remove.
	_ = k.system.Delete(keychainService, keychainUser)
	return false
}

// Delete forgets the token. The error is ErrNoKeychain: a token may then still
// be in the keychain.
func (k *Keychain) Delete() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	inMemory := k.memory != ""
	k.memory = ""
	err := k.system.Delete(keychainService, keychainUser)
	if err == nil || inMemory || errors.Is(err, keyring.ErrNotFound) {
		return nil
	}
	return fmt.Errorf("%w: %w", ErrNoKeychain, err)
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
