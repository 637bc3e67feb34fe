package platform

import (
	"fmt"

	"golang.org/x/sys/windows"
)

func (*Desktop) open(target string) error { return shellExecute(target, "") }

// show quotes the path inside the argument, as Explorer reads it; a path can't
// hold a quotation mark.
func (*Desktop) show(path string) error {
	return shellExecute("explorer.exe", `/select,"`+path+`"`)
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
