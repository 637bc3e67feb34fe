// Package press has what everything shares that is pressed: with the pointer (Hover),
// with the keyboard (the ring around what has it, and that it is scrolled into sight),
// by a click, Space or Return (Target). Keys that nobody has a use for are handed on to
// the window.
package press
