package xls

import (
	"bytes"
	"cmp"
	"crypto/md5"  //nolint:gosec // the format asks for it
	"crypto/rc4"  //nolint:gosec // the format asks for it
	"crypto/sha1" //nolint:gosec // the format asks for it
	"encoding/binary"
	"errors"
	"unicode/utf16"

	"numberloader/import/sheet"
)

// Why a protected workbook was not opened.
var (
	errPassword   = errors.New("the password does not open the workbook")
	errProtection = errors.New("the workbook is protected in an unknown way")
)

// cipher opens bytes of a protected workbook. at is where in the stream they stand,
// and size how many bytes their record has in all.
type cipher interface {
	open(data []byte, at, size int)
}

// unlock opens a protected workbook in place; one that is not protected stays as
// it is ([MS-XLS], 2.2.10).
func (s stream) unlock(version int, password string) error {
	protection, err := s.protection()
	if err != nil || protection == nil {
		return err
	}
	c, err := cipherOf(protection, version, cmp.Or(password, sheet.ReadOnly))
	if err != nil {
		return err
	}
	for r := range s.records() {
		if plain := plainBytes(r); plain < len(r.data) {
			c.open(r.data[plain:], r.at+plain, len(r.data))
		}
	}
	return nil
}

// protection is what the workbook says of how it is protected; nil if it is not.
func (s stream) protection() (found []byte, err error) {
	err = s.list(0, func(r record) error {
		if r.id == idFilePass && found == nil {
			found = r.data
		}
		return nil
	})
	return found, err
}

// plainBytes is how many bytes of a record are not encrypted: those that tell how
// the file is built.
func plainBytes(r record) int {
	const (
		userOfFile, fileLock, interfaceBegin = 0x0194, 0x0195, 0x00E1
		revisions, revisionHead              = 0x0196, 0x0138
		sizeOfPlace                          = 4
	)
	switch r.id {
	case idFilePass, userOfFile, fileLock, interfaceBegin, revisions, revisionHead:
		return len(r.data)
	case idBoundSheet:
		return min(sizeOfPlace, len(r.data))
	}
	if r.beginning() {
		return len(r.data)
	}
	return 0
}

// cipherOf is the cipher of a workbook of this version, if the password fits.
func cipherOf(protection []byte, version int, password string) (cipher, error) {
	const methodXOR, methodRC4 = 0, 1
	f := &fields{data: protection}
	method := methodXOR
	if version == excel97 {
		method = f.uint16()
	}
	switch method {
	case methodXOR:
		return xorOf(f, password)
	case methodRC4:
		major, minor := f.uint16(), f.uint16()
		switch {
		case major == 1 && minor == 1:
			return rc4Of(f, password)
		case major >= 2 && major <= 4 && minor == 2:
			return cryptoAPIOf(f, password)
		}
	}
	return nil, errProtection
}

// blockSize is how many bytes of the stream are encrypted with one key.
const blockSize = 1024

// blocks is RC4 with a key for each block of the stream.
type blocks struct {
	key     func(block uint32) []byte
	block   int             // whose bytes are here
	mask    [blockSize]byte // what they are combined with
	started bool
}

func (b *blocks) open(data []byte, at, _ int) {
	for i := range data {
		if block := (at + i) / blockSize; !b.started || block != b.block {
			b.turn(block)
		}
		data[i] ^= b.mask[(at+i)%blockSize]
	}
}

// turn goes to a block.
func (b *blocks) turn(block int) {
	b.block, b.started = block, true
	c, err := rc4.NewCipher(b.key(uint32(block))) //nolint:gosec // a stream has less than 2^32 blocks, and the format asks for RC4
	if err != nil {
		panic(err) // a key of five to twenty bytes
	}
	clear(b.mask[:])
	c.XORKeyStream(b.mask[:], b.mask[:])
}

// fits reports whether the password is right: the file holds random bytes and their
// hash, both encrypted.
func (b *blocks) fits(random, hash []byte, sum func([]byte) []byte) bool {
	both := append(bytes.Clone(random), hash...)
	b.open(both, 0, 0)
	return bytes.Equal(sum(both[:len(random)]), both[len(random):])
}

const (
	saltSize   = 16
	randomSize = 16
)

// rc4Of is the RC4 of Excel 97 and 2000 ([MS-OFFCRYPTO], 2.3.6).
func rc4Of(f *fields, password string) (cipher, error) {
	const (
		kept   = 5 // bytes of a hash, as exports of the time demanded
		rounds = 16
	)
	sum := func(b []byte) []byte { s := md5.Sum(b); return s[:] } //nolint:gosec // the format asks for it
	salt, random, hash := f.take(saltSize), f.take(randomSize), f.take(md5.Size)
	if f.short {
		return nil, f.err()
	}
	first := sum(inUTF16(password))[:kept]
	base := sum(bytes.Repeat(append(bytes.Clone(first), salt...), rounds))[:kept]
	b := &blocks{key: func(block uint32) []byte {
		return sum(binary.LittleEndian.AppendUint32(bytes.Clone(base), block))
	}}
	if !b.fits(random, hash, sum) {
		return nil, errPassword
	}
	return b, nil
}

// cryptoAPIOf is the RC4 of Excel 2002 and later ([MS-OFFCRYPTO], 2.3.5).
func cryptoAPIOf(f *fields, password string) (cipher, error) {
	const algorithmRC4, algorithmSHA1 = 0x6801, 0x8004
	sum := func(b []byte) []byte { s := sha1.Sum(b); return s[:] } //nolint:gosec // the format asks for it
	f.skip(4)
	header := &fields{data: f.take(int(f.uint32()))}
	header.skip(8)
	algorithm, hashing, bits := header.uint32(), header.uint32(), int(header.uint32())
	saltLength, salt := f.uint32(), f.take(saltSize)
	random, hashLength, hash := f.take(randomSize), f.uint32(), f.take(sha1.Size)
	if f.short || header.short {
		return nil, errShort
	}
	bits = cmp.Or(bits, smallKey)
	if algorithm != 0 && algorithm != algorithmRC4 || hashing != 0 && hashing != algorithmSHA1 ||
		saltLength != saltSize || hashLength != sha1.Size || bits < smallKey || bits > 8*sha1.Size || bits%8 != 0 {
		return nil, errProtection
	}
	base := sum(append(bytes.Clone(salt), inUTF16(password)...))
	b := &blocks{key: func(block uint32) []byte {
		return cryptoAPIKey(sum(binary.LittleEndian.AppendUint32(bytes.Clone(base), block)), bits)
	}}
	if !b.fits(random, hash, sum) {
		return nil, errPassword
	}
	return b, nil
}

// smallKey is the size of a key in bits that is filled up with zeros to 128.
const smallKey = 40

func cryptoAPIKey(hash []byte, bits int) []byte {
	key := hash[:bits/8]
	if bits == smallKey {
		const full = 16
		key = append(bytes.Clone(key), make([]byte, full-len(key))...)
	}
	return key
}

func inUTF16(text string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = binary.LittleEndian.AppendUint16(b, unit)
	}
	return b
}
