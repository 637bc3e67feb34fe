package importer

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"numberloader/internal/number"
)

const benchRows = 100_000

// BenchmarkReadXLSX100k reads a workbook of 100,000 rows and 10 columns.
func BenchmarkReadXLSX100k(b *testing.B) {
	var s strings.Builder
	s.WriteString("<sheetData>")
	for i := range benchRows + 1 {
		fmt.Fprintf(&s, `<row r="%d">`, i+1)
		for c, text := range benchRow(i) {
			fmt.Fprintf(&s, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+c, i+1, text)
		}
		s.WriteString("</row>")
	}
	s.WriteString("</sheetData>")
	benchRead(b, "list.xlsx", zipOf(b, workbookParts(s.String())))
}

// BenchmarkReadCSV100k reads a text file of 100,000 rows and 10 columns.
func BenchmarkReadCSV100k(b *testing.B) {
	var s strings.Builder
	for i := range benchRows + 1 {
		s.WriteString(strings.Join(benchRow(i), ","))
		s.WriteByte('\n')
	}
	benchRead(b, "list.csv", []byte(s.String()))
}

func benchRow(i int) []string {
	if i == 0 {
		return []string{"Phone number", "Type", "Usage", "State", "Location", "Subscription", "Name", "Street", "Town", "Order"}
	}
	return []string{fmt.Sprintf("+1312%07d", 5550000+i), "DID", "none", "active", "Chicago", "", fmt.Sprintf("Person %d", i), "Main Street 1", "Chicago", fmt.Sprint(i)}
}

func benchRead(b *testing.B, name string, content []byte) {
	b.Helper()
	path := filepath.Join(b.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		table, err := Read(b.Context(), path, number.Layout{}, nil)
		if err != nil || len(table.Records) != benchRows {
			b.Fatalf("%d records, %v", len(table.Records), err)
		}
	}
}
