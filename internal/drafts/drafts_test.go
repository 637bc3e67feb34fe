package drafts

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"numberloader/internal/atomicfile"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/review"
)

func list(path string, texts ...string) *number.Table {
	t := &number.Table{Path: path, Sheet: "DIDs", Columns: map[number.Field]int{number.FieldNumber: 1}}
	for i, text := range texts {
		t.Records = append(t.Records, numbertest.Record(number.Record{Line: i + 2}, number.Cell{Type: number.CellText, Value: text}))
	}
	return t
}

func typed(text string) *review.Decision { return &review.Decision{Text: &text} }

var tuesday = time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC)

func storeIn(folder string) *Store {
	return NewStore(folder, func() time.Time { return tuesday })
}

func save(t *testing.T, s *Store, table *number.Table, decisions map[int]*review.Decision) {
	t.Helper()
	d := New(SourceOf(table), table, review.Settings{Region: "US", OneRequest: true}, decisions)
	if err := s.Save(d); err != nil {
		t.Fatal(err)
	}
}

func TestWhatWasDecidedComesBack(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "carrier.csv")
	if err := os.WriteFile(path, []byte("numbers"), 0o600); err != nil {
		t.Fatal(err)
	}
	table := list(path, "+19135550101", "913 674", "913 675", "913 676 8201")
	subscription := "Sub-1"
	decisions := map[int]*review.Decision{
		1: typed("+19136748201"),
		2: {LeftOut: true, Expand: true, Overridden: []number.Code{number.CodeInvalidNumber}, Subscription: &subscription},
		3: {Confirmed: []review.Confirmation{{Number: number.E164{}, Code: number.CodeExcelNumber}}},
		0: {}, 9: {LeftOut: true}, -1: {LeftOut: true},
	}
	s := storeIn(filepath.Join(t.TempDir(), "drafts"))
	if _, ok := s.Load(path, "DIDs"); ok {
		t.Fatal("there is a draft before one was saved")
	}
	save(t, s, table, decisions)
	got, ok := s.Load(path, "DIDs")
	switch {
	case !ok:
		t.Fatal("ok is false")
	case !got.Saved.Equal(tuesday):
		t.Fatal("got.Saved.Equal(tuesday) is false")
	case got.Source.Size != 7:
		t.Fatalf("got.Source.Size is %v, not 7", got.Source.Size)
	case got.Source.Modified.IsZero():
		t.Fatal("got.Source.Modified.IsZero() is true")
	case !reflect.DeepEqual(got.Settings, review.Settings{Region: "US", OneRequest: true}):
		t.Fatalf("got.Settings is %v, not %v", got.Settings, review.Settings{Region: "US", OneRequest: true})
	}
	fit := got.Fit(SourceOf(table), table)
	want := map[int]*review.Decision{1: decisions[1], 2: decisions[2], 3: decisions[3]}
	if !reflect.DeepEqual(fit, Fit{Decisions: want}) {
		t.Errorf("fits %+v", fit)
	}
	if _, ok := s.Load(path, "Other"); ok {
		t.Error("another sheet has the same draft")
	}
	if err := s.Drop(path, "DIDs"); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.Load(path, "DIDs"); ok {
		t.Error("a draft that was dropped is there")
	}
	if err := s.Drop(path, "DIDs"); err != nil {
		t.Errorf("dropping nothing: %v", err)
	}
}

func TestDecisionsFitOnlyRowsThatHoldTheSame(t *testing.T) {
	t.Parallel()
	old := list("/a.csv", "1", "2", "3", "4")
	old.Records[3].End = &number.Cell{Type: number.CellText, Value: "9"}
	decisions := map[int]*review.Decision{0: typed("a"), 1: typed("b"), 2: typed("c"), 3: typed("d")}
	d := New(SourceOf(old), old, review.Settings{}, decisions)
	now := list("/a.csv", "1", "22", "3", "4")
	now.Records = append(now.Records[:2], now.Records[3]) // row 4 is gone, row 5 has no end any more
	fit := d.Fit(SourceOf(now), now)
	if !fit.Changed || fit.Lost != 3 || !reflect.DeepEqual(fit.Decisions, map[int]*review.Decision{0: decisions[0]}) {
		t.Errorf("%+v", fit)
	}
	other := list("/a.csv", "1", "2", "3", "4")
	other.Records[3].End = old.Records[3].End
	other.Records[0].SetText(number.FieldLocation, "Kansas City")
	if fit := d.Fit(SourceOf(other), other); !fit.Changed || fit.Lost != 0 {
		t.Errorf("%+v", fit)
	}
}

