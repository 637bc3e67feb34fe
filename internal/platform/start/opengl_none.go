//go:build !cgo || ci || darwin

package start

// OpenGL has nothing to look at: every Mac draws with OpenGL, and the toolkit's
// software driver, which tests use, needs none.
func OpenGL() (renderer, version string, err error) { return "", "", nil }
