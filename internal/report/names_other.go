//go:build !windows

package report

// These are about names and files with which only Windows has its ways.

func forbidden(string) string { return "" }
func isHeld(string) bool      { return false }
