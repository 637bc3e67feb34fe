package importer

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"iter"
	"regexp"
	"strconv"

	"github.com/xuri/excelize/v2"

	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// maxSpins is the most rounds that the key of a protected file may take:
// "spinCount … MUST be less than or equal to 10000000" ([MS-OFFCRYPTO],
// 2.3.4.10). Office writes 100,000.
const maxSpins = 10_000_000

var (
	errNoRoot = errors.New("the container has no directory")
	errSpins  = errors.New("the key of the file asks for too much work")
	spinCount = regexp.MustCompile(`spinCount="(\d+)"`)
)

// readCompound reads an OLE2 file: a protected workbook, or an old Excel file.
func (in *input) readCompound() (*number.Table, error) {
	content, err := in.readAll()
	if err != nil {
		return nil, err
	}
	if !hasRoot(content) {
		return nil, damaged(errNoRoot)
	}
	if f := byClass(content); f != nil {
		return nil, f.refuse()
	}
	switch {
	case hasEntry(content, "EncryptedPackage"):
		return in.readProtected(content)
	case hasEntry(content, "Workbook"), hasEntry(content, "Book"):
		return nil, oldExcel()
	}
	return nil, refuseCompound(content)
}

// A directory entry of an OLE2 file has 128 bytes and stands at a multiple of
// 128: its name in UTF-16 in 64 bytes, the length of that with a closing zero in
// two, and what it is in one ([MS-CFB], 2.6.1). Looking at all places needs no
// chain of sectors, which can be broken or run in a circle.
const (
	entrySize     = 128
	entryLengthAt = 64
	entryTypeAt   = 66
	entryIsRoot   = 5
)

// entries yields whatever stands where a directory entry may stand.
func entries(content []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for start := entrySize; start+entrySize <= len(content); start += entrySize {
			if !yield(content[start : start+entrySize]) {
				return
			}
		}
	}
}

// hasRoot says that a file has the first entry of a directory. It is known by
// its type: Excel calls it Root Entry, on a Mac just R with a length that leaves
// out the closing zero.
func hasRoot(content []byte) bool {
	for entry := range entries(content) {
		length := int(binary.LittleEndian.Uint16(entry[entryLengthAt:]))
		if entry[entryTypeAt] == entryIsRoot && length >= 2 && length <= entryLengthAt && length%2 == 0 {
			return true
		}
	}
	return false
}

// hasEntry says that a file has an entry with this name.
func hasEntry(content []byte, name string) bool {
	field := make([]byte, 0, entryLengthAt)
	for _, b := range []byte(name) {
		field = append(field, b, 0)
	}
	field = append(field, 0, 0)
	for entry := range entries(content) {
		if int(binary.LittleEndian.Uint16(entry[entryLengthAt:])) == len(field) && bytes.HasPrefix(entry, field) {
			return true
		}
	}
	return false
}

// writeProtection is the password with which Excel encrypts workbooks that are
// protected against changes and not against being read ([MS-OFFCRYPTO],
// 2.4.2.3: "the default password is VelvetSweatshop").
const writeProtection = "VelvetSweatshop"

func (in *input) readProtected(content []byte) (*number.Table, error) {
	if err := checkSpins(content); err != nil {
		return nil, damaged(err)
	}
	opened, err := decrypt(content, cmp.Or(in.layout.Password, writeProtection))
	switch {
	case in.layout.Password == "" && fault.KindOf(err) == fault.FilePassword:
		return nil, password()
	case err != nil:
		return nil, err
	}
	return in.readWorkbook(bytes.NewReader(opened), int64(len(opened)))
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
	opened, err := guarded(func() ([]byte, error) {
		return excelize.Decrypt(content, &excelize.Options{Password: password})
	})
	switch {
	case errors.Is(err, errPanic):
		return nil, err
	case errors.Is(err, excelize.ErrUnknownEncryptMechanism), errors.Is(err, excelize.ErrUnsupportedEncryptMechanism):
		return nil, unknownEncryption(err)
	case err != nil, !bytes.HasPrefix(opened, []byte("PK\x03\x04")):
		return nil, wrongPassword(err)
	}
	return opened, nil
}
