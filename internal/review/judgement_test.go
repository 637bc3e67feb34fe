package review

import (
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/number"
)

// anyTable is a small list in which numbers repeat, some rows are hidden, and some
// name a location.
func anyTable(t *rapid.T) *number.Table {
	table := smallTable(rapid.SliceOfN(rapid.SampledFrom(manyTexts()), 1, 12).Draw(t, "texts"))
	for i := range table.Records {
		r := &table.Records[i]
		r.Hidden = rapid.IntRange(0, 9).Draw(t, "hidden") == 0
		r.SetText(number.FieldLocation, rapid.SampledFrom([]string{"", "", "London", "Nowhere"}).Draw(t, "location"))
		r.SetText(number.FieldType, rapid.SampledFrom([]string{"", "", "Mobile", "odd"}).Draw(t, "type"))
		if rapid.IntRange(0, 9).Draw(t, "skipped") == 0 {
			r.Skipped = number.SkipTotal
		}
	}
	return table
}

func anySettings(t *rapid.T) (Settings, Known) {
	set := Settings{
		Region:            rapid.SampledFrom([]string{"", "US", "GB"}).Draw(t, "region"),
		ExpandRanges:      rapid.Bool().Draw(t, "expand"),
		AcceptSuggestions: rapid.Bool().Draw(t, "fix"),
	}
	var known Known
	if rapid.Bool().Draw(t, "asked") {
		known.Locations = []number.Location{{ID: "L1", Name: "London", Country: "GB", PSTN: number.PSTNUnknown}}
	}
	return set, known
}

func anyDecision(t *rapid.T) Decision {
	pick := func(name string, texts ...string) *string {
		if rapid.Bool().Draw(t, name) {
			return nil
		}
		text := rapid.SampledFrom(texts).Draw(t, name)
		return &text
	}
	d := Decision{
		Text: pick("text", manyTexts()...), Type: pick("kind", "DID", "Mobile", "odd"), Location: pick("place", "London", "Nowhere", ""),
		LeftOut: rapid.Bool().Draw(t, "left out"), Expand: rapid.Bool().Draw(t, "expand"),
	}
	if rapid.Bool().Draw(t, "overridden") {
		d.Overridden = []number.Code{number.CodeOtherCountry, number.CodePSTNUnknown, number.CodeInvalidNumber}
	}
	return d
}

// TestAJudgementTakesOverWhatAnEarlierOneSaid judges a list in two ways, one after the other:
// the second says what it would say by itself, with the rows of the first where it can, and
// follows decisions as it would.
func TestAJudgementTakesOverWhatAnEarlierOneSaid(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t)
		decisions := map[int]Decision{}
		decided := func(record int) Decision { return decisions[record] }
		judge := func(set Settings, known Known, before Before) *Judgement {
			g, err := Judge(t.Context(), table, set, known, decided, before)
			if err != nil {
				t.Fatal(err)
			}
			return g
		}
		decide := func() (records []int) {
			records = rapid.SliceOfNDistinct(rapid.IntRange(0, len(table.Records)-1), 0, 2, rapid.ID[int]).Draw(t, "records")
			for _, record := range records {
				decisions[record] = anyDecision(t)
			}
			return records
		}
		set, known := anySettings(t)
		first := judge(set, known, Before{})
		second := judge(set, known, first.HandOver())
		if !slices.Equal(first.Rows(), second.Rows()) {
			t.Fatal("the same judgement made rows of its own")
		}
		if _, _, ok := first.Change(nil, decided); ok {
			t.Fatal("a judgement that was handed over follows decisions")
		}
		decide()
		set, known = anySettings(t)
		third := judge(set, known, second.HandOver())
		for range 2 {
			if want := judge(set, known, Before{}); !reflect.DeepEqual(third.Rows(), want.Rows()) {
				t.Fatalf("got %v, want %v", third.Rows(), want.Rows())
			}
			if _, _, ok := third.Change(decide(), decided); !ok {
				return
			}
		}
	})
}

