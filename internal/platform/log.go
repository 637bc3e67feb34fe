package platform

import (
	"io"
	"log/slog"
	"path/filepath"

	"gopkg.in/natefinch/lumberjack.v2"
)

// The log file is cut at 5 MB, and three older ones are kept.
const (
	logMegabytes = 5
	logBackups   = 3
)

// LogFile is the place of the log in the data folder.
func LogFile(data string) string { return filepath.Join(data, "logs", "number-loader.log") }

// OpenLog returns a logger that writes JSON lines to LogFile, with the middle of
// every phone number replaced by stars. It writes nothing
// before the first record. Open one log for a process: lumberjack keeps a
// goroutine for each until the process ends.
func OpenLog(data string, level slog.Leveler) (*slog.Logger, io.Closer) {
	file := &lumberjack.Logger{Filename: LogFile(data), MaxSize: logMegabytes, MaxBackups: logBackups}
	return slog.New(masking{slog.NewJSONHandler(file, &slog.HandlerOptions{Level: level})}), file
}
