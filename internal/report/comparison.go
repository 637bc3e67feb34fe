package report

import (
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"numberloader/internal/compare"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// SaveComparison writes a comparison as a workbook: a sheet for each place that a number
// can be in, and a summary. Numbers that one sheet can't hold go on in further ones. The
// cells are texts, as in SaveResults, and so are the errors: a file that exists stays as
// it is (fault.Exists) unless replace is set, and the list itself always does.
func (w Workbooks) SaveComparison(path string, c compare.Comparison, replace bool) error {
	return w.save(c.List, path, replace, func(out io.Writer) error { return writeComparison(out, &c, maxLines) })
}

// ComparisonName is a name for the workbook of the comparison of a source file, without
// a folder: "carrier-dids - compared.xlsx".
func ComparisonName(source string) string { return besideName(source, "compared") }

// besideName is the name of a workbook about a source file.
func besideName(source, what string) string {
	name := baseName(source)
	return strings.TrimSuffix(name, filepath.Ext(name)) + " - " + what + ".xlsx"
}

// baseName is the name of a file of any system without its folder.
func baseName(source string) string { return source[strings.LastIndexAny(source, `/\`)+1:] }

func writeComparison(out io.Writer, c *compare.Comparison, perSheet int) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	in := map[compare.Where][]*compare.Pair{}
	for i := range c.Pairs {
		in[c.Pairs[i].Where] = append(in[c.Pairs[i].Where], &c.Pairs[i])
	}
	for _, w := range compare.Everywhere() {
		if err := sheets(b, phrase.Whereabouts(w), in[w], perSheet, pairsTable); err != nil {
			return err
		}
	}
	if err := b.sheet(sheetSummary(), comparisonTable(c)); err != nil {
		return err
	}
	return b.write(out)
}

// pairColumn is a column of a comparison, and what it says of a pair.
type pairColumn struct {
	column
	says func(p *compare.Pair) string
}

// pairColumns say first what the list has, then what Webex has. Type, usage and state
// are those of Webex; what only the list has gets those that it would be added with.
func pairColumns() []pairColumn {
	return []pairColumn{
		{column{phrase.Text("columns.number"), 18}, func(p *compare.Pair) string { return p.Number.String() }},
		{column{phrase.Text("columns.file"), 22}, ofRow(func(r *number.Row) string { return r.Input })},
		{column{phrase.Text("columns.cell"), 14}, ofRow(func(r *number.Row) string { return r.Place() })},
		{column{phrase.Text("columns.infile"), 24}, ofRow(func(r *number.Row) string { return r.Location() })},
		{column{phrase.Text("columns.inwebex"), 24}, ofHeld(func(h *number.Held) string { return h.Location.Name })},
		{column{phrase.Text("columns.type"), 12}, either(func(h *number.Held) string { return phrase.Kind(h.Kind) }, func(r *number.Row) string { return phrase.Kind(r.Kind) })},
		{column{phrase.Text("columns.usage"), 12}, either(func(h *number.Held) string { return phrase.Usage(h.Usage) }, func(r *number.Row) string { return phrase.Usage(r.Usage) })},
		{column{phrase.Text("columns.state"), 12}, either(func(h *number.Held) string { return phrase.State(h.State) }, func(r *number.Row) string { return phrase.State(r.State) })},
		{column{phrase.Text("columns.main"), 10}, ofHeld(func(h *number.Held) string { return yes(h.Main) })},
		{column{phrase.Text("columns.owner"), 34}, ofHeld(func(h *number.Held) string { return phrase.Owner(h.Owner) })},
		{column{phrase.Text("columns.internal"), 20}, ofHeld(func(h *number.Held) string { return h.Internal })},
		{column{phrase.Text("columns.remark"), 70}, phrase.Remark},
	}
}

func ofRow(says func(*number.Row) string) func(*compare.Pair) string {
	return func(p *compare.Pair) string {
		if p.Row == nil {
			return ""
		}
		return says(p.Row)
	}
}

func ofHeld(says func(*number.Held) string) func(*compare.Pair) string {
	return either(says, func(*number.Row) string { return "" })
}

// either says what Webex has of a pair, or else what the list has.
func either(held func(*number.Held) string, row func(*number.Row) string) func(*compare.Pair) string {
	return func(p *compare.Pair) string {
		switch {
		case p.Held != nil:
			return held(p.Held)
		case p.Row != nil:
			return row(p.Row)
		}
		return ""
	}
}

func pairsTable(pairs []*compare.Pair) table {
	says := pairColumns()
	columns := make([]column, len(says))
	for i, c := range says {
		columns[i] = c.column
	}
	return table{
		columns: columns,
		rows:    len(pairs),
		filter:  true,
		cells: func(i int, cells []string) outcomeStyle {
			for at, c := range says {
				cells[at] = c.says(pairs[i])
			}
			return outcomeStyle{}
		},
	}
}

// comparisonTable says how a comparison came out as a whole.
func comparisonTable(c *compare.Comparison) table {
	counts := compare.Count(c.Pairs)
	lines := [][2]string{
		{phrase.Text("columns.list"), c.List},
		{phrase.Text("columns.organization"), organization(c.Organization)},
		{phrase.Text("report.comparison.read"), clock(c.Read)},
	}
	for _, w := range compare.Everywhere() {
		lines = append(lines, [2]string{phrase.Whereabouts(w), strconv.Itoa(counts.Of(w))})
	}
	lines = append(lines,
		[2]string{phrase.Text("report.comparison.missing"), strconv.Itoa(counts.Missing)},
		[2]string{phrase.Text("report.comparison.problems"), strconv.Itoa(counts.Problems)},
		[2]string{phrase.Text("report.comparison.inactive"), strconv.Itoa(counts.Inactive)},
		[2]string{phrase.Text("report.comparison.assigned"), strconv.Itoa(counts.Assigned)},
		[2]string{phrase.Text("report.comparison.lacks"), strconv.Itoa(c.Lacks)},
		[2]string{phrase.Text("about.name"), c.Program})
	return linesTable(lines)
}
