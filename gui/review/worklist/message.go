package worklist

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	rules "numberloader/internal/review"
)

// Line is a line of text below a row.
type Line struct {
	Text    string
	Quiet   bool
	Actions []Action
}

// Action is something that the user can do about a row.
type Action struct {
	Kind  ActionKind
	Label string
}

// ActionKind is what an action does.
type ActionKind int

// The actions.
const (
	ActionUse      ActionKind = iota // put the suggestion into the cell
	ActionExpand                     // expand the range
	ActionOverride                   // send it in spite of the problem
	ActionConfirm                    // it is right as it is
	ActionPlace                      // choose another location
	ActionMeant                      // take the location that is probably meant
	ActionEdit                       // type another text for the cell
	ActionSkip                       // leave the row out
	ActionPutBack                    // take a row that was left out back in
	ActionRevert                     // take back what the user corrected
)

// Lines are the lines below the row at a position. What asks a person, a problem
// or a row to check, shows what says most about it; any other row says something
// only under the cursor, where all findings and all that can be done stand.
func (l *list) Lines(i int, cursor bool) []Line {
	r := l.Row(i)
	if r == nil {
		return nil
	}
	status := l.statusAt(i)
	lines := texts(r, status, cursor)
	switch {
	case !cursor || !r.ByUser || l.mine != nil:
	case status == number.StandingProblem: // what is wrong comes first
		lines = append(lines, l.mineLines(r)...)
	default:
		lines = append(l.mineLines(r), lines...)
	}
	if cursor {
		lines = append(lines, inFull(r, lines)...)
	}
	actions := l.offers(i, r, status, cursor)
	if len(actions) == 0 {
		return lines
	}
	if len(lines) == 0 {
		lines = []Line{{}}
	}
	lines[0].Actions = actions
	return lines
}

// inFull is what may be too long for its column and is in no line.
func inFull(r *number.Row, lines []Line) []Line {
	var more []Line
	for _, c := range []struct {
		key, text string
		fits      int // characters, at least
	}{{"review.line.file", r.Input, 16}, {"review.line.location", r.Location(), 12}} {
		said := slices.ContainsFunc(lines, func(l Line) bool { return strings.Contains(l.Text, c.text) })
		if utf8.RuneCountInString(c.text) > c.fits && !said {
			more = append(more, Line{Text: phrase.Text(c.key, "Text", rows.OneLine(c.text)), Quiet: true})
		}
	}
	return more
}

// speaks reports whether a row says something where the cursor is not.
func speaks(status number.Standing) bool {
	return status == number.StandingProblem || status == number.StandingCheck
}

// offers are the actions of a row: all of them under the cursor. Elsewhere, a row
// that asks a person offers what helps most, and others nothing.
func (l *list) offers(i int, r *number.Row, status number.Standing, cursor bool) []Action {
	if !cursor && !speaks(status) {
		return nil
	}
	actions := actionsOf(r, status)
	if at := slices.IndexFunc(actions, func(a Action) bool { return a.Kind == ActionEdit }); at >= 0 {
		actions[at].Label = phrase.Text("review.action.edit", "Cell", l.cellAsked(i, r))
	}
	if cursor && len(actions) > 0 && actions[0].Kind == ActionMeant {
		name, _ := meant(r)
		actions[0].Label = phrase.Text("review.action.meantrows", "Location", rows.OneLine(name), "Count", len(l.RecordsLike(int(l.shown[i]))))
	}
	if cursor {
		return actions
	}
	return actions[:min(1, len(actions))]
}

// cellAsked is the cell that the row at a position is edited in.
func (l *list) cellAsked(i int, r *number.Row) string {
	if c, ok := l.mineAt(i); ok {
		return c.cell
	}
	if field := fieldAsked(r); field != number.FieldNumber && l.work != nil {
		cell, _ := l.work.InFile(int(r.Record), field)
		return cell
	}
	return r.Cell()
}

func texts(r *number.Row, status number.Standing, all bool) []Line {
	findings := worstFirst(r)
	switch {
	case !all && !speaks(status):
		return nil
	case status == number.StandingSkipped:
		return []Line{{Text: whySkipped(r)}}
	case len(findings) == 0 && status == number.StandingProblem:
		return []Line{{Text: phrase.Text("outcomes.nonumber")}}
	case !all:
		findings = findings[:min(1, len(findings))]
	}
	lines := make([]Line, len(findings))
	for i := range findings {
		lines[i] = Line{Text: phrase.Finding(&findings[i])}
	}
	return lines
}

// worstFirst lists the findings of a row by their level, so that the one that gives it its
// code comes first.
func worstFirst(r *number.Row) []number.Finding {
	all := r.Findings()
	if len(all) < 2 {
		return all
	}
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b number.Finding) int { return cmp.Compare(b.Level, a.Level) })
	return sorted
}

func whySkipped(r *number.Row) string {
	if r.LeftOut {
		return phrase.Text("outcomes.leftout")
	}
	switch r.Skipped {
	case number.SkipNone:
		return phrase.Text("review.skipped.hidden")
	case number.SkipMerged:
		return phrase.Text("review.skipped.merged")
	case number.SkipTotal:
		return phrase.Text("review.skipped.total")
	case number.SkipHeading:
		return phrase.Text("review.skipped.heading")
	case number.SkipNote:
		return phrase.Text("review.skipped.note")
	}
	return ""
}

