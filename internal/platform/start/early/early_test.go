package early

import (
	"os"
	"runtime/debug"
	"testing"
)

func TestNothingIsCollectedUntilTheProgramAsksForIt(t *testing.T) {
	if held := debug.SetGCPercent(GarbagePercent()); held != -1 {
		t.Errorf("garbage is collected at %d %%", held)
	}
	if os.Getenv("GOGC") == "" && GarbagePercent() != 100 {
		t.Errorf("garbage may take %d %%, not 100 as Go has it", GarbagePercent())
	}
}