// TestADecisionChangesWhatAJudgementOfAllRowsWouldChange decides in any order: what
// follows is what a judgement from scratch says.
func TestADecisionChangesWhatAJudgementOfAllRowsWouldChange(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t)
		set, known := anySettings(t)
		decisions := map[int]Decision{}
		decided := func(record int) Decision { return decisions[record] }
		g, err := Judge(t.Context(), table, set, known, decided, Before{})
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			records := rapid.SliceOfNDistinct(rapid.IntRange(0, len(table.Records)-1), 1, min(3, len(table.Records)), rapid.ID[int]).Draw(t, "records")
			for _, record := range records {
				decisions[record] = anyDecision(t)
			}
			old := g.Rows()
			before := valuesOf(old)
			tried := g.Try(records[0], set, decisions[records[0]])
			judged, more, ok := g.Change(records, decided)
			if !ok {
				t.Fatal("all rows had to be judged")
			}
			want, err := Rows(t.Context(), table, set, known, decisions)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(g.Rows(), want) {
				t.Fatalf("got  %+v\nwant %+v", g.Rows(), want)
			}
			from, to := g.rangeOf(records[0])
			if len(records) == 1 && !reflect.DeepEqual(tried, want[from:to]) {
				t.Fatalf("tried %+v\ngot %+v", tried, want[from:to])
			}
			for i := range want {
				if !more && !slices.Contains(judged, i) && !reflect.DeepEqual(before[i], *want[i]) {
					t.Fatalf("row %d changed and was not told: %v", i, judged)
				}
			}
			if !reflect.DeepEqual(valuesOf(old), before) {
				t.Fatal("rows that were judged before were written to")
			}
		}
	})
}

// valuesOf are copies of rows.
func valuesOf(rows []*number.Row) []number.Row {
	values := make([]number.Row, len(rows))
	for i, row := range rows {
		values[i] = *row
	}
	return values
}

func judgementOf(tb testing.TB, set Settings, texts ...string) *Judgement {
	tb.Helper()
	g, err := Judge(tb.Context(), smallTable(texts), set, Known{}, nothing, Before{})
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

func nothing(int) Decision { return Decision{} }

func out(int) Decision { return Decision{LeftOut: true} }

func TestAJudgementOfAllRowsIsNeeded(t *testing.T) {
	t.Parallel()
	t.Run("for very many decisions", func(t *testing.T) {
		t.Parallel()
		g := judgementOf(t, Settings{}, make([]string, mostChanged+1)...)
		all := make([]int, mostChanged+1)
		for i := range all {
			all[i] = i
		}
		if _, _, ok := g.Change(all, out); ok {
			t.Error("they were judged one by one")
		}
		if _, _, ok := g.Change(all[1:], out); !ok {
			t.Error("a few less were not")
		}
	})
	t.Run("for a number that stands everywhere", func(t *testing.T) {
		t.Parallel()
		texts := make([]string, 4*mostChanged+1)
		for i := range texts {
			texts[i] = "+12125550123"
		}
		g := judgementOf(t, Settings{}, texts...)
		if _, _, ok := g.Change([]int{0}, out); ok || g.Rows()[0].LeftOut {
			t.Error("it was judged row by row")
		}
		if _, _, ok := g.Change([]int{0}, nothing); ok {
			t.Error("the judgement is used after it was given up")
		}
	})
	t.Run("where ranges have no room", func(t *testing.T) {
		t.Parallel()
		g := judgementOf(t, Settings{}, "+1 212 555 0120 - 0124", "+12125550180")
		g.left = 4
		if _, _, ok := g.Change([]int{0}, func(int) Decision { return Decision{Expand: true} }); ok || len(g.Rows()) != 2 {
			t.Error("the range was expanded")
		}
	})
	t.Run("not after many changes", func(t *testing.T) {
		t.Parallel()
		g := judgementOf(t, Settings{}, "+12125550123", "+12125550123", "+12125550124", "+12125550123, +12125550125", "+12125550125")
		for i := range 1000 {
			g.Change([]int{i % 3}, []func(int) Decision{nothing, out}[i%2])
		}
		if len(g.claims.held) != 3 || len(g.claims.slots) != 3 {
			t.Errorf("%d records are listed besides the last ones of %d numbers", len(g.claims.held), len(g.claims.slots))
		}
	})
}

func TestTryingKeepsNothing(t *testing.T) {
	t.Parallel()
	g := judgementOf(t, Settings{Region: "US"}, "+12125550123", "(212) 555-0124", "1-800-FLOWERS")
	same, text := "(212) 555-0123", "+12125550199"
	for want, d := range map[string]Decision{"+12125550199": {Text: &text}, "": {Text: &same}} {
		got := g.Try(1, Settings{Region: "US"}, d)
		if len(got) != 1 || got[0].Goes() != (want != "") || want != "" && got[0].Number.String() != want {
			t.Errorf("%+v", got)
		}
	}
	if got := g.Try(1, Settings{}, Decision{}); got[0].Code() != number.CodeNoCountry {
		t.Errorf("other settings: %+v", got)
	}
	if got := g.Try(0, Settings{Region: "US"}, Decision{Text: &text}); !got[0].Goes() {
		t.Errorf("%+v", got)
	}
	if g.Try(3, Settings{}, Decision{}) != nil || g.Try(-1, Settings{}, Decision{}) != nil {
		t.Error("a record that does not exist has rows")
	}
	if g.Rows()[1].Number.String() != "+12125550124" || len(g.claims.slots) != 2 {
		t.Error("a try was kept")
	}
}

func TestDecisionsAreComparedByWhatTheySay(t *testing.T) {
	t.Parallel()
	a, b, other := "x", "x", "y"
	for _, c := range []struct {
		one, two Decision
		same     bool
	}{
		{Decision{}, Decision{}, true},
		{Decision{Text: &a}, Decision{Text: &b}, true},
		{Decision{Text: &a}, Decision{Text: &other}, false},
		{Decision{Text: &a}, Decision{}, false},
		{Decision{Overridden: []number.Code{"a"}}, Decision{Overridden: []number.Code{"a"}}, true},
		{Decision{Overridden: []number.Code{}}, Decision{}, true},
		{Decision{Confirmed: []Confirmation{{Code: "a"}}}, Decision{Confirmed: []Confirmation{{Code: "a"}}}, true},
		{Decision{Confirmed: []Confirmation{{Code: "a"}}}, Decision{Confirmed: []Confirmation{{Code: "b"}}}, false},
		{Decision{Confirmed: []Confirmation{{Code: "a"}}}, Decision{}, false},
		{Decision{LeftOut: true}, Decision{}, false},
		{Decision{Expand: true}, Decision{}, false},
		{Decision{Subscription: &a}, Decision{}, false},
	} {
		if got := c.one.Equal(&c.two); got != c.same || c.two.Equal(&c.one) != c.same {
			t.Errorf("%+v, %+v: %v", c.one, c.two, got)
		}
		if got := c.one.Equal(&Decision{}); got != c.one.IsZero() {
			t.Errorf("%+v is zero: %v", c.one, c.one.IsZero())
		}
	}
}

// TestANumberIsFoundWhereItWasHeld holds any numbers, more than there was room for, and again
// in the same room.
func TestANumberIsFoundWhereItWasHeld(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var c claims
		for range 2 {
			c.begin(rapid.IntRange(0, 20).Draw(t, "room"), true)
			held := map[number.E164]int{}
			for record, code := range rapid.SliceOf(rapid.IntRange(10, 200)).Draw(t, "numbers") {
				n := number.WithCode(code, "")
				at := c.hold(n, record)
				if before, known := held[n]; known && at != before {
					t.Fatalf("%s is in two places", n)
				}
				held[n] = at
			}
			for code := 10; code <= 200; code++ {
				n := number.WithCode(code, "")
				at, known := held[n]
				if found := c.find(n); (found != nil) != known || known && found != &c.slots[at] {
					t.Fatalf("%s is held: %v, and was found: %v", n, known, found != nil)
				}
			}
		}
	})
}

