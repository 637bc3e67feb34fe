package service

import (
	"math"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// limiter is how a service bounds requests: it takes one, or says after how many
// whole seconds to ask again.
type limiter interface {
	take(now time.Time) (ok bool, retryAfter time.Duration)
}

// bucket takes so many requests a second, and a burst after a rest.
type bucket struct {
	rate, burst, tokens float64
	last                time.Time
}

func (b *bucket) take(now time.Time) (bool, time.Duration) {
	if b.last.IsZero() {
		b.tokens = b.burst
	} else {
		b.tokens = min(b.burst, b.tokens+b.rate*now.Sub(b.last).Seconds())
	}
	b.last = now
	if b.tokens >= 1 {
		b.tokens--
		return true, 0
	}
	return false, whole(time.Duration((1 - b.tokens) / b.rate * float64(time.Second)))
}

// window takes so many requests in each stretch of time.
type window struct {
	most  int
	long  time.Duration
	begun time.Time
	taken int
}

func (w *window) take(now time.Time) (bool, time.Duration) {
	if w.begun.IsZero() {
		w.begun = now
	}
	for now.Sub(w.begun) >= w.long {
		w.begun, w.taken = w.begun.Add(w.long), 0
	}
	if w.taken < w.most {
		w.taken++
		return true, 0
	}
	return false, whole(w.begun.Add(w.long).Sub(now))
}

// sliding takes so many requests in any stretch of time.
type sliding struct {
	most  int
	long  time.Duration
	taken []time.Time
}

func (s *sliding) take(now time.Time) (bool, time.Duration) {
	for len(s.taken) > 0 && now.Sub(s.taken[0]) >= s.long {
		s.taken = s.taken[1:]
	}
	if len(s.taken) < s.most {
		s.taken = append(s.taken, now)
		return true, 0
	}
	return false, whole(s.taken[0].Add(s.long).Sub(now))
}

func whole(d time.Duration) time.Duration {
	return time.Duration(math.Ceil(max(d.Seconds(), 1))) * time.Second
}

// shape is a limiter with a name.
type shape struct {
	name string
	make func() limiter
}

func shapes() []shape {
	return []shape{
		{"20 a second, burst 5", func() limiter { return &bucket{rate: 20, burst: 5} }},
		{"5 a second, burst 10", func() limiter { return &bucket{rate: 5, burst: 10} }},
		{"100 a minute, burst 20", func() limiter { return &bucket{rate: 100.0 / 60, burst: 20} }},
		{"300 a minute", func() limiter { return &window{most: 300, long: time.Minute} }},
		{"300 in any minute", func() limiter { return &sliding{most: 300, long: time.Minute} }},
	}
}

// least is how long so many requests take at least, with so many workers.
func least(l limiter, requests, workers int, latency time.Duration) time.Duration {
	now := time.Unix(1e9, 0)
	began := now
	free := make([]time.Time, workers)
	for i := range requests {
		now = later(now, free[i%workers])
		for ok := false; !ok; {
			if ok, _ = l.take(now); !ok {
				now = now.Add(time.Millisecond)
			}
		}
		free[i%workers] = now.Add(latency)
	}
	return now.Sub(began)
}

// paced sends so many requests at a pace with several workers, and says how long
// they took and how many were refused.
func paced(l limiter, requests, workers int, latency time.Duration) (took time.Duration, refused int) {
	p := newPace()
	var mu sync.Mutex
	left := requests
	ask := func() (bool, time.Duration) {
		mu.Lock()
		defer mu.Unlock()
		ok, after := l.take(time.Now())
		if !ok {
			refused++
		}
		return ok, after
	}
	began := time.Now()
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for {
				mu.Lock()
				if left == 0 {
					mu.Unlock()
					return
				}
				left--
				mu.Unlock()
				for ok := false; !ok; {
					for wait := p.turn(time.Now()); wait > 0; wait = p.turn(time.Now()) {
						time.Sleep(wait)
					}
					started := time.Now()
					time.Sleep(latency / 2)
					var after time.Duration
					ok, after = ask()
					time.Sleep(latency / 2)
					if ok {
						p.well(time.Now())
						continue
					}
					p.slow(started, time.Now(), after)
					time.Sleep(after)
				}
			}
		})
	}
	all.Wait()
	return time.Since(began) - latency, refused
}

// usage is which part of what a limiter allows a run of that many requests used, and
// which part of its requests was refused. Eight workers share them, and an answer
// takes a tenth of a second.
func usage(tb testing.TB, s shape, requests int) (used, refused float64) {
	tb.Helper()
	const workers, latency = 8, 100 * time.Millisecond
	took, again := paced(s.make(), requests, workers, latency)
	return least(s.make(), requests, workers, latency).Seconds() / took.Seconds(), float64(again) / float64(requests)
}

func TestThePaceUsesWhatWebexAllows(t *testing.T) {
	t.Parallel()
	for _, s := range shapes() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				if used, refused := usage(t, s, 600); used < 0.97 || refused > 0.02 {
					t.Errorf("used %.1f %%, %.1f %% of the requests were refused", 100*used, 100*refused)
				}
			})
		})
	}
}

// BenchmarkPace prints in hundredths what runs of 600 requests use of what limiters
// allow, and how many of their requests are refused. Its times are those of a clock
// that does not run.
func BenchmarkPace(b *testing.B) {
	for _, s := range shapes() {
		b.Run(s.name, func(b *testing.B) {
			var used, refused float64
			for b.Loop() {
				synctest.Test(&testing.T{}, func(*testing.T) { used, refused = usage(b, s, 600) })
			}
			b.ReportMetric(100*used, "%used")
			b.ReportMetric(100*refused, "%refused")
		})
	}
}
