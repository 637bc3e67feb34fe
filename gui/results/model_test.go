package results

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// cells are the cells that are shown, in order.
func cells(m *Model) string {
	var all []string
	for i := range m.Len() {
		all = append(all, m.Value(i, ColumnCell).Text)
	}
	return strings.Join(all, " ")
}

// offered are the outcomes that can be chosen.
func offered(m *Model) string {
	var all []string
	for _, o := range m.Outcomes() {
		all = append(all, phrase.Outcome(o))
	}
	return strings.Join(all, ", ")
}

func TestOutcomesThatDoNotOccurAreNotOffered(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	if got := offered(m); got != "Added, Already there, Refused, Not sent, Not known" {
		t.Errorf("all occur, offered are %s", got)
	}
	r := sample(t)
	r.Lines = r.Lines[:3]
	m.Set(r)
	if got := offered(m); got != "Added, Already there" {
		t.Errorf("offered are %s", got)
	}
	m.Choose(run.Refused)
	if got := offered(m); got != "Added, Already there, Refused" {
		t.Errorf("with a chosen one, offered are %s", got)
	}
	if text, way := m.Empty(); text != "No rows ended as refused." || way != rows.WayShowAll {
		t.Errorf("got %q", text)
	}
}

func TestChoosingAnOutcomeShowsAsManyRowsAsItCounts(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	sum := 0
	for _, o := range m.Outcomes() {
		m.Choose(o)
		if chosen, ok := m.Chosen(); chosen != o || !ok || m.Len() != m.Count(o) {
			t.Errorf("%v: %d of %d rows", o, m.Len(), m.Count(o))
		}
		for i := range m.Len() {
			if m.Outcome(i) != o {
				t.Errorf("%v among %v", m.Outcome(i), o)
			}
		}
		sum += m.Count(o)
	}
	m.ShowAll()
	if _, ok := m.Chosen(); ok || sum != m.Total() || m.Len() != m.Total() {
		t.Errorf("outcomes sum up to %d of %d", sum, m.Total())
	}
}

func TestHeadlineSaysHowManyWereAdded(t *testing.T) {
	t.Parallel()
	for want, c := range map[string]struct {
		added int
		name  string
	}{
		"No numbers were added to Acme Corp":    {0, "Acme Corp"},
		"1 number was added to Acme Corp":       {1, "Acme Corp"},
		"1,209 numbers were added to Acme Corp": {1209, "Acme Corp"},
		"2 numbers were added":                  {2, ""},
	} {
		r := run.Run{Draft: run.Draft{Organization: run.Organization{Name: c.name}}}
		for range c.added {
			r.Lines = append(r.Lines, run.Line{Result: run.Result{Outcome: run.Added}})
		}
		m := newModel(time.UTC)
		m.Set(r)
		if got, short := m.Headline(); got != want || short != unnamed.Replace(want) {
			t.Errorf("got %q and %q, want %q", got, short, want)
		}
	}
}

func TestValuesSayWhatWasSent(t *testing.T) {
	t.Parallel()
	m := newModel(time.FixedZone("CST", -6*3600))
	m.Set(sample(t))
	for _, c := range []struct {
		row    int
		column string
		want   Value
	}{
		{0, ColumnOutcome, Value{Text: "Added"}},
		{0, ColumnCell, Value{Text: "B2", Quiet: true}},
		{1, ColumnFile, Value{Text: "(913) 555-0102"}},
		{1, ColumnSent, Value{Text: "+19135550102"}},
		{2, ColumnSent, Value{Text: "+19135550103"}}, // there without a request
		{5, ColumnSent, Value{Text: "Nothing", Quiet: true}},
		{3, ColumnType, Value{Text: "Mobile"}},
		{0, ColumnLocation, Value{Text: "Kansas City"}},
		{0, ColumnRequest, Value{Text: "1 of 57"}},
		{2, ColumnRequest, Value{}},
		{0, ColumnTime, Value{Text: "2:12:08 PM", Quiet: true}},
		{5, ColumnTime, Value{Quiet: true}},
		{0, "odd", Value{}},
		{99, ColumnOutcome, Value{}},
	} {
		if got := m.Value(c.row, c.column); got != c.want {
			t.Errorf("row %d, %s: %+v, want %+v", c.row, c.column, got, c.want)
		}
	}
}

