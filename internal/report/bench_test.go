package report

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"numberloader/internal/run"
)

// BenchmarkSaveResults100k saves 100,000 lines, and says how many times as long the
// library's own way takes for nothing but their texts.
func BenchmarkSaveResults100k(b *testing.B) {
	r := example(b)
	line := r.Lines[0]
	r.Lines = make([]run.Line, 100_000)
	for i := range r.Lines {
		r.Lines[i] = line
	}
	path := filepath.Join(b.TempDir(), "results.xlsx")
	for b.Loop() {
		if err := New(nil).SaveResults(path, r, true); err != nil {
			b.Fatal(err)
		}
	}
	ours := b.Elapsed() / time.Duration(b.N)
	b.ReportMetric(float64(streamed(b, path, r))/float64(ours), "x-StreamWriter")
}

// streamed is how long the library takes to save the lines of a run.
func streamed(b *testing.B, path string, r run.Run) time.Duration {
	b.Helper()
	t := resultsTable(sourceColumns(r), r.Lines, false)
	started := time.Now()
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
	took := time.Since(started)
	if err := book.Close(); err != nil {
		b.Fatal(err)
	}
	return took
}
