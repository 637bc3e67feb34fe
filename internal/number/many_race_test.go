//go:build race

package number

// manyPerRegion is small, because the race detector looks for races and not for
// numbers, and slows the library down a lot.
const manyPerRegion = 20
