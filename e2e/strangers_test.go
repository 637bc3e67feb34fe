//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

// TestListsOfStrangersGoThroughTheWholeJob takes lists that other people made, if they
// stand beside the checkout: opened, asked about, looked at, added, with their workbook.
func TestListsOfStrangersGoThroughTheWholeJob(t *testing.T) {
	corpus := filepath.Join("..", "..", "shared", "corpus", "phones")
	if _, err := os.Stat(corpus); err != nil {
		t.Skip("the lists of strangers are not here")
	}
	for name, c := range map[string]struct {
		answers  []string // to what is asked on opening, and the button that goes on
		location string
	}{
		"teams_Contoso_users_numbers.csv": {nil, "Kansas City"},
		"us_random_e164.csv":              {nil, "Austin"},
		"us_faker_large_contacts.csv":     {[]string{"United States", "Use the United States"}, "Kansas City"},
		"us_1800_sample_numbers.csv":      {nil, "Kansas City"},
		"wxc_sdk_add_numbers.csv":         {nil, "Austin"},
	} {
		t.Run(name, func(t *testing.T) {
			d := sit(t, look{})
			text, err := os.ReadFile(filepath.Join(corpus, name))
			check(t, err)
			path := file(t, name, text)
			d.set(map[string]any{"practiceSpeed": "at-once", "practiceErrors": "none"})
			d.start(path)
			for _, answer := range c.answers {
				d.waitForText(answer)
				d.picture("asked")
				d.click(answer)
			}
			d.waitForText("Continue with", "name no location")
			d.picture("review")
			d.press("ctrl+Return")
			d.waitForText("Where do they go?")
			d.click("Choose a location")
			d.click(c.location)
			d.waitForText("Rows that name no location go to", "to "+c.location)
			d.picture("add")
			d.press("ctrl+Return")
			d.waitForText("They go to " + c.location)
			d.press("Tab", "Return")
			d.waitForText("numbers were added")
			d.picture("results")
			if saved := workbooks(t, path); len(saved) != 1 {
				t.Errorf("the workbooks are %v", saved)
			}
		})
	}
}