func TestFailuresSayWhyAndWhatToDo(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	if lines := m.Lines(0, false); lines != nil {
		t.Errorf("a number that was added says %+v", lines)
	}
	refused := "Webex did not take it: the number belongs to another organization. Ask your carrier who holds it, then retry."
	if lines := m.Lines(4, false); len(lines) != 1 || lines[0] != (Line{Text: refused}) {
		t.Errorf("got %+v", lines)
	}
	details := Line{Text: "Status 400, code 25024, tracking ID ROUTERGW_3f26ee58-dfb9-44fa", Details: true}
	if lines := m.Lines(4, true); len(lines) != 2 || lines[1] != details {
		t.Errorf("under the cursor: %+v", lines)
	}
	if lines := m.Lines(0, true); len(lines) != 1 || !lines[0].Details {
		t.Errorf("a number that was added has under the cursor %+v", lines)
	}
	if lines := m.Lines(5, true); len(lines) != 1 || lines[0].Details {
		t.Errorf("a row that was not sent has under the cursor %+v", lines)
	}
}

func TestSupportGetsWhatItNeedsAndNoMore(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	want := `Number +4930231250042, organization Acme Corp
Refused. Webex did not take it: the number belongs to another organization. Ask your carrier who holds it, then retry.
Status 400, code 25024, tracking ID ROUTERGW_3f26ee58-dfb9-44fa
2026-11-23T20:12:09Z`
	if got := m.ForSupport(4); got != want {
		t.Errorf("got\n%s", got)
	}
	if got := m.ForSupport(0); !strings.Contains(got, "\nAdded\nStatus 201,") {
		t.Errorf("got\n%s", got)
	}
	if got := m.ForSupport(5) + m.ForSupport(-1); got != "" {
		t.Errorf("a row that was not sent gives %q", got)
	}
	r := sample(t)
	r.Lines[0].Result = run.Result{Outcome: run.NotKnown, ErrorCode: "25024"}
	m.Set(r)
	if got := m.ForSupport(0); !strings.HasSuffix(got, "Not known\nCode 25024") {
		t.Errorf("got\n%s", got)
	}
}

func TestSortingByAColumnAndBack(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	for _, step := range []struct{ column, want string }{
		{ColumnOutcome, "B2 B3 B5 B4 B6 B7 B9"},
		{ColumnOutcome, "B9 B7 B6 B4 B2 B3 B5"},
		{ColumnOutcome, "B2 B3 B4 B5 B6 B7 B9"},
		{ColumnCell, "B2 B3 B4 B5 B6 B7 B9"},
		{ColumnFile, "B3 B9 B2 B4 B5 B6 B7"},
		{ColumnSent, "B7 B9 B2 B3 B4 B5 B6"},
		{ColumnType, "B2 B3 B4 B6 B7 B9 B5"},
		{ColumnLocation, "B2 B3 B4 B5 B6 B7 B9"},
		{ColumnRequest, "B4 B7 B2 B3 B5 B6 B9"},
		{ColumnTime, "B7 B9 B4 B2 B3 B5 B6"},
		{"odd", "B2 B3 B4 B5 B6 B7 B9"},
	} {
		if m.Sort(step.column); cells(m) != step.want {
			t.Errorf("%s %+v: %s, want %s", step.column, m.Sorting(), cells(m), step.want)
		}
	}
}

func TestTheCursorStaysOnItsRowWithinARun(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.MoveTo(4)
	m.Search("+49")
	if m.Cursor() != 0 || m.Len() != 1 {
		t.Errorf("the cursor is at %d of %d", m.Cursor(), m.Len())
	}
	if another := m.Set(sample(t)); another || m.Cursor() != 0 {
		t.Errorf("the same run, the cursor at %d", m.Cursor())
	}
	m.Choose(run.Added)
	if text, way := m.Empty(); m.Cursor() != -1 || text != `No row holds +49.` || way != rows.WayClearSearch {
		t.Errorf("got %q, the cursor at %d", text, m.Cursor())
	}
	r := sample(t)
	r.Lines = r.Lines[:2]
	if m.Set(r); m.Cursor() != -1 {
		t.Error("the cursor is on a row that has gone")
	}
	m.MoveTo(99)
	r.ID = "another"
	if another := m.Set(r); !another || m.Len() != 2 || m.Cursor() != -1 {
		t.Errorf("another run begins with %d rows", m.Len())
	}
	m.Set(run.Run{})
	if text, _ := m.Empty(); text != "This run has no rows." {
		t.Errorf("got %q", text)
	}
}

