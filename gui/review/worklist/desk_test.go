package worklist

import (
	"context"
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	rules "numberloader/internal/review"
)

// desk is the work that a model decides about, judged for real and at once.
type desk struct {
	t         testing.TB
	m         *Model
	table     *number.Table
	known     rules.Known
	limits    plan.Limits
	settings  rules.Settings
	decisions map[int]rules.Decision
	live      *rules.Judgement
	planner   *plan.Planner
	steps     []string
}

// deskOf is a desk with a list of these numbers, one a row, in a sheet with a column
// for everything. change may change the list.
func deskOf(tb testing.TB, texts []string, change ...func(*desk)) *desk {
	tb.Helper()
	d := &desk{
		t: tb, limits: plan.Webex(), settings: rules.Settings{Region: "US"}, decisions: map[int]rules.Decision{},
		table: &number.Table{Sheet: "DIDs", Columns: map[number.Field]int{number.FieldNumber: 1}},
		known: rules.Known{Locations: []number.Location{{ID: "kc", Name: "Kansas City", Country: "US"}, {ID: "ber", Name: "Berlin", Country: "DE"}}},
	}
	for i, text := range texts {
		d.table.Records = append(d.table.Records, numbertest.Record(number.Record{
			Line: i + 2, Stated: &number.Stated{number.FieldLocation: "Kansas City"},
		}, number.Cell{Type: number.CellText, Value: text}))
	}
	for _, c := range change {
		c(d)
	}
	d.m = NewModel(d, nil)
	d.judge()
	return d
}

func (d *desk) judge() {
	live, err := rules.Judge(context.WithoutCancel(d.t.Context()), d.table, d.settings, d.known, d.Decision, rules.Before{})
	if err != nil {
		d.t.Fatal(err)
	}
	d.live = live
	d.all()
}

// all plans and shows all rows.
func (d *desk) all() {
	limits := d.limits
	limits.OneRequest = d.settings.OneRequest
	d.planner = plan.NewPlanner(d.live.Rows(), limits)
	d.m.Set(d.planner.Plan())
}

func (d *desk) Decision(record int) rules.Decision { return d.decisions[record] }
func (d *desk) InFile(record int, field number.Field) (cell, text string) {
	return rules.InFile(d.table, record, field)
}
func (d *desk) Settings() rules.Settings     { return d.settings }
func (d *desk) Locations() []number.Location { return d.known.Locations }

func (d *desk) Try(record int, settings rules.Settings, decision rules.Decision) []*number.Row {
	return d.live.Try(record, settings, decision)
}

func (d *desk) Do(step rules.Step) {
	d.steps = append(d.steps, step.Name)
	var records []int
	for _, c := range step.Changes {
		d.decisions[c.Record] = c.Decision
		records = append(records, c.Record)
	}
	if step.Settings != nil {
		d.settings = *step.Settings
		d.judge()
		return
	}
	switch rows, more, ok := d.live.Change(records, d.Decision); {
	case !ok:
		d.judge()
	case more:
		d.all()
	default:
		touched := d.planner.Change(d.live.Rows(), rows)
		d.m.Change(d.planner.Plan(), touched)
	}
}

// last is the name of the last step.
func (d *desk) last() string {
	if len(d.steps) == 0 {
		return ""
	}
	return d.steps[len(d.steps)-1]
}

// messy are rows of every sort: ready, changed, too short, with a suggestion, twice,
// a range, of an unknown range, two in one cell.
func messy() []string {
	return []string{
		"+19136748201", "(913) 674-8202", "913 674", "1-800-FLOWERS", "913-674-8201", "+1 913 674 8210 - 8214", "+1 913 174 8111",
		"+19136748203, +19136748204",
	}
}

// at puts the cursor on a cell.
func (d *desk) at(cell string) int {
	d.t.Helper()
	for i := range d.m.Len() {
		if d.m.Value(i, ColumnCell).Text == cell {
			d.m.MoveTo(i)
			return i
		}
	}
	d.t.Fatalf("%s is not shown", cell)
	return -1
}

// statuses are the statuses of the rows that are shown.
func (d *desk) statuses() []string {
	var all []string
	for i := range d.m.Len() {
		all = append(all, d.m.Value(i, ColumnCell).Text+" "+d.m.Value(i, ColumnStatus).Text)
	}
	return all
}
