package number

import (
	"iter"
	"math/bits"
)

// Remarks are warnings about numbers that were read and are sent. A row keeps those of
// which it has all that their messages name (OfRow), and makes findings of them where
// they are shown, because most rows of many lists have one.
type Remarks uint16

// The remarks in the order in which they are shown (docs/number-rules.md, 2).
const (
	RemarkSeveralNumbers Remarks = 1 << iota
	RemarkCountryDiffers
	RemarkKindMismatch
	RemarkDigitsFolded
	RemarkHiddenCharacters
	RemarkExcelNumber
	RemarkDialingPrefix
	RemarkCountryAdded
	RemarkReformatted
)

// remarkCodes are the codes of the remarks, in the same order.
//
//nolint:gochecknoglobals // a constant table, never written
var remarkCodes = [...]Code{
	CodeSeveralNumbers, CodeCountryDiffers, CodeKindMismatch, CodeDigitsFolded, CodeHiddenCharacters,
	CodeExcelNumber, CodeDialingPrefix, CodeCountryAdded, CodeReformatted,
}

// Each are the remarks one by one, with their codes.
func (m Remarks) Each() iter.Seq2[Remarks, Code] {
	return func(yield func(Remarks, Code) bool) {
		for ; m != 0; m &= m - 1 {
			if !yield(m&-m, remarkCodes[bits.TrailingZeros16(uint16(m))]) {
				return
			}
		}
	}
}

// Len is how many there are.
func (m Remarks) Len() int { return bits.OnesCount16(uint16(m)) }

// OfRow reports whether a row of one number has all that the messages of these remarks
// name: its cell and what it shows, its number and its country.
func (m Remarks) OfRow() bool {
	return m&(RemarkSeveralNumbers|RemarkCountryDiffers|RemarkKindMismatch) == 0
}

// Worst is the level and the code of a row with these remarks.
func (m Remarks) Worst() (Level, Code) {
	for _, code := range m.Each() {
		return LevelWarning, code
	}
	return LevelOK, ""
}

// asks reports whether a person should look at a row with these remarks.
func (m Remarks) asks() bool {
	for _, code := range m.Each() {
		if !code.Routine() {
			return true
		}
	}
	return false
}

// RemarkFinding says something of numbers that are sent, which are separated by
// commas, and what they were read as. Values are what its message names besides the cell.
func RemarkFinding(code Code, numbers string, values ...Arg) Finding {
	return NewFinding(code, Usual, append(values, Arg{"number", numbers}))
}

// findings are those of remarks that are OfRow.
func (m Remarks) findings(r *Row) []Finding {
	all, text := make([]Finding, 0, m.Len()), r.Number.String()
	for remark, code := range m.Each() {
		if remark == RemarkCountryAdded {
			all = append(all, r.named(RemarkFinding(code, text, Arg{"country", r.Country()})))
		} else {
			all = append(all, r.named(RemarkFinding(code, text)))
		}
	}
	return all
}
