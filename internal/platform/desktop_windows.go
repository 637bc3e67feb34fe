package platform

import (
	"fmt"
	"path/filepath"

	"golang.org/x/sys/windows"
)

func (*Desktop) open(target string) error { return shellExecute(target, "") }

// show quotes the path inside the argument, as Explorer reads it; a path can't
// hold a quotation mark.
func (*Desktop) show(path string) error {
	explorer, err := explorerPath()
	if err != nil {
		return err
	}
	return shellExecute(explorer, `/select,"`+path+`"`)
}

// explorerPath is the whole path of Explorer: by its name alone Windows would start
// one that lies in the folder of the user's list.
func explorerPath() (string, error) {
	folder, err := windows.GetSystemWindowsDirectory()
	if err != nil {
		return "", fmt.Errorf("folder of Windows: %w", err)
	}
	return filepath.Join(folder, "explorer.exe"), nil
}

func shellExecute(file, args string) error {
	filePtr, err := windows.UTF16PtrFromString(file)
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	argsPtr, err := windows.UTF16PtrFromString(args)
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	if err := windows.ShellExecute(0, nil, filePtr, argsPtr, nil, windows.SW_SHOWNORMAL); err != nil {
		return fmt.Errorf("open: %w", err)
	}
	return nil
}
