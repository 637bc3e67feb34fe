//go:build !windows && !darwin

package platform

import (
	"context"
	"testing"
)

func TestADesktopThatIsNotThereSaysNoShade(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+t.TempDir()+"/nobody")
	if SaysShade()(t.Context()) {
		t.Error("nobody was there, and it said light or dark")
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if SaysShade()(ended) {
		t.Error("what was not waited for says light or dark")
	}
}
