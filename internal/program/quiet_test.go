package program

import (
	"os"
	"os/exec"
	"testing"
)

// started tells the test that it was started by itself.
const started = "NUMBERLOADER_STARTED_BY_TEST"

// TestAnUnknownLanguagePrintsNothing starts this program, which is linked with the
// toolkit, with languages that the toolkit does not know.
func TestAnUnknownLanguagePrintsNothing(t *testing.T) {
	t.Parallel()
	if os.Getenv(started) != "" {
		return // this is the program that the test starts
	}
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"nonsense", "xx_YY.UTF-8", "de_DE@euro", "C", ""} {
		command := exec.CommandContext(t.Context(), own, "-test.run=^"+t.Name()+"$") //nolint:gosec // this program
		command.Env = append(os.Environ(), started+"=1", "LANG="+language, "LC_ALL="+language, "LANGUAGE="+language)
		said, err := command.CombinedOutput()
		if err != nil || string(said) != "PASS\n" {
			t.Errorf("%q: printed %q (%v)", language, said, err)
		}
	}
}
