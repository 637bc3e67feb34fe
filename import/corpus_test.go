package importer

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"numberloader/import/delimited"
	"numberloader/import/filetest"
	"numberloader/import/refuse"
	"numberloader/import/sheet"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// oracle is what independent readers found in a file of the corpus.
type oracle struct {
	Readable string `json:"readable"`
	Reader   string `json:"oracle"`
	Encoding string `json:"encoding"`
	Sheet    string `json:"sheet"`
	First    string `json:"first_visible"`
	Nonempty int    `json:"nonempty"`
	SHA256   string `json:"sha256"`
	Strings  string `json:"strings_sha256"`
	Phones   *struct {
		Columns []int `json:"number_columns"`
	} `json:"phones"`
}

// exception is a file on which docs/number-rules.md decides otherwise than the
// readers that were asked: what the first visible sheet holds, and why.
type exception struct {
	cells int // that show anything
	first string
	why   string
}

// exceptions are all of these files. One on which the readers agree with us is
// none, and fails.
var exceptions = map[string]exception{
	"calamine/too_small.xls":                             {1, "R1C1=Attachment f:\\\\attachcus\\\\arnold-j\\\\Summer trading shots.xls not found!", "one line of plain text: content decides, never the name (5.1)"},
	"openspout/non_zip.ods":                              {1, "R1C1=Fri 18 Mar 2022 15:02:30 CET", "one line of plain text: content decides, never the name (5.1)"},
	"csv/oletools__dde-in-csv.csv":                       {2, "R1C1==cmd", "one line with one |, which separates two fields (5.2)"},
	"sheetjs/wtf_path.xlsx":                              {15, "R2C4=sheetjs", "LibreOffice computes six formulas that have no stored result, which is forbidden (3.1); openpyxl finds 15 cells, too"},
	"xlsxreader/test-shared-strings-with-r-element.xlsx": {194, "R1C1=rec_id", "137 cells name shared texts that are not there: bad cells here (3.1), blank in LibreOffice"},
	"phpspreadsheet/issue.4724.xlsx":                     {8, "R1C1=line\\nwith\\nbreaks", "the oracle decodes the escaped escape _x005F_x0030_ of A2 twice, and halves of surrogates below A4 in its own way"},
}

func corpusFiles(t *testing.T, folder string) map[string]oracle {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(folder, "ORACLE.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Files map[string]oracle `json:"files"`
	}
	if err := json.Unmarshal(content, &all); err != nil {
		t.Fatal(err)
	}
	for name, found := range laterFound(t) {
		if all.Files[name].Readable == "no" {
			all.Files[name] = found
		}
	}
	return all.Files
}

// laterFound is what other readers found in files that the corpus calls
// unreadable.
func laterFound(t *testing.T) map[string]oracle {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", "oracle.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]oracle{}
	for line := range strings.Lines(string(content)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSpace(line), "\t")
		cells, err := strconv.Atoi(fields[2])
		if err != nil {
			t.Fatal(err)
		}
		found[fields[0]] = oracle{Readable: "yes", Reader: fields[1], Nonempty: cells, Strings: fields[3]}
	}
	return found
}

// TestReadAnswersEveryFileOfOtherProjects holds every file of the corpus to what
// its README expects: an answer in time, read in full or refused in words.
func TestReadAnswersEveryFileOfOtherProjects(t *testing.T) {
	folder := filetest.Corpus(t, "..")
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TEMP", temp)
	t.Setenv("TMP", temp)
	files := corpusFiles(t, folder)
	for name := range exceptions {
		if _, ok := files[name]; !ok {
			t.Errorf("the corpus has no %s", name)
		}
	}
	t.Run("files", func(t *testing.T) {
		for name, want := range files {
			t.Run(name, func(t *testing.T) { checkCorpusFile(t, folder, name, want) })
		}
	})
	var memory runtime.MemStats
	if runtime.ReadMemStats(&memory); memory.Sys > 1<<30 {
		t.Errorf("%d MiB of memory", memory.Sys>>20)
	}
	left, err := os.ReadDir(temp)
	if err != nil || len(left) > 0 {
		t.Errorf("left in the temporary folder: %v (%v)", left, err)
	}
}

func checkCorpusFile(t *testing.T, folder, name string, want oracle) {
	t.Helper()
	path := filepath.Join(folder, filepath.FromSlash(name))
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if e, ok := exceptions[name]; ok {
		checkException(ctx, t, path, e, want)
		return
	}
	table, err := Read(ctx, path, number.Layout{}, nil)
	if err != nil {
		checkWords(t, err, want)
		return
	}
	if want.Readable == "no" {
		t.Fatalf("read %d rows, and it should be refused", len(table.Records))
	}
	if want.Readable == "yes" {
		compareCells(ctx, t, path, want)
	}
}

