//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAFileIsChosenByKeyboardWhereThereIsNoDialog goes through folders in the window's
// own dialog: this desk has neither a portal nor a program that shows dialogs.
func TestAFileIsChosenByKeyboardWhereThereIsNoDialog(t *testing.T) {
	d := sit(t, look{size: "900x600"})
	lists := filepath.Join(d.home, "Documents", "lists")
	check(t, os.MkdirAll(lists, 0o700))
	path := workbook(t, "carrier.xlsx", nil, desks("Desks", 100, 6))
	check(t, os.Rename(path, filepath.Join(lists, "carrier.xlsx")))
	d.start()
	d.waitForText("Drop a spreadsheet here")
	d.press("ctrl+o")
	d.waitForText("../", "lists/")
	d.press("Escape")
	d.gone("lists/")
	d.press("ctrl+o")
	d.waitForText("lists/")
	d.press("Down", "Return")
	d.waitForText("carrier.xlsx", "../")
	d.picture("folder")
	d.press("Down", "Return")
	d.waitForText("All 6 rows can be added")
}

// TestTheDialogOfTheDesktopStandsBeforeTheWindow has a program that shows dialogs, which
// chooses a file at once.
func TestTheDialogOfTheDesktopStandsBeforeTheWindow(t *testing.T) {
	d := sit(t, look{})
	path := workbook(t, "carrier.xlsx", nil, desks("Desks", 100, 6))
	heard := filepath.Join(d.home, "heard")
	script := "#!/bin/sh\necho \"$@\" > " + heard + "\necho " + path + "\n"
	check(t, os.WriteFile(filepath.Join(d.home, "qarma"), []byte(script), 0o700))
	d.more = []string{"PATH=" + d.home + string(os.PathListSeparator) + os.Getenv("PATH")}
	d.start()
	d.waitForText("Drop a spreadsheet here")
	d.press("ctrl+o")
	d.waitForText("All 6 rows can be added")
	said, err := os.ReadFile(heard)
	check(t, err)
	if before := "--attach " + d.window() + " "; !strings.Contains(string(said), before) {
		t.Errorf("asked with %q, not %s", said, before)
	}
}
