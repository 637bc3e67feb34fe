//go:build windows || darwin

package platform

import "context"

// askPortal has no portal to ask: the system has dialogs of its own.
func askPortal(context.Context, question) (path string, ok bool, err error) {
	return "", false, ErrNoDialog
}
