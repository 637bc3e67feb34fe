package platform

import (
	"encoding/json"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"numberloader/internal/fault"
	"numberloader/internal/phrase"
)

func TestTheDataFolderIsTheOneThatIsNamed(t *testing.T) {
	t.Parallel()
	home := filepath.Join(t.TempDir(), "a", "b")
	folders, err := FindFolders(home)
	if err != nil {
		t.Fatal(err)
	}
	if folders.Data != home {
		t.Errorf("got %q, want %q", folders.Data, home)
	}
	info, err := os.Stat(home)
	// On Windows, a folder has the rights of the one that it is in.
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		t.Errorf("the folder is %v (%v), but only its owner may read it", info, err)
	}
}

func TestTheDataFolderIsAbsolute(t *testing.T) {
	t.Chdir(t.TempDir())
	folders, err := FindFolders("data")
	if err != nil || !filepath.IsAbs(folders.Data) || filepath.Base(folders.Data) != "data" {
		t.Errorf("got %q (%v)", folders.Data, err)
	}
}

func TestWithoutANameTheSystemsPlaceIsUsed(t *testing.T) {
	home := t.TempDir()
	for _, variable := range []string{"HOME", "USERPROFILE"} {
		t.Setenv(variable, home)
	}
	for _, variable := range []string{"XDG_CONFIG_HOME", "APPDATA"} {
		t.Setenv(variable, filepath.Join(home, "config"))
	}
	folders, err := FindFolders("")
	if err != nil || filepath.Base(folders.Data) != "Number Loader" || folders.Home != home {
		t.Errorf("got %+v (%v)", folders, err)
	}
}

func TestNoPlaceForDataIsAFault(t *testing.T) {
	for _, variable := range []string{"HOME", "XDG_CONFIG_HOME", "APPDATA"} {
		t.Setenv(variable, "")
	}
	if _, err := FindFolders(""); fault.KindOf(err) != fault.SaveFailed {
		t.Errorf("got %v", err)
	}
}

func TestADataFolderThatCannotBeMadeIsAFault(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := FindFolders(filepath.Join(file, "data"))
	if fault.KindOf(err) != fault.SaveFailed {
		t.Errorf("got %v", err)
	}
	if message := phrase.Explain(err); !strings.Contains(message.Next, "NUMBERLOADER_HOME") {
		t.Errorf("the message does not help: %q", message.Next)
	}
}

func TestWritableTriesAndLeavesNothing(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if !Writable(folder) {
		t.Error("a new folder is not writable")
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
		t.Errorf("left %v (%v)", entries, err)
	}
	if Writable(filepath.Join(folder, "missing")) {
		t.Error("a folder that does not exist is writable")
	}
}

func TestTheLockHasOneHolder(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "lock")
	unlock, ok, err := Locks{}.TryLock(path)
	if err != nil || !ok {
		t.Fatalf("got %v, %v", ok, err)
	}
	if _, ok, err := (Locks{}).TryLock(path); ok || err != nil {
		t.Errorf("a second holder got %v, %v", ok, err)
	}
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
	again, ok, err := Locks{}.TryLock(path)
	if err != nil || !ok {
		t.Fatalf("after unlocking: got %v, %v", ok, err)
	}
	if err := again(); err != nil {
		t.Error(err)
	}
}

func TestALockThatCannotBeMadeIsAnError(t *testing.T) {
	t.Parallel()
	_, ok, err := Locks{}.TryLock(filepath.Join(t.TempDir(), "missing", "lock"))
	if ok || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v, %v", ok, err)
	}
}

func TestTheLogIsJSONInTheDataFolder(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	log, closer := OpenLog(data, slog.LevelInfo)
	log.Debug("not wanted")
	log.Info("started", slog.String("version", "1.0"))
	if err := closer.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(LogFile(data))
	if err != nil {
		t.Fatal(err)
	}
	var record map[string]any
	if err := json.Unmarshal(text, &record); err != nil || record["msg"] != "started" || record["version"] != "1.0" {
		t.Errorf("got %s (%v)", text, err)
	}
}

func TestOnlyTheOwnerMayLookIntoTheLogs(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the rights of a folder are those of the user's own on Windows")
	}
	fresh, old := t.TempDir(), t.TempDir()
	if err := os.Mkdir(filepath.Dir(LogFile(old)), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, data := range []string{fresh, old} {
		log, closer := OpenLog(data, slog.LevelInfo)
		log.Info("a record")
		if err := closer.Close(); err != nil {
			t.Error(err)
		}
		info, err := os.Stat(filepath.Dir(LogFile(data)))
		if err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("got %v, %v", info, err)
		}
	}
}
