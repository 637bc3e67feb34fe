package start

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

func TestGarbageIsCollectedAsUsualFromTheFirstTimeOn(t *testing.T) {
	const size, smaller = 1 << 40, 1 << 38
	unlimited := debug.SetMemoryLimit(smaller)
	t.Cleanup(func() { debug.SetMemoryLimit(unlimited) })
	for limit, want := range map[int64]uint64{smaller: smaller, math.MaxInt64: size} { // of the user
		debug.SetMemoryLimit(limit)
		usual := collecting()
		CollectFrom(size, debug.SetGCPercent(-1))
		if got := collecting(); got[0] == usual[0] || got[1] != want {
			t.Errorf("begins with %v", got)
		}
		until(t, func() bool { return collecting() == usual })
	}
}

func TestGarbageIsBounded(t *testing.T) {
	usual := collecting()[0]
	for percent, live := range map[uint64]uint64{100: 0, 50: 2 * mostGarbage, 25: 4 * mostGarbage} {
		if got := room(100, live); got != int(percent) { //nolint:gosec // a percentage
			t.Errorf("%d bytes leave room for %d %%, not %d", live, got, percent)
		}
	}
	if got := room(10, 2*mostGarbage); got != 10 {
		t.Errorf("there is room for %d %%, where the user wants 10", got)
	}
	BoundGarbage(int(usual)) //nolint:gosec // a percentage
	held := make([]byte, 4*mostGarbage)
	until(t, func() bool { return collecting()[0] <= 25 })
	runtime.KeepAlive(held)
	until(t, func() bool { return collecting()[0] == usual })
}

// until collects garbage until that has brought something about, which it does behind it.
func until(t *testing.T, done func() bool) {
	t.Helper()
	for waited := 0; !done(); waited++ {
		runtime.GC()
		if waited == 1000 {
			t.Fatalf("goes on with %v", collecting())
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// collecting are the room for garbage in percent, and the limit of memory.
func collecting() (set [2]uint64) {
	samples := []metrics.Sample{{Name: "/gc/gogc:percent"}, {Name: "/gc/gomemlimit:bytes"}}
	metrics.Read(samples)
	for i := range samples {
		set[i] = samples[i].Value.Uint64()
	}
	return set
}
