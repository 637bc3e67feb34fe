package platform

import (
	"errors"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"
)

// fakeStore is a keychain that fails with err, if it is set.
type fakeStore struct {
	token string
	err   error
}

func (f *fakeStore) Get(string, string) (string, error) {
	if f.err == nil && f.token == "" {
		return "", keyring.ErrNotFound
	}
	return f.token, f.err
}

func (f *fakeStore) Set(_, _, secret string) error {
	if f.err == nil {
		f.token = secret
	}
	return f.err
}

func (f *fakeStore) Delete(string, string) error {
	if f.err == nil && f.token == "" {
		return keyring.ErrNotFound
	}
	if f.err == nil {
		f.token = ""
	}
	return f.err
}

var errNoBus = errors.New("no session bus")

func TestTheKeychainKeepsOneToken(t *testing.T) {
	t.Parallel()
	k := &Keychain{system: &fakeStore{}}
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
	k := &Keychain{system: &fakeStore{err: errNoBus}}
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

func TestATokenThatIsTooLongReplacesTheOldOneInMemory(t *testing.T) {
	t.Parallel()
	system := &fakeStore{token: "old"}
	k := &Keychain{system: system}
	long := strings.Repeat("x", maxToken+1)
	if lasting := k.Set(long); lasting {
		t.Error("lasting though it is too long")
	}
	if token, err := k.Get(); token != long || err != nil {
		t.Errorf("got %d bytes, %v", len(token), err)
	}
	if system.token != "" {
		t.Error("the old token would come back at the next start")
	}
	if lasting := k.Set("short"); !lasting || k.memory != "" {
		t.Error("a short token does not go to the keychain afterwards")
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
