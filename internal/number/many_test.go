//go:build !race

package number

// manyPerRegion makes over 100,000 numbers of all regions.
const manyPerRegion = 420
