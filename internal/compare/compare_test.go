package compare

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

func e164(i int) number.E164 {
	return numbertest.E164(fmt.Sprintf("+121255501%02d", i))
}

func TestWhereANumberIs(t *testing.T) {
	t.Parallel()
	n, other := e164(1), e164(2)
	in := &number.Inventory{Numbers: []number.Held{
		{Number: n, Location: number.Location{ID: "kc"}, State: number.StateInactive},
		{Number: other, Location: number.Location{ID: "london"}, Owner: number.Owner{Name: "Reception", Type: "PLACE"}},
	}}
	good := number.Row{Number: n, Shared: &number.Shared{LocationID: "kc"}}
	with := func(change func(*number.Row)) *number.Row {
		r := good
		change(&r)
		return &r
	}
	problem := with(func(r *number.Row) { r.Level = number.LevelProblem })
	found := func(code number.Code) *number.Row {
		return with(func(r *number.Row) {
			r.Level = number.LevelProblem
			r.SetFindings(number.NewFinding(code, number.Usual, nil))
		})
	}
	for name, test := range map[string]struct {
		rows   []*number.Row
		limits Limits
		want   Counts
	}{
		"in its location":             {[]*number.Row{&good}, Limits{}, Counts{Both: 1, Inactive: 1}},
		"in any location":             {[]*number.Row{with(func(r *number.Row) { r.Shared = &number.Shared{} })}, Limits{}, Counts{Both: 1, Inactive: 1}},
		"elsewhere":                   {[]*number.Row{with(func(r *number.Row) { r.Shared = &number.Shared{LocationID: "austin"} })}, Limits{}, Counts{OtherLocation: 1, Inactive: 1}},
		"only in the file":            {[]*number.Row{with(func(r *number.Row) { r.Number = e164(3) })}, Limits{}, Counts{OnlyFile: 1, OnlyWebex: 1, Inactive: 1, Missing: 1}},
		"a problem":                   {[]*number.Row{problem}, Limits{}, Counts{OnlyFile: 1, Inactive: 1, Problems: 1}},
		"a problem, and right below":  {[]*number.Row{problem, &good}, Limits{}, Counts{Both: 1, Inactive: 1}},
		"right, and a problem below":  {[]*number.Row{&good, problem}, Limits{}, Counts{Both: 1, Inactive: 1}},
		"two rows without a number":   {[]*number.Row{{Level: number.LevelProblem}, {Level: number.LevelProblem}}, Limits{}, Counts{OnlyFile: 2, Problems: 2}},
		"a problem of the list":       {[]*number.Row{found(number.CodeRemoveMarker)}, Limits{}, Counts{OnlyFile: 1, Inactive: 1, Problems: 1}},
		"there already":               {[]*number.Row{found(number.CodeAlreadyInWebex)}, Limits{}, Counts{Both: 1, Inactive: 1}},
		"where nothing can be added":  {[]*number.Row{found(number.CodeIntegratedPSTN)}, Limits{}, Counts{Both: 1, Inactive: 1}},
		"hidden, left out or skipped": {[]*number.Row{with(func(r *number.Row) { r.Hidden = true }), with(func(r *number.Row) { r.LeftOut = true }), with(func(r *number.Row) { r.Skipped = number.SkipTotal })}, Limits{}, Counts{}},
		"all locations":               {[]*number.Row{&good}, Limits{All: true}, Counts{Both: 1, OnlyWebex: 1, Inactive: 1, Assigned: 1}},
		"one location":                {[]*number.Row{&good}, Limits{Locations: map[string]bool{"london": true}}, Counts{OnlyWebex: 1, Assigned: 1}},
	} {
		if got := Count(List(test.rows, in, test.limits)); got != test.want {
			t.Errorf("%s: %+v, wanted %+v", name, got, test.want)
		}
	}
}

// TestAComparisonIsCompleteAndDisjoint holds that each number of any list, and of the
// locations of any organization that the list names, is in one pair and in one place.
func TestAComparisonIsCompleteAndDisjoint(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(17, 1)) //nolint:gosec // the same each time
	places := []string{"", "kc", "austin", "london"}
	for range 2000 {
		in := &number.Inventory{}
		holds := map[number.E164]string{}
		for _, i := range rng.Perm(30)[:rng.IntN(30)] {
			h := number.Held{Number: e164(i), Location: number.Location{ID: places[1+rng.IntN(3)]}}
			in.Numbers = append(in.Numbers, h)
			holds[h.Number] = h.Location.ID
		}
		rows := make([]*number.Row, rng.IntN(30))
		wanted, named := map[number.E164]bool{}, map[string]bool{}
		levels := []number.Level{number.LevelOK, number.LevelWarning, number.LevelProblem}
		for i := range rows {
			rows[i] = &number.Row{Number: e164(rng.IntN(30)), Shared: &number.Shared{LocationID: places[rng.IntN(4)]}, Level: levels[rng.IntN(len(levels))]}
			wanted[rows[i].Number], named[rows[i].LocationID()] = true, true
		}
		for n, place := range holds {
			if named[place] {
				wanted[n] = true
			}
		}
		pairs := List(rows, in, Limits{})
		c := Count(pairs)
		if sum := c.Both + c.OnlyFile + c.OnlyWebex + c.OtherLocation; sum != len(pairs) || len(pairs) != len(wanted) {
			t.Fatalf("%d numbers in %d pairs in %+v", len(wanted), len(pairs), c)
		}
		for _, p := range pairs {
			if !wanted[p.Number] {
				t.Fatalf("%v is there twice, or should not be there", p.Number)
			}
			delete(wanted, p.Number)
			place, there := holds[p.Number]
			if (p.Held != nil) != there || (p.Row == nil) != (p.Where == OnlyWebex) {
				t.Fatalf("%+v, held: %v", p, there)
			}
			ours := p.Row != nil && there && p.Row.Level != number.LevelProblem
			if is := p.Where == Both || p.Where == OtherLocation; is != ours {
				t.Fatalf("%+v of %+v", p, p.Row)
			}
			if ours && (p.Where == Both) != (p.Row.LocationID() == "" || p.Row.LocationID() == place) {
				t.Fatalf("%+v of %+v in %s", p, p.Row, place)
			}
		}
	}
}
