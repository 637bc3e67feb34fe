package campaign

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	mrand "math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/platform"
	"numberloader/internal/run"
	"numberloader/service"
	"numberloader/service/webex"
)

// What a child, this test program again, is to do.
const (
	childAddress = "NUMBERLOADER_CAMPAIGN_ADDRESS"
	childFolder  = "NUMBERLOADER_CAMPAIGN_FOLDER"
	childRun     = "NUMBERLOADER_CAMPAIGN_RUN" // to resume; "" submits
	childSeed    = "NUMBERLOADER_CAMPAIGN_SEED"
)

// hurry makes the waits of a child short.
const hurry = 100

func TestMain(m *testing.M) {
	if os.Getenv(childAddress) != "" {
		os.Exit(child())
	}
	os.Exit(m.Run())
}

// child submits or resumes and is killed by its parent, unless it is quicker. It
// never ends with 1: on Windows, that is the status of a program that was killed.
func child() int {
	seed, err := strconv.ParseUint(os.Getenv(childSeed), 10, 64)
	if err != nil {
		return 2
	}
	s, err := hurried(os.Getenv(childAddress), os.Getenv(childFolder), &http.Transport{})
	if err != nil {
		return 2
	}
	if id := os.Getenv(childRun); id != "" {
		_, err = s.Resume(context.Background(), id, run.Work{})
	} else {
		_, err = s.Submit(context.Background(), killDraft(seed), run.Work{})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	return 0
}

func hurried(address, folder string, transport *http.Transport) (*service.Service, error) {
	short := func(ctx context.Context, d time.Duration) error { return sleep(ctx, d/hurry) }
	token, err := webex.NewToken(admin)
	if err != nil {
		return nil, err
	}
	client, err := webex.New(address, token, &http.Client{Transport: transport},
		webex.Settings{UserAgent: "NumberLoader/1.0", Now: time.Now, Sleep: short})
	if err != nil {
		return nil, err
	}
	return service.New(client, service.Keep(killStore(folder)), service.Settings{Now: time.Now, Sleep: short}), nil
}

func killStore(folder string) *run.Store {
	return run.NewStore(folder, platform.Locks{}, time.Now, rand.Reader)
}

func killDraft(seed uint64) run.Draft { return newDraft(mrand.New(mrand.NewPCG(seed, 3)), 60) } //nolint:gosec // the same each time

// TestAKilledProgramLosesNothing kills a program at any moment while it submits,
// and again while it resumes; the last resume tells the truth.
func TestAKilledProgramLosesNothing(t *testing.T) {
	t.Parallel()
	for seed := range times(t, 20) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			t.Parallel()
			kill(t, uint64(seed)) //nolint:gosec // never negative
		})
	}
}

func kill(t *testing.T, seed uint64) {
	t.Helper()
	rng := mrand.New(mrand.NewPCG(seed, 5))                                                                                                     //nolint:gosec // the same each time
	w := newWorld(manners{lag: 10 * time.Millisecond, slowness: 12 * time.Millisecond}, mrand.New(mrand.NewPCG(seed, 6)), time.Now, time.Sleep) //nolint:gosec // as above
	server := httptest.NewServer(w.handler())
	defer server.Close()
	folder := filepath.Join(t.TempDir(), "runs")
	id := ""
	for range 1 + rng.IntN(3) {
		id = killed(t, server.URL+"/v1", folder, id, seed, time.Duration(rng.IntN(250))*time.Millisecond)
		w.settle()
	}
	if id == "" {
		w.compare(t, run.Run{}, true)
		return
	}
	s, err := hurried(server.URL+"/v1", folder, &http.Transport{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.Resume(t.Context(), id, run.Work{})
	if err != nil || got.State != run.Finished {
		t.Errorf("%v, %v: %v", got.State, run.Count(got.Lines), fault.Explain(err))
	}
	w.compare(t, got, true)
}

// killed starts a child and kills it after a while. It returns the run that the
// child has begun, "" if it had not come so far.
func killed(t *testing.T, address, folder, id string, seed uint64, after time.Duration) string {
	t.Helper()
	child := exec.CommandContext(t.Context(), os.Args[0]) //nolint:gosec // this program
	child.Env = append(os.Environ(), childAddress+"="+address, childFolder+"="+folder, childRun+"="+id, childSeed+"="+strconv.FormatUint(seed, 10))
	var said bytes.Buffer
	child.Stderr = &said
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = child.Process.Kill() })
	defer timer.Stop()
	if err := child.Wait(); err != nil && child.ProcessState.ExitCode() > 1 {
		t.Fatalf("the child ended by itself: %v %s", err, said.String())
	}
	runs, err := killStore(folder).List()
	if err != nil {
		t.Fatal(err)
	}
	if len(runs) == 0 {
		return ""
	}
	return runs[0].ID
}
