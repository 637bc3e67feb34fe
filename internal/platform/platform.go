// Package platform is where the program meets the operating system: folders,
// the file lock, the keychain, the log file, other programs and the system's
// own file dialogs. It knows nothing of numbers.
package platform

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"numberloader/internal/fault"
)

// Folders are the places that the program uses.
type Folders struct {
	// Data holds journal, history, settings, practice organization and logs. It
	// exists, and only its owner may read it.
	Data string
	// Documents and Home are the user's own folders, "" if the system does not
	// tell them. They may be missing or closed to writing.
	Documents, Home string
}

// FindFolders returns the folders and makes the data folder. home is the value
// of NUMBERLOADER_HOME; if it is empty the data is kept in the system's place
// for application data. The error is a *fault.Error of kind SaveFailed.
func FindFolders(home string) (Folders, error) {
	data, err := dataFolder(home)
	if err == nil {
		err = os.MkdirAll(data, 0o700)
	}
	if err != nil {
		return Folders{}, &fault.Error{
			Kind: fault.SaveFailed,
			What: fault.Say("platform.data"),
			Next: fault.Say("platform.data_next"),
			Err:  err,
		}
	}
	folders := Folders{Data: data}
	if user, err := os.UserHomeDir(); err == nil {
		folders.Home, folders.Documents = user, documents(user)
	}
	return folders, nil
}

func dataFolder(home string) (string, error) {
	if home != "" {
		data, err := filepath.Abs(home)
		if err != nil {
			return "", fmt.Errorf("data folder: %w", err)
		}
		return data, nil
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("data folder: %w", err)
	}
	return filepath.Join(config, dataFolderName), nil
}

// Writable reports whether a file can be made in the folder. It tries, since
// rights alone do not tell (a full disk, a share, a sandbox).
func Writable(folder string) bool {
	probe, err := os.CreateTemp(folder, ".number-loader-*")
	if err != nil {
		return false
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name())) == nil
}

// ListFolder names what is in a folder, in no order, folders with a slash behind them.
// The error is a *fault.Error.
func ListFolder(folder string) (names []string, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, &fault.Error{Kind: fault.FileMissing, What: fault.Say("platform.nofolder", "Folder", folder), Err: err}
	}
	for _, entry := range entries {
		name := entry.Name()
		if info, err := os.Stat(filepath.Join(folder, name)); err == nil && info.IsDir() { // a link counts as what it leads to
			name += "/"
		}
		names = append(names, name)
	}
	return names, nil
}

// Missing reports whether there is nothing at a path. Where nobody can tell, as on a share
// that does not answer, it is false.
func Missing(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
}
