package start

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// CollectFrom lets the program, of which nothing was collected yet, take that many bytes of
// memory before garbage is looked for, and bounds it from then on, as BoundGarbage does: on
// the way there most of what was taken is still in use, and looking for the rest ten times
// gains little.
func CollectFrom(size int64, percent int) {
	limit := debug.SetMemoryLimit(math.MaxInt64)
	debug.SetMemoryLimit(min(size, limit))
	afterCollecting(func() {
		debug.SetMemoryLimit(limit)
		BoundGarbage(percent)
	})
}

// mostGarbage is how many bytes of garbage there may be, whatever is in use.
const mostGarbage = 64 << 20

// BoundGarbage lets garbage take that many percent of what is in use, but never much more than
// mostGarbage: a list of a million rows, which is in use for long, would double the memory
// of the program otherwise. With a negative percentage nothing is collected. It may be called
// from any goroutine.
func BoundGarbage(percent int) {
	debug.SetGCPercent(percent)
	if percent >= 0 {
		bound(percent)
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
