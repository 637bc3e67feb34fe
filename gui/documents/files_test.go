package documents

import (
	"path/filepath"
	"slices"
	"testing"

	"numberloader/internal/fault"
)

func TestWhatIsShownOfAFolder(t *testing.T) {
	t.Parallel()
	names := []string{"b.csv", ".hidden/", "Zoo/", "a.XLSX", "alps/", "notes.pdf", ".x.csv"}
	if got, want := choices(names, []string{".xlsx", ".csv"}), []string{above, "alps/", "Zoo/", "a.XLSX", "b.csv"}; !slices.Equal(got, want) {
		t.Errorf("for a file: %q, want %q", got, want)
	}
	if got, want := choices(names, nil), []string{above, "alps/", "Zoo/"}; !slices.Equal(got, want) {
		t.Errorf("for a folder: %q, want %q", got, want)
	}
}

func TestAFileInAFolderGetsAFreeName(t *testing.T) {
	at := func(name string) string { return filepath.Join("/x", name) }
	taken := map[string]bool{at("rows.xlsx"): true, at("rows (2).xlsx"): true}
	write := func(path string, replace bool) error {
		if taken[path] && !replace {
			return &fault.Error{Kind: fault.Exists}
		}
		return nil
	}
	if path, err := saveIn("/x", "rows.xlsx", write); path != at("rows (3).xlsx") || err != nil {
		t.Errorf("saved as %s, %v", path, err)
	}
	full := func(string, bool) error { return &fault.Error{Kind: fault.SaveFailed} }
	if path, err := saveIn("/x", "rows.xlsx", full); path != at("rows.xlsx") || fault.KindOf(err) != fault.SaveFailed {
		t.Errorf("saved as %s, %v", path, err)
	}
}
