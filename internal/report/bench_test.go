package report

import (
	"path/filepath"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"numberloader/internal/run"
)

// BenchmarkSaveResults saves lines.
func BenchmarkSaveResults(b *testing.B) {
	for _, count := range []int{1000, 100_000, 1_000_000} {
		b.Run(strconv.Itoa(count), func(b *testing.B) {
			r, path := manyLines(b, count), filepath.Join(b.TempDir(), "results.xlsx")
			for b.Loop() {
				if err := New(nil).SaveResults(path, r, true); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkSaveResultsAsTheLibrary saves nothing but the texts of 100,000 lines in the
// library's own way.
func BenchmarkSaveResultsAsTheLibrary(b *testing.B) {
	r, path := manyLines(b, 100_000), filepath.Join(b.TempDir(), "results.xlsx")
	for b.Loop() {
		stream(b, path, r)
	}
}

// manyLines is a run of so many lines.
func manyLines(b *testing.B, count int) run.Run {
	b.Helper()
	r := example(b)
	line := r.Lines[0]
	r.Lines = make([]run.Line, count)
	for i := range r.Lines {
		r.Lines[i] = line
	}
	return r
}

// stream saves the lines of a run with the library's stream writer.
func stream(b *testing.B, path string, r run.Run) {
	b.Helper()
	t := resultsTable(sourceColumns(r), r.Lines, false)
	book := excelize.NewFile()
	stream, err := book.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	texts := make([]string, len(t.columns))
	for row := range t.rows {
		clear(texts)
		t.cells(row, texts)
		cells := make([]any, len(texts))
		for i, text := range texts {
			if text != "" {
				cells[i] = text
			}
		}
		at, err := excelize.CoordinatesToCellName(1, row+1)
		if err != nil {
			b.Fatal(err)
		}
		if err := stream.SetRow(at, cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := stream.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := book.SaveAs(path); err != nil {
		b.Fatal(err)
	}
	if err := book.Close(); err != nil {
		b.Fatal(err)
	}
}
