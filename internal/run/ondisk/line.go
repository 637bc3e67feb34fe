package ondisk

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
)

// The parts of a line around its checksum, its place among the lines and its
// content. The checksum is of all that stands between the last two.
const (
	sumPrefix   = `{"sum":"`
	noSum       = `00000000`
	sumEnd      = `",`
	placePrefix = `"n":`
	dataPrefix  = `"data":`
	lineEnd     = "}\n"
)

var errLine = errors.New("not a whole line of a journal")

// checksum is the CRC-32C of a line's content.
func checksum(data []byte) uint32 {
	return crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli))
}

// AppendLine adds the whole line of a journal for a value: its place and its content as
// JSON, with the checksum of both. A place of 0 stands for a journal that does not count
// its lines. The error is that of the JSON; nothing is added then.
func AppendLine(out *bytes.Buffer, value any, place int) error {
	start := out.Len()
	out.WriteString(sumPrefix + noSum + sumEnd)
	covered := out.Len() - start
	if place > 0 {
		out.WriteString(placePrefix)
		out.Write(append(strconv.AppendInt(out.AvailableBuffer(), int64(place), 10), ','))
	}
	out.WriteString(dataPrefix)
	if place == 0 {
		covered = out.Len() - start
	}
	if err := json.NewEncoder(out).Encode(value); err != nil {
		out.Truncate(start)
		return fmt.Errorf("write a line of the journal: %w", err)
	}
	out.Truncate(out.Len() - len("\n")) // of the encoder
	line := out.Bytes()[start:]
	hex.Encode(line[len(sumPrefix):], binary.BigEndian.AppendUint32(nil, checksum(line[covered:])))
	out.WriteString(lineEnd)
	return nil
}

// Content is what a line that AppendLine wrote holds, its line break included, and its
// place, which is 0 in journals that don't count their lines: there the checksum is
// of the content alone. The error says that it is no such line.
func Content(line []byte) (data []byte, place int, err error) {
	text, ok := bytes.CutSuffix(line, []byte(lineEnd))
	text, begins := bytes.CutPrefix(text, []byte(sumPrefix))
	if !ok || !begins || len(text) < len(noSum) {
		return nil, 0, errLine
	}
	sum, err := strconv.ParseUint(string(text[:len(noSum)]), 16, 32)
	rest, ok := bytes.CutPrefix(text[len(noSum):], []byte(sumEnd))
	if err != nil || !ok {
		return nil, 0, errLine
	}
	covered := rest
	if counted, ok := bytes.CutPrefix(rest, []byte(placePrefix)); ok {
		digits, after, _ := bytes.Cut(counted, []byte(","))
		if place, err = strconv.Atoi(string(digits)); err != nil || place < 1 {
			return nil, 0, errLine
		}
		rest = after
	}
	data, ok = bytes.CutPrefix(rest, []byte(dataPrefix))
	if place == 0 {
		covered = data
	}
	if !ok || uint64(checksum(covered)) != sum {
		return nil, 0, errLine
	}
	return data, place, nil
}
