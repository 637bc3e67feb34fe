package start

import (
	"io"
	"log"
	"log/slog"
)

// While packages are initialized the toolkit complains on standard error about a
// language that it doesn't know, also where no window is wanted. This package is
// initialized before it: of packages that are ready Go takes the one whose path
// sorts first, and the toolkit waits for text/template.
var _ = silence()

func silence() any {
	log.SetOutput(io.Discard)
	return nil
}

// Complaints sends what libraries print with package log, the toolkit's complaints,
// to the program's own log.
func Complaints(to *slog.Logger) {
	log.SetFlags(0)
	log.SetOutput(slog.NewLogLogger(to.Handler(), slog.LevelWarn).Writer())
}
