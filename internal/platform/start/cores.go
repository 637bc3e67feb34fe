package start

import (
	"os"
	"runtime"
	"strconv"
)

// UseCores lets the program use as many cores as GOMAXPROCS of the environment says, else
// as the system grants it, a container for example. That is what Go does by itself; but
// a library of the toolkit (bild/parallel) takes all there are before main begins.
func UseCores() {
	if n, err := strconv.Atoi(os.Getenv("GOMAXPROCS")); err == nil && n > 0 {
		runtime.GOMAXPROCS(n)
		return
	}
	runtime.SetDefaultGOMAXPROCS()
}
