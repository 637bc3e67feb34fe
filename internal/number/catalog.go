package number

import (
	"slices"
	"strings"

	"numberloader/internal/characters"
)

// Args are the values that a message names in braces.
type Args []Arg

// Arg is a name and its value.
type Arg [2]string

// of is the value of a name, the last one if it has several; "" if it has none.
func (a Args) of(name string) string {
	for _, one := range slices.Backward(a) {
		if one[0] == name {
			return one[1]
		}
	}
	return ""
}

// Variant says which message of a code is meant if it has several.
type Variant string

// phrase names a message.
type phrase struct {
	code    Code
	variant Variant
}

// The variants of messages, and the reasons of CodeUnclearList.
const (
	Usual Variant = ""

	VariantDate      Variant = "date"       // bad_cell: Excel turned the entry into a date
	VariantNoResult  Variant = "no result"  // bad_cell: a formula without a stored result
	VariantZeroLost  Variant = "zero lost"  // digits_lost: a 0 at the start
	VariantOneDigit  Variant = "one digit"  // short_code
	VariantUnnamed   Variant = "unnamed"    // other_country: the location's name is not known
	VariantNoReason  Variant = "no reason"  // unavailable_in_webex: Webex gave none
	VariantLeftOver  Variant = "left over"  // mobile_overflow: only one request is wanted
	VariantSeveral   Variant = "several"    // unknown_location: more than one has the name
	VariantNoCalling Variant = "no calling" // unknown_location: it is not enabled for calling
	VariantSuggested Variant = "suggestion" // added to any message

	ReasonReversed  Variant = "reversed"
	ReasonTooMany   Variant = "too many"
	ReasonDifferent Variant = "different"
	ReasonInvalid   Variant = "invalid"
	ReasonNotFull   Variant = "not full"
	ReasonEither    Variant = "either"
)

