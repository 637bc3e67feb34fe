package wholeway

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEveryWayToNameAFileOfADriveWillDo has the ways in which Windows lets a path
// be written.
func TestEveryWayToNameAFileOfADriveWillDo(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	path := filepath.Join(folder, "Liste für Köln.csv")
	putList(t, path)
	drive := filepath.VolumeName(path)
	rest := strings.TrimPrefix(path, drive)
	for name, form := range map[string]string{
		"slashes":                strings.ToLower(drive) + filepath.ToSlash(rest),
		"capitals":               strings.ToUpper(drive + rest),
		"without a drive":        rest,
		"relative to the drive":  drive + filepath.Base(path),
		"dots at the end":        path + "..",
		"blanks at the end":      path + "  ",
		"as it is":               `\\?\` + path,
		"by way of a folder":     drive + `\.\` + rest + `\..\` + filepath.Base(path),
		"two separators in turn": drive + strings.ReplaceAll(rest, `\`, `\\`),
	} {
		t.Run(name, func(t *testing.T) { doTheJob(t, form) })
	}
}

func TestAFolderOfTheNetworkWillDo(t *testing.T) {
	t.Parallel()
	folder, err := os.MkdirTemp(share(t), "lists für Köln ") //nolint:usetesting // it has to be there
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	for name, path := range map[string]string{
		"as Windows has it":   filepath.Join(folder, "list 1.csv"),
		"with slashes":        filepath.ToSlash(filepath.Join(folder, "list 2.csv")),
		"more than 300 bytes": filepath.Join(folder, filepath.FromSlash(longFolder(300)), "list.csv"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			putList(t, path)
			doTheJob(t, path)
		})
	}
}

// share is a folder of the network: the one that NUMBERLOADER_SHARE names, else
// the temporary folder by way of this computer's own name.
func share(t *testing.T) string {
	t.Helper()
	if named := os.Getenv("NUMBERLOADER_SHARE"); named != "" {
		return named
	}
	folder := `\\localhost\` + strings.Replace(os.TempDir(), ":", "$", 1) //nolint:usetesting // it is not to be deleted
	if _, err := os.Stat(folder); err != nil {
		t.Skip("this computer does not share its drive, and NUMBERLOADER_SHARE names no folder: ", err)
	}
	return folder
}
