package drafts

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"os"
	"strconv"
	"strings"
	"time"

	"numberloader/internal/number"
)

// Source is which list was decided about. Values are comparable, but for times:
// use the content.
type Source struct {
	Path     string
	Sheet    string    // the sheets, by lines
	Size     int64     // of the file, 0 if nobody knows
	Modified time.Time // of the file, zero if nobody knows
	Content  string    // a hash of what was read
}

// SourceOf is the source of a table that was just read. A file that is gone by now
// has no size and no time.
func SourceOf(table *number.Table) Source {
	s := Source{Path: table.Path, Sheet: strings.Join(table.SheetNames(), "\n"), Content: contentOf(table)}
	if info, err := os.Stat(table.Path); err == nil {
		s.Size, s.Modified = info.Size(), info.ModTime()
	}
	return s
}

// contentOf is a hash of what decisions are about: the columns that were read and
// what every row holds in them.
func contentOf(table *number.Table) string {
	h := hasher{sum: sha256.New()}
	for _, field := range number.Fields() {
		column, ok := table.Columns[field]
		if !ok {
			column = -1
		}
		h.add(strconv.Itoa(column))
	}
	for i := range table.Further {
		list := &table.Further[i]
		h.add(list.Sheet, strconv.Itoa(list.Columns[number.FieldNumber]))
	}
	for i := range table.Records {
		r := &table.Records[i]
		h.add(strconv.Itoa(r.Line), textOf(r), r.Text(number.FieldType), r.Text(number.FieldUsage), r.Text(number.FieldState), r.Text(number.FieldLocation), r.Text(number.FieldSubscription))
	}
	return hex.EncodeToString(h.sum.Sum(nil))
}

// hasher adds texts with their lengths, so that no two lists look the same.
type hasher struct {
	sum  hash.Hash
	room []byte
}

func (h *hasher) add(texts ...string) {
	for _, text := range texts {
		h.room = strconv.AppendInt(h.room[:0], int64(len(text)), 10)
		h.room = append(append(h.room, ':'), text...)
		h.sum.Write(h.room)
	}
}
