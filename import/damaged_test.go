package importer

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/number"
)

// TestCutAndChangedFilesAreNeverHalfRead cuts zip files of each format at many
// places, and changes bytes of the parts that hold their cells: nothing is read of
// them, or all as it was.
func TestCutAndChangedFilesAreNeverHalfRead(t *testing.T) {
	t.Parallel()
	const places = 150
	for name, part := range map[string]string{"open-document.ods": "content.xml", "merged-cells.xlsx": "xl/worksheets/sheet1.xml"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			whole, err := os.ReadFile(filepath.Join("testdata", "cases", name))
			if err != nil {
				t.Fatal(err)
			}
			want := mustRead(t, "list", whole, number.Layout{})
			for i := range places {
				n := len(whole) * i / places
				if table, err := readBytes(t, "list", whole[:n], number.Layout{}); err == nil {
					t.Errorf("the first %d bytes give %d rows", n, len(table.Records))
				}
			}
			begin, size := placeOfPart(t, whole, part)
			for i := range places {
				changed := bytes.Clone(whole)
				changed[begin+size*i/places] ^= 0x55
				table, err := readBytes(t, "list", changed, number.Layout{})
				if err == nil && !cmp.Equal(table.Records, want.Records) {
					t.Errorf("byte %d changed: other rows", begin+size*i/places)
				}
			}
		})
	}
}

// placeOfPart is where the packed bytes of a part lie in a zip file.
func placeOfPart(t *testing.T, content []byte, name string) (begin, size int) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		if f.Name == name {
			offset, err := f.DataOffset()
			if err != nil {
				t.Fatal(err)
			}
			return int(offset), int(f.CompressedSize64) //nolint:gosec // a small file
		}
	}
	t.Fatalf("no part %s", name)
	return 0, 0
}
