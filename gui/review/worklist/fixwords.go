package worklist

import (
	"numberloader/gui/rows"
	"numberloader/internal/phrase"
)

// fixLabel is the entry of a fix in the menu, without its count.
func fixLabel(f Fix) string {
	switch f.Kind {
	case FixConfirm:
		return phrase.Text("review.fix.confirm")
	case FixAccept:
		return phrase.Text("review.fix.accept")
	case FixAcceptCode:
		return phrase.Text("review.fix.acceptcode", "Problem", phrase.CodeName(f.Code))
	case FixCountry:
		return phrase.Text("review.fix.country")
	case FixExpand:
		return phrase.Text("review.fix.expand")
	case FixKeepFirst:
		return phrase.Text("review.fix.keepfirst")
	case FixOverride:
		return phrase.Text("review.fix.override")
	case FixSetType, FixSetUsage, FixSetState, FixSetLocation, FixSetSubscription:
		return phrase.Text("review.fix.set", "Field", phrase.FieldInside(FieldOf(f.Kind)))
	case FixSkipProblems:
		return phrase.Text("review.fix.skipproblems")
	case FixRestore:
		return phrase.Text("review.fix.restore")
	}
	return ""
}

// whyNot is why a fix does not apply.
func whyNot(f Fix, targets int) string {
	switch f.Kind {
	case FixAccept, FixAcceptCode:
		return phrase.Text("review.fix.whynot.accept")
	case FixCountry:
		return phrase.Text("review.fix.whynot.country")
	case FixExpand:
		return phrase.Text("review.fix.whynot.expand")
	case FixKeepFirst:
		return phrase.Text("review.fix.whynot.keepfirst")
	case FixOverride:
		return phrase.Text("review.fix.whynot.override")
	case FixConfirm:
		return phrase.Text("review.fix.whynot.confirm")
	case FixSkipProblems:
		return phrase.Text("review.fix.whynot.skipproblems")
	case FixRestore:
		return phrase.Text("review.fix.whynot.restore")
	case FixSetType, FixSetUsage, FixSetState, FixSetLocation, FixSetSubscription:
	}
	switch {
	case targets == 0:
		return phrase.Text("review.fix.whynot.noselection")
	case f.Kind == FixSetState:
		return phrase.Text("review.fix.whynot.state")
	case f.Kind == FixSetSubscription:
		return phrase.Text("review.edit.subscription")
	}
	return phrase.Text("review.fix.whynot.notlisted")
}

// does says what a fix would do to n rows. numbers are those of ranges, chosen is
// what was chosen.
func (f Fix) does(n, numbers int, chosen string) string {
	switch f.Kind {
	case FixAccept, FixAcceptCode:
		return phrase.Text("review.fix.does.accept", "Count", n)
	case FixCountry:
		return phrase.Text("review.fix.does.country", "Count", n, "Country", chosen)
	case FixExpand:
		return phrase.Text("review.fix.does.expand", "Count", n, "Numbers", phrase.Text("words.numbers", "Count", numbers))
	case FixKeepFirst:
		return phrase.Text("review.fix.does.keepfirst", "Count", n)
	case FixOverride:
		return phrase.Text("review.fix.does.override", "Count", n)
	case FixSetType, FixSetUsage, FixSetState, FixSetLocation, FixSetSubscription:
		field := phrase.FieldInside(FieldOf(f.Kind))
		return phrase.Text("review.fix.does.set", "Count", n, "Field", field, "Value", rows.OneLine(chosen))
	case FixConfirm:
		return phrase.Text("review.fix.does.confirm", "Count", n)
	case FixSkipProblems:
		return phrase.Text("review.fix.does.skipproblems", "Count", n)
	case FixRestore:
		return phrase.Text("review.fix.does.restore", "Count", n)
	}
	return ""
}

// button is the label of the button that does a fix to n rows.
func (f Fix) button(n int) string {
	switch f.Kind {
	case FixAccept, FixAcceptCode:
		return phrase.Text("review.fix.do.accept", "Count", n)
	case FixCountry:
		return phrase.Text("review.fix.do.country")
	case FixExpand:
		return phrase.Text("review.fix.do.expand", "Count", n)
	case FixKeepFirst, FixSkipProblems:
		return phrase.Text("review.fix.do.skip", "Count", n)
	case FixOverride:
		return phrase.Text("review.fix.do.override", "Count", n)
	case FixConfirm:
		return phrase.Text("review.fix.do.confirm", "Count", n)
	case FixSetType, FixSetUsage, FixSetState, FixSetLocation, FixSetSubscription:
		return phrase.Text("review.fix.do.set", "Field", phrase.FieldInside(FieldOf(f.Kind)), "Count", n)
	case FixRestore:
		return phrase.Text("review.fix.do.restore", "Count", n)
	}
	return ""
}

// stepName is what follows "Undo: ".
func (f Fix) stepName(n int, chosen string) string {
	switch f.Kind {
	case FixAccept, FixAcceptCode:
		return phrase.Text("review.step.accept", "Count", n)
	case FixCountry:
		return phrase.Text("review.step.country", "Country", chosen)
	case FixExpand:
		return phrase.Text("review.step.expand", "Count", n)
	case FixKeepFirst:
		return phrase.Text("review.step.duplicates", "Count", n)
	case FixOverride:
		return phrase.Text("review.step.unknown", "Count", n)
	case FixSetType, FixSetUsage, FixSetState, FixSetLocation, FixSetSubscription:
		return phrase.Text("review.step.set", "Field", phrase.FieldInside(FieldOf(f.Kind)), "Count", n)
	case FixConfirm:
		return phrase.Text("review.step.confirm", "Count", n)
	case FixSkipProblems:
		return phrase.Text("review.step.problems", "Count", n)
	case FixRestore:
		return phrase.Text("review.step.putback", "Count", n)
	}
	return ""
}
