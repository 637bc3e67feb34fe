package wholeway

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	importer "numberloader/import"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/platform"
	"numberloader/internal/report"
	"numberloader/internal/review"
	"numberloader/internal/run"
)

// aList is a list as Windows writes it.
const aList = "Phone number;Note\r\n+12125550101;a\r\n+12125550102;b\r\n"

// TestAnyPathWillDo does the job with a list in folders and under names that
// people have.
func TestAnyPathWillDo(t *testing.T) {
	t.Parallel()
	for name, path := range map[string]string{
		"blanks":              "My Documents/new numbers (2).csv",
		"umlauts":             "Müller & Söhne/Rufnummern für Köln.csv",
		"composed otherwise":  "Mu\u0308ller/Ko\u0308ln.csv",
		"far scripts":         "電話 📞/номера.csv",
		"signs":               "100 %TEMP% [1] {a} #b, c; d'e ^ ~!/list+$x@y=z`.csv",
		"like an option":      "-x/--force.csv",
		"a dot at its front":  ".hidden/.csv",
		"no ending":           "folder.csv/list",
		"more than 300 bytes": longFolder(300) + "/list.csv",
		"a long name":         strings.Repeat("n", 251) + ".csv",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), filepath.FromSlash(path))
			putList(t, path)
			doTheJob(t, path)
		})
	}
}

func TestARelativePathWillDo(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	deep := longFolder(300) + "/list.csv"
	putList(t, filepath.Join(folder, "lists", "list.csv"))
	putList(t, filepath.Join(folder, filepath.FromSlash(deep)))
	for _, path := range []string{"lists/list.csv", "./lists/../lists/list.csv", filepath.Join("lists", "list.csv"), deep} {
		doTheJob(t, path)
	}
}

func TestAListThatMayOnlyBeReadStaysSo(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "list.csv")
	putList(t, path)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	doTheJob(t, path)
	if after, err := os.Stat(path); err != nil || after.Mode() != before.Mode() || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("it was %v and is %v (%v)", before, after, err)
	}
}

// longFolder is a path of folders with at least this many bytes.
func longFolder(length int) string {
	return strings.Repeat("a folder of some length/", length/24) + "and one more"
}

func putList(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(aList), 0o600); err != nil {
		t.Fatal(err)
	}
}

// doTheJob reads and judges the list, keeps the journal of a run beside it, and
// saves the results where the program would.
func doTheJob(t *testing.T, path string) {
	t.Helper()
	draft := draftOf(t, path)
	beside := filepath.Dir(draft.Path)
	store := run.NewStore(filepath.Join(beside, "journal"), platform.Locks{}, time.Now, rand.Reader)
	r := kept(t, store, draft)
	results, err := report.ResultsPath(r.Path, r.Started, platform.Writable)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Dir(results) != beside {
		t.Errorf("the results lie at %q, not beside %q", results, r.Path)
	}
	for _, replace := range []bool{false, true} {
		if err := report.New(nil).SaveResults(results, r, replace); err != nil {
			t.Fatal(err)
		}
	}
	if table, err := importer.Read(t.Context(), results, number.Layout{}, nil); err != nil || len(table.Records) != len(draft.Lines) {
		t.Errorf("the results can't be read: %v", err)
	}
	if err := report.New(nil).SaveResults(path, r, true); err == nil {
		t.Error("the list itself was replaced")
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != aList {
		t.Errorf("the list became %q (%v)", text, err)
	}
}

// draftOf is what is known of a run with the list before anything is sent.
func draftOf(t *testing.T, path string) run.Draft {
	t.Helper()
	table, err := importer.Read(t.Context(), path, number.Layout{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := review.Rows(t.Context(), table, review.Settings{Region: "US"}, review.Known{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 || rows[0].Number.String() != "+12125550101" || rows[1].Number.String() != "+12125550102" {
		t.Fatalf("the rows are %+v", rows)
	}
	return run.NewDraft(table, plan.Build(rows, plan.Webex()), run.Organization{})
}

// kept is the run as the history has it.
func kept(t *testing.T, store *run.Store, draft run.Draft) run.Run {
	t.Helper()
	journal, err := store.Begin(draft)
	if err != nil {
		t.Fatal(err)
	}
	if err := journal.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := store.Load(journal.ID())
	if err != nil {
		t.Fatal(err)
	}
	if r.Path != draft.Path || !filepath.IsAbs(r.Path) {
		t.Errorf("the history says %q of %q", r.Path, draft.Path)
	}
	return r
}
