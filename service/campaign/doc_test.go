// Package campaign tries whether submitting survives everything: a small Webex
// with bad manners, faults that come by a seed, and programs that are killed. For
// each number the truth in the service and the program's report have to agree.
// It holds tests only.
package campaign

import (
	"os"
	"strconv"
	"testing"
)

// times is how often a campaign is run: few times in an ordinary test, and as
// many as NUMBERLOADER_CAMPAIGN says when it is named.
func times(t *testing.T, few int) int {
	t.Helper()
	text := os.Getenv("NUMBERLOADER_CAMPAIGN")
	if text == "" {
		return few
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("NUMBERLOADER_CAMPAIGN=%q is no number of times", text)
	}
	return n
}
