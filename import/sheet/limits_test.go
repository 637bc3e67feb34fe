package sheet

import (
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
	full.slab = append(full.slab, Cell{Formula: true})
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
			if err := add(fits, c.text, c.Cell); err != nil || len(fits.slab) != 1 {
				t.Errorf("the last cell that fits: %v", err)
			}
			if c.size == 0 {
				return
			}
			filetest.Refused(t, add(fits, c.text, c.Cell), fault.FileTooLarge, "more text")
		})
	}
	blank := New("", NewTexts(MaxTextBytes), nil)
	if err := add(blank, strings.Repeat(" ", longText), Cell{Type: number.CellText}); err != nil || len(blank.slab) > 0 {
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
	if cap(s.Rows) > 0 || cap(s.slab) > 0 {
		t.Errorf("room for %d rows and %d cells", cap(s.Rows), cap(s.slab))
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
