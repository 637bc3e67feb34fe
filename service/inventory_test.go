package service

import (
	"context"
	"errors"
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/service/practice"
	"numberloader/service/webex"
)

func TestAnInventoryOfThePracticeOrganization(t *testing.T) {
	t.Parallel()
	s := rehearsal(t, func(r *http.Request) practice.Fault {
		if r.Method != http.MethodGet {
			t.Errorf("%s %s was sent", r.Method, r.URL.Path)
		}
		return practice.Fault{}
	})
	last := 0
	in, err := s.Inventory(t.Context(), func(got, of int) {
		if got <= last || got > of {
			t.Errorf("%d of %d after %d", got, of, last)
		}
		last = got
	})
	if err != nil {
		t.Fatal(err)
	}
	if last != len(in.Numbers) || in.Lacks() != 0 || len(in.Locations) == 0 {
		t.Errorf("%d were told, %d read, %d counted, in %d locations", last, len(in.Numbers), in.Counted, len(in.Locations))
	}
	want := map[string]number.Held{
		"+18165550199": {Location: in.Locations[0], State: number.StateActive, Kind: number.KindDID, Usage: number.UsageNone, Main: true},
		"+18165550198": {Location: in.Locations[0], State: number.StateActive, Kind: number.KindDID, Usage: number.UsageNone, Owner: number.Owner{Name: "Ada Byron", Type: "PEOPLE"}, Internal: "0198"},
		"+18165550196": {Location: in.Locations[0], State: number.StateActive, Kind: number.KindDID, Usage: number.UsageNone, Owner: number.Owner{Name: "Reception", Type: "PLACE"}, Internal: "0196"},
		"+18165550195": {Location: in.Locations[0], State: number.StateInactive, Kind: number.KindDID, Usage: number.UsageNone},
		"+18005550199": {Location: in.Locations[0], State: number.StateActive, Kind: number.KindTollFree, Usage: number.UsageService},
		"+19135550199": {Location: in.Locations[0], State: number.StateActive, Kind: number.KindMobile, Usage: number.UsageNone, Owner: number.Owner{Name: "Grace Murray", Type: "PEOPLE"}},
		"+15125550197": {Location: in.Locations[1], State: number.StateActive, Kind: number.KindDID, Usage: number.UsageNone, Owner: number.Owner{Name: "Sales", Type: "CALL_QUEUE"}, Internal: "0197"},
	}
	for i := range in.Numbers {
		got := in.Numbers[i]
		if expected, asked := want[got.Number.String()]; asked {
			expected.Number = got.Number
			if diff := cmp.Diff(expected, got, cmp.AllowUnexported(number.E164{})); diff != "" {
				t.Error(diff)
			}
			delete(want, got.Number.String())
		}
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
}

// pages is an organization whose list comes in pages.
type pages struct {
	sea

	list []webex.NumbersPage
	err  error
}

func (*pages) Locations(context.Context) ([]webex.Location, error) { return nil, nil }

func (p *pages) NumbersByPage(_ context.Context, _ string, take func(webex.NumbersPage)) error {
	for _, page := range p.list {
		take(page)
	}
	return p.err
}

func TestAnInventoryIsHeldAgainstTheCountOfWebex(t *testing.T) {
	t.Parallel()
	page := func(counted, also int, numbers ...string) webex.NumbersPage {
		p := webex.NumbersPage{Counted: counted, AlsoCounted: also}
		for _, n := range numbers {
			p.Numbers = append(p.Numbers, webex.Number{PhoneNumber: n, State: "ACTIVE", Location: webex.NumberLocation{ID: "L0"}})
		}
		return p
	}
	const a, b, c = "+12125550100", "+12125550101", "+12125550102"
	for name, test := range map[string]struct {
		pages         []webex.NumbersPage
		numbers, lack int
	}{
		"all came":                    {[]webex.NumbersPage{page(3, 0, a, b), page(3, 0, c)}, 3, 0},
		"no count":                    {[]webex.NumbersPage{page(0, 0, a, b), page(0, 0, c)}, 3, 0},
		"a page was short":            {[]webex.NumbersPage{page(4, 0, a, b), page(4, 0, c)}, 3, 1},
		"extensions are counted":      {[]webex.NumbersPage{page(5, 2, a, b), page(5, 2, c)}, 3, 0},
		"the list moved between them": {[]webex.NumbersPage{page(3, 0, a, b), page(3, 0, b)}, 2, 1},
		"one can't be read":           {[]webex.NumbersPage{page(2, 0, a, "911")}, 1, 1},
		"none at all":                 {nil, 0, 0},
	} {
		s := New(&pages{list: test.pages}, nil, Settings{})
		in, err := s.Inventory(t.Context(), nil)
		if err != nil || len(in.Numbers) != test.numbers || in.Lacks() != test.lack {
			t.Errorf("%s: %d numbers, %d lack, %v", name, len(in.Numbers), in.Lacks(), err)
		}
	}
}

func TestAnInventoryThatStopsIsNone(t *testing.T) {
	t.Parallel()
	stopped := New(&pages{list: []webex.NumbersPage{{Counted: 9}}, err: context.Canceled}, nil, Settings{})
	in, err := stopped.Inventory(t.Context(), nil)
	if fault.KindOf(err) != fault.Stopped || len(in.Numbers) > 0 {
		t.Errorf("%d numbers, %v", len(in.Numbers), err)
	}
	forbidden := New(&pages{err: &webex.APIError{Status: http.StatusForbidden}}, nil, Settings{})
	if _, err := forbidden.Inventory(t.Context(), nil); fault.KindOf(err) != fault.NotAllowed || errors.Is(err, context.Canceled) {
		t.Errorf("who may not read the list gets %v", err)
	}
}
