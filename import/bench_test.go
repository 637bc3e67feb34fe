package importer

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"numberloader/import/delimited"
	"numberloader/import/filetest"
	"numberloader/import/headers"
	"numberloader/import/lists"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// firstShown is how many rows make a first look.
const firstShown = 50

// keptFile is what a reader keeps of a file, how many rows that are, and how long
// the first rows took.
type keptFile struct {
	kept  any
	rows  int
	first time.Duration
}

// BenchmarkRead holds Read against the plain readers of the same files, which
// keep every row as a slice of texts and know nothing of headers and columns, as
// far as there are any.
func BenchmarkRead(b *testing.B) {
	sizes := []struct {
		name          string
		rows, columns int
	}{{"100k-10", 100_000, 10}, {"1m-3", 1_000_000, 3}}
	kinds := []struct {
		name  string
		write func(w io.Writer, rows, columns int) error
		plain func(path string) (keptFile, error)
	}{
		{"shared.xlsx", writeSharedWorkbook, readWithExcelize},
		{"inline.xlsx", writeInlineWorkbook, readWithExcelize},
		{"list.csv", writeCSV, readWithEncodingCSV},
		{"list.ods", writeDocument, nil},
	}
	for _, size := range sizes {
		for _, kind := range kinds {
			b.Run(size.name+"/"+kind.name, func(b *testing.B) {
				path := filepath.Join(b.TempDir(), kind.name)
				writeFile(b, path, func(w io.Writer) error { return kind.write(w, size.rows, size.columns) })
				b.Run("ours", func(b *testing.B) {
					benchReader(b, size.rows, func() (keptFile, error) { return readWithRead(b, path) })
				})
				if kind.plain == nil {
					return
				}
				b.Run("plain", func(b *testing.B) {
					benchReader(b, size.rows, func() (keptFile, error) { return kind.plain(path) })
				})
			})
		}
	}
}

// BenchmarkDetect finds the columns of wide sheets whose rows are full, without
// headers.
func BenchmarkDetect(b *testing.B) {
	for _, size := range []struct{ rows, columns int }{{1000, 300}, {100_000, 10}} {
		s := &sheet.Sheet{}
		for line := 1; line <= size.rows; line++ {
			fields := make([]string, size.columns)
			for c := range fields {
				fields[c] = fmt.Sprintf("Straße der Nummer %d, Aufgang %d", line, c)
			}
			fields[0] = fmt.Sprintf("+1312%07d", 2_000_000+line)
			if err := s.AddTexts(line, fields); err != nil {
				b.Fatal(err)
			}
		}
		words := headers.New()
		b.Run(fmt.Sprintf("%d-%d", size.rows, size.columns), func(b *testing.B) {
			for b.Loop() {
				if found, err := lists.Find(s, words, number.Layout{}); err != nil || found.Ask() != nil {
					b.Fatal(found.Ask(), err)
				}
			}
		})
	}
}

// BenchmarkFinding says what finding the list costs: how many percent of the time for
// reading a file go into finding its list and accounting for the rest of the sheet.
func BenchmarkFinding(b *testing.B) {
	for _, kind := range []struct {
		name  string
		write func(w io.Writer, rows, columns int) error
	}{{"shared.xlsx", writeSharedWorkbook}, {"list.csv", writeCSV}, {"list.ods", writeDocument}} {
		for _, size := range []struct{ rows, columns int }{{100_000, 10}, {300_000, 3}} {
			b.Run(fmt.Sprintf("%d-%d/%s", size.rows, size.columns, kind.name), func(b *testing.B) {
				path := filepath.Join(b.TempDir(), kind.name)
				writeFile(b, path, func(w io.Writer) error { return kind.write(w, size.rows, size.columns) })
				var whole, finding time.Duration
				for b.Loop() {
					runtime.GC() // what came before is no part of either
					begin := time.Now()
					if _, err := readWithRead(b, path); err != nil {
						b.Fatal(err)
					}
					whole += time.Since(begin)
					s := cellsOf(b, path)
					runtime.GC()
					begin = time.Now()
					found, err := lists.Find(s, headers.New(), number.Layout{})
					if err != nil || found.Ask() != nil || len(found.Inventory()) == 0 {
						b.Fatal(found.Ask(), err)
					}
					finding += time.Since(begin)
				}
				b.ReportMetric(100*float64(finding)/float64(whole), "%finding")
				b.ReportMetric(float64(whole.Milliseconds())/float64(b.N), "whole-ms")
			})
		}
	}
}

// cellsOf are the cells of the first sheet of a file.
func cellsOf(b *testing.B, path string) *sheet.Sheet {
	b.Helper()
	file, err := open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = file.close() }()
	in := newSearch(b.Context(), file, number.Layout{}, func(number.Progress) {})
	if strings.HasSuffix(path, ".csv") {
		s, _, err := delimited.Read(&in.Input, func(string) bool { return false })
		if err != nil {
			b.Fatal(err)
		}
		return s
	}
	_, book, err := in.openZip()
	if err != nil {
		b.Fatal(err)
	}
	s, err := book.Read(0)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// benchReader also reports how long the first rows took, and what is on the heap
// when all are read.
func benchReader(b *testing.B, rows int, read func() (keptFile, error)) {
	b.Helper()
	b.ReportAllocs()
	before := filetest.LiveHeap()
	var first time.Duration
	var last keptFile
	for b.Loop() {
		last = keptFile{}
		got, err := read()
		if err != nil || got.rows != rows {
			b.Fatalf("%d rows, %v", got.rows, err)
		}
		last, first = got, first+got.first
	}
	b.ReportMetric(float64(first.Microseconds())/1000/float64(b.N), "first50-ms")
	b.ReportMetric((filetest.LiveHeap()-before)/1e6, "live-MB")
	runtime.KeepAlive(last.kept)
}

func readWithRead(b *testing.B, path string) (keptFile, error) {
	b.Helper()
	begin := time.Now()
	r := keptFile{}
	table, err := Read(b.Context(), path, number.Layout{}, func(p number.Progress) {
		if p.First != nil && len(p.First.Records) == firstShown {
			r.first = time.Since(begin)
		}
	})
	if err != nil {
		return r, err
	}
	r.kept, r.rows = table, len(table.Records)
	return r, nil
}

func readWithExcelize(path string) (r keptFile, err error) {
	begin := time.Now()
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	rows, err := f.Rows("Sheet1")
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	var all [][]string
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return r, err
		}
		if all = append(all, cells); len(all) == firstShown+1 {
			r.first = time.Since(begin)
		}
	}
	r.kept, r.rows = all, len(all)-1
	return r, rows.Error()
}

func readWithEncodingCSV(path string) (r keptFile, err error) {
	begin := time.Now()
	f, err := os.Open(path)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	var all [][]string
	records := csv.NewReader(f)
	for {
		fields, err := records.Read()
		if errors.Is(err, io.EOF) {
			r.kept, r.rows = all, len(all)-1
			return r, nil
		}
		if err != nil {
			return r, err
		}
		if all = append(all, fields); len(all) == firstShown+1 {
			r.first = time.Since(begin)
		}
	}
}
