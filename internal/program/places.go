package program

import (
	"path/filepath"
	"slices"
	"time"

	"numberloader/internal/platform"
	"numberloader/internal/report"
	"numberloader/internal/settings"
)

// places knows where files belong that the program makes.
type places struct {
	folders  platform.Folders
	settings *settings.Store
}

// pasted is where pasted lists are kept, so that a run can be told again.
func (p *places) pasted() string { return filepath.Join(p.folders.Data, "pasted") }

// isPasted reports whether a source is a list that was pasted. Its results are of no use
// beside it: nobody looks there.
func (p *places) isPasted(source string) bool { return filepath.Dir(source) == p.pasted() }

// results is a free name for the results of a source file: beside it, else in
// Documents, else in the home folder. It is the command line's: what the window has
// set counts there alone.
func (p *places) results(source string, started time.Time) (string, error) {
	if p.isPasted(source) {
		return report.ResultsPathIn(source, started.Local(), platform.Writable, p.folders.Documents, p.folders.Home)
	}
	return report.ResultsPath(source, started.Local(), platform.Writable, p.folders.Documents, p.folders.Home)
}

// resultsAsSet is a free name for the results of a source file where the user wants
// them, else in the folder that is set for that case, else in the other one. refused is
// the folder where they are wanted, if they can't be there.
func (p *places) resultsAsSet(source string, started time.Time) (path, refused string, err error) {
	now, others := p.settings.Now(), []string{p.folders.Documents, p.folders.Home}
	if now.Otherwise == settings.PlaceHome {
		slices.Reverse(others)
	}
	wanted := p.place(now.Results)
	switch {
	case now.Results != settings.PlaceBeside:
		path, err = report.ResultsPathIn(source, started.Local(), platform.Writable, append([]string{wanted}, others...)...)
	case p.isPasted(source):
		path, err = report.ResultsPathIn(source, started.Local(), platform.Writable, others...)
		return path, "", err
	default:
		wanted = filepath.Dir(source)
		path, err = report.ResultsPath(source, started.Local(), platform.Writable, others...)
	}
	if err == nil && filepath.Dir(path) != filepath.Clean(wanted) {
		refused = wanted
	}
	return path, refused, err
}

// place is the folder of a place that is not beside the source.
func (p *places) place(at settings.Place) string {
	switch at {
	case settings.PlaceDocuments:
		return p.folders.Documents
	case settings.PlaceHome:
		return p.folders.Home
	case settings.PlaceBeside:
	}
	return string(at)
}
