package start

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// CollectFrom lets the program take that many bytes of memory before garbage is collected
// for the first time, and bounds it from then on: on the way there most of what was taken is
// still in use, and looking for the rest ten times gains little.
func CollectFrom(size int64) {
	collect, limit := HoldGarbage(), debug.SetMemoryLimit(math.MaxInt64)
	debug.SetMemoryLimit(min(size, limit))
	afterCollecting(func() {
		debug.SetMemoryLimit(limit)
		collect()
	})
}

// mostGarbage is how many bytes of garbage there may be, whatever is in use.
const mostGarbage = 64 << 20

// HoldGarbage has nothing collected until collect is called. From then on garbage may take
// as much as what is in use, or what GOGC says, as Go has it, but never much more than
// mostGarbage: a list of a million rows, which is in use for long, would double the memory
// of the program otherwise. Both may be called from any goroutine.
func HoldGarbage() (collect func()) {
	percent := debug.SetGCPercent(-1)
	return func() {
		debug.SetGCPercent(percent)
		if percent >= 0 {
			bound(percent)
		}
	}
}

func bound(usual int) {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	debug.SetGCPercent(room(usual, live[0].Value.Uint64()))
	afterCollecting(func() { bound(usual) })
}

// room is how much garbage there may be, in percent of what is in use.
func room(usual int, live uint64) int {
	return int(min(uint64(usual), 100*mostGarbage/max(live, 1))) //nolint:gosec // at most as it was
}

// afterCollecting calls a function once, when garbage has been collected.
func afterCollecting(do func()) {
	runtime.AddCleanup(new([16]byte), func(do func()) { do() }, do)
}
