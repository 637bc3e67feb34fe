//go:build windows || darwin

package platform

import "context"

// SaysShade returns what asks the desktop whether it says light or dark at all. It is
// nil where the system always says, as here.
func SaysShade() func(context.Context) bool { return nil }