func TestNoTwoListsHaveTheSameContent(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for name, change := range map[string]func(*number.Table){
		"as it is":      func(*number.Table) {},
		"a column":      func(t *number.Table) { t.Columns[number.FieldNumber] = 2 },
		"a line":        func(t *number.Table) { t.Records[0].Line = 9 },
		"a number":      func(t *number.Table) { t.Records[0].SetNumber(number.Cell{Type: number.CellText, Value: "13"}) },
		"a type":        func(t *number.Table) { t.Records[0].SetText(number.FieldType, "x") },
		"a usage":       func(t *number.Table) { t.Records[0].SetText(number.FieldUsage, "x") },
		"a state":       func(t *number.Table) { t.Records[0].SetText(number.FieldState, "x") },
		"a location":    func(t *number.Table) { t.Records[0].SetText(number.FieldLocation, "x") },
		"subscriptions": func(t *number.Table) { t.Records[0].SetText(number.FieldSubscription, "x") },
	} {
		table := list("/a.csv", "12", "2")
		change(table)
		content := contentOf(table)
		if other, there := seen[content]; there {
			t.Errorf("%s and %s look the same", name, other)
		}
		seen[content] = name
	}
}

func TestADamagedOrLaterDraftCountsAsNone(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	s, table := storeIn(folder), list("/a.csv", "1")
	save(t, s, table, map[int]*review.Decision{0: typed("x")})
	name := s.name("/a.csv", "DIDs")
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for what, text := range map[string]string{
		"half":    string(whole[:len(whole)/2]),
		"empty":   "",
		"later":   strings.Replace(string(whole), `"version":1`, `"version":2`, 1),
		"another": strings.Replace(string(whole), `"/a.csv"`, `"/b.csv"`, 1),
		"no path": "{}",
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, ok := s.Load("/a.csv", "DIDs"); ok {
			t.Errorf("a draft that is %s was taken", what)
		}
	}
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(name, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.Load("/a.csv", "DIDs"); ok {
		t.Error("a folder was taken for a draft")
	}
	if err := s.Save(New(SourceOf(table), table, review.Settings{}, nil)); err == nil {
		t.Error("a folder was replaced")
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("something was left behind: %v %v", entries, err)
	}
}

func TestADraftIsItsOwnersOnly(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such modes")
	}
	folder := filepath.Join(t.TempDir(), "drafts")
	s := storeIn(folder)
	save(t, s, list("/a.csv", "1"), map[int]*review.Decision{0: typed("x")})
	for path, want := range map[string]os.FileMode{folder: 0o700, s.name("/a.csv", "DIDs"): 0o600} {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v %v", path, info, err)
		}
	}
}

