package parts

import (
	"bytes"
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/import/sheet"
	"numberloader/internal/fault"
)

func TestArchiveKeepsItsLimits(t *testing.T) {
	t.Parallel()
	content := filetest.Zip(t, filetest.Parts{"a": strings.Repeat("0", 100_000)})
	cases := map[string]struct {
		limits unpackLimits
		fits   bool
	}{
		"within all":       {unpackLimits{all: 100_000, free: 100_000, each: 1}, true},
		"over all":         {unpackLimits{all: 99_999, free: 99_999, each: 1000}, false},
		"ratio below free": {unpackLimits{all: 1 << 20, free: 100_000, each: 10}, true},
		"ratio above free": {unpackLimits{all: 1 << 20, free: 99_999, each: 10}, false},
		"small ratio":      {unpackLimits{all: 1 << 20, free: 0, each: 10_000}, true},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, err := Open(&sheet.Input{Context: t.Context(), Bytes: bytes.NewReader(content), Size: int64(len(content))})
			if err != nil {
				t.Fatal(err)
			}
			a.limits = c.limits
			r, err := a.open("A")
			if err != nil {
				t.Fatal(err)
			}
			n, err := (&bytes.Buffer{}).ReadFrom(r)
			if c.fits && (err != nil || n != 100_000) {
				t.Errorf("%d bytes, %v", n, err)
			}
			if !c.fits {
				filetest.Refused(t, err, fault.FileTooLarge, "too large")
			}
		})
	}
}
