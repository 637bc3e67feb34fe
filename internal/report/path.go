package report

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"numberloader/internal/fault"
)

// mostNames is how many runs of one file in one minute get a name of their own.
const mostNames = 1000

// ResultsPath is a free name for the results of a source file: beside it, or in the
// first of the other folders that will do, as ResultsPathIn says. A source that lay on
// another kind of computer has no folder here.
func ResultsPath(source string, when time.Time, writable func(folder string) bool, others ...string) (string, error) {
	if isForeign(source) {
		return ResultsPathIn(source, when, writable, others...)
	}
	return ResultsPathIn(source, when, writable, append([]string{filepath.Dir(source)}, others...)...)
}

// ResultsPathIn is a free name for the results of a source file in the first of some
// folders where files can be made, such as
// "carrier-dids - results 2026-11-23 1412.xlsx", with " (2)" behind if that is
// taken; the time is that of this computer's zone, and a folder "" is none. writable
// says whether files can be made in a folder. The error is fault.SaveFailed if no
// folder will do.
func ResultsPathIn(source string, when time.Time, writable func(folder string) bool, folders ...string) (string, error) {
	name := filepath.Base(source)
	if isForeign(source) {
		name = source[strings.LastIndexAny(source, `/\`)+1:]
	}
	name = shortened(strings.TrimSuffix(name, filepath.Ext(name))) + " - results " + when.Local().Format("2006-01-02 1504")
	for _, folder := range folders {
		if folder == "" || !writable(folder) {
			continue
		}
		if path, ok := free(filepath.Join(folder, name)); ok {
			return path, nil
		}
	}
	return "", &fault.Error{
		Kind: fault.SaveFailed, What: fault.Say("report.fault.nowhere"),
	}
}

// isForeign reports whether a path is one of another system: of Windows elsewhere, or
// of the others on Windows.
func isForeign(path string) bool {
	if filepath.IsAbs(path) {
		return false
	}
	drive := len(path) > 2 && path[1] == ':' && (path[2] == '\\' || path[2] == '/')
	return drive || strings.HasPrefix(path, `\\`) || strings.HasPrefix(path, "/")
}

// mostStem is how many bytes of a source's name the results keep. With what is
// added, up to " - results 2026-11-23 1412 (1000).xlsx", that is 255: no system
// has longer names.
const mostStem = 255 - 38

// shortened cuts a name between two characters.
func shortened(name string) string {
	if len(name) <= mostStem {
		return name
	}
	return strings.TrimRight(strings.ToValidUTF8(name[:mostStem], ""), " .")
}

func free(stem string) (string, bool) {
	for n := 1; n <= mostNames; n++ {
		path := stem + ".xlsx"
		if n > 1 {
			path = fmt.Sprintf("%s (%d).xlsx", stem, n)
		}
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path, true
		}
	}
	return "", false
}