// checkException checks what is read of an exception, and that it is one.
func checkException(ctx context.Context, t *testing.T, path string, e exception, want oracle) {
	t.Helper()
	t.Log(e.why)
	if _, err := Read(ctx, path, number.Layout{}, nil); err != nil {
		t.Fatal(err)
	}
	text := strings.HasPrefix(want.Reader, "python csv")
	s, err := openFirst(ctx, path, want)
	if err != nil {
		t.Fatal(err)
	}
	if got := nonempty(s); got != e.cells {
		t.Errorf("%d cells, want %d", got, e.cells)
	}
	texts := textsOf(s)
	if !slices.Contains(texts, e.first) {
		t.Errorf("no cell is %s: %q", e.first, texts)
	}
	sameTexts := want.Strings != "" && hashOf(texts) == want.Strings
	if want.Readable == "yes" && (sameTexts || !text && want.Strings == "" && want.Nonempty == e.cells || text && hashOf(gridOf(s)) == want.SHA256) {
		t.Errorf("%s found the same", want.Reader)
	}
}

// checkWords checks a refusal: it has a kind of its own, and one that may be.
func checkWords(t *testing.T, err error, want oracle) {
	t.Helper()
	message := phrase.Explain(err)
	if message.What == "" || message.Next == "" {
		t.Errorf("%v: no words", err)
	}
	if strings.Contains(err.Error(), "reader failed") {
		t.Errorf("a reader panicked: %v", err)
	}
	refusals := []fault.Kind{fault.FilePassword, fault.FileUnsupported, fault.FileDamaged, fault.FileTooLarge, fault.FileEmpty}
	kind := fault.KindOf(err)
	if !slices.Contains(refusals, kind) {
		t.Errorf("kind %d: %v", kind, err)
	}
	if want.Readable == "yes" && (kind != fault.FileEmpty || want.Nonempty > 0) {
		t.Errorf("refused, and it has %d cells: %v", want.Nonempty, err)
	}
}

// compareCells compares the cells of the first visible sheet with the oracle's,
// as far as number formats do not matter.
func compareCells(ctx context.Context, t *testing.T, path string, want oracle) {
	t.Helper()
	s, err := openFirst(ctx, path, want)
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasPrefix(want.Reader, "python csv") {
		if got := hashOf(gridOf(s)); got != want.SHA256 {
			t.Errorf("%d rows are not those that %s found", len(s.Rows), want.Reader)
		}
		return
	}
	if got := nonempty(s); got != want.Nonempty {
		t.Errorf("%d cells, and %s found %d", got, want.Reader, want.Nonempty)
	}
	if want.Strings == "" { // only LibreOffice could read it, and says no more than that
		return
	}
	if got := hashOf(textsOf(s)); got != want.Strings {
		t.Errorf("%d rows of texts are not those that %s found", len(s.Rows), want.Reader)
	}
}

// openFirst reads the sheet that the oracle looked at.
func openFirst(ctx context.Context, path string, want oracle) (s *sheet.Sheet, err error) {
	file, err := open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.close()) }()
	in := newSearch(ctx, file, number.Layout{}, func(number.Progress) {})
	kind, _ := refuse.Sniff(file.start)
	opener, ok := in.openers()[kind]
	if !ok {
		s, _, err := delimited.Read(&in.Input, func(string) bool { return false })
		return s, err
	}
	_, book, err := opener()
	if err != nil {
		return nil, err
	}
	i, err := sheetNamed(book.Sheets(), cmp.Or(want.Sheet, want.First, listOf(book.Sheets())[0].Name))
	if err != nil {
		return nil, err
	}
	return book.Read(i)
}

var escapeCell = strings.NewReplacer("\\", "\\\\", "\t", "\\t", "\n", "\\n", "\r", "\\r")

// normal is a text as the oracle has it.
func normal(text string) string {
	return escapeCell.Replace(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"))
}

// textsOf are the cells whose value is a text, one line each.
func textsOf(s *sheet.Sheet) []string {
	var lines []string
	for _, r := range s.Rows {
		for c := range s.Cells(&r) {
			if (c.Type == number.CellText || c.Type == number.CellError) && s.Text(c) != "" {
				lines = append(lines, fmt.Sprintf("R%dC%d=%s", r.Line, c.Column+1, normal(s.Text(c))))
			}
		}
	}
	return lines
}

// nonempty counts the cells that show anything.
func nonempty(s *sheet.Sheet) int {
	n := 0
	for _, r := range s.Rows {
		for c := range s.Cells(&r) {
			if s.Shown(c) != "" {
				n++
			}
		}
	}
	return n
}

// gridOf are all rows from the first on, one line each.
func gridOf(s *sheet.Sheet) []string {
	var lines []string
	for _, r := range s.Rows {
		for len(lines) < r.Line-1 {
			lines = append(lines, "")
		}
		var cells []string
		for c := range s.Cells(&r) {
			for len(cells) < int(c.Column) {
				cells = append(cells, "")
			}
			cells = append(cells, normal(s.Text(c)))
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	return lines
}

func hashOf(lines []string) string {
	sum := sha256.Sum256([]byte(strings.Join(lines, "\n")))
	return hex.EncodeToString(sum[:])
}
