package start

import (
	"math"
	"runtime"
	"runtime/debug"
)

// CollectFrom lets the program take that many bytes of memory before garbage is collected
// for the first time, and as Go does from then on: on the way there most of what
// was taken is still in use, and looking for the rest ten times gains little.
func CollectFrom(size int64) {
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(math.MaxInt64)
	debug.SetMemoryLimit(min(size, limit))
	usual := func(percent int) {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
	runtime.AddCleanup(new([16]byte), usual, percent) // of the first garbage
}
