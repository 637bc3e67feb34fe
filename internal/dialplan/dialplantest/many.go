//go:build !race

package dialplantest

// PerRegion makes over 100,000 numbers of all regions.
const PerRegion = 420