// actionsOf lists all that can be done about a row, the most helpful first.
func actionsOf(r *number.Row, status number.Standing) []Action {
	edit := Action{Kind: ActionEdit} // offers names its cell
	skip := Action{ActionSkip, phrase.Text("review.action.skip")}
	switch status {
	case number.StandingSkipped:
		if r.LeftOut {
			return []Action{{ActionPutBack, phrase.Text("review.action.putback")}}
		}
		return nil
	case number.StandingThere:
		return []Action{edit}
	case number.StandingCheck:
		return []Action{{ActionConfirm, phrase.Text("review.action.confirm")}, edit, skip}
	case number.StandingByUser:
		return []Action{{ActionRevert, phrase.Text("review.action.revert")}, edit, skip}
	case number.StandingReady, number.StandingChanged:
		return []Action{edit, skip}
	case number.StandingProblem:
		return problemActions(r, edit, skip)
	}
	return nil
}

func problemActions(r *number.Row, edit, skip Action) []Action {
	var actions []Action
	special := r.Special()
	if special.Suggestion != "" {
		actions = append(actions, Action{ActionUse, useLabel(special.Suggestion)})
	}
	if r.Code() == number.CodeRange && special.Count > 0 {
		actions = append(actions, Action{ActionExpand, phrase.Text("review.action.addall", "Numbers", special.Count)})
	}
	if name, _ := meant(r); name != "" {
		actions = append(actions, Action{ActionMeant, phrase.Text("review.action.use", "Suggestion", rows.OneLine(name))})
	}
	switch {
	case wantsPlace(r):
		actions = append(actions, Action{ActionPlace, phrase.Text("words.chooselocation")}, skip)
	case r.Code() == number.CodeDuplicate || r.Code() == number.CodeRemoveMarker:
		actions = append(actions, skip, edit)
	default:
		actions = append(actions, edit, skip)
	}
	if r.ByUser {
		actions = append(actions, Action{ActionRevert, phrase.Text("review.action.revert")})
	}
	if r.Overridable {
		actions = append(actions, Action{ActionOverride, phrase.Text("review.action.override")})
	}
	return actions
}

func useLabel(suggestion string) string {
	if several := strings.Count(suggestion, ",") + 1; several > 1 {
		return phrase.Text("review.action.usethese", "Numbers", several)
	}
	return phrase.Text("review.action.use", "Suggestion", suggestion)
}

// problems are the codes of the problems that a row shows.
func problems(r *number.Row) []number.Code {
	var codes []number.Code
	for _, f := range r.Findings() {
		if f.Level == number.LevelProblem {
			codes = append(codes, f.Code)
		}
	}
	return codes
}

// Act does an action of the row at a position. It says false, and decides nothing,
// for editing, for choosing a location, and where there is nothing to be done.
func (a *acts) Act(i int, kind ActionKind) bool {
	r := a.Row(i)
	if r == nil || a.work == nil || actName(kind, r) == "" {
		return false
	}
	d := decided(kind, r, a.work.Decision(int(r.Record)))
	if c, ok := a.mineAt(i); ok && kind == ActionRevert && len(a.mineOf(r)) > 1 {
		d = revert(a.work.Decision(int(r.Record)), c.field)
	}
	a.work.Do(rules.Step{Name: actName(kind, r), Changes: []rules.Change{{Record: int(r.Record), Decision: d}}})
	return true
}

// decided is what the user decides with an action on a row, given what was decided
// about its record before. Editing and choosing a location decide nothing by
// themselves.
func decided(kind ActionKind, r *number.Row, d rules.Decision) rules.Decision {
	switch kind {
	case ActionUse:
		return with(d, number.FieldNumber, r.Special().Suggestion)
	case ActionExpand:
		d.Expand = true
	case ActionOverride:
		d.Overridden = append(slices.Clip(d.Overridden), problems(r)...)
	case ActionConfirm:
		d.Confirm(r)
	case ActionSkip:
		d.LeftOut = true
	case ActionPutBack:
		d.LeftOut = false
	case ActionRevert:
		return revert(d)
	case ActionPlace, ActionMeant, ActionEdit:
	}
	return d
}

// actName is what follows "Undo: ".
func actName(kind ActionKind, r *number.Row) string {
	switch kind {
	case ActionUse:
		return phrase.Text("review.step.use", "Cell", r.Cell())
	case ActionExpand:
		return phrase.Text("review.step.expandcell", "Cell", r.Cell())
	case ActionOverride:
		return phrase.Text("review.step.override", "Cell", r.Cell())
	case ActionConfirm:
		return phrase.Text("review.step.confirmcell", "Cell", r.Cell())
	case ActionSkip:
		return phrase.Text("review.step.skipcell", "Cell", r.Cell())
	case ActionPutBack, ActionRevert:
		return phrase.Text("review.step.putbackcell", "Cell", r.Cell())
	case ActionPlace, ActionMeant, ActionEdit:
	}
	return ""
}
