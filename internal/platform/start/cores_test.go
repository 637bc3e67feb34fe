package start

import (
	"runtime"
	"testing"
)

func TestCoresAreThoseThatGoWouldUse(t *testing.T) {
	usual := runtime.GOMAXPROCS(0)
	t.Cleanup(func() { runtime.GOMAXPROCS(usual) })
	runtime.SetDefaultGOMAXPROCS()
	granted := runtime.GOMAXPROCS(0)
	for environment, want := range map[string]int{"7": 7, "": granted, "0": granted, "many": granted} {
		t.Setenv("GOMAXPROCS", environment)
		runtime.GOMAXPROCS(granted + 3)
		UseCores()
		if got := runtime.GOMAXPROCS(0); got != want {
			t.Errorf("GOMAXPROCS=%q: %d cores, want %d", environment, got, want)
		}
	}
}