func TestEveryPositionHasAnAnswer(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		m := newModel(time.UTC)
		if rapid.Bool().Draw(rt, "run") {
			m.Set(sample(t))
		}
		if rapid.Bool().Draw(rt, "choose") {
			m.Choose(rapid.SampledFrom(run.Outcomes()).Draw(rt, "outcome"))
		}
		i := rapid.IntRange(-2, 9).Draw(rt, "row")
		column := rapid.SampledFrom([]string{ColumnOutcome, ColumnTime, "", "odd"}).Draw(rt, "column")
		m.Sort(column)
		m.MoveTo(i)
		if at := m.Cursor(); at != -1 && at != i {
			rt.Fatalf("moved to %d, the cursor is at %d", i, at)
		}
		m.Value(i, column)
		m.Outcome(i)
		m.Lines(i, true)
		m.ForSupport(i)
		if text, _ := m.Empty(); (text == "") != (m.Len() > 0) {
			rt.Fatalf("%d rows, %q", m.Len(), text)
		}
	})
}

func TestTheWorkbookSaysWhereItIs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		book           Workbook
		total          int
		title, caption string
	}{
		{Workbook{Name: "a.xlsx", Beside: true}, 1240, "a.xlsx", "Saved beside your file. One line for each of the 1,240 rows."},
		{Workbook{Name: "a.xlsx", Folder: "Documents"}, 1, "a.xlsx", "Saved in Documents. It has one line for the row."},
		{Workbook{Name: "a.xlsx", Folder: "Documents", NotBeside: true}, 1, "a.xlsx", "Saved in Documents, because nothing can be saved beside your file. It has one line for the row."},
		{Workbook{Name: "a.xlsx", Folder: "dana", Refused: "Ports"}, 1, "a.xlsx", "Saved in dana, because nothing can be saved in Ports. It has one line for the row."},
		{Workbook{Problem: "The disk is full."}, 5, "The results workbook is not saved yet", "The disk is full."},
		{Workbook{Past: true}, 5, "The results workbook can be saved again", "Save it to keep what became of every row."},
		{Workbook{}, 5, "The results workbook is not saved yet", "Save it to keep what became of every row."},
	} {
		if got := c.book.Title(); got != c.title {
			t.Errorf("title %q, want %q", got, c.title)
		}
		if got := c.book.Caption(c.total); got != c.caption {
			t.Errorf("caption %q, want %q", got, c.caption)
		}
	}
}

// unnamed takes the organization out of a headline.
var unnamed = strings.NewReplacer(" to Acme Corp", "", " from Acme Corp", "")

func TestTheHeadlineSaysWhatAnUndoLeft(t *testing.T) {
	t.Parallel()
	for want, outcomes := range map[string][]run.Outcome{
		"2 numbers were removed from Acme Corp":                    {run.Removed, run.Removed, run.Kept},
		"1 number was removed from Acme Corp, 1 is still there":    {run.Removed, run.NotRemoved},
		"1 number was removed from Acme Corp, 2 are still there":   {run.Removed, run.Added, run.Activated},
		"3 numbers were added to Acme Corp, 1 activated":           {run.Added, run.Activated, run.NotActivated},
		"No numbers were removed from Acme Corp":                   {run.Kept, run.Refused},
		"No numbers were removed from Acme Corp, 1 is still there": {run.NotRemoved, run.Kept, run.NotSent},
		"No numbers were added to Acme Corp":                       {run.NotSent, run.Refused},
		"1 number was added to Acme Corp":                          {run.Added},
	} {
		r := run.Run{Draft: run.Draft{Organization: run.Organization{Name: "Acme Corp"}}}
		for _, o := range outcomes {
			r.Lines = append(r.Lines, run.Line{Result: run.Result{Outcome: o, Why: run.Quoted("Because.", "")}})
		}
		m := newModel(time.UTC)
		m.Set(r)
		if got, short := m.Headline(); got != want || short != unnamed.Replace(want) {
			t.Errorf("got %q and %q, want %q", got, short, want)
		}
	}
}

func TestWhatWentAsItShouldNeedsNoReason(t *testing.T) {
	t.Parallel()
	for o, want := range map[run.Outcome]string{
		run.Added: "", run.Activated: "", run.Removed: "", run.Kept: "Because.", run.NotActivated: "Because.",
	} {
		if got := newModel(time.UTC).why(&run.Line{Result: run.Result{Outcome: o, Why: run.Quoted("Because.", "")}}); got != want {
			t.Errorf("%v: %q", o, got)
		}
	}
}

func TestWhatToDoLeadsToReviewOnlyWhileTheRowsStandThere(t *testing.T) {
	t.Parallel()
	r := run.Run{Draft: run.Draft{Lines: []run.Line{{Row: number.Row{Level: number.LevelProblem}}}}}
	for inReview, want := range map[bool]string{
		true: "Correct the number in Review.", false: "Correct the number in the file and load the file again.",
	} {
		m := newModel(time.UTC)
		m.Advise(inReview)
		m.Set(r)
		if got := m.Lines(0, false)[0].Text; !strings.HasSuffix(got, want) {
			t.Errorf("it says %q", got)
		}
	}
}
