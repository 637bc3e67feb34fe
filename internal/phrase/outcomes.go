package phrase

import (
	"numberloader/internal/number"
	"numberloader/internal/run"
)

// Outcome is what became of a row, as it stands alone.
func Outcome(o run.Outcome) string {
	switch o {
	case run.NotSent:
		return Text("outcomes.notsent")
	case run.Added:
		return Text("outcomes.added")
	case run.AlreadyThere:
		return Text("outcomes.alreadythere")
	case run.Refused:
		return Text("outcomes.refused")
	case run.NotKnown:
		return Text("outcomes.notknown")
	case run.Removed:
		return Text("outcomes.removed")
	case run.Kept:
		return Text("outcomes.kept")
	case run.NotRemoved:
		return Text("outcomes.notremoved")
	case run.Activated:
		return Text("outcomes.activated")
	case run.NotActivated:
		return Text("outcomes.notactivated")
	}
	return o.String()
}

// Reason is why a line ended as it did, in whole sentences; "" if there is nothing
// to say.
func Reason(line *run.Line) string {
	reason, _ := ending(line, AfterClosing)
	return reason
}

// ToDo is what a person can do about a line, "" if there is nothing to do.
func ToDo(line *run.Line, at Advised) string {
	_, todo := ending(line, at)
	return todo
}

// Corrected says of a line that was sent as the user had corrected its row what the file
// has and what was sent; "" of all others.
func Corrected(line *run.Line) string {
	row := &line.Row
	if !row.ByUser || line.Request == 0 {
		return ""
	}
	return Text("outcomes.corrected", "File", row.Input, "Number", row.Number.String(), "Location", row.Location())
}

// ending is the reason of a line and what to do about it: those that were kept
// with its result, else those that its row or a change of it tells.
func ending(line *run.Line, at Advised) (reason, todo string) {
	switch r := &line.Result; {
	case r.Why != nil:
		return Say(r.Why.Says...), Say(r.Why.Next)
	case line.Lost == run.LostLine:
		return Text("outcomes.lostline"), Text("outcomes.lostline_next")
	case r.Outcome == run.NotKnown && line.Lost != run.LostNothing:
		return Text("outcomes.lostsending"), Text("outcomes.underway_next")
	case r.Outcome == run.NotKnown && line.Change != nil && line.Change.Stage == run.StageActivate:
		return Text("outcomes.activating"), Text("outcomes.activating_next")
	case r.Outcome == run.NotKnown && line.Change != nil:
		return Text("outcomes.removing"), Text("outcomes.removing_next")
	case *r == (run.Result{Outcome: run.NotKnown, Time: r.Time}) && line.Request != 0: // nobody wrote an answer down
		return Text("outcomes.underway"), Text("outcomes.underway_next")
	case line.Request == 0:
		return staying(&line.Row, at)
	}
	return "", ""
}

// staying is why a row is in no request.
func staying(row *number.Row, at Advised) (reason, todo string) {
	switch {
	case row.LeftOut:
		return Text("outcomes.leftout"), ""
	case row.AlreadyThere:
		return withCode(row, number.CodeAlreadyThere), NextStep(row, number.CodeAlreadyThere, at)
	case row.Level == number.LevelProblem:
		return Problem(row), NextStep(row, row.Code(), at)
	case row.Hidden:
		return Text("outcomes.hidden"), at.advice("hidden")
	}
	return Text("outcomes.unplanned"), at.advice("unplanned")
}

// Problem is why a row with a problem is not sent: the finding that says most
// about it.
func Problem(row *number.Row) string {
	if said := withCode(row, row.Code()); said != "" {
		return said
	}
	return Text("outcomes.nonumber")
}

// withCode says what the first finding of a row with the code is, "" if it has none.
func withCode(row *number.Row, code number.Code) string {
	for _, f := range row.Findings() {
		if f.Code == code {
			return fact(&f)
		}
	}
	return ""
}
