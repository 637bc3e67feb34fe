package worklist

import (
	"numberloader/gui/rows"
	"numberloader/internal/phrase"
)

// fixWords are the keys of what is said of a fix.
type fixWords struct {
	label  string // its entry in the menu, without its count
	whyNot string // why it does not apply
	does   string // what it would do to rows
	do     string // the button that does it
	step   string // what follows "Undo: "
}

// wordsOf are those of a kind. Why a field can't be set depends on more than that.
func wordsOf(k FixKind) fixWords {
	switch k {
	case FixAccept:
		return fixWords{"review.fix.accept", "review.fix.whynot.accept", "review.fix.does.accept", "review.fix.do.accept", "review.step.accept"}
	case FixAcceptCode:
		return fixWords{"review.fix.acceptcode", "review.fix.whynot.accept", "review.fix.does.accept", "review.fix.do.accept", "review.step.accept"}
	case FixCountry:
		return fixWords{"review.fix.country", "review.fix.whynot.country", "review.fix.does.country", "review.fix.do.country", "review.step.country"}
	case FixExpand:
		return fixWords{"review.fix.expand", "review.fix.whynot.expand", "review.fix.does.expand", "review.fix.do.expand", "review.step.expand"}
	case FixKeepFirst:
		return fixWords{"review.fix.keepfirst", "review.fix.whynot.keepfirst", "review.fix.does.keepfirst", "review.fix.do.skip", "review.step.duplicates"}
	case FixOverride:
		return fixWords{"review.fix.override", "review.fix.whynot.override", "review.fix.does.override", "review.fix.do.override", "review.step.unknown"}
	case FixConfirm:
		return fixWords{"review.fix.confirm", "review.fix.whynot.confirm", "review.fix.does.confirm", "review.fix.do.confirm", "review.step.confirm"}
	case FixSkipProblems:
		return fixWords{"review.fix.skipproblems", "review.fix.whynot.skipproblems", "review.fix.does.skipproblems", "review.fix.do.skip", "review.step.problems"}
	case FixRestore:
		return fixWords{"review.fix.restore", "review.fix.whynot.restore", "review.fix.does.restore", "review.fix.do.restore", "review.step.putback"}
	case FixSetType, FixSetUsage, FixSetState, FixSetLocation, FixSetSubscription:
		return fixWords{label: "review.fix.set", does: "review.fix.does.set", do: "review.fix.do.set", step: "review.step.set"}
	}
	return fixWords{}
}

// say is one of the messages. It is about n cells, what was chosen for them, and the
// numbers of ranges.
func (f Fix) say(key string, n, numbers int, chosen string) string {
	return phrase.Text(key,
		"Count", n, "Numbers", phrase.Text("words.numbers", "Count", numbers), "Problem", phrase.CodeName(f.Code),
		"Field", phrase.FieldInside(FieldOf(f.Kind)), "Country", chosen, "Value", rows.OneLine(chosen))
}

func (f Fix) label() string { return f.say(wordsOf(f.Kind).label, 0, 0, "") }

// whyNot is why a fix does not apply.
func (f Fix) whyNot(targets int) string {
	key := wordsOf(f.Kind).whyNot
	switch {
	case key != "":
	case targets == 0:
		key = "review.fix.whynot.noselection"
	case f.Kind == FixSetState:
		key = "review.fix.whynot.state"
	case f.Kind == FixSetSubscription:
		key = "review.edit.subscription"
	default:
		key = "review.fix.whynot.notlisted"
	}
	return phrase.Text(key)
}

// does says what a fix would do to n rows. numbers are those of ranges, chosen is
// what was chosen.
func (f Fix) does(n, numbers int, chosen string) string {
	return f.say(wordsOf(f.Kind).does, n, numbers, chosen)
}

// button is the label of the button that does a fix to n rows.
func (f Fix) button(n int) string { return f.say(wordsOf(f.Kind).do, n, 0, "") }

// stepName is what follows "Undo: ".
func (f Fix) stepName(n int, chosen string) string {
	return f.say(wordsOf(f.Kind).step, n, 0, chosen)
}
