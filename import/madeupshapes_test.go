package importer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"numberloader/internal/number"
)

// shape is how the numbers of a list that chance made stand in it.
type shape int

const (
	shapeUsual  shape = iota
	shapeMain         // main numbers that repeat, with an extension in each row: a question
	shapeHead         // the same below a header that says so
	shapeBeside       // several numbers in each row: a question
	shapeTurned       // rows and columns changed places: a question
)

// hasExtensions says that extensions belong to the numbers.
func (s shape) hasExtensions() bool { return s == shapeMain || s == shapeHead }

// shapeOf chooses a shape, one that is not usual for every fifth list with headers.
func (m *maker) shapeOf(headless bool) shape {
	if headless || written[m.style].area != "" || !m.once(4) {
		return shapeUsual
	}
	s := oneOf(m.Rand, []shape{shapeMain, shapeHead, shapeBeside, shapeTurned})
	m.list.ambiguous = s != shapeHead
	return s
}

// shapeHeaders are the headers of the numbers, and of what stands beside them.
func (m *maker) shapeHeaders() (header string, beside []string) {
	header = oneOf(m.Rand, numberHeaders)
	extension := oneOf(m.Rand, strings.Split("Extension|Ext|Durchwahl|Nebenstelle|DW|Anexo|Poste|Interno|Ramal|内線|Toestel|Extn.", "|"))
	switch m.shape {
	case shapeMain:
		return oneOf(m.Rand, append(numberHeaders, "Main number", "Hauptnummer")), []string{extension}
	case shapeHead:
		return oneOf(m.Rand, strings.Split("Head number|Kopfnummer|Stammnummer|Número raíz|Numéro racine|Numero radice|Número base|Kopnummer", "|")), []string{extension}
	case shapeBeside:
		return header + " 1", []string{header + " 2", header + " 3"}[:1+m.IntN(2)]
	case shapeUsual, shapeTurned:
	}
	return header, nil
}

// shapedNumber is the number of a person, with what stands beside it.
func (m *maker) shapedNumber(i int) (text string, beside []string) {
	const offices = 20 // people of a main number
	format := written[m.style].format
	switch m.shape {
	case shapeMain, shapeHead:
		extension := strconv.Itoa(11 + i)
		text = fmt.Sprintf(format, 100+i/offices)
		m.list.numbers = append(m.list.numbers, text+" "+extension)
		return text, []string{extension}
	case shapeBeside:
		for n := range m.besides() {
			beside = append(beside, fmt.Sprintf("+1 816 555 %04d", 100+i*9+n))
		}
	case shapeUsual, shapeTurned:
	}
	return fmt.Sprintf(format, 100+i), beside
}

// shapedBeside is what stands beside the number of somebody who has none.
func (m *maker) shapedBeside() []string { return make([]string, m.besides()) }

// besides is how many columns stand beside that of the numbers.
func (m *maker) besides() int { return len(m.header) - len(m.cells) - 1 }

// turn lets rows and columns change places, below what stands above the list.
func (m *maker) turn() {
	first := slices.IndexFunc(m.list.rows, func(row []string) bool { return len(row) == len(m.header) && slices.Equal(row, m.header) })
	turned := make([][]string, len(m.header))
	for c := range m.header {
		for _, row := range m.list.rows[first:] {
			turned[c] = append(turned[c], row[c])
		}
	}
	m.list.rows = append(m.list.rows[:first:first], turned...)
}

// veil hides columns of the workbook, among them at times that of the numbers.
func (m *maker) veil() {
	if !m.once(3) {
		return
	}
	for c := range len(m.header) + 1 {
		if m.once(3) {
			m.list.veiled = append(m.list.veiled, c)
		}
	}
}

// veiled are the columns of a sheet in XML.
func veiled(columns []int) string {
	if len(columns) == 0 {
		return ""
	}
	var b strings.Builder
	for _, c := range columns {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="9" hidden="1"/>`, c+1, c+1)
	}
	return "<cols>" + b.String() + "</cols>"
}

// checkVeiled says which columns of the list are not known to be hidden, or are and
// should not be.
func checkVeiled(t *testing.T, table *number.Table, list *madeUp, seed uint64) {
	t.Helper()
	of := "Sheet1"
	if list.cover != nil {
		of = "Sheet2"
	}
	for i := range table.Inventory {
		item := &table.Inventory[i]
		if want := item.Sheet == of && slices.Contains(list.veiled, item.Column); item.Column >= 0 && item.Hidden != want {
			t.Errorf("list.xlsx %d: column %d of %s is hidden: %v", seed, item.Column, item.Sheet, item.Hidden)
		}
	}
}
