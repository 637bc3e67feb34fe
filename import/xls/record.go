package xls

import (
	"encoding/binary"
	"errors"
	"iter"
)

// Records that are read, by their numbers ([MS-XLS], 2.3.2). Those of Excel 2 to
// 4 are not in it any more: theirs are the numbers with a 2, 3 or 4 in the name,
// which "The Microsoft Excel File Format" of OpenOffice.org describes.
const (
	idBegin2   = 0x0009
	idBegin3   = 0x0209
	idBegin4   = 0x0409
	idBegin5   = 0x0809
	idEOF      = 0x000A
	idContinue = 0x003C

	idFilePass    = 0x002F
	idCodePage    = 0x0042
	idDateMode    = 0x0022
	idBoundSheet  = 0x0085
	idSST         = 0x00FC
	idFont        = 0x0031
	idFont3       = 0x0231
	idFormat      = 0x041E
	idFormat2     = 0x001E
	idXF          = 0x00E0
	idXF2         = 0x0043
	idXF3         = 0x0243
	idXF4         = 0x0443
	idRow         = 0x0208
	idRow2        = 0x0008
	idMergedCells = 0x00E5
	idColumns     = 0x007D
	idWidths2     = 0x0024

	idInteger2 = 0x0002
	idNumber   = 0x0203
	idNumber2  = 0x0003
	idRK       = 0x027E
	idRKOld    = 0x007E
	idMulRK    = 0x00BD
	idLabel    = 0x0204
	idLabel2   = 0x0004
	idLabelSST = 0x00FD
	idRString  = 0x00D6
	idBoolErr  = 0x0205
	idBoolErr2 = 0x0005
	idFormula  = 0x0006
	idFormula3 = 0x0206
	idFormula4 = 0x0406

	idString  = 0x0207
	idString2 = 0x0007
	idShared  = 0x04BC
	idArray   = 0x0221
	idArray2  = 0x0021
	idTable   = 0x0236
	idTable2  = 0x0036
)

var (
	errCut    = errors.New("the workbook ends within a record")
	errShort  = errors.New("a record is shorter than what it says it holds")
	errBegin  = errors.New("a sheet does not begin where the workbook says")
	errNested = errors.New("the sheets of the workbook lie within each other")
	errWide   = errors.New("a cell stands outside of the sheet")
)

// headerSize is how many bytes stand before the data of a record: its number and
// the size of the data.
const headerSize = 4

// record is one piece of a workbook.
type record struct {
	id   uint16
	at   int // where its data begins
	data []byte
}

func (r record) end() int { return r.at + len(r.data) }

// beginning reports whether the record begins a list of records.
func (r record) beginning() bool {
	return r.id == idBegin5 || r.id == idBegin4 || r.id == idBegin3 || r.id == idBegin2
}

// stream is all records of a workbook, one behind the other ([MS-XLS], 2.1.4).
type stream []byte

// record is the one at a place.
func (s stream) record(at int) (record, error) {
	if at < 0 || at+headerSize > len(s) {
		return record{}, errCut
	}
	begin := at + headerSize
	size := int(binary.LittleEndian.Uint16(s[at+2:]))
	if begin+size > len(s) {
		return record{}, errCut
	}
	return record{id: binary.LittleEndian.Uint16(s[at:]), at: begin, data: s[begin : begin+size]}, nil
}

// records yields all records up to where the stream ends or is cut off.
func (s stream) records() iter.Seq[record] {
	return func(yield func(record) bool) {
		for r, err := s.record(0); err == nil && yield(r); r, err = s.record(r.end()) {
		}
	}
}

// list calls visit with the records of the list that begins at a place, up to its
// end, but not with those that continue another: fields reads them with it, and each
// by itself would take forever where there are many. Lists within it, such as charts in
// a sheet, are passed over. A list that has no end is an error: what is left of a file
// that was cut off must not pass as the whole.
func (s stream) list(at int, visit func(record) error) error {
	r, err := s.record(at)
	if err != nil {
		return err
	}
	if !r.beginning() {
		return errBegin
	}
	for depth := 1; depth > 0; {
		if r, err = s.record(r.end()); err != nil {
			return err
		}
		switch {
		case r.beginning():
			depth++
		case r.id == idEOF:
			depth--
		case depth == 1 && r.id != idContinue:
			if err := visit(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// fields are those of a record and of the records that continue it.
func (s stream) fields(r record) fields {
	f := fields{data: r.data}
	for {
		next, err := s.record(r.end())
		if err != nil || next.id != idContinue {
			return f
		}
		f.more = append(f.more, next.data)
		r = next
	}
}
