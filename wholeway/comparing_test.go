package wholeway

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	mathrand "math/rand/v2"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	importer "numberloader/import"
	"numberloader/internal/compare"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/platform"
	"numberloader/internal/report"
	"numberloader/internal/review"
	"numberloader/internal/run"
	"numberloader/service"
	"numberloader/service/practice"
	"numberloader/service/webex"
)

func atOnce(context.Context, time.Duration) error { return nil }

// serviceAt is the service of an organization at an address.
func serviceAt(t *testing.T, address, secret string) *service.Service {
	t.Helper()
	token, err := webex.NewToken(secret)
	if err != nil {
		t.Fatal(err)
	}
	client, err := webex.New(address, token, &http.Client{}, webex.Settings{UserAgent: "NumberLoader/1.0", Now: time.Now, Sleep: atOnce})
	if err != nil {
		t.Fatal(err)
	}
	journals := service.Keep(run.NewStore(t.TempDir(), platform.Locks{}, time.Now, rand.Reader))
	return service.New(client, journals, service.Settings{Now: time.Now, Sleep: atOnce})
}

// practicing is the practice organization, and how many requests other than reads came.
func practicing(t *testing.T) (*service.Service, *atomic.Int32) {
	t.Helper()
	var writes atomic.Int32
	server, err := practice.Start(practice.Options{Sleep: atOnce, Now: time.Now, Random: rand.Reader, Faults: func(r *http.Request) practice.Fault {
		if r.Method != http.MethodGet {
			writes.Add(1)
		}
		return practice.Fault{}
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	return serviceAt(t, server.URL(), server.Token()), &writes
}

// shelves are an organization of the tests' own: it has numbers in three locations, and
// hands them out in pages that are shorter than asked for.
type shelves struct {
	t       *testing.T
	numbers []json.RawMessage
	writes  atomic.Int32
}

func shelved(t *testing.T, n int) (*service.Service, *shelves) {
	t.Helper()
	s := &shelves{t: t}
	for i := range n {
		place := strconv.Itoa(i % 3)
		s.numbers = append(s.numbers, fmt.Appendf(nil, `{"phoneNumber":"+1212%07d","state":%q,"mainNumber":%v,"location":{"id":%q,"name":"Place %s"}}`,
			5550000+i, []string{"ACTIVE", "INACTIVE"}[i%2], i < 3, place, place))
	}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	return serviceAt(t, server.URL+"/v1", "secret"), s
}

func (s *shelves) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		s.writes.Add(1)
	}
	places := []map[string]any{}
	for _, id := range []string{"0", "1", "2"} {
		places = append(places, map[string]any{"id": id, "name": "Place " + id, "address": map[string]any{"country": "US"}})
	}
	answer := map[string]any{"items": places, "locations": places}
	if filepath.Base(r.URL.Path) == "numbers" {
		start, _ := strconv.Atoi(r.URL.Query().Get("start"))
		most, _ := strconv.Atoi(r.URL.Query().Get("max"))
		end := min(start+max(most-1, 1), len(s.numbers))
		answer = map[string]any{"phoneNumbers": s.numbers[min(start, end):end], "count": map[string]any{"total": len(s.numbers)}}
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(answer); err != nil {
		s.t.Error(err)
	}
}

// besideIt compares rows of an organization's numbers, of strangers, of nothing that is a
// number and of any location, with what it holds, and holds the comparison against it.
func besideIt(t *testing.T, in *number.Inventory, rng *mathrand.Rand) {
	t.Helper()
	holds, wanted := map[string]string{}, map[string]bool{}
	for i := range in.Numbers {
		holds[in.Numbers[i].Number.String()] = in.Numbers[i].Location.ID
	}
	table := &number.Table{Path: "list.csv", HeaderRow: 1, Columns: map[number.Field]int{number.FieldNumber: 0, number.FieldLocation: 1}}
	for i := range rng.IntN(60) {
		text := fmt.Sprintf("+1816555%04d", rng.IntN(200))
		switch rng.IntN(4) {
		case 0:
			text = in.Numbers[rng.IntN(len(in.Numbers))].Number.String()
		case 1:
			text = fmt.Sprint(rng.IntN(9999))
		}
		place := in.Locations[rng.IntN(len(in.Locations))].Name
		table.Records = append(table.Records, numbertest.Record(number.Record{Line: i + 2, Stated: &number.Stated{number.FieldLocation: place}}, number.Cell{Type: number.CellText, Value: text}))
	}
	rows, err := review.Rows(t.Context(), table, review.Settings{Region: "US"}, review.Known{Locations: in.Locations}, nil)
	if err != nil {
		t.Fatal(err)
	}
	pairs := compare.List(rows, in, compare.Limits{})
	named, numberless := map[string]bool{}, 0
	for _, r := range rows {
		named[r.LocationID()] = true
		if n := r.Read(); n.IsZero() {
			numberless++
		} else {
			wanted[n.String()] = true
		}
	}
	for n, place := range holds {
		if named[place] {
			wanted[n] = true
		}
	}
	for i := range pairs {
		p := &pairs[i]
		n := p.Number.String()
		place, there := holds[n]
		switch {
		case p.Number.IsZero():
			numberless--
			continue
		case !wanted[n]:
			t.Fatalf("%s is there twice, or should not be", n)
		case (p.Where == compare.OnlyWebex) != (p.Row == nil), (p.Held != nil) != there:
			t.Fatalf("%s is in %d; held: %v", n, p.Where, there)
		case p.Where == compare.Both && p.Row.LocationID() != place, p.Where == compare.OtherLocation && p.Row.LocationID() == place:
			t.Fatalf("%s is in %d, though it is in %q and wanted in %q", n, p.Where, place, p.Row.LocationID())
		}
		delete(wanted, n)
	}
	counts := compare.Count(pairs)
	if sum := counts.Both + counts.OnlyFile + counts.OnlyWebex + counts.OtherLocation; sum != len(pairs) || len(wanted) > 0 || numberless != 0 {
		t.Fatalf("%+v of %d; left out: %v, and %d rows without a number", counts, len(pairs), wanted, numberless)
	}
}

// TestAnyListBesideAnyOrganizationIsCompleteAndDisjoint compares lists with the practice
// organization and with one of the tests' own, and counts what is written there: nothing.
func TestAnyListBesideAnyOrganizationIsCompleteAndDisjoint(t *testing.T) {
	t.Parallel()
	rng := mathrand.New(mathrand.NewPCG(17, 2)) //nolint:gosec // the same each time
	practice, practiced := practicing(t)
	own, ours := shelved(t, 5000)
	for _, s := range []*service.Service{practice, own} {
		in, err := s.Inventory(t.Context(), nil)
		if err != nil || len(in.Numbers) == 0 || in.Lacks() != 0 {
			t.Fatalf("%d numbers, %d lack: %v", len(in.Numbers), in.Lacks(), err)
		}
		for range 40 {
			besideIt(t, &in, rng)
		}
	}
	if practiced.Load()+ours.writes.Load() != 0 {
		t.Errorf("%d and %d requests wrote", practiced.Load(), ours.writes.Load())
	}
}

// TestManyNumbersAreReadInPagesThatCanBeStopped reads 100,000 numbers, and stops in the
// middle of them.
func TestManyNumbersAreReadInPagesThatCanBeStopped(t *testing.T) {
	t.Parallel()
	const many = 100_000
	s, ours := shelved(t, many)
	pages, last := 0, 0
	in, err := s.Inventory(t.Context(), func(got, of int) {
		if pages++; got <= last || of != many {
			t.Errorf("%d of %d after %d", got, of, last)
		}
		last = got
	})
	if err != nil || len(in.Numbers) != many || in.Lacks() != 0 || pages < 2 {
		t.Fatalf("%d numbers in %d pages, %d lack: %v", len(in.Numbers), pages, in.Lacks(), err)
	}
	ctx, stop := context.WithCancel(t.Context())
	pages = 0
	_, err = s.Inventory(ctx, func(int, int) {
		pages++
		stop()
	})
	if err == nil || pages != 1 || ours.writes.Load() != 0 {
		t.Errorf("stopped after %d pages: %v", pages, err)
	}
}

// TestAnExportOpensAgainAndIsAllInBoth saves what the practice organization holds, opens
// it as any list, and compares it.
func TestAnExportOpensAgainAndIsAllInBoth(t *testing.T) {
	t.Parallel()
	s, writes := practicing(t)
	in, err := s.Inventory(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "all.xlsx")
	if err := report.New(nil).SaveNumbers(path, in.Numbers, false); err != nil {
		t.Fatal(err)
	}
	table, err := importer.Read(t.Context(), path, number.Layout{}, func(number.Progress) {})
	if err != nil || table.Ask != nil || len(table.Records) != len(in.Numbers) {
		t.Fatalf("it asks %+v, has %d rows for %d numbers: %v", table.Ask, len(table.Records), len(in.Numbers), err)
	}
	if !slices.ContainsFunc(in.Numbers, func(h number.Held) bool { return h.Internal != "" }) || len(table.Notes) > 0 {
		t.Errorf("remarks on it are %+v", table.Notes)
	}
	rows, err := review.Rows(t.Context(), table, review.Settings{}, review.Known{Locations: in.Locations}, nil)
	if err != nil {
		t.Fatal(err)
	}
	pairs := compare.List(rows, &in, compare.Limits{All: true})
	if counts := compare.Count(pairs); counts.Both != len(in.Numbers) || len(pairs) != len(in.Numbers) {
		t.Errorf("%+v of %d numbers", counts, len(in.Numbers))
	}
	for i := range pairs {
		r, h := pairs[i].Row, pairs[i].Held
		if r == nil || h == nil {
			continue
		}
		if r.Kind != h.Kind || r.Usage != h.Usage || r.State != h.State && h.Kind != number.KindMobile {
			t.Errorf("%v comes back as %v %v %v, and was %v %v %v", h.Number, r.Kind, r.Usage, r.State, h.Kind, h.Usage, h.State)
		}
	}
	if writes.Load() != 0 {
		t.Errorf("%d requests wrote", writes.Load())
	}
}
