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
		CollectFrom(size)
		if got := collecting(); got[0] == usual[0] || got[1] != want {
			t.Errorf("begins with %v", got)
		}
		runtime.GC()
		for waited := 0; collecting() != usual; waited++ {
			if waited == 1000 {
				t.Fatalf("goes on with %v, want %v", collecting(), usual)
			}
			time.Sleep(10 * time.Millisecond)
		}
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
