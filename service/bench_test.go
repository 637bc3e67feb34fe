package service

import (
	"context"
	"fmt"
	"net/http"
	"path"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	"numberloader/internal/run"
	"numberloader/service/practice"
	"numberloader/service/servicetest"
	"numberloader/service/webex"
)

// openLocations are the locations of the practice organization that take DID numbers.
func openLocations(b *testing.B, s *Service) []string {
	b.Helper()
	all, err := s.Locations(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	if all, err = s.WithPSTN(b.Context(), all, nil); err != nil {
		b.Fatal(err)
	}
	var ids []string
	for _, l := range all {
		if l.PSTN.Allows(number.KindDID) {
			ids = append(ids, l.ID)
		}
	}
	return ids
}

// practised is a service in a new practice organization without a pace, and how
// many requests it has got to add numbers.
func practised(b *testing.B) (*Service, *atomic.Int64) {
	b.Helper()
	posts := new(atomic.Int64)
	s := practisedWith(b, func(r *http.Request) {
		if r.Method == http.MethodPost {
			posts.Add(1)
		}
	})
	return s, posts
}

// practisedWith is such a service, and sees each request that it gets.
func practisedWith(b *testing.B, see func(*http.Request)) *Service {
	b.Helper()
	var one sync.Mutex
	server, err := practice.Start(practice.Options{Sleep: servicetest.Sleep, Now: time.Now, Random: zeros{}, Faults: func(r *http.Request) practice.Fault {
		one.Lock()
		defer one.Unlock()
		see(r)
		return practice.Fault{}
	}})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = server.Close() })
	token, err := webex.NewToken(server.Token())
	if err != nil {
		b.Fatal(err)
	}
	client, err := webex.New(server.URL(), token, &http.Client{Transport: webex.NewTransport(nil)}, webex.Settings{UserAgent: "NumberLoader/1.0", Now: time.Now, Sleep: servicetest.Sleep})
	if err != nil {
		b.Fatal(err)
	}
	store := run.NewStore(filepath.Join(b.TempDir(), "runs"), servicetest.FreeLock{}, time.Now, zeros{})
	return New(client, Keep(store), Settings{Practice: true, Now: time.Now, Sleep: servicetest.Sleep})
}

// fleet plans so many DID numbers for locations.
func fleet(b *testing.B, ids []string, count int) run.Draft {
	b.Helper()
	rows := make([]*number.Row, count)
	table := &number.Table{Path: "dids.csv"}
	for i := range rows {
		rows[i] = &number.Row{
			Record: int32(i), Line: int32(i + 1), Number: numbertest.E164(fmt.Sprintf("+1%03d555%04d", 200+i/9000, 1000+i%9000)), Kind: number.KindDID, Usage: number.UsageNone, State: number.StateActive,
			Shared: &number.Shared{LocationID: ids[i%len(ids)]},
		}
	}
	return run.NewDraft(table, plan.Build(rows, plan.Webex()), run.Organization{})
}

// BenchmarkSubmit adds numbers to the practice organization over HTTP, with the
// journal on disk: at the pace that a run begins with, and without any, since time
// passes by itself where there is something to wait for.
func BenchmarkSubmit(b *testing.B) {
	for name, clock := range map[string]func() (func() time.Time, func(context.Context, time.Duration) error){
		"paced": func() (func() time.Time, func(context.Context, time.Duration) error) {
			return time.Now, servicetest.Sleep
		},
		"unpaced": hasty,
	} {
		for _, count := range []int{1000, 100_000} {
			b.Run(fmt.Sprint(name, "/", count), func(b *testing.B) {
				requests := 0
				for b.Loop() {
					b.StopTimer()
					s, posts := practised(b)
					s.settings.Now, s.settings.Sleep = clock()
					d := fleet(b, openLocations(b, s), count)
					posts.Store(0)
					b.StartTimer()
					got, err := s.Submit(b.Context(), d, run.Work{Parallel: run.MostParallel})
					b.StopTimer()
					if added := run.Count(got.Lines)[run.Added]; err != nil || added != count {
						b.Fatalf("%d added, %v", added, err)
					}
					requests += int(posts.Load())
					b.ReportMetric(float64(posts.Load())/float64(len(d.Requests)), "requests/least")
					var memory runtime.MemStats
					runtime.ReadMemStats(&memory)
					b.ReportMetric(float64(memory.HeapAlloc)/(1<<20), "MB-heap")
					b.StartTimer()
				}
				b.ReportMetric(float64(requests)/b.Elapsed().Seconds(), "requests/s")
			})
		}
	}
}

// hasty is a clock on which waits take no time.
func hasty() (now func() time.Time, wait func(context.Context, time.Duration) error) {
	var ahead atomic.Int64
	now = func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) }
	return now, func(ctx context.Context, d time.Duration) error {
		ahead.Add(int64(d))
		return ctx.Err()
	}
}

// BenchmarkReads counts what a survey and the submit after it read of each location.
func BenchmarkReads(b *testing.B) {
	for b.Loop() {
		reads := map[string]int{}
		s := practisedWith(b, func(r *http.Request) {
			for _, what := range []string{"connection", "numbers"} {
				if r.Method == http.MethodGet && path.Base(r.URL.Path) == what {
					reads[what]++
				}
			}
		})
		places := openLocations(b, s)
		d := fleet(b, places, 100)
		rows := make([]*number.Row, len(d.Lines))
		for i := range d.Lines {
			rows[i] = &d.Lines[i].Row
		}
		clear(reads)
		if _, err := s.Survey(b.Context(), rows); err != nil {
			b.Fatal(err)
		}
		if _, err := s.Submit(b.Context(), d, run.Work{}); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(reads["connection"])/float64(len(places)), "PSTN/location")
		b.ReportMetric(float64(reads["numbers"]), "lists")
	}
}

// BenchmarkUndo takes back numbers of the practice organization, five to a
// request: of several locations, and of one.
func BenchmarkUndo(b *testing.B) {
	const count = 5000
	for name, most := range map[string]int{"several locations": 100, "one location": 1} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				s, _ := practised(b)
				places := openLocations(b, s)
				done, err := s.Submit(b.Context(), fleet(b, places[:min(most, len(places))], count), run.Work{Parallel: run.MostParallel})
				if err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				if done, err = s.Undo(b.Context(), done.ID, run.Work{}); err != nil || done.State != run.Undone {
					b.Fatalf("%v, %v", done.State, err)
				}
			}
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/undo")
		})
	}
}
