// Package single keeps the program to one window on each desktop of a user. The first
// program that starts holds a lock in the user's folder and listens; one that starts
// later hands over its files and ends. The system lets go of the lock when its holder
// ends, however it ends, so that nothing is left that could block the next start. It
// imports nothing of ours.
package single

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// ErrNoAnswer says that another program has the window and does not answer.
var ErrNoAnswer = errors.New("the program that has the window does not answer")

// place is where the holder of the window is reached. It stands in a file that only the
// user may read, so that whoever has the proof is a program of the same user.
type place struct {
	Address string `json:"address"`
	Proof   string `json:"proof"`
}

// request is what a later program hands over, as a line of JSON.
type request struct {
	Proof string   `json:"proof"`
	Files []string `json:"files"`
}

// taken is the answer to a request.
const taken = "taken"

// Claim is the right to the window of a desktop. Use Take.
type Claim struct {
	lock     *flock.Flock
	file     string // with the place
	place    place
	listener net.Listener
}

// names are the files of the desktop that the program runs on: the lock, and that with
// the place of its holder.
func names(folder string) (lock, file string) {
	sum := sha256.Sum256([]byte(desktop()))
	key := hex.EncodeToString(sum[:4])
	return filepath.Join(folder, "window-"+key+".lock"), filepath.Join(folder, "window-"+key+".json")
}

// Take claims the window for this program, or hands its files, of which there may be
// none, to the program that has the window and brings it to the front: then the claim is
// nil. A program that is just starting or ending takes none, so both are tried until ctx
// ends; then the error is ErrNoAnswer. folder is the user's own and exists.
func Take(ctx context.Context, folder string, files []string) (*Claim, error) {
	again := time.NewTicker(100 * time.Millisecond)
	defer again.Stop()
	for {
		c, err := claim(ctx, folder)
		if c != nil || err != nil {
			return c, err
		}
		allowForeground()
		_, file := names(folder)
		if err = ask(ctx, file, files); err == nil {
			return nil, nil //nolint:nilnil // no claim, and no error either
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(ErrNoAnswer, err)
		case <-again.C:
		}
	}
}

// claim claims the window. The claim is nil if another program has it.
func claim(ctx context.Context, folder string) (*Claim, error) {
	lock, file := names(folder)
	c := &Claim{lock: flock.New(lock), file: file}
	free, err := c.lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("claim the window: %w", err)
	}
	if !free {
		return nil, nil //nolint:nilnil // no claim, and no error either
	}
	if err := c.listen(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("claim the window: %w", err), c.lock.Unlock())
	}
	return c, nil
}

// listen begins to listen on this computer alone, at a place that later programs find
// in the file.
func (c *Claim) listen(ctx context.Context) error {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	c.listener, c.place = listener, place{listener.Addr().String(), rand.Text()}
	text, err := json.Marshal(c.place)
	if err == nil {
		err = os.WriteFile(c.file, text, 0o600)
	}
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	return nil
}

// Serve calls take with the files of each program that starts later, one after the
// other, until the claim is closed. The other program ends when take has said true; else
// it tries again to be the one that has the window.
func (c *Claim) Serve(ctx context.Context, take func(files []string) bool) {
	for {
		other, err := c.listener.Accept()
		if err != nil {
			return
		}
		// One that breaks off or says something else is none of ours.
		_ = c.answer(ctx, other, take)
	}
}

// Patience is how long a person waits for an answer without wondering.
const Patience = 5 * time.Second

func (c *Claim) answer(ctx context.Context, other net.Conn, take func(files []string) bool) error {
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	err := limit(ctx, other)
	var asked request
	if err == nil {
		err = json.NewDecoder(io.LimitReader(other, longest)).Decode(&asked)
	}
	ours := err == nil && subtle.ConstantTimeCompare([]byte(asked.Proof), []byte(c.place.Proof)) == 1
	if ours && take(asked.Files) {
		_, err = fmt.Fprintln(other, taken)
	}
	return errors.Join(err, other.Close())
}

// longest is how many bytes a request may have.
const longest = 1 << 20

// limit lets what is said and heard over a connection end with ctx.
func limit(ctx context.Context, with net.Conn) error {
	deadline, _ := ctx.Deadline()
	if err := with.SetDeadline(deadline); err != nil {
		return fmt.Errorf("limit: %w", err)
	}
	return nil
}

// Close gives the window up, so that the next program can claim it.
func (c *Claim) Close() error {
	err := errors.Join(c.listener.Close(), os.Remove(c.file), c.lock.Unlock())
	if err != nil {
		return fmt.Errorf("give up the window: %w", err)
	}
	return nil
}

// ask asks the holder of the window once, at the place that the file names.
func ask(ctx context.Context, file string, files []string) error {
	text, err := os.ReadFile(file) //nolint:gosec // a file of the program
	if err != nil {
		return fmt.Errorf("find it: %w", err)
	}
	var at place
	if err := json.Unmarshal(text, &at); err != nil {
		return fmt.Errorf("find it: %w", err)
	}
	other, err := (&net.Dialer{}).DialContext(ctx, "tcp", at.Address)
	if err != nil {
		return fmt.Errorf("reach it: %w", err)
	}
	defer func() { _ = other.Close() }()
	if err := limit(ctx, other); err != nil {
		return err
	}
	if err := json.NewEncoder(other).Encode(request{at.Proof, files}); err != nil {
		return fmt.Errorf("ask it: %w", err)
	}
	said, err := io.ReadAll(io.LimitReader(other, longest))
	if err != nil {
		return fmt.Errorf("hear it: %w", err)
	}
	if strings.TrimSpace(string(said)) != taken {
		return fmt.Errorf("it said %q", said)
	}
	return nil
}
