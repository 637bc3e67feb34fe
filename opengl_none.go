//go:build !cgo || ci || darwin

package main

// openGL has nothing to look at: every Mac draws with OpenGL, and the toolkit's
// software driver, which tests use, needs none.
func openGL() (renderer, version string, err error) { return "", "", nil }
