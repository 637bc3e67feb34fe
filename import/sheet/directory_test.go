package sheet

import (
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/internal/fault"
)

// TestTheDirectoryOfAContainerIsBounded reads no more of it than it may.
func TestTheDirectoryOfAContainerIsBounded(t *testing.T) {
	t.Parallel()
	d := &Directory{r: strings.NewReader("12345"), left: 2}
	if n, err := d.ReadAt(make([]byte, 2), 0); n != 2 || err != nil || d.Err() != nil {
		t.Errorf("%d bytes, %v, %v", n, err, d.Err())
	}
	_, err := d.ReadAt(make([]byte, 1), 0)
	filetest.Refused(t, err, fault.FileTooLarge, "10,000 parts")
	filetest.Refused(t, d.Err(), fault.FileTooLarge, "10,000 parts")
	filetest.Refused(t, d.Opened(MaxParts+1), fault.FileTooLarge, "10,000 parts")
	if err := d.Opened(MaxParts); err != nil {
		t.Fatal(err)
	}
	if n, err := d.ReadAt(make([]byte, 2), 0); n != 2 || err != nil || d.Err() != nil {
		t.Errorf("%d bytes of an open container, %v, %v", n, err, d.Err())
	}
}
