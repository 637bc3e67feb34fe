//go:build e2e

package e2e

import (
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestStopOfTheCommandLine presses Ctrl-C while the second of five requests is
// under way: that one is finished, no other is begun, and the workbook and the
// history say what is left.
func TestStopOfTheCommandLine(t *testing.T) {
	d, s := bare(t), meet(t)
	under, free := make(chan struct{}), make(chan struct{})
	release := sync.OnceFunc(func() { close(free) })
	t.Cleanup(release)
	s.answer = func(http.ResponseWriter, post) bool {
		if len(s.posts()) == 2 {
			close(under)
			<-free
		}
		return false
	}
	path := file(t, "carrier.csv", []byte(header+list("did", "Kansas City", 100, 65)))
	submit := exec.Command(binary(t), "submit", path, "--yes", "--json")
	submit.Env = append(d.environment(), s.environment()...)
	var out, messages strings.Builder
	submit.Stdout, submit.Stderr = &out, &messages
	if err := submit.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = submit.Process.Kill() })
	await(t, under, "the second request")
	if err := submit.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	atRest(t, submit.Process.Pid)
	release()
	_ = submit.Wait() // the status says it
	if status := submit.ProcessState.ExitCode(); status != 130 {
		t.Errorf("status %d, wanted 130: %s", status, messages.String())
	}
	if n := len(s.posts()); n != 2 {
		t.Errorf("%d requests were sent, wanted 2", n)
	}
	counts := object{"added": 40.0, "not_sent": 25.0, "not_known": 0.0, "refused": 0.0, "already_there": 0.0}
	total := summary(t, out.String())
	checkCounts(t, "submit", total, counts)
	checkWorkbook(t, total["results"].(string), 65)
	checkOutcomes(t, total["results"].(string), map[string]int{"Added": 40, "Not sent": 25})

	history, _, _ := d.with(nil, "history", "--json")
	run := objects(t, history)[0]
	checkCounts(t, "history", run, counts)
	if run["state"] != "unfinished" || run["run"] != total["run"] {
		t.Errorf("history: run %v is %v, wanted %v to be unfinished", run["run"], run["state"], total["run"])
	}
}

// await waits for something that a test's server has seen.
func await(t *testing.T, seen <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-seen:
	case <-time.After(patience):
		t.Fatalf("waited in vain for %s", what)
	}
}

// atRest waits until a program has taken the signal that was sent to it: no
// signal is pending and all of its threads sleep, several times in a row.
func atRest(t *testing.T, pid int) {
	t.Helper()
	const enough = 5
	for still, deadline := 0, time.Now().Add(patience); still < enough; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the program does not come to rest")
		}
		still++
		if !sleeps(t, pid) {
			still = 0
		}
	}
}

// sleeps looks at /proc, which knows of each thread its state and the signals
// that are pending.
func sleeps(t *testing.T, pid int) bool {
	t.Helper()
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/status", pid))
	if err != nil || len(threads) == 0 {
		t.Fatalf("no threads of the program: %v", err)
	}
	for _, thread := range threads {
		text, err := os.ReadFile(thread)
		if err != nil { // it has just ended
			return false
		}
		for line := range strings.Lines(string(text)) {
			name, value, _ := strings.Cut(line, ":")
			value = strings.TrimSpace(value)
			if name == "State" && !strings.HasPrefix(value, "S") || name == "ShdPnd" && strings.Trim(value, "0") != "" {
				return false
			}
		}
	}
	return true
}
