package file

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// tries reads the open file in another way, and takes it so.
func (b *bench) tries(settings review.Settings, layout number.Layout) {
	b.t.Helper()
	trial := b.Try()
	trial.Set(settings)
	trial.Read(layout)
	b.settle()
	if !trial.Changed() {
		b.t.Error("nothing was changed")
	}
	b.Take(trial)
}

func TestATrialChangesNothingUntilItIsTaken(t *testing.T) {
	t.Parallel()
	b := opens(t, &book{sheets: []*number.Table{desks()}})
	b.asks(NoQuestion)
	table, layout := b.Table(), b.Layout()
	trial := b.Try()
	other := layout
	other.Columns = map[number.Field]string{number.FieldNumber: "A"}
	trial.Read(other)
	if reading, busy := trial.Reading(); !busy || reading.Path != table.Path {
		t.Errorf("reading %+v, %v", reading, busy)
	}
	b.settle()
	switch {
	case trial.Table().Columns[number.FieldNumber] != 0:
		t.Error("the trial has the table as it was")
	case b.Table() != table || b.opened != 1:
		t.Error("the open file is another one")
	case !trial.Changed():
		t.Error("nothing was changed")
	}
	trial.Drop()
	b.settle()
	if diff := cmp.Diff(layout, b.Layout()); diff != "" || b.Table() != table {
		t.Errorf("dropping it changed the file: %s", diff)
	}
	trial = b.Try()
	trial.Read(other)
	b.settle()
	b.Take(trial)
	b.asks(NoQuestion)
	if b.Table() != trial.Table() || b.opened != 2 {
		t.Error("the file is not read as it was tried")
	}
}

func TestWhatCannotBeReadSoLeavesTheTrialAsItWas(t *testing.T) {
	t.Parallel()
	k := &book{sheets: []*number.Table{desks()}}
	b := opens(t, k)
	b.asks(NoQuestion)
	trial := b.Try()
	b.settle()
	before := trial.Layout()
	k.broken = true
	other := before
	other.Encoding = "utf-16le"
	trial.Read(other)
	b.settle()
	if fault.KindOf(trial.Trouble()) != fault.FileDamaged || trial.Layout().Encoding != "" || trial.Changed() {
		t.Errorf("trouble %v, layout %+v", trial.Trouble(), trial.Layout())
	}
	if look, known := trial.Look(); !known || look.Counts.Going != 2 {
		t.Errorf("what was known is gone: %+v", look)
	}
}

func TestAReadingThatIsCanceledLeavesTheTrialAsItWas(t *testing.T) {
	t.Parallel()
	wait := false
	b := newBench(t, func(s *Services) {
		usual := (&book{sheets: []*number.Table{desks()}}).reader
		s.Read = func(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error) {
			if wait {
				progress(number.Progress{Rows: 40_000})
				<-ctx.Done()
				return nil, errors.Join(ctx.Err())
			}
			return usual(ctx, path, layout, progress)
		}
	})
	b.Open("/carrier.xlsx", number.Layout{})
	b.asks(NoQuestion)
	trial := b.Try()
	b.settle()
	wait = true
	trial.Read(number.Layout{Encoding: "utf-8"})
	for reading, _ := trial.Reading(); reading.Progress.Rows == 0 || !reading.Slow; reading, _ = trial.Reading() {
		(<-b.home)()
	}
	trial.Cancel()
	b.settle()
	if _, busy := trial.Reading(); busy || trial.Trouble() != nil || trial.Layout().Encoding != "" {
		t.Errorf("reading %v, trouble %v, %+v", busy, trial.Trouble(), trial.Layout())
	}
}

// TestWordsThatAreNotKnownAreCounted has words in several spellings, known ones, and
// one that was explained.
func TestWordsThatAreNotKnownAreCounted(t *testing.T) {
	t.Parallel()
	table := &number.Table{Columns: map[number.Field]int{number.FieldState: 0, number.FieldType: 1}, Further: []number.List{{ActiveHeader: true, Columns: map[number.Field]int{number.FieldState: 1}}}}
	for i, line := range [][]string{
		{"live", "DID"},
		{"porting", "DID"},
		{"Live ", "handset"},
		{"active", ""},
		{"removed", "DID"},
		{"live"},
		{"total", "x"},
		{"", "yes"},
		{"", "porting"},
	} {
		r := number.Record{Source: number.SourceOf(line...)}
		switch i {
		case 6:
			r.Skipped = number.SkipTotal
		case 7, 8:
			r.List = 1
		}
		table.Records = append(table.Records, r)
	}
	got := wordsOf(table, number.Layout{Words: map[number.Field]map[string]string{number.FieldState: {"porting": "INACTIVE"}}})
	want := []Word{
		{Field: number.FieldType, Text: "handset", Count: 1},
		{Field: number.FieldState, Text: "live", Count: 3},
		{Field: number.FieldState, Text: "porting", Count: 2, Meaning: "INACTIVE"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestExplainedWordsAndTheDelimiterAreRemembered(t *testing.T) {
	t.Parallel()
	k := &book{sheets: []*number.Table{desks()}}
	b := opens(t, k)
	b.asks(NoQuestion)
	bar := "|"
	layout := number.Layout{Delimiter: &bar, Words: map[number.Field]map[string]string{number.FieldState: {"live": "ACTIVE", "+19135550101": "ACTIVE"}}}
	b.tries(b.rows.settings, layout)
	b.asks(NoQuestion)
	b.Close()
	b.Open("/next.csv", number.Layout{})
	b.asks(NoQuestion)
	if diff := cmp.Diff(map[number.Field]map[string]string{number.FieldState: {"live": "ACTIVE"}}, b.Layout().Words); diff != "" {
		t.Error(diff)
	}
	if d := b.Layout().Delimiter; d == nil || *d != bar {
		t.Errorf("split by %v", d)
	}
}

// TestColumnsOfPlacesAreShownAsReviewTakesThem has a column of which only the
// locations of the organization say what it is.
func TestColumnsOfPlacesAreShownAsReviewTakesThem(t *testing.T) {
	t.Parallel()
	offices := leaf("Offices", []string{"City", "Number"}, []string{"Berlin", "+493023125001"}, []string{"Berlin", "+493023125002"})
	offices.Places = []int{0}
	b := opens(t, &book{sheets: []*number.Table{offices}})
	b.asks(NoQuestion)
	b.rows.known.Locations = []number.Location{{ID: "b", Name: "Berlin", Country: "DE"}}
	trial := b.Try()
	named := func(table *number.Table) bool {
		column, found := table.Columns[number.FieldLocation]
		return found && column == 0
	}
	b.settle()
	if !named(trial.Table()) {
		t.Error("the open file is shown without its locations")
	}
	for trial.Read(number.Layout{Encoding: "utf-8"}); ; (<-b.home)() {
		if _, busy := trial.Reading(); !busy {
			break
		}
	}
	if !named(trial.Table()) {
		t.Error("for a moment, the file that was read is shown without its locations")
	}
	b.settle()
	b.Take(trial)
	b.asks(NoQuestion)
	if named(b.Table()) {
		t.Error("the file keeps locations that another organization may not have")
	}
}
