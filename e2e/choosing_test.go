//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
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
