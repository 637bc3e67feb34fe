package activation

import (
	"slices"
	"time"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

// Number is an inactive number of a list that can be activated.
type Number struct {
	Row *number.Row
	// On is the day from which it is to take calls, a midnight in UTC; zero where the
	// list names none, or Unread says what could not be read.
	On     time.Time
	Unread string
	Owner  number.Owner // who uses it in Webex
}

// Due reports whether the number is to take calls on a day or before it. Without a day that
// could be read it never is.
func (n *Number) Due(day time.Time) bool { return !n.On.IsZero() && !n.On.After(day) }

// List are the rows of a list, and what they are in Webex.
type List struct {
	// Waiting are the inactive numbers in the order of the list.
	Waiting []Number

	table *number.Table
	rows  []*number.Row
	there []number.Held // what each row's number is in Webex
}

// New returns the list of rows of a table that were judged with the organization's
// locations. there holds what the number of each row is in Webex, its zero value for one
// that is not in the location of the row.
func New(table *number.Table, rows []*number.Row, there []number.Held) *List {
	l := &List{table: table, rows: rows, there: there}
	orders := ordersOf(table)
	for i, row := range rows {
		if l.waits(i) {
			n := Number{Row: row, Owner: there[i].Owner}
			n.On, n.Unread = orders.read(table, row)
			l.Waiting = append(l.Waiting, n)
		}
	}
	return l
}

// waits reports whether the number of a row is wanted, and inactive in its location.
// Mobile numbers become active when they are assigned.
func (l *List) waits(i int) bool {
	return wanted(l.rows[i]) && !l.isMobile(i) && l.there[i].State == number.StateInactive
}

// wanted reports whether nothing speaks against the number of a row but that it is in Webex
// already, as all that can be activated are.
func wanted(row *number.Row) bool {
	absent := *row
	absent.AlreadyThere = false
	return absent.Goes()
}

// isMobile reports whether the number of a row is one, by the list or by Webex.
func (l *List) isMobile(i int) bool {
	return l.rows[i].Kind == number.KindMobile || l.there[i].Kind == number.KindMobile
}

// Draft is a run that activates the chosen ones of the numbers that wait. The other
// rows stay behind with the reason. Fields that run.NewDraft leaves to its caller are
// left here, too.
func (l *List) Draft(chosen func(*Number) bool, org run.Organization) run.Draft {
	going := map[*number.Row]bool{}
	for i := range l.Waiting {
		if chosen(&l.Waiting[i]) {
			going[l.Waiting[i].Row] = true
		}
	}
	rows := make([]*number.Row, len(l.rows))
	var results []run.Result // of the lines
	for i, row := range l.rows {
		own := *row
		rows[i] = &own
		if going[row] {
			own.State, own.AlreadyThere = number.StateInactive, false
		} else {
			own.LeftOut = own.LeftOut || own.Goes()
		}
		if row.Skipped == number.SkipNone {
			results = append(results, l.result(i))
		}
	}
	draft := run.NewDraft(l.table, plan.Build(rows, plan.Webex()), org)
	draft.Activates = true
	for i := range draft.Lines {
		switch line := &draft.Lines[i]; {
		case line.Request > 0:
			line.Result = alreadyThere("fates.list.inactive")
		case results[i].Why != nil:
			line.Result = results[i]
		}
	}
	return draft
}

// result is what is known of a row that is not activated. Rows with a problem
// tell it themselves.
func (l *List) result(i int) run.Result {
	row, there := l.rows[i], l.there[i]
	switch {
	case !wanted(row):
		return run.Result{}
	case there.Number.IsZero():
		return run.Result{Why: run.Because(fault.Say("fates.list.absent", "Location", row.Location()), fault.Say("fates.list.absent_next"))}
	case there.State != number.StateInactive:
		return alreadyThere("fates.list.active")
	case l.isMobile(i):
		return alreadyThere("fates.list.mobile")
	}
	return alreadyThere("fates.list.waits")
}

func alreadyThere(why string) run.Result {
	return run.Result{Outcome: run.AlreadyThere, Why: run.Because(fault.Say(why), fault.Words{})}
}

// orders say of each list of a table which of two numbers in its days is the day,
// where any day of the list tells it.
type orders map[uint16]order

// ordersOf asks all days of each list. Where they contradict each other nobody knows.
func ordersOf(table *number.Table) orders {
	found := map[uint16][]order{}
	for i := range table.Records {
		r := &table.Records[i]
		m := yearLast.FindStringSubmatch(r.Shown(table.List(r), number.FieldActivateOn))
		if m == nil || m[1] == m[3] {
			continue
		}
		if o := orderIn(m); o != orderUnknown && !slices.Contains(found[r.List], o) {
			found[r.List] = append(found[r.List], o)
		}
	}
	agreed := orders{}
	for list, all := range found {
		if len(all) == 1 {
			agreed[list] = all[0]
		}
	}
	return agreed
}

// read is the day of a row, or what stands there and can't be read. Where no day of the
// list tells the order, none is taken: a number that takes calls too early is lost to
// its caller.
func (o orders) read(table *number.Table, row *number.Row) (on time.Time, unread string) {
	if row.Record < 0 || int(row.Record) >= len(table.Records) {
		return time.Time{}, ""
	}
	r := &table.Records[row.Record]
	text := r.Shown(table.List(r), number.FieldActivateOn)
	if number.SaysNothing(text) {
		return time.Time{}, ""
	}
	if on, ok := readDay(text, o[r.List]); ok {
		return on, ""
	}
	return time.Time{}, text
}
