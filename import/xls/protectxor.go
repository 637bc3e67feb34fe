package xls

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
	"unicode/utf16"
)

// longestPassword is how many characters of a password count for the XOR method.
const longestPassword = 15

// xorMask is the XOR method of Excel 5 and before, which later ones know as well
// ([MS-OFFCRYPTO], 2.3.7.2).
type xorMask [longestPassword + 1]byte

// open combines each byte with the one of the mask that its place in the stream
// and the size of its record choose.
func (m *xorMask) open(data []byte, at, size int) {
	for i := range data {
		data[i] = bits.RotateLeft8(data[i], 3) ^ m[(at+i+size)%len(m)]
	}
}

func xorOf(f *fields, password string) (cipher, error) {
	key, check := f.uint16(), f.uint16()
	if f.short {
		return nil, f.err()
	}
	letters := oneByteEach(password)
	if len(letters) == 0 || int(xorKey(letters)) != key || int(xorCheck(letters)) != check {
		return nil, errPassword
	}
	return xorMaskOf(letters), nil
}

// oneByteEach is what the method takes of a password: of each character the low
// byte, or the high one if that is zero.
func oneByteEach(password string) []byte {
	var letters []byte
	for _, unit := range utf16.Encode([]rune(password)) {
		letters = append(letters, cmp.Or(byte(unit&0xFF), byte(unit>>8)))
	}
	return letters[:min(len(letters), longestPassword)]
}

// xorMaskOf is the password, filled up, combined with both bytes of the key.
func xorMaskOf(letters []byte) *xorMask {
	filling := [longestPassword]byte{0xBB, 0xFF, 0xFF, 0xBA, 0xFF, 0xFF, 0xB9, 0x80, 0x00, 0xBE, 0x0F, 0x00, 0xBF, 0x0F, 0x00}
	key := binary.LittleEndian.AppendUint16(nil, xorKey(letters))
	m := &xorMask{}
	copy(m[copy(m[:], letters):], filling[:])
	for i := range m {
		m[i] = bits.RotateLeft8(m[i]^key[i%2], 2)
	}
	return m
}

// xorKey is the key of a password. The tables of the specification are the steps
// of one shift register, from the last character to the first.
func xorKey(letters []byte) uint16 {
	base, key, end := uint16(0x8000), uint16(0), uint16(0xFFFF)
	for _, letter := range slices.Backward(letters) {
		for bit := range 8 {
			base, end = shift(base), shift(end)
			if bit < 7 && letter>>bit&1 == 1 {
				key ^= base
			}
		}
	}
	return key ^ end
}

// shift is one step of the register.
func shift(register uint16) uint16 {
	register = bits.RotateLeft16(register, 1)
	if register&1 == 1 {
		register ^= 0x1020
	}
	return register
}

// xorCheck is what tells a right password from a wrong one.
func xorCheck(letters []byte) uint16 {
	check := uint16(len(letters)) ^ 0xCE4B //nolint:gosec // at most 15
	for i, letter := range letters {
		turned := uint32(letter) << (i + 1)
		check ^= uint16(turned&0x7FFF | turned>>15) //nolint:gosec // 15 bits
	}
	return check
}
