// Package filter has what stands above a list and narrows it: a field to search with,
// chips, the menu of values to choose, bars that show a part alone, and the head that
// places them.
package filter
