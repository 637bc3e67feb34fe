//go:build e2e

package e2e

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// file writes a spreadsheet of the given name and returns its path.
func file(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// list is a CSV of n numbers of one kind for one location, from the given
// number on.
func list(kind, location string, first, n int) string {
	var lines strings.Builder
	for i := range n {
		fmt.Fprintf(&lines, "+1816555%04d,%s,%s\n", first+i, kind, location)
	}
	return lines.String()
}

const header = "Phone number,Type,Location\n"

// with runs a verb with further environment variables.
func (d *desk) with(environment []string, arguments ...string) (stdout, stderr string, status int) {
	d.t.Helper()
	command := exec.CommandContext(d.ctx, binary(d.t), arguments...)
	command.Env = append(d.environment(), environment...)
	var out, messages strings.Builder
	command.Stdout, command.Stderr = &out, &messages
	err := command.Run()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		d.t.Fatal(err)
	}
	return out.String(), messages.String(), command.ProcessState.ExitCode()
}

// object is one JSON line.
type object map[string]any

func objects(t *testing.T, output string) []object {
	t.Helper()
	var all []object
	for line := range strings.Lines(output) {
		o := object{}
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			t.Fatalf("%q is no JSON line: %v", line, err)
		}
		all = append(all, o)
	}
	if len(all) == 0 {
		t.Fatal("nothing was printed")
	}
	return all
}

func summary(t *testing.T, output string) object {
	t.Helper()
	all := objects(t, output)
	last := all[len(all)-1]
	if last["summary"] != true {
		t.Fatalf("the last line is no summary: %v", last)
	}
	return last
}

// bare is a desk without a screen, for the command line.
func bare(t *testing.T) *desk {
	t.Helper()
	return &desk{t: t, ctx: t.Context(), home: t.TempDir()}
}

func TestSubmitToAServerThatIsNotOurs(t *testing.T) {
	d, s := bare(t), meet(t)
	path := file(t, "carrier.csv", []byte(header+
		list("mobile", "Kansas City", 100, 45)+list("did", "Austin", 200, 12)+
		list("did", "Chicago", 300, 3)+list("toll-free", "Toronto", 320, 2)+list("mobile", "Chicago", 340, 2)))
	out, messages, status := d.with(s.environment(), "submit", path, "--yes", "--only-ready", "--json")
	if status != 1 {
		t.Fatalf("status %d, wanted 1 for the rows that stay behind: %s", status, messages)
	}
	checkRules(t, s.posts())
	want := object{"added": 59.0, "not_sent": 5.0, "refused": 0.0, "not_known": 0.0, "already_there": 0.0, "requests": 5.0}
	got := summary(t, out)
	checkCounts(t, "submit", got, want)
	checkWorkbook(t, got["results"].(string), 64)
	checkSecrecy(t, d, out+messages, got["results"].(string))
}

// checkCounts compares some fields of an object.
func checkCounts(t *testing.T, verb string, got, want object) {
	t.Helper()
	for name, value := range want {
		if got[name] != value {
			t.Errorf("%s: %s is %v, wanted %v", verb, name, got[name], value)
		}
	}
}

// checkRules holds the red lines: 20 mobile numbers a request, and no DID or
// toll-free number to a location whose PSTN is integrated.
func checkRules(t *testing.T, posts []post) {
	t.Helper()
	if len(posts) == 0 {
		t.Fatal("nothing was sent")
	}
	for _, p := range posts {
		if p.NumberType == "MOBILE" && len(p.PhoneNumbers) > 20 {
			t.Errorf("%d mobile numbers in one request", len(p.PhoneNumbers))
		}
		if p.NumberType == "MOBILE" && p.State != "" {
			t.Errorf("a mobile request states %q", p.State)
		}
		if p.NumberType != "MOBILE" && (p.Location == "loc-chi" || p.Location == "loc-tor") {
			t.Errorf("%s numbers went to %s, whose PSTN is integrated", p.NumberType, p.Location)
		}
		if p.NumberType != "MOBILE" && p.State == "" {
			t.Errorf("a %s request states no state", p.NumberType)
		}
	}
}

