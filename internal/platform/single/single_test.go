package single

import (
	"context"
	"errors"
	"net"
	"os"
	"slices"
	"testing"
	"time"
)

// hold is the claim to a window that nobody has.
func hold(t *testing.T, folder string) *Claim {
	t.Helper()
	c, err := Take(t.Context(), folder, nil)
	if err != nil || c == nil {
		t.Fatalf("no claim: %v", err)
	}
	return c
}

// claimed is a claim that hands on what it is given.
func claimed(t *testing.T, folder string) (*Claim, chan []string) {
	t.Helper()
	c := hold(t, folder)
	files := make(chan []string, 10)
	go c.Serve(t.Context(), func(f []string) bool { files <- f; return true })
	return c, files
}

func TestALaterProgramHandsOverItsFiles(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	first, files := claimed(t, folder)
	for _, want := range [][]string{{"/home/dana/a list.xlsx", "b\nü.csv"}, {}} {
		handOver(t, folder, files, want...)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if err := hold(t, folder).Close(); err != nil {
		t.Error(err)
	}
}

// TestAProgramThatWasKilledIsNotInTheWay leaves behind what a killed program leaves: the
// file with its place, but not its lock.
func TestAProgramThatWasKilledIsNotInTheWay(t *testing.T) {
	t.Parallel()
	for name, left := range map[string]string{
		"another port": `{"address":"127.0.0.1:1","proof":"x"}`, "no place": "{", "nothing": "",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			_, file := names(folder)
			if err := os.WriteFile(file, []byte(left), 0o600); err != nil {
				t.Fatal(err)
			}
			c, files := claimed(t, folder)
			handOver(t, folder, files, "a.xlsx")
			if err := c.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

func handOver(t *testing.T, folder string, files chan []string, want ...string) {
	t.Helper()
	if second, err := Take(t.Context(), folder, want); second != nil || err != nil {
		t.Fatalf("a second program has the window, too (%v)", err)
	}
	if got := <-files; !slices.Equal(got, want) {
		t.Errorf("handed over %q, want %q", got, want)
	}
}

func TestAStrangerIsNoProgramOfOurs(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	c, files := claimed(t, folder)
	for _, said := range []string{"", "hello\n", `{"files":`, `{"files":["evil.xlsx"],"proof":"guess"}`} {
		other, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", c.place.Address)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := other.Write([]byte(said)); err != nil {
			t.Fatal(err)
		}
		if err := other.Close(); err != nil {
			t.Fatal(err)
		}
	}
	handOver(t, folder, files, "a.xlsx")
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

func TestAProgramThatDoesNotAnswerIsNotWaitedForForever(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	c := hold(t, folder) // and nobody serves it
	short, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	if second, err := Take(short, folder, nil); second != nil || !errors.Is(err, ErrNoAnswer) {
		t.Errorf("got %v, %v", second, err)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

// TestAWindowThatClosesLeavesItsPlaceToTheNext: a program that is ending takes no files,
// and as soon as it has given the window up the later one has it.
func TestAWindowThatClosesLeavesItsPlaceToTheNext(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	first, asked := hold(t, folder), make(chan bool, 1)
	go first.Serve(t.Context(), func([]string) bool {
		select {
		case asked <- true:
		default:
		}
		return false
	})
	closed := make(chan error, 1)
	go func() {
		<-asked
		closed <- first.Close()
	}()
	second := hold(t, folder)
	if err := errors.Join(<-closed, second.Close()); err != nil {
		t.Error(err)
	}
}
