package platform

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/zalando/go-keyring"
)

// maxPart is the most bytes that every keychain takes in one entry: Windows
// allows 2,560, and macOS about 3,000 for the whole command after base64, which
// makes a third more of it (documentation of go-keyring).
const maxPart = 2048

// maxParts bounds how many entries a longer secret is spread over.
const maxParts = 16

// partsMark begins an entry that holds no secret but says how many further
// entries hold its parts, and their checksum.
const partsMark = "number-loader:parts "

var errTooLong = errors.New("the secret is longer than a keychain takes")

// write keeps a secret in one entry, or in several if it is long. A secret whose
// parts are not all there does not come back: the entry that names them is the
// last to be written and holds their checksum.
func (v *vault) write(name, secret string) error {
	if len(secret) > maxPart*maxParts {
		return errTooLong
	}
	if err := v.remove(name); err != nil {
		return err
	}
	if len(secret) <= maxPart {
		return v.system.Set(keychainService, name, secret)
	}
	count := (len(secret) + maxPart - 1) / maxPart
	for part := range count {
		text := secret[part*maxPart : min((part+1)*maxPart, len(secret))]
		if err := v.system.Set(keychainService, partName(name, part), text); err != nil {
			return errors.Join(err, v.removeParts(name, part))
		}
	}
	if err := v.system.Set(keychainService, name, directory(secret, count)); err != nil {
		return errors.Join(err, v.removeParts(name, count))
	}
	return nil
}

// directory is the entry that names the parts of a secret.
func directory(secret string, count int) string {
	sum := sha256.Sum256([]byte(secret))
	return partsMark + strconv.Itoa(count) + " " + hex.EncodeToString(sum[:])
}

func partName(name string, part int) string { return fmt.Sprintf("%s, part %d", name, part+1) }

// read returns a secret, "" if there is none or not all of it.
func (v *vault) read(name string) (string, error) {
	entry, err := v.get(name)
	count := partCount(entry)
	if err != nil || count == 0 {
		return entry, err
	}
	var secret strings.Builder
	for part := range count {
		text, err := v.get(partName(name, part))
		if err != nil {
			return "", err
		}
		secret.WriteString(text)
	}
	if directory(secret.String(), count) != entry {
		return "", nil
	}
	return secret.String(), nil
}

// get reads one entry, "" if it is not there.
func (v *vault) get(name string) (string, error) {
	text, err := v.system.Get(keychainService, name)
	if errors.Is(err, keyring.ErrNotFound) {
		return "", nil
	}
	return text, err
}

// partCount is how many parts an entry names, 0 if it is a secret itself.
func partCount(entry string) int {
	rest, ok := strings.CutPrefix(entry, partsMark)
	number, _, _ := strings.Cut(rest, " ")
	count, err := strconv.Atoi(number)
	if !ok || err != nil {
		return 0
	}
	return min(max(count, 0), maxParts)
}

// remove deletes an entry and the parts that it names.
func (v *vault) remove(name string) error {
	entry, err := v.get(name)
	if err != nil {
		return err
	}
	return errors.Join(v.delete(name), v.removeParts(name, partCount(entry)))
}

func (v *vault) removeParts(name string, count int) error {
	var failed error
	for part := range count {
		failed = errors.Join(failed, v.delete(partName(name, part)))
	}
	return failed
}

// delete removes one entry, which need not be there.
func (v *vault) delete(name string) error {
	if err := v.system.Delete(keychainService, name); !errors.Is(err, keyring.ErrNotFound) {
		return err
	}
	return nil
}
