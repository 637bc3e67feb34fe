package importer_test

import (
	"bytes"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	importer "numberloader/import"
	"numberloader/import/filetest"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// TestReadOfAFileThatExcelHolds opens a file as programs do that edit it. Excel
// lets others read; some let nobody in. What they hold stays as it is.
func TestReadOfAFileThatExcelHolds(t *testing.T) {
	t.Parallel()
	book, err := os.ReadFile(filepath.Join("..", "sample", "carrier-numbers.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"list.xlsx": book, "list.csv": []byte("Phone number\r\n+18165550101\r\n")} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		letGo := filetest.Hold(t, path, syscall.FILE_SHARE_READ)
		if table, err := importer.Read(t.Context(), path, number.Layout{}, nil); err != nil || len(table.Records) == 0 {
			t.Errorf("%s that others may read: %v", name, err)
		}
		letGo()
		letGo = filetest.Hold(t, path, 0)
		if _, err := importer.Read(t.Context(), path, number.Layout{}, nil); fault.KindOf(err) != fault.FileLocked {
			t.Errorf("%s: the error is %v, wanted that another program holds the file", name, err)
		}
		letGo()
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, content) {
			t.Errorf("%s is not what it was (%v)", name, err)
		}
	}
}