func TestAFolderThatCannotBeMadeIsAnError(t *testing.T) {
	t.Parallel()
	taken := filepath.Join(t.TempDir(), "taken")
	if err := os.WriteFile(taken, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	table := list("/a.csv", "1")
	for _, folder := range []string{taken, filepath.Join(taken, "drafts")} {
		s := storeIn(folder)
		if err := s.Save(New(SourceOf(table), table, review.Settings{}, nil)); err == nil {
			t.Errorf("saved in %s", folder)
		}
		// Windows says of a path through a file that nothing is there.
		if s.tidy(); s.Drop("/a.csv", "DIDs") == nil && runtime.GOOS != "windows" {
			t.Errorf("dropped in %s", folder)
		}
	}
}

func TestOnlyTheLatestDraftsAreKept(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	s := storeIn(folder)
	for i := range mostDrafts + 3 {
		path := fmt.Sprintf("/%d.csv", i)
		save(t, s, list(path, "1"), map[int]*review.Decision{0: typed("x")})
		then := tuesday.Add(time.Duration(i) * time.Minute)
		if err := os.Chtimes(s.name(path, "DIDs"), then, then); err != nil {
			t.Fatal(err)
		}
	}
	for name, age := range map[string]time.Duration{"old": 2 * time.Hour, "new": time.Minute} {
		path := filepath.Join(folder, atomicfile.Unfinished+name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, tuesday.Add(-age), tuesday.Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	s.tidy()
	for i, want := range map[int]bool{0: false, 2: false, 3: true, mostDrafts + 2: true} {
		if _, ok := s.Load(fmt.Sprintf("/%d.csv", i), "DIDs"); ok != want {
			t.Errorf("draft %d is kept: %v", i, ok)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, atomicfile.Unfinished+"old")); err == nil {
		t.Error("what a crash left is still there")
	}
	if _, err := os.Stat(filepath.Join(folder, atomicfile.Unfinished+"new")); err != nil {
		t.Error("what is being written was removed")
	}
}

func TestEveryDecisionSurvivesBeingWritten(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := func(name string) *string {
			if rapid.Bool().Draw(t, name) {
				return nil
			}
			s := rapid.String().Draw(t, name)
			return &s
		}
		table := list("/a.csv", "1", "2")
		d := &review.Decision{
			Text: text("text"), Type: text("type"), Usage: text("usage"), State: text("state"), Location: text("location"),
			Subscription: text("subscription"), LeftOut: rapid.Bool().Draw(t, "left out"), Expand: rapid.Bool().Draw(t, "expand"),
		}
		settings := review.Settings{
			Region: "US", Kind: rapid.SampledFrom([]number.Kind{number.KindUnset, number.KindDID, number.KindTollFree, number.KindMobile}).Draw(t, "kind"),
			Usage:    rapid.SampledFrom([]number.Usage{number.UsageUnset, number.UsageNone, number.UsageService}).Draw(t, "usage"),
			State:    rapid.SampledFrom([]number.State{number.StateUnset, number.StateActive, number.StateInactive}).Draw(t, "state"),
			Location: "kc", Subscription: "Sub-1", Carrier: "C", ExpandRanges: true, AcceptSuggestions: true,
			Accept: []number.Code{"x"}, IncludeHidden: true, OneRequest: true,
		}
		draft := New(SourceOf(table), table, settings, map[int]*review.Decision{1: d})
		written, err := write(&draft)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := read(written)
		if !ok {
			t.Fatalf("not read: %s", written)
		}
		fit := got.Fit(SourceOf(table), table)
		if d.IsZero() != (len(fit.Decisions) == 0) || !d.IsZero() && !fit.Decisions[1].Equal(d) || !reflect.DeepEqual(got.Settings, settings) {
			t.Fatalf("got %+v, want %+v", fit.Decisions[1], d)
		}
	})
}

func BenchmarkSave100000Decisions(b *testing.B) {
	texts, decisions := make([]string, 100_000), map[int]*review.Decision{}
	for i := range texts {
		texts[i] = fmt.Sprintf("(913) %07d", i)
		decisions[i] = typed(fmt.Sprintf("+1913%07d", i))
	}
	table := list(filepath.Join(b.TempDir(), "a.csv"), texts...)
	s, source := storeIn(b.TempDir()), SourceOf(table)
	for b.Loop() {
		if err := s.Save(New(source, table, review.Settings{}, decisions)); err != nil {
			b.Fatal(err)
		}
	}
}

// TestRowsOfSeveralListsAreToldApart has rows of the same line and with the same text
// on two sheets, and in two columns of one.
func TestRowsOfSeveralListsAreToldApart(t *testing.T) {
	t.Parallel()
	table := list("/x/carrier.xlsx", "913 674")
	other := table.Records[0]
	for i, further := range []number.List{{Sheet: "DIDs", Columns: map[number.Field]int{number.FieldNumber: 2}}, {Sheet: "Spare", Columns: map[number.Field]int{number.FieldNumber: 1}}} {
		table.Further = append(table.Further, further)
		other.List = uint16(i + 1)
		table.Records = append(table.Records, other)
	}
	decisions := map[int]*review.Decision{0: typed("first"), 1: typed("second"), 2: typed("third")}
	text, err := write(&Draft{Source: SourceOf(table), Entries: New(SourceOf(table), table, review.Settings{}, decisions).Entries})
	if err != nil {
		t.Fatal(err)
	}
	d, _ := read(text)
	if fit := d.Fit(SourceOf(table), table); !reflect.DeepEqual(fit, Fit{Decisions: decisions}) {
		t.Errorf("fits %+v", fit)
	}
	if s := d.Source.Sheet; s != "DIDs\nSpare" {
		t.Errorf("the sheets are %q", s)
	}
	moved := *table
	moved.Further = []number.List{table.Further[0], {Sheet: "Spare", Columns: map[number.Field]int{number.FieldNumber: 3}}}
	if fit := d.Fit(SourceOf(&moved), &moved); !fit.Changed || fit.Lost != 1 {
		t.Errorf("another column fits %+v", fit)
	}
}
