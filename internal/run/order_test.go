package run

import (
	"bytes"
	"errors"
	"fmt"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// cache is a file whose content is on the disk once it is synced, and which fails after so
// many writes and syncs.
type cache struct {
	disk

	mu      sync.Mutex
	left    int
	written []byte
	synced  []byte
}

var errDisk = errors.New("the disk is broken")

func (c *cache) Write(text []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.left--; c.left < 0 {
		c.written = append(c.written, text[:len(text)/2]...)
		return len(text) / 2, errDisk
	}
	c.written = append(c.written, text...)
	return len(text), nil
}

func (c *cache) Sync() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.left--; c.left < 0 {
		return errDisk
	}
	c.synced = append(c.synced, c.written...)
	c.written = nil
	return nil
}

// onDisk reports whether a line with that content would be there after a loss of power.
func (c *cache) onDisk(content string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return bytes.Contains(c.synced, []byte(content))
}

// TestNoRequestLeavesBeforeItsLineIsOnTheDisk lets as many workers as a run may have send
// requests to locations of their own, over a file that fails at any point: none may send
// whose line is not there, nor while the worker's last answer is not, nor may anybody be
// told of such an answer. Every other answer waits for the next request of its worker.
func TestNoRequestLeavesBeforeItsLineIsOnTheDisk(t *testing.T) {
	t.Parallel()
	s := newTestStore(t.TempDir())
	rapid.Check(t, func(t *rapid.T) {
		each := rapid.IntRange(1, 4).Draw(t, "requests of a worker")
		j, err := s.Begin(many(MostParallel * each))
		must(t, err)
		under := &cache{disk: j.file, left: rapid.IntRange(0, 4*MostParallel*each).Draw(t, "left")}
		j.file = under
		var workers sync.WaitGroup
		wrong := make(chan string, 2*MostParallel*each)
		for w := range MostParallel {
			workers.Go(func() {
				var waits func() error // brings the answer before to the disk
				for n := range each {
					request := w*each + n + 1
					if j.Sending(request, request-1) != nil {
						return
					}
					if !under.onDisk(fmt.Sprintf(`{"sending":{"request":%d,`, request)) {
						wrong <- fmt.Sprintf("request %d leaves before its line is on the disk", request)
					}
					if n > 0 && !under.onDisk(fmt.Sprintf(`{"answered":{"request":%d,`, request-1)) {
						wrong <- fmt.Sprintf("request %d leaves before the answer to the last one is on the disk", request)
					}
					if waits != nil && waits() != nil {
						wrong <- "an answer that is on the disk is not"
					}
					waits = j.Answering(request, Sent{HTTPStatus: 201}, []Update{{request - 1, result(Added)}})
					if (w+n)%2 == 0 {
						continue
					}
					if waits() != nil {
						return
					}
					if waits = nil; !under.onDisk(fmt.Sprintf(`{"answered":{"request":%d,`, request)) {
						wrong <- fmt.Sprintf("the answer to request %d is told before it is on the disk", request)
					}
				}
				if waits != nil {
					_ = waits()
				}
			})
		}
		workers.Wait()
		close(wrong)
		for what := range wrong {
			t.Error(what)
		}
		if under.left < 0 && (j.Sending(1, 0) == nil || under.left < -1) {
			t.Error("the journal goes on after a write that failed")
		}
		must(t, j.Close(), s.Delete(j.ID()))
	})
}

// many is a draft of so many requests of one line.
func many(requests int) Draft {
	d := shortDraft()
	line, request := d.Lines[0], d.Requests[0]
	d.Lines, d.Requests = nil, nil
	for i := range requests {
		request.Number, request.Rows, line.Request = i+1, []int{i}, i+1
		d.Lines, d.Requests = append(d.Lines, line), append(d.Requests, request)
	}
	return d
}
