//go:build !windows && !darwin

package platform

import (
	"context"

	"github.com/rymdport/portal/settings/appearance"
)

// SaysShade returns what asks the desktop whether it says light or dark at all. It may
// take a while, so call it in the background. It is nil where the system always says.
func SaysShade() func(context.Context) bool {
	return func(ctx context.Context) bool {
		answered := make(chan bool, 1)
		go func() {
			_, err := appearance.GetColorScheme()
			answered <- err == nil
		}()
		select {
		case says := <-answered:
			return says
		case <-ctx.Done():
			return false
		}
	}
}
