package importer

import (
	"path/filepath"
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// TestDevicesOfWindowsAreNoLists has names that Windows keeps for devices; its
// older versions do so in any folder and with any ending. Reading one could wait
// forever.
func TestDevicesOfWindowsAreNoLists(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, name := range []string{"NUL", "nul", "CON", "COM1", "LPT1", "AUX", "CON.xlsx", "NUL.csv", "CONIN$"} {
		for _, path := range []string{name, filepath.Join(folder, name)} {
			_, err := Read(t.Context(), path, number.Layout{}, nil)
			device, _, _ := strings.Cut(name, ".")
			filetest.Refused(t, err, fault.FileMissing, device)
		}
	}
	for _, path := range []string{"NUL", "nul", `\\.\NUL`, `\\.\COM1`} {
		_, err := Read(t.Context(), path, number.Layout{}, nil)
		filetest.Refused(t, err, fault.FileMissing, `"`+strings.TrimPrefix(path, `\\.\`)+`" is a device`)
	}
}

// TestNamesThatWindowsRefusesAreExplained has paths that no file can have, and
// places that are not there.
func TestNamesThatWindowsRefusesAreExplained(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, path := range []string{
		filepath.Join(folder, "what?.csv"), filepath.Join(folder, `a"b.csv`), filepath.Join(folder, "a|b.csv"),
		filepath.Join(folder, "list.csv:stream"), `?:\list.csv`, `1:\list.csv`, `Q:\list.csv`,
		`\\numberloader.invalid\lists\list.csv`, `\\`, `\\?\`, `C:`, " ", "...", "https://example.com/list.csv",
	} {
		_, err := Read(t.Context(), path, number.Layout{}, nil)
		filetest.Refused(t, err, fault.FileMissing)
	}
}