// checkWorkbook opens a results workbook and counts its lines.
func checkWorkbook(t *testing.T, path string, lines int) {
	t.Helper()
	book, err := excelize.OpenFile(path)
	check(t, err)
	defer book.Close()
	if got := book.GetSheetList(); !slices.Equal(got, []string{"Results", "Requests", "Summary", "Ready to assign"}) {
		t.Errorf("the workbook has the sheets %q", got)
	}
	if got := len(rowsOf(t, path, "Results")); got != lines+1 {
		t.Errorf("the workbook has %d lines below its header, wanted %d", got-1, lines)
	}
}

// checkSecrecy looks for the token in all that the program wrote.
func checkSecrecy(t *testing.T, d *desk, printed, workbook string) {
	t.Helper()
	if strings.Contains(printed, token) {
		t.Error("the token was printed")
	}
	unpacked, err := exec.Command("unzip", "-p", workbook).Output()
	if err == nil && strings.Contains(string(unpacked), token) {
		t.Error("the token is in the workbook")
	}
	checkNothingSecret(t, d)
}

// checkNothingSecret looks for tokens and secrets in everything that the program
// has written.
func checkNothingSecret(t *testing.T, d *desk) {
	t.Helper()
	err := filepath.WalkDir(d.home, func(path string, entry os.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		for _, secret := range []string{token, clientSecret, refreshToken} {
			if strings.Contains(string(content), secret) {
				t.Errorf("%s is in %s", secret, path)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAKilledSubmitTellsTheTruth(t *testing.T) {
	d, s := bare(t), meet(t)
	under, free := make(chan struct{}), make(chan struct{})
	t.Cleanup(func() { close(free) })
	s.answer = func(http.ResponseWriter, post) bool {
		if len(s.posts()) == 3 {
			close(under)
			<-free
		}
		return false
	}
	path := file(t, "carrier.csv", []byte(header+list("did", "Kansas City", 100, 65)))
	submit := exec.Command(binary(t), "submit", path, "--yes", "--json")
	submit.Env = append(d.environment(), s.environment()...)
	if err := submit.Start(); err != nil {
		t.Fatal(err)
	}
	await(t, under, "the third request")
	if err := submit.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = submit.Wait()

	out, _, _ := d.with(nil, "history", "--json")
	run := objects(t, out)[0]
	want := object{"state": "unfinished", "added": 40.0, "not_known": 20.0, "not_sent": 5.0, "refused": 0.0}
	checkCounts(t, "history", run, want)
	results := filepath.Join(t.TempDir(), "again.xlsx")
	if _, messages, status := d.with(nil, "results", run["run"].(string), "--results", results); status > 1 {
		t.Fatalf("results: status %d: %s", status, messages)
	}
	checkOutcomes(t, results, map[string]int{"Added": 40, "Not known": 20, "Not sent": 5})
}

// checkOutcomes counts the words in the Outcome column of a workbook.
func checkOutcomes(t *testing.T, path string, want map[string]int) {
	t.Helper()
	got := map[string]int{}
	for _, word := range columnOf(t, path, "Outcome") {
		got[word]++
	}
	for word, n := range want {
		if got[word] != n {
			t.Errorf("%d rows are %q, wanted %d (all: %v)", got[word], word, n, got)
		}
	}
}

// columnOf is what the rows of a results workbook have in a column.
func columnOf(t *testing.T, path, heading string) []string {
	t.Helper()
	rows := rowsOf(t, path, "Results")
	column := slices.Index(rows[0], heading)
	if column < 0 {
		t.Fatalf("the workbook has the columns %q", rows[0])
	}
	var all []string
	for _, row := range rows[1:] {
		all = append(all, row[column])
	}
	return all
}

// rowsOf are the rows of a sheet of a workbook.
func rowsOf(t *testing.T, path, sheet string) [][]string {
	t.Helper()
	book, err := excelize.OpenFile(path)
	check(t, err)
	defer book.Close()
	rows, err := book.GetRows(sheet)
	check(t, err)
	return rows
}

// TestCommandLineTakesBackWhatKilledProgramsAdded kills submit, resume and undo in
// the middle. Each time what the run says must be what the practice organization
// holds, and in the end it must hold what it held before.
func TestCommandLineTakesBackWhatKilledProgramsAdded(t *testing.T) {
	d := bare(t)
	path := file(t, "carrier.csv", []byte(header+
		list("did", "Kansas City", 1100, 40)+list("mobile", "Austin", 1200, 45)+"555,did,Austin\n"))
	d.cut(16, "submit", path, "--practice", "--yes", "--only-ready", "--batch", "5", "--json")
	out, _, _ := d.with(nil, "history", "--json")
	id := objects(t, out)[0]["run"].(string)
	d.checkTruth(id)
	others := map[string]bool{}
	for held := range d.practice() {
		if !strings.HasPrefix(held, "+18165551") {
			others[held] = true
		}
	}

	d.cut(40, "resume", id, "--yes", "--json")
	d.checkTruth(id)
	resumed := d.whole("resume", id)
	checkCounts(t, "resume", resumed, object{"added": 85.0, "not_sent": 1.0, "not_known": 0.0, "refused": 0.0, "already_there": 0.0})
	d.checkTruth(id)

	d.cut(1, "undo", id, "--yes", "--json")
	d.checkTruth(id)
	undone := d.whole("undo", id)
	checkCounts(t, "undo", undone, object{"added": 0.0, "removed": 85.0, "kept": 0.0, "not_removed": 0.0, "not_sent": 1.0, "not_known": 0.0})
	checkOutcomes(t, undone["results"].(string), map[string]int{"Removed": 85, "Not sent": 1})
	if left := d.practice(); !maps.Equal(left, others) {
		t.Errorf("the practice organization holds %d numbers, wanted %d", len(left), len(others))
	}
	out, _, _ = d.with(nil, "history", "--json")
	checkCounts(t, "history", objects(t, out)[0], object{"state": "undone", "removed": 85.0})
}

// cut starts a verb, and kills the program as a power cut would as soon as it has
// printed some lines.
func (d *desk) cut(lines int, arguments ...string) {
	d.t.Helper()
	command := exec.CommandContext(d.ctx, binary(d.t), arguments...)
	command.Env, command.Stderr = d.environment(), os.Stderr
	out, err := command.StdoutPipe()
	if err != nil {
		d.t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		d.t.Fatal(err)
	}
	scanner := bufio.NewScanner(out)
	for range lines {
		if !scanner.Scan() {
			d.t.Fatalf("%s ended before it was killed", arguments[0])
		}
		if !json.Valid(scanner.Bytes()) {
			d.t.Errorf("%s printed %q", arguments[0], scanner.Text())
		}
	}
	if err := command.Process.Kill(); err != nil {
		d.t.Fatal(err)
	}
	_ = command.Wait()
}

// whole carries out a verb on a run until nothing is left for it, and returns the
// summary.
func (d *desk) whole(verb, id string) object {
	d.t.Helper()
	for range 5 {
		out, messages, status := d.with(nil, verb, id, "--yes", "--json")
		if status <= 1 {
			return summary(d.t, out)
		}
		d.t.Logf("%s: status %d: %s", verb, status, messages)
	}
	d.t.Fatalf("%s does not come to an end", verb)
	return nil
}

// checkTruth compares what a run says of its rows with what the practice
// organization holds. A row that is not known may be either.
func (d *desk) checkTruth(id string) {
	d.t.Helper()
	out, messages, status := d.with(nil, "results", id, "--json", "--results", filepath.Join(d.t.TempDir(), "truth.xlsx"))
	if status != 0 {
		d.t.Fatalf("results: status %d: %s", status, messages)
	}
	held := d.practice()
	for _, row := range objects(d.t, out) {
		number, _ := row["number"].(string)
		outcome, _ := row["outcome"].(string)
		if number == "" || outcome == "not_known" {
			continue
		}
		if wanted := outcome == "added"; held[number] != wanted {
			d.t.Errorf("%s is %s, and is it there? %v", number, outcome, held[number])
		}
	}
}

// TestBadInputHasItsOwnWordsAndStatus gives the program what people give by
// mistake. A file that another program holds is not among them: only Windows keeps
// one from being read, and there TestReadOfAFileThatExcelHolds of import reads
// such a file.
func TestBadInputHasItsOwnWordsAndStatus(t *testing.T) {
	d := bare(t)
	folder := t.TempDir()
	good := []byte(header + list("did", "Kansas City", 100, 2))
	workbook, err := os.ReadFile("../import/testdata/cases/mobile-45.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	protected := "../import/testdata/cases/protected.xlsx"
	refused := meet(t)
	refused.meStatus = http.StatusForbidden
	for _, c := range []struct {
		name        string
		environment []string
		arguments   []string
		status      int
		words       []string
	}{
		{"empty file", nil, []string{"check", file(t, "empty.xlsx", nil)}, 3, []string{"empty"}},
		{"folder", nil, []string{"check", folder}, 3, []string{"folder"}},
		{"missing file", nil, []string{"check", filepath.Join(folder, "none.xlsx")}, 3, []string{"no file"}},
		{"PDF", nil, []string{"check", file(t, "list.xlsx", []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))}, 3, []string{"PDF", ".xlsx"}},
		{"cut off zip", nil, []string{"check", file(t, "cut.xlsx", workbook[:len(workbook)/2])}, 3, []string{"damaged"}},
		{"password", nil, []string{"check", protected}, 3, []string{"password"}},
		{"no numbers", nil, []string{"check", file(t, "names.csv", []byte("Name,City\nAnn,Austin\nBob,Chicago\n")), "--json"}, 2, []string{"column"}},
		{"header alone", nil, []string{"check", file(t, "header.csv", []byte(header))}, 0, []string{"no rows"}},
		{"no sign-in", nil, []string{"submit", file(t, "a.csv", good), "--yes"}, 4, []string{"sign"}},
		{
			"no network",
			[]string{"NUMBERLOADER_API_URL=http://127.0.0.1:1/v1", "WEBEX_ACCESS_TOKEN=x"},
			[]string{"submit", file(t, "b.csv", good), "--yes"},
			5,
			[]string{"connection"},
		},
		{
			"wrong token",
			[]string{"NUMBERLOADER_API_URL=" + meet(t).address(), "WEBEX_ACCESS_TOKEN=wrong"},
			[]string{"submit", file(t, "c.csv", good), "--yes"},
			4,
			[]string{"token"},
		},
		{
			"token without rights", refused.environment(),
			[]string{"submit", file(t, "d.csv", good), "--yes"},
			4,
			[]string{"full administrator"},
		},
		{
			"plain http",
			[]string{"NUMBERLOADER_API_URL=http://webexapis.example/v1", "WEBEX_ACCESS_TOKEN=x"},
			[]string{"submit", file(t, "e.csv", good), "--yes"},
			2,
			[]string{"https"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d.t = t
			out, messages, status := d.with(c.environment, c.arguments...)
			if status != c.status {
				t.Errorf("status %d, wanted %d: %s%s", status, c.status, out, messages)
			}
			for _, word := range c.words {
				if !strings.Contains(strings.ToLower(messages), strings.ToLower(word)) {
					t.Errorf("the message lacks %q: %s", word, messages)
				}
			}
			if strings.Contains(messages, "panic") || strings.Contains(messages, "goroutine") {
				t.Errorf("that is no message for a person: %s", messages)
			}
		})
	}
	out, _, _ := d.with(nil, "history", "--json")
	if out != "" {
		t.Errorf("a submit that failed before its plan left a run: %s", out)
	}
}
