package xls

import (
	"bytes"
	"encoding/hex"
	"errors"
	"slices"
	"testing"

	"numberloader/import/sheet"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// TestTheKeyOfAPasswordIsThatOfTheSpecification compares with the table
// InitialCode of [MS-OFFCRYPTO], 2.3.7.2: the keys of passwords without any of
// the bits that count.
func TestTheKeyOfAPasswordIsThatOfTheSpecification(t *testing.T) {
	t.Parallel()
	table := []uint16{
		0xE1F0, 0x1D0F, 0xCC9C, 0x84C0, 0x110C, 0x0E10, 0xF1CE, 0x313E, 0x1872, 0xE139, 0xD40F, 0x84F9, 0x280C, 0xA96A, 0x4EC3,
	}
	for i, want := range table {
		if got := xorKey(bytes.Repeat([]byte{0x80}, i+1)); got != want {
			t.Errorf("%d characters: %#x, want %#x", i+1, got, want)
		}
	}
	if key, check := xorKey([]byte(sheet.ReadOnly)), xorCheck([]byte(sheet.ReadOnly)); key != 0xB359 || check != 0x9A0A {
		t.Errorf("%#x, %#x", key, check)
	}
}

func TestAPasswordIsTakenAsOneByteEach(t *testing.T) {
	t.Parallel()
	for password, want := range map[string]string{"pässword": "p\xe4ssword", "\u0400x": "\x04x", "12345678901234567": "123456789012345"} {
		if got := string(oneByteEach(password)); got != want {
			t.Errorf("%q: %q, want %q", password, got, want)
		}
	}
}

// cryptoAPI is what a file that Word made says of its protection with the
// password "testpass".
func cryptoAPI(t *testing.T) []byte {
	t.Helper()
	decode := func(digits string) []byte {
		b, err := hex.DecodeString(digits)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	header := slices.Concat(rec(0, uint32(4), uint32(0), uint32(0x6801), uint32(0x8004), uint32(128), uint32(1), uint32(0), uint32(0), 0)[headerSize:])
	return rec(idFilePass, 1, 2, 2, uint32(4), uint32(34), header,
		uint32(16), decode("8a4a963f5cd7a6b854157fe6489f0621"), decode("808b8e037e112114bf7954c06696a9cd"),
		uint32(20), decode("cd73eea74f5be5a5200a044d5d8f96276ccbce89"))[headerSize:]
}

func TestOnlyTheRightPasswordOpens(t *testing.T) {
	t.Parallel()
	xor := rec(idFilePass, 0xB359, 0x9A0A)[headerSize:]
	newXOR := rec(idFilePass, 0, 0xB359, 0x9A0A)[headerSize:]
	for name, c := range map[string]struct {
		protection []byte
		version    int
		password   string
		want       error
	}{
		"Excel 2002":                 {cryptoAPI(t), excel97, "testpass", nil},
		"Excel 2002, wrong":          {cryptoAPI(t), excel97, "Testpass", errPassword},
		"Excel 2002, other key":      {bytes.Replace(cryptoAPI(t), []byte{128, 0, 0, 0, 1}, []byte{40, 0, 0, 0, 1}, 1), excel97, "testpass", errPassword},
		"Excel 2002, no key":         {bytes.Replace(cryptoAPI(t), []byte{128, 0, 0, 0, 1}, []byte{129, 0, 0, 0, 1}, 1), excel97, "testpass", errProtection},
		"Excel 2002, other cipher":   {bytes.Replace(cryptoAPI(t), []byte{0x01, 0x68}, []byte{0x0E, 0x66}, 1), excel97, "testpass", errProtection},
		"Excel 2002, cut off":        {cryptoAPI(t)[:80], excel97, "testpass", errShort},
		"Excel 5":                    {xor, excel5, sheet.ReadOnly, nil},
		"Excel 5, wrong":             {xor, excel5, "velvetsweatshop", errPassword},
		"Excel 5, none":              {xor, excel5, "", errPassword},
		"Excel 97 as Excel 5":        {newXOR, excel97, sheet.ReadOnly, nil},
		"Excel 97, cut off":          {rec(idFilePass, 1, 1, 1, "salt")[headerSize:], excel97, "x", errShort},
		"Excel 97, unknown way":      {rec(idFilePass, 2)[headerSize:], excel97, "x", errProtection},
		"Excel 97, unknown version":  {rec(idFilePass, 1, 5, 2)[headerSize:], excel97, "x", errProtection},
		"Excel 5, nothing but a key": {rec(idFilePass, 1)[headerSize:], excel5, "x", errShort},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, err := cipherOf(c.protection, c.version, c.password); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

// lockXOR protects a stream of Excel 5 in place; the bytes are turned the other
// way round than when it is opened.
func lockXOR(s stream, password string) {
	mask := xorMaskOf([]byte(password))
	for r := range s.records() {
		for i := plainBytes(r); i < len(r.data); i++ {
			b := r.data[i] ^ mask[(r.at+i+len(r.data))%len(mask)]
			r.data[i] = b<<5 | b>>3
		}
	}
}

func TestAProtectedWorkbookIsReadWithItsPassword(t *testing.T) {
	t.Parallel()
	protected := func(password string) stream {
		letters := []byte(password)
		s := workbook(0x0500, rec(idFilePass, int(xorKey(letters)), int(xorCheck(letters))), rec(idLabel, 0, 0, 0, 6, "+49 30"))
		lockXOR(s, password)
		return s
	}
	for name, c := range map[string]struct {
		of, given string
		want      fault.Kind
		what      string
	}{
		"right":                {"secret", "secret", 0, ""},
		"against changes only": {sheet.ReadOnly, "", 0, ""},
		"wrong":                {"secret", "Secret", fault.FilePassword, "This password does not open the file."},
		"none":                 {"secret", "", fault.FilePassword, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			all, err := readBytes(t, protected(c.of), c.given)
			if c.want == 0 {
				if err != nil || cellsOf(all[0]) != "A1 text +49 30" {
					t.Errorf("got %v", err)
				}
				return
			}
			var f *fault.Error
			if !errors.As(err, &f) || f.Kind != c.want || phrase.Say(f.What) != c.what {
				t.Errorf("got %v", err)
			}
		})
	}
	unknown := workbook(0x0600, rec(idFilePass, 2), nil)
	if _, err := readBytes(t, unknown, ""); fault.KindOf(err) != fault.FileUnsupported {
		t.Errorf("unknown protection: %v", err)
	}
}
