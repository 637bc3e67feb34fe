package single

import (
	"strconv"

	"golang.org/x/sys/windows"
)

// desktop tells the sessions of a user apart, such as those of a remote desktop.
func desktop() string {
	var session uint32
	if err := windows.ProcessIdToSessionId(windows.GetCurrentProcessId(), &session); err != nil {
		return ""
	}
	return strconv.FormatUint(uint64(session), 10)
}

// anyProcess is ASFW_ANY of AllowSetForegroundWindow.
const anyProcess = ^uintptr(0)

// allowForeground lets the program that has the window bring it to the front, which
// Windows allows only those that the user has just worked with.
func allowForeground() {
	//nolint:errcheck,gosec // without it the button in the task bar blinks
	windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow").Call(anyProcess)
}
