package platform

import (
	"io"
	"log/slog"
	"os"
	"path/filepath"

	"gopkg.in/natefinch/lumberjack.v2"
)

// ownersOnly are the rights of a folder that nobody else may look into.
const ownersOnly = 0o700

// The log file is cut at 5 MB, and three older ones are kept.
const (
	logMegabytes = 5
	logBackups   = 3
)

// LogFile is the place of the log in the data folder.
func LogFile(data string) string { return filepath.Join(data, "logs", "number-loader.log") }

// OpenLog returns a logger that writes JSON lines to LogFile, with the middle of
// every phone number replaced by stars. It writes nothing before the first record,
// and nothing at all where it can't; only the file's owner may look into its folder.
// Open one log for a process: lumberjack keeps a goroutine for each until the process
// ends.
func OpenLog(data string, level slog.Leveler) (*slog.Logger, io.Closer) {
	folder := filepath.Dir(LogFile(data))
	if os.MkdirAll(folder, ownersOnly) == nil {
		// Earlier versions left that to lumberjack, which lets everybody in.
		_ = os.Chmod(folder, ownersOnly)
	}
	file := &lumberjack.Logger{Filename: LogFile(data), MaxSize: logMegabytes, MaxBackups: logBackups}
	return slog.New(masking{slog.NewJSONHandler(file, &slog.HandlerOptions{Level: level})}), file
}
