package number

import (
	"slices"
	"strings"
)

// args are the values that a message names in braces.
type args []arg

// arg is the value of one name.
type arg struct{ name, value string }

// of is the value of a name, the last one if it has several; "" if it has none.
func (a args) of(name string) string {
	for _, one := range slices.Backward(a) {
		if one.name == name {
			return one.value
		}
	}
	return ""
}

// phrase names a message: its code, and which one if the code has several.
type phrase struct {
	code    Code
	variant string // "" for the usual one
}

// The variants of messages, and the reasons of CodeUnclearList.
const (
	usual = ""

	variantDate      = "date"       // bad_cell: Excel turned the entry into a date
	variantNoResult  = "no result"  // bad_cell: a formula without a stored result
	variantZeroLost  = "zero lost"  // digits_lost: a 0 at the start
	variantOneDigit  = "one digit"  // short_code
	variantUnnamed   = "unnamed"    // other_country: the location's name is not known
	variantNoReason  = "no reason"  // unavailable_in_webex: Webex gave none
	variantLeftOver  = "left over"  // mobile_overflow: only one request is wanted
	variantSeveral   = "several"    // unknown_location: more than one has the name
	variantNoCalling = "no calling" // unknown_location: it is not enabled for calling
	variantSuggested = "suggestion" // added to any message

	reasonReversed  = "reversed"
	reasonTooMany   = "too many"
	reasonDifferent = "different"
	reasonInvalid   = "invalid"
	reasonNotFull   = "not full"
	reasonEither    = "either"
)

