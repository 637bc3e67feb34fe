//go:build race

package dialplantest

// PerRegion is small, because the race detector looks for races and not for
// numbers, and slows the library down a lot.
const PerRegion = 20
