//go:build e2e

package e2e

import (
	"net/http"
	"testing"
)

// tourWebex is what signs in, and what goes wrong there.
func tourWebex(t *testing.T, look look) {
	t.Helper()
	d, s := sit(t, look), meet(t)
	d.more = []string{"NUMBERLOADER_API_URL=" + s.address()}
	d.start(file(t, "carrier.csv", []byte(header+list("mobile", "Kansas City", 100, 25)+list("did", "Chicago", 200, 2))))
	d.waitForText("25 of 27 ")
	d.press("ctrl+k")
	d.waitForText("Access token")
	d.shows("sign-in-empty")
	d.write("wrong-token")
	d.click("Check the token")
	d.waitForText("Webex does not accept")
	d.shows("sign-in-error")
	d.write(token)
	d.click("Check the token")
	d.waitForText("Dana Reyes", "Acme Corp")
	d.shows("sign-in-full")
	d.click("Use Acme Corp")
	d.waitForText("25 of 27 ", "Acme Corp", "5/20")
	d.shows("review")
	tourReading(d, s)
	d.press("ctrl+3")
	d.waitForText("Add 25 numbers", "Nothing has been sent yet")
	d.shows("add")
	d.press("ctrl+Return")
	d.waitForText("They go to Kansas City.")
	d.press("Tab", "Return")
	d.waitForText("25 numbers were")
	d.shows("results")
	d.press("ctrl+2")
	d.waitForText("Continue", "left")
	d.shows("review-after")
	d.press("ctrl+4")
	d.click("Undo this run")
	d.waitForText("Remove 25 numbers", "Cancel")
	d.shows("undo-question")
	d.press("Tab", "Return")
	d.waitForText("No numbers were")
	d.shows("undo-error")
}

// tourReading is what is seen of all of Webex's numbers: that it refuses to tell them, that
// it is asked for them, that the user stopped that, and that it has none.
func tourReading(d *desk, s *stranger) {
	d.t.Helper()
	s.withhold(http.StatusForbidden)
	d.eachReading("error", func(reading) string { return "Nothing was changed." })
	s.withhold(http.StatusOK)
	reads := s.hold()
	for _, p := range readings() {
		d.press(p.keys...)
		d.waitFor("a reading", func(seen view) bool {
			_, stops := seen.find("Stop")
			return stops
		})
		d.shows(p.name + "-busy")
		d.clickWhen(func(view) bool { return true }, "Stop")
		d.waitFor("its end", func(seen view) bool { return seen.Idle })
		d.shows(p.name + "-stopped")
		d.press("ctrl+2")
	}
	reads()
	d.waitForText("25 of 27 ")
	d.eachReading("empty", func(p reading) string { return p.none })
}

// reading is a page that reads all of Webex's numbers, the keys that lead to it, and what it
// says of none.
type reading struct {
	name string
	keys []string
	none string
}

func readings() []reading {
	return []reading{
		{"compare", []string{"ctrl+d"}, "None of 27 numbers"},
		{"activate", []string{"F10", "Right", "Right", "Right", "Down", "Down", "Return"}, "There is nothing to activate"},
		{"export", []string{"ctrl+shift+e"}, "0 numbers"},
	}
}

// eachReading goes through these pages and back to Review.
func (d *desk) eachReading(state string, wanted func(reading) string) {
	d.t.Helper()
	for _, p := range readings() {
		d.press(p.keys...)
		d.waitForText(wanted(p))
		d.shows(p.name + "-" + state)
		d.press("ctrl+2")
		d.waitForText("25 of 27 ")
	}
}
