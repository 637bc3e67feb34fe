package report

import (
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestLongNamesLeaveRoomForWhatIsAdded has names that the results can't have
// whole. They are cut between two characters.
func TestLongNamesLeaveRoomForWhatIsAdded(t *testing.T) {
	t.Parallel()
	when := time.Date(2026, 11, 23, 14, 12, 0, 0, time.Local)
	anywhere := func(string) bool { return true }
	const added = " - results 2026-11-23 1412.xlsx"
	for stem, want := range map[string]string{
		strings.Repeat("n", 217):               strings.Repeat("n", 217),
		strings.Repeat("n", 218):               strings.Repeat("n", 217),
		strings.Repeat("n", 216) + "ü":         strings.Repeat("n", 216),
		strings.Repeat("n", 214) + "📞 5":       strings.Repeat("n", 214),
		strings.Repeat("n", 215) + " . and so": strings.Repeat("n", 215),
	} {
		got, err := ResultsPath(filepath.Join(t.TempDir(), stem+".csv"), when, anywhere)
		if err != nil || filepath.Base(got) != want+added {
			t.Errorf("of %s: got %s, %v", stem, filepath.Base(got), err)
		}
	}
}