// english holds every message (docs/number-rules.md, 6). A translation is
// another table with the same keys.
//
//nolint:gochecknoglobals // a constant table, never written
var english = map[phrase]string{
	{CodeReformatted, usual}:      `{cell}: "{shown}" will be sent as {number}. Only spaces, signs or a label were left out.`,
	{CodeCountryAdded, usual}:     `{cell}: "{shown}" has no + in front. It was read as a number of {country}: {number}.`,
	{CodeDialingPrefix, usual}:    `{cell}: "{shown}" contains a prefix that is only dialed, such as 00 or (0). It will be sent as {number}.`,
	{CodeExcelNumber, usual}:      `{cell}: the spreadsheet holds this as a number, so a + or zeros at the start may be missing. It will be sent as {number}. Please compare.`,
	{CodeHiddenCharacters, usual}: `{cell}: the cell has characters that cannot be seen. They were removed: {number}.`,
	{CodeDigitsFolded, usual}:     `{cell}: "{shown}" is written with other digits than 0 to 9. It was read as {number}.`,
	{CodeSeveralNumbers, usual}:   `{cell}: {count} numbers in one cell. They will be sent one by one: {numbers}.`,
	{CodeCountryDiffers, usual}:   `{cell}: {number} belongs to {number_country}; the location is in {country}. Both use +{code}.`,
	{CodeKindMismatch, usual}:     `{cell}: {number} looks like {looks}, but the row says {kind}. It will be sent as {kind}.`,

	{CodeMobileOverflow, usual}:           `{cell}: Webex takes 20 mobile numbers at a time. This one is in request {n} of {total}.`,
	{CodeMobileOverflow, variantLeftOver}: `{cell}: Webex takes 20 mobile numbers at a time. This one would be in request {n} of {total}, but only one request is to be sent.`,

	{CodeMissingNumber, usual}: `{cell} is empty. Type the number, or leave the row out.`,
	{CodeNotANumber, usual}:    `{cell}: "{shown}" is not a phone number.`,

	{CodeBadCell, usual}:           `{cell} shows the Excel error {shown}. Repair it in Excel and open the file again.`,
	{CodeBadCell, variantDate}:     `{cell}: Excel turned the entry into a date ({shown}). Type the number again.`,
	{CodeBadCell, variantNoResult}: `{cell} has a formula without a saved result. Open the file in Excel, save it, and open it here again.`,

	{CodeDigitsLost, usual}:           `{cell}: the spreadsheet cut digits off "{shown}". Type the number again.`,
	{CodeDigitsLost, variantZeroLost}: `{cell}: the 0 at the start of "{shown}" seems to be missing.`,

	{CodeLetters, usual}:             `{cell}: "{shown}" contains letters.`,
	{CodeExtension, usual}:           `{cell}: "{shown}" contains an extension. Webex needs the number without it.`,
	{CodeShortCode, usual}:           `{cell}: "{shown}" has only {n} digits. It looks like an extension, an emergency number or a service number.`,
	{CodeShortCode, variantOneDigit}: `{cell}: "{shown}" has only one digit. It looks like an extension, an emergency number or a service number.`,
	{CodeTooShort, usual}:            `{cell}: "{shown}" is too short for a number of {country}. Perhaps the area code is missing.`,
	{CodeTooLong, usual}:             `{cell}: "{shown}" is too long for a number of {country}.`,
	{CodeInvalidNumber, usual}:       `{cell}: {number} has a possible length, but this number range is not known in {country}. New ranges appear from time to time. Send it only if you are sure.`,
	{CodeNoSuchCountry, usual}:       `{cell}: no country has the code at the start of "{shown}".`,
	{CodeNoCountry, usual}:           `{cell}: "{shown}" has no country code. Choose the location or a country first.`,
	{CodeAmbiguousPrefix, usual}:     `{cell}: the start of "{shown}" can be read in more than one way.`,

	{CodeOtherCountry, usual}:          `{cell}: {number} is a number of {number_country}, but the location {location} is in {country}.`,
	{CodeOtherCountry, variantUnnamed}: `{cell}: {number} is a number of {number_country}, but the location is in {country}.`,

	{CodePremiumRate, usual}: `{cell}: {number} is a premium-rate number. Callers would pay extra.`,
	{CodeRange, usual}:       `{cell}: "{shown}" stands for {count} numbers, {first} to {last}. Add them all?`,

	{CodeUnclearList, usual}:           `{cell}: "{shown}" seems to mean several numbers, but it is not clear which: {reason}.`,
	{CodeUnclearList, reasonReversed}:  `the end is before the start`,
	{CodeUnclearList, reasonTooMany}:   `more than 10,000 numbers ({count})`,
	{CodeUnclearList, reasonDifferent}: `the two ends differ in country or length`,
	{CodeUnclearList, reasonInvalid}:   `{number} is not valid`,
	{CodeUnclearList, reasonNotFull}:   `"{part}" is not a full number`,
	{CodeUnclearList, reasonEither}:    `it may be one number or a range`,

	{CodeRemoveMarker, usual}:    `{cell} is marked REMOVE, so it is not added.`,
	{CodeDuplicate, usual}:       `{cell}: {number} is already in {other_cell}. It is sent once.`,
	{CodeUnknownWord, usual}:     `{cell}: "{word}" is not a {column} this app knows. Use {words}.`,
	{CodeUnknownLocation, usual}: `{cell}: there is no Webex location "{word}", or more than one.`,

	{CodeUnknownLocation, variantSeveral}:   `{cell}: there are {count} Webex locations "{word}"{countries}. Choose the one that is meant.`,
	{CodeUnknownLocation, variantNoCalling}: `{cell}: the Webex location "{word}" is not enabled for calling. Enable it in Control Hub, or choose another one.`,

	{CodeIntegratedPSTN, usual}: `{location} gets its numbers from {provider} through Webex. Adding numbers here could damage its data. Order them in Control Hub.`,
	{CodeNoPSTN, usual}:         `{location} has no PSTN connection. Set one up in Control Hub first.`,
	{CodePSTNUnknown, usual}:    `{location}: Webex did not say how this location gets its calls, so adding {kind} numbers could damage its data. Confirm that its PSTN is a local gateway or a non-integrated carrier.`,

	{CodeAlreadyThere, usual}:                 `{number} is already in {location}. It is not sent again.`,
	{CodeAlreadyInWebex, usual}:               `{number} is already in Webex, in the location {location}.`,
	{CodeUnavailableInWebex, usual}:           `Webex does not accept {number}: {reason}.`,
	{CodeUnavailableInWebex, variantNoReason}: `Webex does not accept {number}.`,

	{"", variantSuggested}: `Did you mean {suggestion}?`,
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

// text is the message with its values filled in.
func (p phrase) text(values args) string {
	rest := english[p]
	var b strings.Builder
	b.Grow(len(rest) + shownLength)
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

// say makes the finding of a code.
func say(p phrase, values args) Finding {
	return Finding{Level: p.code.level(), Code: p.code, Message: p.text(values)}
}
