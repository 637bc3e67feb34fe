package run

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	"numberloader/internal/run/ondisk"
)

// locks is a Locker within one test.
type locks struct {
	mu   sync.Mutex
	held map[string]bool
	err  error
}

func (l *locks) TryLock(path string) (func() error, bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err != nil || l.held[path] {
		return nil, false, l.err
	}
	if l.held == nil {
		l.held = map[string]bool{}
	}
	l.held[path] = true
	return func() error {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.held, path)
		return nil
	}, true, nil
}

// clock goes on by a second each time it is read.
func clock() func() time.Time {
	var mu sync.Mutex
	now := time.Date(2026, 11, 23, 14, 12, 4, 0, time.UTC)
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(time.Second)
		return now
	}
}

func newTestStore(dir string) *Store {
	return NewStore(dir, &locks{}, clock(), bytes.NewReader(bytes.Repeat([]byte{0x7f, 0x3a, 0x01, 0x02}, 1000)))
}

// sampleRows are five rows that go, in two requests, and one of each that
// stays behind.
func sampleRows() (*number.Table, []*number.Row, []plan.Request) {
	goes := func(record int, digits string) *number.Row {
		return &number.Row{
			Record: int32(record), Line: int32(record + 2), Shared: &number.Shared{Column: "DIDs!B", Country: "US", LocationID: "L1", Location: "Kansas City"}, //nolint:gosec // a few rows
			Input: digits, Number: numbertest.E164(digits),
			Kind: number.KindDID, Usage: number.UsageNone, State: number.StateActive,
		}
	}
	problem := func(record int, code number.Code) *number.Row {
		row := &number.Row{
			Record: int32(record), Line: int32(record + 2), Shared: &number.Shared{Column: "B"}, Input: "12", Kind: number.KindMobile, //nolint:gosec // a few rows
			Usage: number.UsageService, Level: number.LevelProblem,
		}
		row.SetFindings(number.QuotedFinding(number.LevelProblem, code, "B9: "+string(code)+"."))
		return row
	}
	there := goes(6, "+12125550106")
	there.AlreadyThere, there.Level = true, number.LevelWarning
	there.SetFindings(number.Finding{Level: number.LevelWarning, Code: number.CodeAlreadyThere, Args: number.Args{{"message", "It is there."}}})
	hidden := goes(8, "+12125550108")
	hidden.Hidden = true
	out := goes(9, "+12125550109")
	out.LeftOut = true
	ranged := problem(10, number.CodeRange)
	ranged.SetSpecial(number.Special{Count: 10, First: numbertest.E164("+12125550110"), Last: numbertest.E164("+12125550119")})
	rows := []*number.Row{
		{Record: 0, Line: 2, Skipped: number.SkipTotal},
		goes(1, "+12125550101"), goes(2, "+12125550102"), problem(3, number.CodeTooShort),
		goes(4, "+12125550104"), goes(5, "+12125550105"), there,
		problem(7, number.CodeAlreadyInWebex), hidden, out, ranged, goes(11, "+12125550111"),
	}
	group := plan.Group{
		LocationID: "L1", Location: "Kansas City", Kind: number.KindDID,
		Usage: number.UsageNone, State: number.StateActive,
	}
	requests := []plan.Request{
		{Number: 1, Group: group, Index: 1, Of: 2, Rows: []int{1, 2, 4}},
		{Number: 2, Group: group, Index: 2, Of: 2, Rows: []int{5, 11}},
	}
	table := &number.Table{Path: "/data/carrier-dids.xlsx", Sheet: "DIDs", Headings: []string{"", "Number"}}
	for i := range rows {
		table.Records = append(table.Records, number.Record{Line: i + 2, Source: number.SourceOf("", rows[i].Input, "Überschuss")})
	}
	return table, rows, requests
}

func sampleDraft() Draft {
	table, rows, requests := sampleRows()
	d := NewDraft(table, plan.Plan{Rows: rows, Requests: requests}, Organization{ID: "O1", Name: "Acme Corp", Practice: true})
	d.Person, d.Program, d.Confirmed = "Ada", "1.2.3", []string{"L1"}
	d.Aside = []number.Item{
		{Sheet: "Spare", Column: -1, Phones: 40, Hidden: true, Aside: number.AsideOtherSheet},
		{Sheet: "DIDs", Column: 1, Heading: "Fax", First: 2, Last: 9, Filled: 8, Phones: 7, Aside: number.AsideSecondTable},
	}
	return d
}

func diff(want, got any) string {
	want, got = alone(want), alone(got)
	if reflect.DeepEqual(want, got) { // most often, and far quicker
		return ""
	}
	return cmp.Diff(want, got, cmp.Comparer(func(a, b number.E164) bool { return a == b }), cmpopts.EquateEmpty(), cmp.AllowUnexported(number.Row{}))
}

// alone is a run whose lines keep their texts by themselves, and anything else as it is.
func alone(value any) any {
	r, ok := value.(Run)
	if !ok {
		return value
	}
	r.Lines = slices.Clone(r.Lines)
	for i := range r.Lines {
		if source := &r.Lines[i].Source; source.Len() > 0 {
			*source = number.SourceOf(source.All()...)
		}
	}
	return r
}

// result is an outcome at a fixed time.
func result(o Outcome) Result {
	return Result{
		Outcome: o, HTTPStatus: 201, TrackingID: "T_1", Why: Quoted("why", "what"), ErrorCode: "25008",
		Time: time.Date(2026, 11, 23, 15, 0, 0, 5000, time.UTC),
	}
}

func must(t interface{ Fatal(...any) }, errs ...error) {
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func begin(t *testing.T, s *Store) *Journal {
	t.Helper()
	j, err := s.Begin(sampleDraft())
	must(t, err)
	t.Cleanup(func() { must(t, j.Close()) })
	return j
}

func load(t *testing.T, s *Store, id string) Run {
	t.Helper()
	run, err := s.Load(id)
	must(t, err)
	return run
}

func readFile(tb testing.TB, s *Store, id string) []byte {
	tb.Helper()
	text, err := os.ReadFile(filepath.Join(s.dir, id+".jsonl"))
	must(tb, err)
	return text
}

func writeFile(t *testing.T, s *Store, id string, text []byte) {
	t.Helper()
	must(t, os.MkdirAll(s.dir, 0o700), os.WriteFile(s.path(id), text, 0o600))
}

// lineOf is the whole line of a record.
func lineOf(r *record, place int) ([]byte, error) {
	var out bytes.Buffer
	err := ondisk.AppendLine(&out, r, place)
	return out.Bytes(), err
}
