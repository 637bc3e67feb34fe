package service

import (
	"context"
	"math/rand/v2"
	"net/http"
	"sync"
	"testing"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/run"
	"numberloader/service/practice"
	"numberloader/service/servicetest"
	"numberloader/service/webex"
)

// TestEveryVerbInThePracticeOrganization adds, activates and takes back over
// HTTP, first in good weather and then with answers that are lost.
func TestEveryVerbInThePracticeOrganization(t *testing.T) {
	t.Parallel()
	for name, lost := range map[string]float64{"all goes well": 0, "every third answer is lost": 0.33} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var mu sync.Mutex
			rng := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same each time
			s := rehearsal(t, func(r *http.Request) practice.Fault {
				mu.Lock()
				defer mu.Unlock()
				return practice.Fault{Drop: r.Method != http.MethodGet && rng.Float64() < lost, Late: rng.IntN(2) == 0}
			})
			d := inactiveDraft(10, 10, 7)
			d.Organization = run.Organization{Practice: true}
			ids, err := s.Locations(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for i := range d.Requests {
				d.Requests[i].Group.LocationID = ids[i%2].ID // one with a local gateway, one with a carrier
			}
			d.Requests[2].Group.Kind = number.KindTollFree
			got, err := s.Submit(t.Context(), d, run.Work{})
			for try := 0; try < 5 && got.State == run.Unfinished; try++ {
				got, err = s.Resume(t.Context(), got.ID, run.Work{})
			}
			counts := run.Count(got.Lines)
			if err != nil || counts[run.Added] != 27 {
				t.Fatalf("added: %v, %v", counts, err)
			}
			got, err = s.Activate(t.Context(), got.ID, run.Work{})
			if counts = run.Count(got.Lines); err != nil || counts[run.Activated]+counts[run.NotActivated] != 27 {
				t.Fatalf("activated: %v, %v", counts, err)
			}
			got, err = s.Undo(t.Context(), got.ID, run.Work{})
			if counts = run.Count(got.Lines); err != nil || got.State != run.Undone || counts[run.Removed]+counts[run.NotRemoved] != 27 {
				t.Fatalf("undone: %v, %v, %v", got.State, counts, err)
			}
			if lost == 0 && counts[run.NotRemoved] > 0 {
				t.Errorf("undone: %v", counts)
			}
		})
	}
}

// nap makes waits short.
func nap(ctx context.Context, d time.Duration) error { return servicetest.Sleep(ctx, d/1000) }

// rehearsal is a service in a new practice organization, in which waits are
// short.
func rehearsal(t *testing.T, faults func(*http.Request) practice.Fault) *Service {
	t.Helper()
	server, err := practice.Start(practice.Options{Sleep: servicetest.Sleep, Now: time.Now, Random: zeros{}, Faults: faults})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	token, err := webex.NewToken(server.Token())
	if err != nil {
		t.Fatal(err)
	}
	client, err := webex.New(server.URL(), token, &http.Client{}, webex.Settings{UserAgent: "NumberLoader/1.0", Now: time.Now, Sleep: nap})
	if err != nil {
		t.Fatal(err)
	}
	return New(client, Keep(run.NewStore(t.TempDir(), servicetest.FreeLock{}, time.Now, zeros{})), Settings{Practice: true, Now: time.Now, Sleep: nap})
}
