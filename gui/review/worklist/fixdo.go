package worklist

import (
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	rules "numberloader/internal/review"
)

// Preview is what a fix would do.
type Preview struct {
	Count    int // cells that it changes
	Sentence string
	Button   string // label of the button that does it
	Examples []Example
}

// Example is a cell before and after a fix.
type Example struct{ Cell, Old, New string }

// examples is how many a preview shows.
const examples = 5

// decision is what a fix decides about the record of some rows. It is about the
// first of them.
func (f Fix) decision(prior rules.Decision, all []*number.Row, choice string) rules.Decision {
	r := all[0]
	switch f.Kind {
	case FixAccept, FixAcceptCode:
		return decided(ActionUse, r, prior)
	case FixExpand:
		return decided(ActionExpand, r, prior)
	case FixConfirm:
		for i := range all {
			prior = decided(ActionConfirm, all[i], prior)
		}
	case FixKeepFirst, FixSkipProblems:
		return decided(ActionSkip, r, prior)
	case FixRestore:
		return decided(ActionPutBack, r, prior)
	case FixOverride:
		return decided(ActionOverride, r, prior)
	case FixSetType, FixSetUsage, FixSetState, FixSetLocation, FixSetSubscription:
		return with(prior, FieldOf(f.Kind), choice)
	case FixCountry:
	}
	return prior
}

// Preview says what a fix would do with a choice, "" if it needs none.
func (x *fixer) Preview(f Fix, choice string) Preview {
	concerned := x.concerned(f)
	p := Preview{Count: len(concerned)}
	if p.Count == 0 {
		p.Sentence = f.whyNot(x.Targets())
		return p
	}
	if f.lacks(choice) {
		p.Sentence = phrase.Text("review.fix.choosefirst", "Count", p.Count)
		return p
	}
	numbers := 0
	for _, i := range concerned {
		numbers += x.Rows[i].Special().Count
	}
	p.Sentence, p.Button = f.does(p.Count, numbers, f.labelOf(choice)), f.button(p.Count)
	for _, i := range concerned[:min(examples, len(concerned))] {
		p.Examples = append(p.Examples, x.example(f, i, choice))
	}
	return p
}

// lacks reports whether something must be chosen first. No subscription is one, too.
func (f Fix) lacks(choice string) bool {
	return choice == "" && (f.Choice != nil || f.Typed) && f.Kind != FixSetSubscription
}

// labelOf is how a choice is called.
func (f Fix) labelOf(choice string) string {
	for _, o := range f.Choice {
		if o.Text == choice {
			return o.Label
		}
	}
	return choice
}

func (x *fixer) example(f Fix, i int, choice string) Example {
	r := x.Rows[i]
	e := Example{Cell: r.Cell(), Old: rows.OneLine(r.Input)}
	prior := x.work.Decision(int(r.Record))
	if prior.Text != nil {
		e.Old = rows.OneLine(*prior.Text)
	}
	if field := FieldOf(f.Kind); field != number.FieldNumber {
		e.Old, e.New = fieldText(r, field), f.labelOf(choice)
		return e
	}
	settings := x.work.Settings()
	if f.Kind == FixCountry {
		settings.Region = choice
	}
	e.New = outcomeOf(x.work.Try(int(r.Record), settings, f.decision(prior, x.SameRecord(i), choice)))
	return e
}

func fieldText(r *number.Row, field number.Field) string {
	if c := columnWith(field); c.Text != nil {
		return c.Text(rows.Placed{Row: r})
	}
	return ""
}

// Apply does a fix with a choice. It says false, and decides nothing, if nothing
// would change.
func (x *fixer) Apply(f Fix, choice string) bool {
	concerned := x.concerned(f)
	if len(concerned) == 0 || f.lacks(choice) {
		return false
	}
	step := rules.Step{Name: f.stepName(len(concerned), f.labelOf(choice))}
	if f.Kind == FixCountry {
		settings := x.work.Settings()
		settings.Region = choice
		step.Settings = &settings
		x.work.Do(step)
		return true
	}
	step.Changes = make([]rules.Change, 0, len(concerned))
	for _, i := range concerned {
		record := int(x.Rows[i].Record)
		prior := x.work.Decision(record)
		if d := f.decision(prior, x.SameRecord(i), choice); !d.Equal(&prior) {
			step.Changes = append(step.Changes, rules.Change{Record: record, Decision: d})
		}
	}
	if len(step.Changes) == 0 {
		return false
	}
	x.work.Do(step)
	return true
}
