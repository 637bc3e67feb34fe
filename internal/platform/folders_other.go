//go:build !windows && !darwin

package platform

import (
	"os"
	"path/filepath"
	"strings"
)

// documents reads what the desktop has written down ("user-dirs.dirs" of
// xdg-user-dirs): the folder's name is translated on most desktops.
func documents(home string) string {
	folder := filepath.Join(home, "Documents")
	config, err := os.UserConfigDir()
	if err != nil {
		return folder
	}
	text, err := os.ReadFile(filepath.Join(config, "user-dirs.dirs")) //nolint:gosec // the user's own settings
	if err != nil {
		return folder
	}
	for line := range strings.Lines(string(text)) {
		value, ok := strings.CutPrefix(strings.TrimSpace(line), "XDG_DOCUMENTS_DIR=")
		if !ok {
			continue
		}
		value = strings.Replace(strings.Trim(value, `"`), "$HOME", home, 1)
		if filepath.IsAbs(value) {
			folder = value
		}
	}
	return folder
}
