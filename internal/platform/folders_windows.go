package platform

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// documents asks Windows, because OneDrive moves the folder.
func documents(home string) string {
	if folder, err := windows.KnownFolderPath(windows.FOLDERID_Documents, 0); err == nil {
		return folder
	}
	return filepath.Join(home, "Documents")
}
