package file

import (
	"context"
	"slices"

	"numberloader/gui/background"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// Preview is what a sheet, a table or a column in question would give.
type Preview struct {
	Rows    int // of the sheet, without those that are left out as totals and the like
	Doubt   bool
	Column  int             // of the numbers, 0 is A; none if in doubt
	Samples []number.Sample // the first numbers; if in doubt, of the first column
	Counted int             // how many of the rows were judged
	Counts  review.Counts   // of these
	// Countryless is how many of the problems only lack their country, which is asked
	// for when the rows are known.
	Countryless int
}

// Bounds of a preview: how many rows are judged, how many cells are shown, and
// how many rows a file may have if it is read again for each choice.
const (
	previewRows    = 2000
	previewSamples = 4
	previewLarge   = 300_000
)

// previewer looks at what each choice of the present question would give.
type previewer struct {
	*asking

	previewing *background.Latest
}

// Preview is what the choice at a position would give; ok is false as long as
// that is not known. Sheets are counted as in Sheets, tables and columns as in the
// question of the table.
func (v *previewer) Preview(i int) (preview Preview, ok bool) {
	preview, ok = v.previews[i]
	return preview, ok
}

// Previewing reports whether the choices of the present question are being looked at,
// or were.
func (v *previewer) Previewing() bool { return len(v.previewLayouts()) > 0 }

// previewLayouts are the ways in which the file is read for each choice.
func (v *previewer) previewLayouts() []number.Layout {
	table := v.file.table
	var layouts []number.Layout
	switch v.now {
	case AskSheet:
		for _, name := range v.Sheets() {
			layouts = append(layouts, number.Layout{Sheet: &name, Password: v.file.layout.Password})
		}
	case AskHeader:
		for _, c := range table.Ask.Candidates {
			layout := v.alone()
			layout.Header, layout.Headers = &c.HeaderRow, nil
			layouts = append(layouts, layout)
		}
	case AskColumn:
		for _, c := range table.Ask.Candidates {
			layout := v.alone()
			nameNumbers(&layout, []int{c.Column})
			layouts = append(layouts, layout)
		}
	case AskExtension:
		for _, c := range table.Ask.Candidates {
			layout := v.alone()
			nameExtension(&layout, &c)
			layouts = append(layouts, layout)
		}
	case NoQuestion, AskHidden, AskCountry:
	}
	if len(table.Records)*len(layouts) > previewLarge {
		return nil
	}
	return layouts
}

// alone is how the sheet that is asked about is read, without any other.
func (v *previewer) alone() number.Layout {
	layout := v.file.layout
	if name, several := v.askedSheet(); several {
		layout = layout.On(name)
		layout.Sheet, layout.Sheets, layout.Own = &name, nil, nil
	}
	return layout
}

// Look looks at what each choice of the present question would give, with what is
// known now.
func (v *previewer) Look() {
	if v.file.table == nil {
		return
	}
	v.previews = nil
	table, layouts := v.file.table, v.previewLayouts()
	if len(layouts) == 0 {
		v.previewing.Cancel()
		return
	}
	question, settings, known := v.now, v.rows.Settings(), v.rows.Known()
	background.Replace(v.previewing, func(ctx context.Context) (map[int]Preview, error) {
		previews := map[int]Preview{}
		for i, layout := range layouts {
			read, err := v.file.services.Read(ctx, table.Path, layout, func(number.Progress) {})
			if err == nil {
				if question == AskColumn {
					read = filled(read, table.Ask.Candidates, i)
				}
				previews[i], err = previewOf(ctx, read, settings, known)
			}
			if err != nil && ctx.Err() != nil {
				return nil, err
			}
		}
		return previews, nil
	}, func(previews map[int]Preview, err error) {
		if err == nil && table == v.file.table && question == v.now {
			v.previews = previews
			v.hooks.Changed()
		}
	})
}

// filled is a table of one of several columns without the rows that hold a number in
// another of them only: with both columns added, their empty cells add nothing.
func filled(table *number.Table, columns []number.Candidate, at int) *number.Table {
	holds := func(r *number.Record, c number.Candidate) bool { return r.Source.At(c.Column) != "" }
	others := slices.Delete(slices.Clone(columns), at, at+1)
	rows := *table
	rows.Records = slices.DeleteFunc(slices.Clone(table.Records), func(r number.Record) bool {
		return !holds(&r, columns[at]) && slices.ContainsFunc(others, func(c number.Candidate) bool { return holds(&r, c) })
	})
	return &rows
}

// previewOf judges the first rows of a table.
func previewOf(ctx context.Context, table *number.Table, settings review.Settings, known review.Known) (Preview, error) {
	p := Preview{Rows: number.Listed(table.Records), Doubt: table.Ask != nil}
	if p.Doubt {
		if all := table.Ask.Candidates; len(all) > 0 {
			p.Samples = all[0].Samples
		}
		return p, nil
	}
	few := *table
	few.Records = slices.Clip(table.Records[:min(len(table.Records), previewRows)])
	rows, err := review.Rows(ctx, &few, settings, known, nil)
	if err != nil {
		return p, err
	}
	p.Column, p.Counted, p.Counts = table.Columns[number.FieldNumber], number.Listed(few.Records), review.Count(rows)
	for _, r := range rows {
		if review.LacksCountry(r) {
			p.Countryless++
		}
		if r.Skipped == number.SkipNone && r.Part == 0 && len(p.Samples) < previewSamples {
			p.Samples = append(p.Samples, number.Sample{Cell: r.Cell(), Text: r.Input})
		}
	}
	return p, nil
}
