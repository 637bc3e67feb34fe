package program

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/internal/report"
)

// pastedList is the file of a list that is pasted, which gets a name of its own when it
// is first written.
type pastedList struct {
	folder    string
	workbooks report.Workbooks
	path      string
}

// Write writes the cells, and returns the path of the file.
func (l *pastedList) Write(rows [][]string) (string, error) {
	if l.path != "" {
		return l.path, l.workbooks.SavePasted(l.path, rows, true)
	}
	if err := os.MkdirAll(l.folder, 0o700); err != nil {
		return "", &fault.Error{Kind: fault.SaveFailed, What: fault.Say("program.pasted"), Err: err}
	}
	const most = 100 // lists in a minute
	name := phrase.Text("program.pastedname", "Time", time.Now().Format("2006-01-02 1504"))
	path, err := filepath.Join(l.folder, name+".xlsx"), error(nil)
	for n := 2; n < most; n++ {
		if err = l.workbooks.SavePasted(path, rows, false); fault.KindOf(err) != fault.Exists {
			break
		}
		path = filepath.Join(l.folder, fmt.Sprintf("%s (%d).xlsx", name, n))
	}
	if err == nil {
		l.path = path
	}
	return path, err
}

// Remove takes the file away.
func (l *pastedList) Remove() error {
	if l.path == "" {
		return nil
	}
	if err := os.Remove(l.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("pasted list: %w", err)
	}
	return nil
}
