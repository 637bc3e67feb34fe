package activation

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/run"
)

func TestParseDay(t *testing.T) {
	t.Parallel()
	const day = "2026-11-28"
	for text, want := range map[string]string{
		"2026-11-28": day, "2026/11/28": day, "2026.11.28": day, "20261128": day, "2026-11-28 09:30": day, "2026-11-28T09:30:00Z": day,
		"28.11.2026": day, "28. 11. 2026": day, "28.11.26": day, "11/28/2026": day, "28/11/2026": day, "11/28/26 9:30 AM": day,
		"28-11-2026": day, "Nov 28, 2026": day, "November 28th, 2026": day, "28 Nov 2026": day, "Saturday, November 28, 2026": day,
		"28. November 2026": day, "28 de noviembre de 2026": day, "28 novembre 2026": day, "2026年11月28日": day, "2026년 11월 28일": day,
		"28-Nov-2026": day, "2026 Nov 28": day, "1. März 2026": "2026-03-01", "1er août 2026": "2026-08-01", "11/11/2026": "2026-11-11",
		"3. 4. 2026": "2026-04-03", "28 Nov 2026 09:30": day, "Sat 28 Nov 2026": day,
	} {
		if got, ok := ParseDay(text); !ok || got.Format(time.DateOnly) != want {
			t.Errorf("%q is %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{
		"", "tomorrow", "12/05/2026", "5-12-2026", "2026-02-30", "2026-13-01", "31.11.2026", "1.1.1899", "Nov 2026", "28 Nov", "46354",
		"913 674 8203", "+19136748203", "28 Nov Dec 2026", "in 28 days of May 20261128",
	} {
		if got, ok := ParseDay(text); ok {
			t.Errorf("%q is taken for %v", text, got)
		}
	}
}

// dated is a table with a number for each text of a day, all of them DID.
func dated(t *testing.T, days ...string) (*number.Table, []*number.Row) {
	t.Helper()
	table := &number.Table{Columns: map[number.Field]int{number.FieldNumber: 0, number.FieldActivateOn: 1}}
	var rows []*number.Row
	for i, day := range days {
		n := numbertest.E164("+1913674820" + string(rune('0'+i)))
		table.Records = append(table.Records, number.Record{Line: i + 2, Source: number.SourceOf(n.String(), day)})
		rows = append(rows, &number.Row{
			Record: int32(i), Line: int32(i + 2), Number: n, Kind: number.KindDID, Usage: number.UsageNone, State: number.StateActive, Shared: &number.Shared{LocationID: "KC", Location: "Kansas City"},
		})
	}
	return table, rows
}

// Where two numbers could each be the month, other days of the list tell it; where they
// don't, or contradict each other, no day is taken.
func TestTheListTellsTheOrderOfItsDays(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ days, want []string }{
		{[]string{"12/05/2026", "11/28/2026"}, []string{"2026-12-05", "2026-11-28"}},
		{[]string{"05/12/2026", "28/11/2026"}, []string{"2026-12-05", "2026-11-28"}},
		{[]string{"12/05/2026", "", "n/a"}, []string{"?12/05/2026", "", ""}},
		{[]string{"12/05/2026", "28/11/2026", "11/28/2026"}, []string{"?12/05/2026", "2026-11-28", "2026-11-28"}},
		{[]string{"asap", "2026-11-28"}, []string{"?asap", "2026-11-28"}},
	} {
		table, rows := dated(t, test.days...)
		there := make([]number.Held, len(rows))
		for i := range there {
			there[i] = inactive(rows[i].Number)
		}
		var got []string
		list := New(table, rows, there)
		for i := range list.Waiting {
			n := &list.Waiting[i]
			switch {
			case n.Unread != "":
				got = append(got, "?"+n.Unread)
			case n.On.IsZero():
				got = append(got, "")
			default:
				got = append(got, n.On.Format(time.DateOnly))
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q: %s", test.days, diff)
		}
	}
}

func inactive(n number.E164) number.Held { return number.Held{Number: n, State: number.StateInactive} }

func TestWhatIsActivatedAndWhatStaysBehind(t *testing.T) {
	t.Parallel()
	table, rows := dated(t, "2026-11-27", "2026-11-28", "2026-11-29", "", "2026-11-27", "2026-11-27", "2026-11-27", "asap")
	there := make([]number.Held, len(rows)+1) // the last one is of a row with a problem
	for i := range there {
		if i != 4 {
			there[i] = inactive(rows[i%len(rows)].Number)
		}
	}
	there[5].State = number.StateActive
	rows[1].AlreadyThere = true // as once Webex was asked for all numbers
	rows[6].Kind = number.KindMobile
	rows = append(rows, &number.Row{Record: 0, Line: 10, Number: rows[0].Number, Level: number.LevelProblem, Shared: &number.Shared{LocationID: "KC"}, Kind: number.KindDID})
	today, _ := ParseDay("2026-11-28")
	list := New(table, rows, there)
	if got := len(list.Waiting); got != 5 {
		t.Errorf("%d wait", got)
	}
	draft := list.Draft(func(n *Number) bool { return n.Due(today) }, run.Organization{ID: "O1"})
	r := run.Run{Draft: draft, Stage: run.StageActivate}
	if diff := cmp.Diff([]int{0, 1}, r.Rows(run.ActionActivate)); !draft.Activates || diff != "" {
		t.Errorf("it activates %s", diff)
	}
	var outcomes []string
	for i := range draft.Lines {
		l := &draft.Lines[i]
		outcomes = append(outcomes, l.Result.Outcome.String())
		if why := l.Result.Why != nil; i > 1 && i < 8 && !why {
			t.Errorf("line %d does not say why it stays", i)
		}
	}
	want := []string{"already_there", "already_there", "already_there", "already_there", "not_sent", "already_there", "already_there", "already_there", "not_sent"}
	if diff := cmp.Diff(want, outcomes); diff != "" {
		t.Error(diff)
	}
	for _, row := range rows {
		if row.LeftOut || row.State == number.StateInactive || row.AlreadyThere != (row == rows[1]) {
			t.Error("a row that was judged was changed")
		}
	}
}
