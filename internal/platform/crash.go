package platform

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

// Crashes keeps what is known of a fault that ends the program. What the runtime writes
// at the end goes to a raw file; the next start makes a report of it that can be sent to
// support, with the version and without phone numbers. Use WatchCrashes.
type Crashes struct {
	folder string
	file   *os.File
}

// The names of raw files begin and end so; the version stands between.
const rawStart, rawEnd = "crash-", ".raw"

// rawLimit is how much of the raw file is read: one fault with all its goroutines.
const rawLimit = 4 << 20

// WatchCrashes begins to watch in the folder of the log. report is the path of the
// report on how the program before ended, "" if it ended well. It is called once, by
// the program that has the window.
func WatchCrashes(data, version string) (c *Crashes, report string, err error) {
	folder := filepath.Dir(LogFile(data))
	if err := os.MkdirAll(folder, ownersOnly); err != nil {
		return nil, "", fmt.Errorf("watch crashes: %w", err)
	}
	c = &Crashes{folder: folder}
	if report, err = c.Report(); err != nil {
		return nil, "", err
	}
	c.file, err = os.OpenFile(filepath.Join(folder, rawStart+version+rawEnd), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600) //nolint:gosec // a file of the program
	if err != nil {
		return nil, "", fmt.Errorf("watch crashes: %w", err)
	}
	if err := debug.SetCrashOutput(c.file, debug.CrashOptions{}); err != nil {
		return nil, "", errors.Join(fmt.Errorf("watch crashes: %w", err), c.file.Close())
	}
	return c, report, nil
}

// Note writes down a fault that was caught and ends the program.
func (c *Crashes) Note(caught *fault.PanicError) error {
	if _, err := c.file.WriteString(account(caught)); err != nil {
		return fmt.Errorf("note a crash: %w", err)
	}
	return nil
}

// KeepFault makes a report of a fault that was caught, and returns its path. data is the
// data folder. It may be called from any goroutine.
func KeepFault(data, version string, caught *fault.PanicError, when time.Time) (path string, err error) {
	folder := filepath.Dir(LogFile(data))
	if err := os.MkdirAll(folder, ownersOnly); err != nil {
		return "", fmt.Errorf("report a crash: %w", err)
	}
	return writeReport(folder, version, when, account(caught))
}

// account is what a report says of a fault that was caught.
func account(caught *fault.PanicError) string { return fmt.Sprintf("%v\n\n%s", caught, caught.Stack) }

// Close ends watching. What was noted is reported at the next start.
func (c *Crashes) Close() error {
	err := errors.Join(debug.SetCrashOutput(nil, debug.CrashOptions{}), c.file.Close())
	if info, missing := os.Stat(c.file.Name()); missing == nil && info.Size() == 0 {
		err = errors.Join(err, os.Remove(c.file.Name()))
	}
	if err != nil {
		return fmt.Errorf("watch crashes: %w", err)
	}
	return nil
}

// Report makes reports of what programs before this one, or this one before Close, have
// noted. It returns the path of the last one, "" if there is nothing to report.
func (c *Crashes) Report() (path string, err error) {
	raws, err := filepath.Glob(filepath.Join(c.folder, rawStart+"*"+rawEnd))
	for _, raw := range raws {
		made, failed := report(raw)
		if made != "" {
			path = made
		}
		err = errors.Join(err, failed)
	}
	return path, err
}

// report makes a report of a raw file, and removes it.
func report(raw string) (path string, err error) {
	file, err := os.Open(raw) //nolint:gosec // a file of the program
	if err != nil {
		return "", fmt.Errorf("report a crash: %w", err)
	}
	info, err := file.Stat()
	text, reading := io.ReadAll(io.LimitReader(file, rawLimit))
	if err := errors.Join(err, reading, file.Close()); err != nil {
		return "", fmt.Errorf("report a crash: %w", err)
	}
	if len(text) > 0 {
		version := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(raw), rawStart), rawEnd)
		if path, err = writeReport(filepath.Dir(raw), version, info.ModTime(), string(text)); err != nil {
			return "", err
		}
	}
	if err := os.Remove(raw); err != nil {
		return "", fmt.Errorf("report a crash: %w", err)
	}
	return path, nil
}

// writeReport writes a report on how a program of that version ended.
func writeReport(folder, version string, when time.Time, text string) (path string, err error) {
	head := phrase.Text("platform.crash", "Version", version, "System", runtime.GOOS+"/"+runtime.GOARCH)
	path = filepath.Join(folder, rawStart+when.Format("20060102-150405")+".txt")
	if err := os.WriteFile(path, []byte(head+"\n\n"+maskNumbers(text)), 0o600); err != nil {
		return "", fmt.Errorf("report a crash: %w", err)
	}
	return path, nil
}
