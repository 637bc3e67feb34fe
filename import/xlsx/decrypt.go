package xlsx

import (
	"bytes"
	"cmp"
	"errors"
	"regexp"
	"strconv"

	"github.com/xuri/excelize/v2"

	"numberloader/import/refuse"
	"numberloader/import/sheet"
	"numberloader/internal/fault"
)

// maxSpins is the most rounds that the key of a protected file may take:
// "spinCount … MUST be less than or equal to 10000000" ([MS-OFFCRYPTO],
// 2.3.4.10). Office writes 100,000.
const maxSpins = 10_000_000

var (
	errSpins  = errors.New("the key of the file asks for too much work")
	spinCount = regexp.MustCompile(`spinCount="(\d+)"`)
)

// Unlock opens the OLE2 file of these bytes with a password, "" if the user named
// none, and returns the zip file in it. It may work for seconds and can't be
// stopped.
func Unlock(content []byte, word string) ([]byte, error) {
	if err := checkSpins(content); err != nil {
		return nil, refuse.Damaged(err)
	}
	opened, err := decrypt(content, cmp.Or(word, sheet.ReadOnly))
	if word == "" && fault.KindOf(err) == fault.FilePassword {
		return nil, refuse.Password()
	}
	return opened, err
}

// checkSpins refuses a file whose key would take hours.
func checkSpins(content []byte) error {
	for _, found := range spinCount.FindAllSubmatch(content, -1) {
		if n, err := strconv.Atoi(string(found[1])); err != nil || n > maxSpins {
			return errSpins
		}
	}
	return nil
}

// decrypt opens a protected file. excelize does not always tell a wrong password
// from a right one, but only the right one gives a zip file.
func decrypt(content []byte, password string) ([]byte, error) {
	opened, err := sheet.Guard(func() ([]byte, error) {
		return excelize.Decrypt(content, &excelize.Options{Password: password})
	})
	switch {
	case errors.Is(err, sheet.ErrPanic):
		return nil, err
	case errors.Is(err, excelize.ErrUnknownEncryptMechanism), errors.Is(err, excelize.ErrUnsupportedEncryptMechanism):
		return nil, refuse.UnknownEncryption(err)
	case err != nil, !bytes.HasPrefix(opened, []byte("PK\x03\x04")):
		return nil, refuse.WrongPassword(err)
	}
	return opened, nil
}