// english holds every message (docs/number-rules.md, 6). A translation is
// another table with the same keys.
//
//nolint:gochecknoglobals // a constant table, never written
var english = map[phrase]string{
	{CodeReformatted, Usual}:      `{cell}: "{shown}" will be sent as {number}. Only spaces, signs or a label were left out.`,
	{CodeCountryAdded, Usual}:     `{cell}: "{shown}" has no + in front. It was read as a number of {country}: {number}.`,
	{CodeDialingPrefix, Usual}:    `{cell}: "{shown}" contains a prefix that is only dialed, such as 00 or (0). It will be sent as {number}.`,
	{CodeExcelNumber, Usual}:      `{cell}: the spreadsheet holds this as a number, so a + or zeros at the start may be missing. It will be sent as {number}. Please compare.`,
	{CodeHiddenCharacters, Usual}: `{cell}: the cell has characters that cannot be seen. They were removed: {number}.`,
	{CodeDigitsFolded, Usual}:     `{cell}: "{shown}" is written with other digits than 0 to 9. It was read as {number}.`,
	{CodeSeveralNumbers, Usual}:   `{cell}: {count} numbers in one cell. They will be sent one by one: {numbers}.`,
	{CodeCountryDiffers, Usual}:   `{cell}: {number} belongs to {number_country}; the location is in {country}. Both use +{code}.`,
	{CodeKindMismatch, Usual}:     `{cell}: {number} looks like {looks}, but the row says {kind}. It will be sent as {kind}.`,

	{CodeMobileOverflow, Usual}:           `{cell}: Webex takes 20 mobile numbers at a time. This one is in request {n} of {total}.`,
	{CodeMobileOverflow, VariantLeftOver}: `{cell}: Webex takes 20 mobile numbers at a time. This one would be in request {n} of {total}, but only one request is to be sent.`,

	{CodeMissingNumber, Usual}: `{cell} is empty. Type the number, or leave the row out.`,
	{CodeNotANumber, Usual}:    `{cell}: "{shown}" is not a phone number.`,

	{CodeBadCell, Usual}:           `{cell} shows the Excel error {shown}. Repair it in Excel and open the file again.`,
	{CodeBadCell, VariantDate}:     `{cell}: Excel turned the entry into a date ({shown}). Type the number again.`,
	{CodeBadCell, VariantNoResult}: `{cell} has a formula without a saved result. Open the file in Excel, save it, and open it here again.`,

	{CodeDigitsLost, Usual}:           `{cell}: the spreadsheet cut digits off "{shown}". Type the number again.`,
	{CodeDigitsLost, VariantZeroLost}: `{cell}: the 0 at the start of "{shown}" seems to be missing.`,

	{CodeLetters, Usual}:             `{cell}: "{shown}" contains letters.`,
	{CodeExtension, Usual}:           `{cell}: "{shown}" contains an extension. Webex needs the number without it.`,
	{CodeShortCode, Usual}:           `{cell}: "{shown}" has only {n} digits. It looks like an extension, an emergency number or a service number.`,
	{CodeShortCode, VariantOneDigit}: `{cell}: "{shown}" has only one digit. It looks like an extension, an emergency number or a service number.`,
	{CodeTooShort, Usual}:            `{cell}: "{shown}" is too short for a number of {country}. Perhaps the area code is missing.`,
	{CodeTooLong, Usual}:             `{cell}: "{shown}" is too long for a number of {country}.`,
	{CodeInvalidNumber, Usual}:       `{cell}: {number} has a possible length, but this number range is not known in {country}. New ranges appear from time to time. Send it only if you are sure.`,
	{CodeNoSuchCountry, Usual}:       `{cell}: no country has the code at the start of "{shown}".`,
	{CodeNoCountry, Usual}:           `{cell}: "{shown}" has no country code. Choose the location or a country first.`,
	{CodeAmbiguousPrefix, Usual}:     `{cell}: the start of "{shown}" can be read in more than one way.`,

	{CodeOtherCountry, Usual}:          `{cell}: {number} is a number of {number_country}, but the location {location} is in {country}.`,
	{CodeOtherCountry, VariantUnnamed}: `{cell}: {number} is a number of {number_country}, but the location is in {country}.`,

	{CodePremiumRate, Usual}: `{cell}: {number} is a premium-rate number. Callers would pay extra.`,
	{CodeRange, Usual}:       `{cell}: "{shown}" stands for {count} numbers, {first} to {last}. Add them all?`,

	{CodeUnclearList, Usual}:           `{cell}: "{shown}" seems to mean several numbers, but it is not clear which: {reason}.`,
	{CodeUnclearList, ReasonReversed}:  `the end is before the start`,
	{CodeUnclearList, ReasonTooMany}:   `more than 10,000 numbers ({count})`,
	{CodeUnclearList, ReasonDifferent}: `the two ends differ in country or length`,
	{CodeUnclearList, ReasonInvalid}:   `{number} is not valid`,
	{CodeUnclearList, ReasonNotFull}:   `"{part}" is not a full number`,
	{CodeUnclearList, ReasonEither}:    `it may be one number or a range`,

	{CodeRemoveMarker, Usual}:    `{cell} is marked REMOVE, so it is not added.`,
	{CodeDuplicate, Usual}:       `{cell}: {number} is already in {other_cell}. It is sent once.`,
	{CodeUnknownWord, Usual}:     `{cell}: "{word}" is not a {column} this app knows. Use {words}.`,
	{CodeUnknownLocation, Usual}: `{cell}: there is no Webex location "{word}", or more than one.`,

	{CodeUnknownLocation, VariantSeveral}:   `{cell}: there are {count} Webex locations "{word}"{countries}. Choose the one that is meant.`,
	{CodeUnknownLocation, VariantNoCalling}: `{cell}: the Webex location "{word}" is not enabled for calling. Enable it in Control Hub, or choose another one.`,

	{CodeIntegratedPSTN, Usual}: `{location} gets its numbers from {provider} through Webex. Adding numbers here could damage its data. Order them in Control Hub.`,
	{CodeNoPSTN, Usual}:         `{location} has no PSTN connection. Set one up in Control Hub first.`,
	{CodePSTNUnknown, Usual}:    `{location}: Webex did not say how this location gets its calls, so adding {kind} numbers could damage its data. Confirm that its PSTN is a local gateway or a non-integrated carrier.`,

	{CodeAlreadyThere, Usual}:                 `{number} is already in {location}. It is not sent again.`,
	{CodeAlreadyInWebex, Usual}:               `{number} is already in Webex, in the location {location}.`,
	{CodeUnavailableInWebex, Usual}:           `Webex does not accept {number}: {reason}.`,
	{CodeUnavailableInWebex, VariantNoReason}: `Webex does not accept {number}.`,

	{"", VariantSuggested}: `Did you mean {suggestion}?`,
}

// level is how serious a code is (docs/number-rules.md, 6).
func (c Code) level() Level {
	switch c {
	case CodeReformatted, CodeCountryAdded, CodeDialingPrefix, CodeExcelNumber, CodeHiddenCharacters, CodeDigitsFolded,
		CodeSeveralNumbers, CodeCountryDiffers, CodeKindMismatch, CodeAlreadyThere:
		return LevelWarning
	case CodeMobileOverflow:
		return LevelNotice
	case CodeMissingNumber, CodeNotANumber, CodeBadCell, CodeDigitsLost, CodeLetters, CodeExtension, CodeShortCode,
		CodeTooShort, CodeTooLong, CodeInvalidNumber, CodeNoSuchCountry, CodeNoCountry, CodeAmbiguousPrefix,
		CodeOtherCountry, CodePremiumRate, CodeRange, CodeUnclearList, CodeRemoveMarker, CodeDuplicate, CodeUnknownWord,
		CodeUnknownLocation, CodeIntegratedPSTN, CodeNoPSTN, CodePSTNUnknown, CodeAlreadyInWebex, CodeUnavailableInWebex:
		return LevelProblem
	}
	return LevelOK
}

// Text is a message with its values filled in.
func Text(code Code, variant Variant, values Args) string {
	rest := english[phrase{code, variant}]
	var b strings.Builder
	b.Grow(len(rest) + characters.ShownLength)
	for {
		before, after, found := strings.Cut(rest, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, tail, _ := strings.Cut(after, "}")
		b.WriteString(values.of(name))
		rest = tail
	}
}

// Say makes the finding of a code.
func Say(code Code, variant Variant, values Args) Finding {
	return Finding{Level: code.level(), Code: code, Message: Text(code, variant, values)}
}
