package report

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// full takes so many bytes.
type full int

var errFull = errors.New("full")

func (f *full) Write(content []byte) (int, error) {
	if *f -= full(len(content)); *f < 0 {
		return 0, errFull
	}
	return len(content), nil
}

func TestAWorkbookThatCouldNotBeWrittenWholeIsNotSaidToBe(t *testing.T) {
	t.Parallel()
	b := oneRow(t)
	var whole bytes.Buffer
	if err := b.write(&whole); err != nil {
		t.Fatal(err)
	}
	for room := full(0); int(room) < whole.Len(); room += 100 {
		left := room
		if err := oneRow(t).write(&left); !errors.Is(err, errFull) {
			t.Fatalf("with room for %d of %d bytes: %v", room, whole.Len(), err)
		}
	}
}

// The library goes on after an error of a part that is not the last.
func TestASheetWithoutAPlaceForRowsIsAnError(t *testing.T) {
	t.Parallel()
	b := oneRow(t)
	b.tables["xl/styles.xml"] = table{}
	if err := b.write(new(bytes.Buffer)); !errors.Is(err, errNoRows) || !strings.Contains(err.Error(), "xl/styles.xml") {
		t.Error(err)
	}
}

// oneRow is a workbook of one sheet with one row.
func oneRow(t *testing.T) *book {
	t.Helper()
	b, err := newBook()
	if err == nil {
		err = b.sheet("Numbers", table{columns: []column{{title: "A"}}, rows: 1, cells: func(_ int, cells []string) outcomeStyle {
			cells[0] = "a"
			return outcomeStyle{}
		}})
	}
	if err != nil {
		t.Fatal(err)
	}
	return b
}
