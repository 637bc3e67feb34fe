package console

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAPasswordIsTheFirstLine(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"": "", "secret": "secret", "secret\n": "secret", "two words\r\nnext\n": "two words"} {
		c := New(Streams{Stdin: strings.NewReader(text)})
		file := filepath.Join(t.TempDir(), "password")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"-", file} {
			if got, err := c.Password(name); got != want || err != nil {
				t.Errorf("%q from %s: got %q, %v", text, name, got, err)
			}
		}
	}
}
