//go:build e2e

package e2e

import (
	"testing"
)

// TestNumbersGoToTheOrganizationOfAToken pastes an access token, sees whose it
// is, and adds numbers there.
func TestNumbersGoToTheOrganizationOfAToken(t *testing.T) {
	d, s := sit(t, look{}), meet(t)
	d.more = []string{"NUMBERLOADER_API_URL=" + s.address()}
	path := file(t, "carrier.csv", []byte(header+list("mobile", "Kansas City", 100, 25)+list("did", "Chicago", 200, 2)))
	d.start(path)
	d.waitForText("25 of 27 rows can be added")
	d.press("ctrl+k")
	d.waitForText("Access token", "Get a token")
	d.write("wrong-token")
	d.click("Check the token")
	d.waitForText("Webex does not accept this access token")
	d.picture("wrong")
	d.write(token)
	d.click("Check the token")
	d.waitForText("Dana Reyes", "Acme Corp")
	d.picture("found")
	d.click("Use Acme Corp")
	d.waitForText("25 of 27 rows can be added", "Acme Corp", "5/20")
	d.add("Add 25 numbers to Kansas City in Acme Corp", "Add 25 numbers")
	d.waitForText("25 numbers were added")
	d.picture("results")
	checkRules(t, s.posts())
	if n := len(s.posts()); n != 2 {
		t.Errorf("%d requests were sent, wanted 2", n)
	}
	results := lastWorkbook(t, path, 1)
	checkWorkbook(t, results, 27)
	checkSecrecy(t, d, "", results)
}
