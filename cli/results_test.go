package cli

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/cli/console"
	"numberloader/internal/fault"
	"numberloader/internal/run"
)

// TestResultsAreTriedBeforeAnythingIsSent has places where no workbook can be saved.
func TestResultsAreTriedBeforeAnythingIsSent(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, path := range []string{
		filepath.Join(folder, "missing", "results.xlsx"),
		filepath.Join(folder, strings.Repeat("n", 300)+".xlsx"),
		filepath.Join(file(t, "file", "text"), "results.xlsx"),
		folder,
	} {
		w := newWorld()
		status, _, stderr := invoke(t.Context(), w, "submit", file(t, "list.csv", oneGood), "--yes", "--force", "--results", path)
		if status != console.StatusUsage || !strings.Contains(stderr, "Nothing was sent.") {
			t.Errorf("%s: status %d, told %q", path, status, stderr)
		}
		if len(w.runs) > 0 || w.asked > 0 {
			t.Errorf("%s: something was sent", path)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left %v (%v)", left, err)
	}
}

func TestWithoutAnyFolderForResultsNothingIsSent(t *testing.T) {
	t.Parallel()
	w := newWorld()
	w.pathErr = &fault.Error{Kind: fault.SaveFailed, What: fault.Quote("There is no folder.")}
	status, _, stderr := invoke(t.Context(), w, "submit", file(t, "list.csv", oneGood), "--yes")
	if status != console.StatusUsage || !strings.Contains(stderr, "There is no folder. Nothing was sent.") || len(w.runs) > 0 {
		t.Errorf("status %d, told %q, runs %v", status, stderr, w.runs)
	}
}

// TestResultsThatCannotBeSavedGoBesideTheSource has a disk that fills up while
// numbers are added.
func TestResultsThatCannotBeSavedGoBesideTheSource(t *testing.T) {
	t.Parallel()
	w, list := newWorld(), file(t, "list.csv", oneGood)
	asked := filepath.Join(t.TempDir(), "asked.xlsx")
	w.saveOnly = func(path string) error {
		if path == asked {
			return &fault.Error{Kind: fault.SaveFailed, What: fault.Quote("asked.xlsx could not be saved."), Err: errors.New("disk full")}
		}
		return nil
	}
	beside := filepath.Join(filepath.Dir(list), "list - results 2026-11-23 1412.xlsx")
	status, stdout, stderr := invoke(t.Context(), w, "submit", list, "--yes", "--results", asked)
	if status != console.StatusGood || !strings.Contains(stdout, "Results: "+beside) {
		t.Errorf("status %d, printed %q", status, stdout)
	}
	if !strings.Contains(stderr, "asked.xlsx could not be saved.\nThe results are in "+beside+" instead.\n") {
		t.Errorf("told %q", stderr)
	}
	if _, err := os.Stat(beside); err != nil {
		t.Error(err)
	}
}

func TestResultsThatCannotBeSavedAnywhereAreWrittenAgain(t *testing.T) {
	t.Parallel()
	w := newWorld()
	w.saveErr = &fault.Error{Kind: fault.SaveFailed}
	_, _, stderr := invoke(t.Context(), w, "submit", file(t, "list.csv", oneGood), "--yes")
	var id string
	for id = range w.runs {
	}
	want := `Write the workbook with "numberloader results ` + id + ` --results FILE.xlsx".`
	if id == "" || w.runs[id].State != run.Finished || !strings.Contains(stderr, want) {
		t.Errorf("told %q, want %q", stderr, want)
	}
}

// TestRowsThatStayBehindHaveTheNumberThatWasRead holds what "number" is in JSON, also
// when the run is reported again.
func TestRowsThatStayBehindHaveTheNumberThatWasRead(t *testing.T) {
	t.Parallel()
	w := newWorld()
	list := file(t, "list.csv", oneGood+
		"+1 212 555 0101,Kansas City\n"+ // a duplicate
		"+442079460123,Kansas City\n"+ // another country
		"+12125550103,Nowhere\n"+ // not read, since the country of its location is not known
		"212555,Kansas City\nnobody,Kansas City\n") // no numbers
	want := map[int]string{2: "+12125550101", 3: "+12125550101", 4: "+442079460123", 5: "", 6: "", 7: ""}
	for _, args := range [][]string{
		{"submit", list, "--yes", "--only-ready", "--json"},
		{"results", theRun, "--json", "--results", filepath.Join(t.TempDir(), "again.xlsx")},
	} {
		_, stdout, _ := invoke(t.Context(), w, args...)
		got := map[int]string{}
		for line := range strings.Lines(stdout) {
			var row struct {
				Row    int    `json:"row"`
				Number string `json:"number"`
			}
			if err := json.Unmarshal([]byte(line), &row); err != nil {
				t.Fatal(err)
			}
			if row.Row > 0 {
				got[row.Row] = row.Number
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (- wanted, + got):\n%s", args[0], diff)
		}
	}
}
