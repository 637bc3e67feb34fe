package importer

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// TestReadDoesNotWaitForASystemThatHangs has an opener that never comes back, as
// that of a network drive that is gone.
func TestReadDoesNotWaitForASystemThatHangs(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	back := make(chan struct{})
	hang := func(string) (*source, error) {
		cancel()
		<-back
		return nil, errors.New("the drive is back")
	}
	_, err := readFile(ctx, "list.xlsx", number.Layout{}, hang, nil)
	close(back)
	if fault.KindOf(err) != fault.Stopped || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestDecryptingIsNotWaitedFor opens a file whose key takes a million rounds.
func TestDecryptingIsNotWaitedFor(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile(filepath.Join("testdata", "made", "populate-password.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	slow := regexp.MustCompile(`spinCount="100000"`).ReplaceAll(content, []byte(`spinCount="999999"`))
	if string(slow) == string(content) {
		t.Fatal("the file has no such key")
	}
	path := filepath.Join(t.TempDir(), "list.xlsx")
	if err := os.WriteFile(path, slow, 0o600); err != nil { //nolint:gosec // a test's own file
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	stopWhenOpen := func(path string) (*source, error) {
		defer cancel()
		return open(path)
	}
	_, err = readFile(ctx, path, number.Layout{Password: "x"}, stopWhenOpen, nil)
	if fault.KindOf(err) != fault.Stopped {
		t.Errorf("got %v", err)
	}
}

func TestAPanicOfAReaderIsADamagedFile(t *testing.T) {
	t.Parallel()
	work := func(context.Context, func(number.Progress)) (*number.Table, error) { panic("index out of range") }
	_, err := attend(t.Context(), work, nil)
	filetest.Refused(t, err, fault.FileDamaged, "damaged")
	details := phrase.Explain(err).Details
	for _, want := range []string{"index out of range", "attend_test.go"} {
		if !strings.Contains(details, want) {
			t.Errorf("%q is not in the details: %s", want, details)
		}
	}
}

// TestProgressIsToldToTheCaller counts without a lock, which the race detector
// would notice.
func TestProgressIsToldToTheCaller(t *testing.T) {
	t.Parallel()
	const steps = 100
	told := 0
	work := func(_ context.Context, tell func(number.Progress)) (*number.Table, error) {
		for i := range steps {
			tell(number.Progress{Rows: i})
		}
		return &number.Table{}, nil
	}
	table, err := attend(t.Context(), work, func(p number.Progress) {
		if p.Rows != told {
			t.Errorf("told %d after %d", p.Rows, told)
		}
		told++
	})
	if err != nil || table == nil || told != steps {
		t.Errorf("told %d times, %v", told, err)
	}
}

// TestNothingIsToldAfterTheEnd goes on telling when the reading was stopped.
func TestNothingIsToldAfterTheEnd(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	work := func(ctx context.Context, tell func(number.Progress)) (*number.Table, error) {
		defer close(ended)
		tell(number.Progress{Rows: 1})
		<-ctx.Done()
		tell(number.Progress{Rows: 2})
		return &number.Table{}, nil
	}
	table, err := attend(ctx, work, func(p number.Progress) {
		if p.Rows > 1 {
			t.Error("told after the end")
		}
		cancel()
	})
	<-ended
	if table != nil || fault.KindOf(err) != fault.Stopped {
		t.Errorf("got %v, %v", table, err)
	}
}
