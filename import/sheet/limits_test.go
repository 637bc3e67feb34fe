package sheet

import (
	"errors"
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// add adds a cell with a text.
func add(s *Sheet, text string, c Cell) (err error) {
	if c.Text, err = s.texts.KeepString(text); err != nil {
		return err
	}
	return s.AddCell(c)
}

func TestASheetKeepsItsLimits(t *testing.T) {
	t.Parallel()
	full := New("", NewTexts(MaxTextBytes), nil)
	full.cells = MaxCells - 1
	if err := add(full, "1", Cell{}); err != nil {
		t.Errorf("the last cell that fits: %v", err)
	}
	filetest.Refused(t, add(full, "1", Cell{}), fault.FileTooLarge, "16 million cells")
	if err := full.EndRow(Row{Line: MaxRows}); err != nil {
		t.Errorf("the last row: %v", err)
	}
	full.row = append(full.row, Cell{Formula: true})
	filetest.Refused(t, full.EndRow(Row{Line: MaxRows + 1}), fault.FileTooLarge, "1,048,576 rows")
}

// TestTextsCountForEachCell names one long text, and one long format, many times:
// they cost little to store and much to look at.
func TestTextsCountForEachCell(t *testing.T) {
	t.Parallel()
	value, format := strings.Repeat("1", longText), strings.Repeat("0", longText)
	for name, c := range map[string]struct {
		text string
		Cell Cell
		size int
	}{
		"short text":      {"12345", Cell{Type: number.CellText, Format: 1}, 0},
		"short number":    {"12345", Cell{Type: number.CellNumber}, 0},
		"long text":       {value, Cell{Type: number.CellText}, longText},
		"long format":     {"12345", Cell{Type: number.CellNumber, Format: 1}, longText},
		"format not used": {"12345", Cell{Type: number.CellText, Format: 1}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fits := New("", NewTexts(MaxTextBytes), []string{"", format})
			fits.text = maxLongText - c.size
			if err := add(fits, c.text, c.Cell); err != nil || len(fits.row) != 1 {
				t.Errorf("the last cell that fits: %v", err)
			}
			if c.size == 0 {
				return
			}
			filetest.Refused(t, add(fits, c.text, c.Cell), fault.FileTooLarge, "more text")
		})
	}
	blank := New("", NewTexts(MaxTextBytes), nil)
	if err := add(blank, strings.Repeat(" ", longText), Cell{Type: number.CellText}); err != nil || len(blank.row) > 0 {
		t.Errorf("kept a long text that shows nothing (%v)", err)
	}
}

// TestRowsWithoutCellsCostNothing ends many rows to which no cell was added.
func TestRowsWithoutCellsCostNothing(t *testing.T) {
	t.Parallel()
	s := New("", NewTexts(MaxTextBytes), nil)
	for line := range MaxRows {
		if err := s.EndRow(Row{Line: line + 1}); err != nil {
			t.Fatal(err)
		}
	}
	if cap(s.Rows) > 0 || cap(s.row) > 0 {
		t.Errorf("room for %d rows and %d cells", cap(s.Rows), cap(s.row))
	}
}

// TestRoomIsMadeForTheRowsThatAreToCome says of sheets how much of them is read, which
// may be wrong.
func TestRoomIsMadeForTheRowsThatAreToCome(t *testing.T) {
	t.Parallel()
	const rows, few = 40_000, 3
	for _, said := range []struct{ size, least, most int }{
		{rows, rows, rows * 5 / 4},
		{rows / 2, rows, rows * 3 / 2},
		{1 << 40, MaxRows, MaxRows * 5 / 4},
		{0, rows, rows * 3 / 2},
		{1, rows, rows * 3 / 2},
	} {
		s, moved := New("", NewTexts(MaxTextBytes), nil), 0
		in := &Input{Context: t.Context()}
		for line := 1; line <= rows; line++ {
			before := cap(s.Rows)
			if err := errors.Join(add(s, "1", Cell{}), s.EndRow(Row{Line: line}), in.Step(s, float64(line)/float64(said.size), 0)); err != nil {
				t.Fatal(err)
			}
			if cap(s.Rows) != before && line >= rowsBetweenSteps {
				moved++
			}
		}
		if n := cap(s.Rows); n < said.least || n > said.most || said.size >= rows && moved > 1 {
			t.Errorf("of %d rows: room for %d, moved %d times", said.size, n, moved)
		}
	}
	s, in := New("", NewTexts(MaxTextBytes), nil), &Input{Context: t.Context()}
	for line := range MaxRows {
		if line < few {
			if err := errors.Join(add(s, "1", Cell{}), s.EndRow(Row{Line: line + 1})); err != nil {
				t.Fatal(err)
			}
		}
		if err := in.Step(s, float64(line)/MaxRows, 0); err != nil {
			t.Fatal(err)
		}
	}
	if cap(s.Rows) > 2*few {
		t.Errorf("of %d rows in a long sheet: room for %d", few, cap(s.Rows))
	}
}

func TestMergedCellsHaveALimit(t *testing.T) {
	t.Parallel()
	s := &Sheet{Merges: make([]Span, maxMerges-1)}
	if err := s.AddMerge(Span{}); err != nil {
		t.Errorf("the last range that fits: %v", err)
	}
	filetest.Refused(t, s.AddMerge(Span{}), fault.FileTooLarge, "merged cells")
}
