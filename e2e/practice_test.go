//go:build e2e

package e2e

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
)

// practice are the numbers that the practice organization holds.
func (d *desk) practice() map[string]bool {
	d.t.Helper()
	text, err := os.ReadFile(filepath.Join(d.home, "practice.json"))
	if err != nil {
		d.t.Fatal(err)
	}
	type numbers []struct{ PhoneNumber string }
	var first struct{ Numbers numbers }
	lines := json.NewDecoder(bytes.NewReader(text))
	if err := lines.Decode(&first); err != nil {
		d.t.Fatal(err)
	}
	all := first.Numbers
	for lines.More() { // what was added since
		var added numbers
		if err := lines.Decode(&added); err != nil {
			d.t.Fatal(err)
		}
		all = append(all, added...)
	}
	held := map[string]bool{}
	for _, n := range all {
		held[n.PhoneNumber] = true
	}
	return held
}
