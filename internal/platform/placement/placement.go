// Package placement says where a window stands on the desktop, which the toolkit keeps
// to itself, and what room there is. It asks the binding that the toolkit draws with.
// Everything in it belongs to the main goroutine.
package placement

// Desktop is where windows stand. The zero value is ready.
type Desktop struct{}
