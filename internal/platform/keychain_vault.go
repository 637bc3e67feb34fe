package platform

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/zalando/go-keyring"
)

// maxSecret is the most bytes that every keychain takes in one entry: Windows
// allows 2,560, and macOS about 3,000 for the whole command after base64, which
// makes a third more of it (documentation of go-keyring).
const maxSecret = 2048

var errTooLong = errors.New("the secret is longer than a keychain takes")

// write keeps a secret in place of an older one.
func (v *vault) write(name, secret string) error {
	if len(secret) > maxSecret {
		return errTooLong
	}
	if err := v.remove(name); err != nil {
		return err
	}
	return v.system.Set(keychainService, name, secret)
}

// read returns a secret, "" if there is none.
func (v *vault) read(name string) (string, error) {
	entry, err := v.get(name)
	if parts(entry) > 0 {
		return "", nil
	}
	return entry, err
}

// get reads one entry, "" if it is not there.
func (v *vault) get(name string) (string, error) {
	text, err := v.system.Get(keychainService, name)
	if errors.Is(err, keyring.ErrNotFound) {
		return "", nil
	}
	return text, err
}

// remove deletes an entry, with the parts that version 0.2 made of a long secret.
func (v *vault) remove(name string) error {
	entry, err := v.get(name)
	if err != nil {
		return err
	}
	err = v.delete(name)
	for part := range parts(entry) {
		err = errors.Join(err, v.delete(fmt.Sprintf(entryPart, name, part+1)))
	}
	return err
}

// parts is how many further entries hold a long secret of version 0.2, 0 for an entry
// that is a secret itself.
func parts(entry string) int {
	const mark, most = "number-loader:parts ", 16
	rest, ok := strings.CutPrefix(entry, mark)
	number, _, _ := strings.Cut(rest, " ")
	count, err := strconv.Atoi(number)
	if !ok || err != nil {
		return 0
	}
	return min(max(count, 0), most)
}

// delete removes one entry, which need not be there.
func (v *vault) delete(name string) error {
	if err := v.system.Delete(keychainService, name); !errors.Is(err, keyring.ErrNotFound) {
		return err
	}
	return nil
}