func manyNational(n int) []string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("(212) %03d-%04d", 200+i/10_000, i%10_000)
	}
	return texts
}

// BenchmarkChangeOfOneDecision judges one decision again, which does not grow with
// the rows.
func BenchmarkChangeOfOneDecision(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			g := judgementOf(b, Settings{Region: "US"}, manyNational(n)...)
			leave := false
			for b.Loop() {
				leave = !leave
				if _, _, ok := g.Change([]int{n / 2}, func(int) Decision { return Decision{LeftOut: leave} }); !ok {
					b.Fatal("all rows had to be judged")
				}
			}
		})
	}
}

// BenchmarkJudgement100000Rows makes a judgement that follows decisions, and says what its
// rows take, of a list where nothing is wrong and of one where each row has a problem, and
// what it keeps beside them.
func BenchmarkJudgement100000Rows(b *testing.B) {
	measured := func() float64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc)
	}
	for name, known := range map[string]Known{"good": {}, "bad": {Locations: []number.Location{}}} {
		b.Run(name, func(b *testing.B) {
			table := smallTable(manyNational(100_000))
			judged := func() *Judgement {
				g, err := Judge(b.Context(), table, Settings{Region: "US", Location: "Nowhere"}, known, nothing, Before{})
				if err != nil {
					b.Fatal(err)
				}
				return g
			}
			before, g := measured(), judged()
			rows, all := g.Rows(), measured()
			runtime.KeepAlive(g)
			alone := measured() // the rows are left
			count := float64(len(rows))
			runtime.KeepAlive(rows)
			for b.Loop() {
				judged()
			}
			b.ReportMetric((alone-before)/count, "row-B/row")
			b.ReportMetric((all-alone)/count, "judgement-B/row")
			runtime.KeepAlive(table)
		})
	}
}

func TestTheFirstRowInTheFileHasTheNumber(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		one, other key
		want       bool
	}{
		{key{1, 0}, key{1, 1}, true},
		{key{1, 1}, key{1, 0}, false},
		{key{1, 1}, key{1, 1}, false},
		{key{1, 5}, key{2, 0}, true},
		{key{nobody, 0}, key{7, 0}, false},
	} {
		if got := c.one.isBefore(c.other); got != c.want {
			t.Errorf("%v is before %v: %v", c.one, c.other, got)
		}
	}
}
