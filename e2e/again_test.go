//go:build e2e

package e2e

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestARunIsPausedStoppedResumedAndUndone goes through a run's whole life with the
// mouse: it is paused, goes on, is stopped, is resumed from the history, and is
// taken back after a question. The last workbook says what became of every row.
func TestARunIsPausedStoppedResumedAndUndone(t *testing.T) {
	d := sit(t, look{})
	path := file(t, "carrier.csv", []byte(header+list("did", "Kansas City", 100, 200)))
	d.start(path)
	d.waitForText("195 of 200 rows can be added")
	d.add("Checked before anything is sent", "Add 195 numbers")
	d.clickWhen(someAdded, "Pause")
	d.waitFor("the pause", func(seen view) bool { return ends(seen, "left. Paused") && shows(seen, "Continue") })
	d.picture("paused")
	d.clickWhen(func(view) bool { return true }, "Continue")
	d.clickWhen(func(seen view) bool { return shows(seen, "Pause") }, "Stop")
	d.waitForText("Not sent", "Add the rest: ", "Stopped.")
	d.picture("stopped")
	checkOutcomes(t, lastWorkbook(t, path, 1), map[string]int{"Already there": 5})

	d.press("ctrl+5")
	d.waitForText("Unfinished", "Resume: ", "One run is not finished.")
	d.picture("history")
	d.click("Resume: ")
	d.waitForText("195 numbers were added", "Undo this run")
	d.picture("resumed")
	checkOutcomes(t, lastWorkbook(t, path, 2), map[string]int{"Added": 195, "Already there": 5, "Not sent": 0})

	d.click("Undo this run")
	d.waitForText("Remove 195 numbers from the practice", "Cancel", "Remove 195 numbers")
	d.picture("question")
	d.press("Return") // the safe choice has the keyboard
	d.waitFor("the question to go", func(seen view) bool { return seen.Idle && !shows(seen, "Cancel") })
	d.click("Undo this run")
	d.waitForText("Cancel", "Remove 195 numbers")
	d.press("Tab", "Return")
	d.waitForText("195 numbers were removed")
	d.picture("undone")
	checkOutcomes(t, lastWorkbook(t, path, 3), map[string]int{"Removed": 195, "Already there": 5, "Added": 0})
	d.press("ctrl+5")
	d.waitForText("Undone", "195 of 195 removed again")
	d.picture("history-undone")
}

// TestPortingDay adds numbers as inactive ones, tries a refused one again, and
// activates the others.
func TestPortingDay(t *testing.T) {
	d := sit(t, look{theme: "dark"})
	rows := "Phone number,Location,State\n+18165550150,Kansas City,inactive\n+18165550151,Kansas City,inactive\n" +
		"+18165550013,Kansas City,inactive\n+18165550152,Kansas City,active\n"
	path := file(t, "porting.csv", []byte(rows))
	d.start(path)
	d.waitForText("Continue with 4 rows", "4 numbers in 2 requests")
	d.add("Checked before anything is sent", "Add 4 numbers")
	d.waitForText("3 numbers were added", "Retry 1 refused", "Activate 2 inactive")
	d.click("Retry 1 refused")
	d.waitFor("the second workbook", func(seen view) bool {
		return seen.Idle && shows(seen, "Retry 1 refused") && len(workbooks(t, path)) == 2
	})
	checkOutcomes(t, lastWorkbook(t, path, 2), map[string]int{"Added": 3, "Refused": 1})
	d.click("Activate 2 inactive")
	d.waitForText("They are in use from then on", "Activate 2 numbers")
	d.picture("question")
	d.press("Tab", "Return")
	d.waitForText("Activated", "Show in folder")
	d.picture("activated")
	checkOutcomes(t, lastWorkbook(t, path, 3), map[string]int{"Activated": 2, "Added": 1, "Refused": 1})
}

// TestASignInThatEndsInTheMiddleIsAskedForAgain lets the token end with the second
// request. Signing in again goes on where it was, and no number is sent twice.
func TestASignInThatEndsInTheMiddleIsAskedForAgain(t *testing.T) {
	d, s := sit(t, look{}), meet(t)
	over := false
	s.answer = func(w http.ResponseWriter, p post) bool {
		if over || len(s.posts()) != 2 {
			return false
		}
		over = true
		s.refuse(p)
		w.WriteHeader(http.StatusUnauthorized)
		return true
	}
	d.more = []string{"NUMBERLOADER_API_URL=" + s.address()}
	path := file(t, "carrier.csv", []byte(header+list("did", "Kansas City", 100, 25)))
	d.start(path)
	d.signIn()
	d.waitForText("Continue with 25 rows", "Acme Corp")
	d.add("Add 25 numbers to Kansas City in Acme Corp", "Add 25 numbers")
	d.waitForText("The sign-in ended.", "20 done, 5 left. Paused, because the sign-in ended")
	d.picture("ended")
	d.click("Sign in")
	d.waitForText("Sign in to Acme Corp.", "Paste the token first")
	d.write(token)
	d.click("Check the token")
	d.click("Use Acme Corp")
	d.waitForText("25 numbers were added")
	d.picture("results")
	checkRules(t, s.posts())
	checkOutcomes(t, lastWorkbook(t, path, 1), map[string]int{"Added": 25})
}

// signIn signs in to the organization of a token.
func (d *desk) signIn() {
	d.t.Helper()
	d.waitForText("Practice organization")
	d.press("ctrl+k")
	d.waitForText("Access token", "Get a token")
	d.write(token)
	d.click("Check the token")
	d.click("Use Acme Corp")
}

// add goes on from Review to Add, which shows these texts, and agrees there to send what
// goes to Kansas City.
func (d *desk) add(shown ...string) {
	d.t.Helper()
	d.press("ctrl+Return")
	d.waitForText(shown...)
	d.press("ctrl+Return")
	d.waitForText("They go to Kansas City.")
	d.press("Tab", "Return")
}

// refuse takes back that the last request was carried out.
func (s *stranger) refuse(p post) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.added = s.added[:len(s.added)-1]
	for _, n := range p.PhoneNumbers {
		delete(s.numbers, n)
	}
}

func shows(seen view, wanted string) bool {
	for _, t := range seen.Texts {
		if t.Text == wanted {
			return true
		}
	}
	return false
}

func ends(seen view, ending string) bool {
	for _, t := range seen.Texts {
		if strings.HasSuffix(t.Text, ending) {
			return true
		}
	}
	return false
}

// lastWorkbook is the last of n workbooks of results that lie beside a file.
func lastWorkbook(t *testing.T, source string, n int) string {
	t.Helper()
	all := workbooks(t, source)
	if len(all) != n {
		t.Fatalf("%d workbooks, wanted %d: %v", len(all), n, all)
	}
	return newest(t, all)
}

// workbooks are the results workbooks beside a source file.
func workbooks(t *testing.T, source string) []string {
	t.Helper()
	all, err := filepath.Glob(strings.TrimSuffix(source, filepath.Ext(source)) + " - results *.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// newest is the file that was written last: another minute begins another name.
func newest(t *testing.T, paths []string) string {
	t.Helper()
	var last string
	var when time.Time
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if info.ModTime().After(when) {
			last, when = path, info.ModTime()
		}
	}
	return last
}
