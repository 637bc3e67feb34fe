package platform

import (
	"errors"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"
)

// fakeStore is a keychain that fails with err, if it is set.
type fakeStore struct {
	entries map[string]string
	err     error
}

func (f *fakeStore) Get(service, user string) (string, error) {
	if f.err != nil {
		return "", f.err
	}
	secret, ok := f.entries[service+"/"+user]
	if !ok {
		return "", keyring.ErrNotFound
	}
	return secret, nil
}

func (f *fakeStore) Set(service, user, secret string) error {
	if f.err != nil {
		return f.err
	}
	if f.entries == nil {
		f.entries = map[string]string{}
	}
	f.entries[service+"/"+user] = secret
	return nil
}

func (f *fakeStore) Delete(service, user string) error {
	if f.err != nil {
		return f.err
	}
	if _, ok := f.entries[service+"/"+user]; !ok {
		return keyring.ErrNotFound
	}
	delete(f.entries, service+"/"+user)
	return nil
}

var errNoBus = errors.New("no session bus")

func TestTheKeychainKeepsOneToken(t *testing.T) {
	t.Parallel()
	k := newKeychain(&fakeStore{})
	if token, err := k.Get(); token != "" || err != nil {
		t.Errorf("at first: got %q, %v", token, err)
	}
	for _, token := range []string{"first", "second"} {
		if lasting := k.Set(token); !lasting {
			t.Errorf("%s is not lasting", token)
		}
		if got, err := k.Get(); got != token || err != nil {
			t.Errorf("got %q, %v", got, err)
		}
	}
	for range 2 {
		if err := k.Delete(); err != nil {
			t.Error(err)
		}
	}
	if token, err := k.Get(); token != "" || err != nil {
		t.Errorf("after deleting: got %q, %v", token, err)
	}
}

func TestWithoutAKeychainTheTokenIsInMemoryOnly(t *testing.T) {
	t.Parallel()
	k := newKeychain(&fakeStore{err: errNoBus})
	if _, err := k.Get(); !errors.Is(err, ErrNoKeychain) {
		t.Errorf("got %v", err)
	}
	if err := k.Delete(); !errors.Is(err, ErrNoKeychain) {
		t.Errorf("delete: got %v", err)
	}
	if lasting := k.Set("secret"); lasting {
		t.Error("lasting without a keychain")
	}
	if token, err := k.Get(); token != "secret" || err != nil {
		t.Errorf("got %q, %v", token, err)
	}
	if err := k.Delete(); err != nil {
		t.Errorf("delete from memory: got %v", err)
	}
	if token, _ := k.Get(); token != "" {
		t.Errorf("after deleting: got %q", token)
	}
}

func TestASecretOfTheGreatestLengthIsKept(t *testing.T) {
	t.Parallel()
	system := &fakeStore{}
	long := strings.Repeat("x", maxSecret)
	if !newKeychain(system).Set(long) {
		t.Error("it is not lasting")
	}
	if got, err := newKeychain(system).Get(); got != long || err != nil {
		t.Errorf("got %d bytes, %v", len(got), err)
	}
}

// TestPartsOfALongSecretAreForgotten has the entries that version 0.2 made.
func TestPartsOfALongSecretAreForgotten(t *testing.T) {
	t.Parallel()
	inParts := func() *fakeStore {
		return &fakeStore{entries: map[string]string{
			"Number Loader/access token":         "number-loader:parts 2 0123abcd",
			"Number Loader/access token, part 1": "first", "Number Loader/access token, part 2": "second",
		}}
	}
	system := inParts()
	if got, err := newKeychain(system).Get(); got != "" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	if !newKeychain(system).Set("new") || len(system.entries) != 1 {
		t.Errorf("beside a new secret there is %v", system.entries)
	}
	system = inParts()
	if err := newKeychain(system).Delete(); err != nil || len(system.entries) > 0 {
		t.Errorf("after deleting there is %v (%v)", system.entries, err)
	}
}

func TestASecretThatNoKeychainTakesReplacesTheOldOneInMemory(t *testing.T) {
	t.Parallel()
	system := &fakeStore{entries: map[string]string{"Number Loader/access token": "old"}}
	k := newKeychain(system)
	long := strings.Repeat("x", maxSecret+1)
	if lasting := k.Set(long); lasting {
		t.Error("lasting though it is too long")
	}
	if token, err := k.Get(); token != long || err != nil {
		t.Errorf("got %d bytes, %v", len(token), err)
	}
	if len(system.entries) != 0 {
		t.Error("the old token would come back at the next start")
	}
	if lasting := k.Set("short"); !lasting || len(k.vault.memory) != 0 {
		t.Error("a short token does not go to the keychain afterwards")
	}
}

func TestEntriesAreApart(t *testing.T) {
	t.Parallel()
	for _, system := range []*fakeStore{{}, {err: errNoBus}} {
		token := newKeychain(system)
		other := token.Entry("integration")
		token.Set("a")
		other.Set("b")
		if got, _ := token.Entry("integration").Get(); got != "b" {
			t.Errorf("got %q", got)
		}
		if err := other.Delete(); err != nil {
			t.Error(err)
		}
		got, _ := token.Get()
		gone, _ := other.Get()
		if got != "a" || gone != "" {
			t.Errorf("got %q and %q", got, gone)
		}
	}
}

// It uses go-keyring's own memory keychain, which belongs to the whole process,
// so it does not run beside other tests.
func TestTheSystemsKeychainIsUsed(t *testing.T) {
	keyring.MockInit()
	k := NewKeychain()
	if lasting := k.Set("secret"); !lasting {
		t.Error("not lasting")
	}
	if got, err := keyring.Get("Number Loader", "access token"); got != "secret" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	if token, err := k.Get(); token != "secret" || err != nil {
		t.Errorf("got %q, %v", token, err)
	}
	if err := k.Delete(); err != nil {
		t.Error(err)
	}
}
