package parts

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
)

// The longest numbers in bytes: one that is read as a count or an index, and one
// that is a value of a cell, for which programs write at most 24.
const (
	maxDigits = 9
	maxNumber = 400
)

// ParseNatural is a number of at most nine digits and nothing else.
func ParseNatural[T string | []byte](text T) (int, bool) {
	if len(text) == 0 || len(text) > maxDigits {
		return 0, false
	}
	n := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return 0, false
		}
		n = n*10 + int(text[i]-'0')
	}
	return n, true
}

// IsNumber reports whether a value is written as a number.
func IsNumber(text []byte) bool {
	if len(text) == 0 || len(text) > maxNumber {
		return false
	}
	if len(bytes.TrimLeft(text, "0123456789")) == 0 {
		return true // most
	}
	_, err := strconv.ParseFloat(string(text), 64)
	return strings.Trim(string(text), "0123456789+-.eE") == "" && (err == nil || errors.Is(err, strconv.ErrRange))
}
