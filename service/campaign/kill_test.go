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

	"numberloader/internal/phrase"
	"numberloader/internal/platform"
	"numberloader/internal/run"
	"numberloader/service"
	"numberloader/service/servicetest"
	"numberloader/service/webex"
)

// What a child, this test program again, is to do.
const (
	childAddress = "NUMBERLOADER_CAMPAIGN_ADDRESS"
	childFolder  = "NUMBERLOADER_CAMPAIGN_FOLDER"
	childRun     = "NUMBERLOADER_CAMPAIGN_RUN" // to go on with; "" submits
	childVerb    = "NUMBERLOADER_CAMPAIGN_VERB"
	childSeed    = "NUMBERLOADER_CAMPAIGN_SEED"
)

// hurry makes the waits of a child short, and its clock quick.
const hurry = 20

// quickly is the time of a quick clock. Those of all children agree.
func quickly() time.Time {
	begins := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	return begins.Add(time.Since(begins) * hurry)
}

func TestMain(m *testing.M) {
	if os.Getenv(childAddress) != "" {
		os.Exit(child())
	}
	os.Exit(m.Run())
}

// child submits, resumes, activates or takes back and is killed by its parent, unless it is quicker. It
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
	id := os.Getenv(childRun)
	switch verb := os.Getenv(childVerb); {
	case id == "" && verb == activating:
		_, err = killWaiting(seed).activate(context.Background(), s, run.Work{})
	case verb == activating:
		_, err = s.Activate(context.Background(), id, run.Work{})
	case id == "":
		_, err = s.Submit(context.Background(), killDraft(seed), run.Work{})
	case verb == undoing:
		_, err = s.Undo(context.Background(), id, run.Work{})
	default:
		_, err = s.Resume(context.Background(), id, run.Work{})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	return 0
}

func hurried(address, folder string, transport *http.Transport) (*service.Service, error) {
	short := func(ctx context.Context, d time.Duration) error { return servicetest.Sleep(ctx, d/hurry) }
	token, err := webex.NewToken(admin)
	if err != nil {
		return nil, err
	}
	client, err := webex.New(address, token, &http.Client{Transport: transport},
		webex.Settings{UserAgent: "NumberLoader/1.0", Now: time.Now, Sleep: short})
	if err != nil {
		return nil, err
	}
	return service.New(client, service.Keep(killStore(folder)), service.Settings{Now: quickly, Sleep: short}), nil
}

func killStore(folder string) *run.Store {
	return run.NewStore(folder, platform.Locks{}, quickly, rand.Reader)
}

func killDraft(seed uint64) run.Draft { return newDraft(mrand.New(mrand.NewPCG(seed, 3)), 60) } //nolint:gosec // the same each time

// undoing is the verb of a child that takes numbers back.
const undoing = "undo"

// TestAKilledProgramLosesNothing kills a program at any moment while it submits,
// and again while it resumes and while it takes back; the last resume and the last
// undo tell the truth.
func TestAKilledProgramLosesNothing(t *testing.T) {
	t.Parallel()
	for seed := range times(t, 20) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			t.Parallel()
			kill(t, uint64(seed)) //nolint:gosec // never negative
		})
	}
}

// outlived kills the victim so many times while it is at work, and returns what goes on
// with the run that it left. It is nil if there is none: then nothing was sent.
func (v *victim) outlived(t *testing.T, w *world, verb string, times int) *service.Service {
	t.Helper()
	for range times {
		v.id = v.killed(t, verb)
		w.settle()
	}
	if v.id == "" {
		w.compare(t, run.Run{}, true)
		return nil
	}
	s, err := hurried(v.address, v.folder, &http.Transport{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func kill(t *testing.T, seed uint64) {
	t.Helper()
	rng := mrand.New(mrand.NewPCG(seed, 5))                                                                                                                                                                        //nolint:gosec // the same each time
	w := newWorld(manners{addLag: lags()[rng.IntN(len(lags()))] / hurry, goneLag: lags()[rng.IntN(len(lags()))] / hurry, slowness: 12 * time.Millisecond}, mrand.New(mrand.NewPCG(seed, 6)), time.Now, time.Sleep) //nolint:gosec // as above
	v := newVictim(t, w, seed, rng)
	s := v.outlived(t, w, "", 1+rng.IntN(3))
	if s == nil {
		return
	}
	got, err := s.Resume(t.Context(), v.id, run.Work{})
	if err != nil || got.State != run.Finished {
		t.Errorf("%v, %v: %v", got.State, run.Count(got.Lines), phrase.Explain(err))
	}
	w.compare(t, got, true)
	for range 1 + rng.IntN(3) {
		v.killed(t, undoing)
		w.settle()
	}
	if got, err = s.Undo(t.Context(), v.id, run.Work{}); err != nil || got.State == run.Unfinished {
		t.Errorf("%v, %v: %v", got.State, run.Count(got.Lines), phrase.Explain(err))
	}
	w.compare(t, got, true)
	if n := run.Count(got.Lines)[run.Added]; n > 0 {
		t.Errorf("%d numbers were not taken back", n)
	}
}

// victim is a child that is started again and again.
type victim struct {
	address, folder string
	id              string // of its run, "" before there is one
	seed            uint64
	rng             *mrand.Rand // says when it is killed
}

// newVictim is a child that talks to a world.
func newVictim(t *testing.T, w *world, seed uint64, rng *mrand.Rand) *victim {
	t.Helper()
	server := httptest.NewServer(w.handler())
	t.Cleanup(server.Close)
	return &victim{address: server.URL + "/v1", folder: filepath.Join(t.TempDir(), "runs"), seed: seed, rng: rng}
}

// killed starts a child and kills it after a while. It returns the run that the
// child has begun, "" if it had not come so far.
func (v *victim) killed(t *testing.T, verb string) string {
	t.Helper()
	child := exec.CommandContext(t.Context(), os.Args[0]) //nolint:gosec // this program
	child.Env = append(os.Environ(), childAddress+"="+v.address, childFolder+"="+v.folder, childRun+"="+v.id,
		childVerb+"="+verb, childSeed+"="+strconv.FormatUint(v.seed, 10))
	var said bytes.Buffer
	child.Stderr = &said
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(time.Duration(v.rng.IntN(250))*time.Millisecond, func() { _ = child.Process.Kill() })
	defer timer.Stop()
	if err := child.Wait(); err != nil && child.ProcessState.ExitCode() > 1 {
		t.Fatalf("the child ended by itself: %v %s", err, said.String())
	}
	runs, err := killStore(v.folder).List()
	if err != nil {
		t.Fatal(err)
	}
	if len(runs) == 0 {
		return ""
	}
	return runs[0].ID
}
