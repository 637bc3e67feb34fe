// Package early holds garbage back before main begins. Packages that the program is linked
// of make 6 MB until then, nearly all of which stays in use; looking for the rest of it took
// a tenth of what the program needs to say its version.
//
// A package that imports nothing but the runtime is initialized before most others, by the
// rules of the language. Main alone imports it: a test needs its garbage collected.
package early

import "runtime/debug"

//nolint:gochecknoglobals // to be there before main, and never written again
var percent = debug.SetGCPercent(-1)

// GarbagePercent is how much garbage there may be, in percent of what is in use, once it is
// collected: what GOGC of the environment says, else as Go has it; negative if nothing is
// to be collected. It may be called from any goroutine.
func GarbagePercent() int { return percent }
