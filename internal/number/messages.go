package number

import (
	"strconv"
	"strings"
)

// DuplicateFinding says that the number stands in an earlier cell.
func DuplicateFinding(place string, n E164, other string) Finding {
	return say(phrase{CodeDuplicate, usual}, args{{"cell", place}, {"number", n.String()}, {"other_cell", other}})
}

// UnknownWordFinding says that the cell at place holds none of words, which are
// those of its column ("kind", "usage" or "state").
func UnknownWordFinding(place, word, column string, words []string) Finding {
	return say(phrase{CodeUnknownWord, usual}, args{
		{"cell", place}, {"word", brief(word)}, {"column", column}, {"words", oneOf(words)},
	})
}

// UnknownLocationFinding says that no location, or more than one, has the name
// or the ID that the cell at place holds.
func UnknownLocationFinding(place, word string) Finding {
	return say(phrase{CodeUnknownLocation, usual}, args{{"cell", place}, {"word", brief(word)}})
}

// SeveralLocationsFinding says that count locations, in these countries as far as
// they are known (ISO 3166 alpha-2), have the name that the cell at place holds.
func SeveralLocationsFinding(place, word string, count int, countries []string) Finding {
	where := ""
	if len(countries) > 0 {
		names := make([]string, len(countries))
		for i, code := range countries {
			names[i] = CountryName(code)
		}
		where = " (" + strings.Join(names, ", ") + ")"
	}
	return say(phrase{CodeUnknownLocation, variantSeveral}, args{
		{"cell", place}, {"count", strconv.Itoa(count)}, {"word", brief(word)}, {"countries", where},
	})
}

// NotCallingFinding says that the location that the cell at place names is there
// and not enabled for calling.
func NotCallingFinding(place, word string) Finding {
	return say(phrase{CodeUnknownLocation, variantNoCalling}, args{{"cell", place}, {"word", brief(word)}})
}

// OverflowFinding says that a mobile number falls into request n of total. At
// LevelProblem, which is for users who want one request only, it is not sent.
func OverflowFinding(place string, n, total int, level Level) Finding {
	variant := usual
	if level == LevelProblem {
		variant = variantLeftOver
	}
	finding := say(phrase{CodeMobileOverflow, variant}, args{
		{"cell", place}, {"n", strconv.Itoa(n)}, {"total", strconv.Itoa(total)},
	})
	finding.Level = level
	return finding
}

// AlreadyThereFinding says that the number is in the location that is wanted.
func AlreadyThereFinding(n E164, location string) Finding {
	return say(phrase{CodeAlreadyThere, usual}, args{{"number", n.String()}, {"location", location}})
}

// AlreadyInWebexFinding says that the number is in another location.
func AlreadyInWebexFinding(n E164, location string) Finding {
	return say(phrase{CodeAlreadyInWebex, usual}, args{{"number", n.String()}, {"location", location}})
}

// UnavailableFinding says that Webex does not accept the number. Reason is what
// Webex said, "" if it said nothing.
func UnavailableFinding(n E164, reason string) Finding {
	variant := usual
	reason = strings.TrimRight(reason, ". ")
	if reason == "" {
		variant = variantNoReason
	}
	return say(phrase{CodeUnavailableInWebex, variant}, args{{"number", n.String()}, {"reason", reason}})
}

// NoPSTNFinding says that the location has no PSTN connection.
func NoPSTNFinding(location string) Finding {
	return say(phrase{CodeNoPSTN, usual}, args{{"location", location}})
}

// IntegratedPSTNFinding says that the location gets its numbers from a provider
// through Webex. Provider is the name of the PSTN connection, "" if it has none.
func IntegratedPSTNFinding(location, provider string) Finding {
	if provider == "" {
		provider = "its provider"
	}
	return say(phrase{CodeIntegratedPSTN, usual}, args{{"location", location}, {"provider", provider}})
}

// PSTNUnknownFinding says that Webex did not say what PSTN connection the
// location has, and that numbers of this kind depend on it.
func PSTNUnknownFinding(location string, kind Kind) Finding {
	return say(phrase{CodePSTNUnknown, usual}, args{{"location", location}, {"kind", kind.inSentence()}})
}

// inSentence is the kind as it stands in the middle of a sentence.
func (k Kind) inSentence() string {
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

// shownLength is how much of a cell a message quotes (docs/number-rules.md, 6).
const shownLength = 40

// brief is a text as messages quote it: on one line, at most 40 characters.
func brief(text string) string {
	text = strings.TrimFunc(text, isEdge)
	if len(text) <= shownLength && isPlainASCII(text) {
		return text
	}
	line := make([]rune, 0, shownLength+1)
	for _, c := range text {
		switch {
		case isBlank(c) || isLineBreak(c):
			c = ' '
		case isInvisible(c):
			continue
		}
		if len(line) == shownLength {
			return string(line) + "…"
		}
		line = append(line, c)
	}
	return string(line)
}
