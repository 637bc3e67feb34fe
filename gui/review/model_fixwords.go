package review

import (
	"strings"

	"numberloader/gui/rows"
	"numberloader/internal/number"
)

// fixLabel is the entry of a fix in the menu, without its count.
func fixLabel(f Fix) string {
	switch f.Kind {
	case FixAccept:
		return "Accept all suggestions"
	case FixAcceptCode:
		return "Accept suggestions: " + codeName(f.Code)
	case FixCountry:
		return "Set the country of numbers without one"
	case FixExpand:
		return "Expand ranges"
	case FixKeepFirst:
		return "Keep the first of duplicates"
	case FixOverride:
		return "Send numbers of unknown ranges"
	case FixSetType, FixSetUsage, FixSetState, FixSetLocation, FixSetSubscription:
		return "Set the " + strings.ToLower(fieldName(fieldOf(f.Kind))) + " of selected rows"
	case FixSkipProblems:
		return "Skip all problems"
	case FixRestore:
		return "Put back all skipped rows"
	}
	return ""
}

// whyNot is why a fix does not apply.
func whyNot(f Fix, targets int) string {
	switch f.Kind {
	case FixAccept, FixAcceptCode:
		return "No problem has a suggestion."
	case FixCountry:
		return "No number lacks its country."
	case FixExpand:
		return "No cell holds a range."
	case FixKeepFirst:
		return "No number is listed twice."
	case FixOverride:
		return "No number has an unknown range."
	case FixSetState:
		if targets > 0 {
			return "The selected rows are mobile numbers, which have no state."
		}
	case FixSetSubscription:
		if targets > 0 {
			return "Only mobile numbers have a subscription."
		}
	case FixSkipProblems:
		return "There are no problems to skip."
	case FixRestore:
		return "You left no rows out."
	case FixSetType, FixSetUsage, FixSetLocation:
	}
	if targets > 0 {
		return "The selected rows are not part of the list."
	}
	return "Select rows first."
}

// words are the sentence of a preview and the label of its button. numbers are
// those of ranges, chosen is what was chosen.
func (f Fix) words(n, numbers int, chosen string) (sentence, button string) {
	row, is := rows.Of(n, "row", "rows"), rows.Of(n, "row is", "rows are")
	switch f.Kind {
	case FixAccept, FixAcceptCode:
		suggestions := rows.Of(n, "suggestion", "suggestions")
		return rows.Of(n, "cell is", "cells are") + " read as suggested. Your file stays as it is.", "Accept " + suggestions
	case FixCountry:
		return rows.Of(n, "number is", "numbers are") + " read as " + pick(n, "one", "numbers") + " of " + chosen + ".", "Set the country"
	case FixExpand:
		return rows.Of(n, "range becomes", "ranges become") + " " + rows.Of(numbers, "number", "numbers") + ".", "Expand " + rows.Of(n, "range", "ranges")
	case FixKeepFirst:
		return is + " skipped. The first row of each number stays.", "Skip " + row
	case FixOverride:
		return rows.Of(n, "number is", "numbers are") + " sent although the range is not known. Webex may refuse " + pick(n, "it", "them") + ".",
			"Send " + pick(n, "it", "them") + " anyway"
	case FixSetType, FixSetUsage, FixSetState, FixSetLocation, FixSetSubscription:
		field := strings.ToLower(fieldName(fieldOf(f.Kind)))
		return row + " " + pick(n, "gets", "get") + " the " + field + ` "` + rows.OneLine(chosen) + `".`, "Set the " + field + " of " + row
	case FixSkipProblems:
		return is + " left out. You can put " + pick(n, "it", "them") + " back.", "Skip " + row
	case FixRestore:
		return is + " put back.", "Put back " + row
	}
	return "", ""
}

func pick(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// stepName is what follows "Undo: ".
func (f Fix) stepName(n int, chosen string) string {
	row := rows.Of(n, "row", "rows")
	switch f.Kind {
	case FixAccept, FixAcceptCode:
		return "accept " + rows.Of(n, "suggestion", "suggestions")
	case FixCountry:
		return "set the country to " + chosen
	case FixExpand:
		return "expand " + rows.Of(n, "range", "ranges")
	case FixKeepFirst:
		return "skip " + rows.Of(n, "duplicate", "duplicates")
	case FixOverride:
		return "send " + rows.Of(n, "unknown number", "unknown numbers")
	case FixSetType, FixSetUsage, FixSetState, FixSetLocation, FixSetSubscription:
		return "set the " + strings.ToLower(fieldName(fieldOf(f.Kind))) + " of " + row
	case FixSkipProblems:
		return "skip " + rows.Of(n, "problem", "problems")
	case FixRestore:
		return "put back " + row
	}
	return ""
}

// codeName is what the problems of a code are called where suggestions for them
// are accepted. Codes without suggestions have none.
func codeName(code number.Code) string {
	names := map[number.Code]string{
		number.CodeLetters:         "letters in the number",
		number.CodeExtension:       "extensions",
		number.CodeDigitsLost:      "a lost 0 at the start",
		number.CodeTooShort:        "too short",
		number.CodeTooLong:         "too long",
		number.CodeInvalidNumber:   "unknown range",
		number.CodeNoSuchCountry:   "no such country",
		number.CodeNoCountry:       "no country code",
		number.CodeAmbiguousPrefix: "unclear prefix",
		number.CodeOtherCountry:    "other country",
		number.CodeShortCode:       "too few digits",
		number.CodeNotANumber:      "not a number",
		number.CodeBadCell:         "damaged cells",
		number.CodeRange:           "ranges",
		number.CodeUnclearList:     "unclear lists",
		number.CodePremiumRate:     "premium rate",
	}
	if name, ok := names[code]; ok {
		return name
	}
	return strings.ReplaceAll(string(code), "_", " ")
}
