package number

import (
	"strconv"
	"strings"

	"numberloader/internal/characters"
)

// DuplicateFinding says that the number stands in an earlier cell.
func DuplicateFinding(place string, n E164, other string) Finding {
	return Say(CodeDuplicate, Usual, Args{{"cell", place}, {"number", n.String()}, {"other_cell", other}})
}

// UnknownWordFinding says that the cell at place holds none of words, which are
// those of its column ("kind", "usage" or "state").
func UnknownWordFinding(place, word, column string, words []string) Finding {
	return Say(CodeUnknownWord, Usual, Args{
		{"cell", place}, {"word", characters.Brief(word)}, {"column", column}, {"words", oneOf(words)},
	})
}

// UnknownLocationFinding says that no location, or more than one, has the name
// or the ID that the cell at place holds.
func UnknownLocationFinding(place, word string) Finding {
	return Say(CodeUnknownLocation, Usual, Args{{"cell", place}, {"word", characters.Brief(word)}})
}

// SeveralLocationsFinding says that count locations, in the countries of these names
// as far as they are known, have the name that the cell at place holds.
func SeveralLocationsFinding(place, word string, count int, countries []string) Finding {
	where := ""
	if len(countries) > 0 {
		where = " (" + strings.Join(countries, ", ") + ")"
	}
	return Say(CodeUnknownLocation, VariantSeveral, Args{
		{"cell", place}, {"count", strconv.Itoa(count)}, {"word", characters.Brief(word)}, {"countries", where},
	})
}

// NotCallingFinding says that the location that the cell at place names is there
// and not enabled for calling.
func NotCallingFinding(place, word string) Finding {
	return Say(CodeUnknownLocation, VariantNoCalling, Args{{"cell", place}, {"word", characters.Brief(word)}})
}

// OverflowFinding says that a mobile number falls into request n of total. At
// LevelProblem, which is for users who want one request only, it is not sent.
func OverflowFinding(place string, n, total int, level Level) Finding {
	variant := Usual
	if level == LevelProblem {
		variant = VariantLeftOver
	}
	finding := Say(CodeMobileOverflow, variant, Args{
		{"cell", place}, {"n", strconv.Itoa(n)}, {"total", strconv.Itoa(total)},
	})
	finding.Level = level
	return finding
}

// AlreadyThereFinding says that the number is in the location that is wanted.
func AlreadyThereFinding(n E164, location string) Finding {
	return Say(CodeAlreadyThere, Usual, Args{{"number", n.String()}, {"location", location}})
}

// AlreadyInWebexFinding says that the number is in another location.
func AlreadyInWebexFinding(n E164, location string) Finding {
	return Say(CodeAlreadyInWebex, Usual, Args{{"number", n.String()}, {"location", location}})
}

// UnavailableFinding says that Webex does not accept the number. Reason is what
// Webex said, "" if it said nothing.
func UnavailableFinding(n E164, reason string) Finding {
	variant := Usual
	reason = strings.TrimRight(reason, ". ")
	if reason == "" {
		variant = VariantNoReason
	}
	return Say(CodeUnavailableInWebex, variant, Args{{"number", n.String()}, {"reason", reason}})
}

// NoPSTNFinding says that the location has no PSTN connection.
func NoPSTNFinding(location string) Finding {
	return Say(CodeNoPSTN, Usual, Args{{"location", location}})
}

// IntegratedPSTNFinding says that the location gets its numbers from a provider
// through Webex. Provider is the name of the PSTN connection, "" if it has none.
func IntegratedPSTNFinding(location, provider string) Finding {
	if provider == "" {
		provider = "its provider"
	}
	return Say(CodeIntegratedPSTN, Usual, Args{{"location", location}, {"provider", provider}})
}

// PSTNUnknownFinding says that Webex did not say what PSTN connection the
// location has, and that numbers of this kind depend on it.
func PSTNUnknownFinding(location string, kind Kind) Finding {
	return Say(CodePSTNUnknown, Usual, Args{{"location", location}, {"kind", kind.InSentence()}})
}

// InSentence is the kind as it stands in the middle of a sentence.
func (k Kind) InSentence() string {
	if k == KindDID {
		return k.Label()
	}
	return strings.ToLower(k.Label())
}

// oneOf joins words as a choice: "A, B or C".
func oneOf(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
