package number

// Level is how serious a finding is. Higher is worse.
type Level uint8

// The levels. LevelNotice stands in findings only: it never becomes the level
// of a row.
const (
	LevelOK Level = iota
	LevelNotice
	LevelWarning // accepted, changed or remarkable
	LevelProblem // not sent
)

// String is the word used in JSON lines.
func (l Level) String() string {
	return [...]string{"ok", "notice", "warning", "problem"}[l]
}

// Code names a finding. Codes are stable: they stand in results workbooks, JSON
// lines and journals.
type Code string

// The codes, in the order of docs/number-rules.md.
const (
	CodeReformatted        Code = "reformatted"
	CodeCountryAdded       Code = "country_added"
	CodeDialingPrefix      Code = "dialing_prefix"
	CodeExcelNumber        Code = "excel_number"
	CodeHiddenCharacters   Code = "hidden_characters"
	CodeDigitsFolded       Code = "digits_folded"
	CodeSeveralNumbers     Code = "several_numbers"
	CodeJoinedParts        Code = "joined_parts"
	CodeCountryDiffers     Code = "country_differs"
	CodeKindMismatch       Code = "kind_mismatch"
	CodeCountryNamed       Code = "country_named"
	CodeMobileOverflow     Code = "mobile_overflow"
	CodeMissingNumber      Code = "missing_number"
	CodeNotANumber         Code = "not_a_number"
	CodeBadCell            Code = "bad_cell"
	CodeDigitsLost         Code = "digits_lost"
	CodeLetters            Code = "letters"
	CodeExtension          Code = "extension"
	CodeShortCode          Code = "short_code"
	CodeTooShort           Code = "too_short"
	CodeTooLong            Code = "too_long"
	CodeInvalidNumber      Code = "invalid_number"
	CodeNoSuchCountry      Code = "no_such_country"
	CodeNoCountry          Code = "no_country"
	CodeAmbiguousPrefix    Code = "ambiguous_prefix"
	CodeOtherCountry       Code = "other_country"
	CodePremiumRate        Code = "premium_rate"
	CodeRange              Code = "range"
	CodeUnclearList        Code = "unclear_list"
	CodeRemoveMarker       Code = "remove_marker"
	CodeStruckThrough      Code = "struck_through"
	CodeAreaCodeMissing    Code = "area_code_missing"
	CodeDuplicate          Code = "duplicate"
	CodeUnknownWord        Code = "unknown_word"
	CodeUnknownLocation    Code = "unknown_location"
	CodeLocationAbove      Code = "location_above"
	CodeIntegratedPSTN     Code = "integrated_pstn"
	CodeNoPSTN             Code = "no_pstn"
	CodePSTNUnknown        Code = "pstn_unknown"
	CodeAlreadyThere       Code = "already_there"
	CodeAlreadyInWebex     Code = "already_in_webex"
	CodeUnavailableInWebex Code = "unavailable_in_webex"
)

// Variant says which message of a code is meant if it has several.
type Variant string

// The variants. Usual is that of most codes.
const (
	Usual Variant = ""

	VariantSaid      Variant = "said"       // missing_number: the cell says that there is none
	VariantDate      Variant = "date"       // bad_cell: Excel turned the entry into a date
	VariantNoResult  Variant = "no_result"  // bad_cell: a formula without a stored result
	VariantZeroLost  Variant = "zero_lost"  // digits_lost: a 0 at the start
	VariantAnywhere  Variant = "anywhere"   // too_short, too_long: of no country that is known
	VariantShared    Variant = "shared"     // too_short, too_long, invalid_number: of no country with its code
	VariantLacks     Variant = "lacks"      // too_short: it is known how many digits are missing
	VariantArea      Variant = "area"       // too_short: these may be the area code
	VariantUnnamed   Variant = "unnamed"    // other_country, integrated_pstn: the location's or the provider's name is not known
	VariantCisco     Variant = "cisco"      // integrated_pstn: Cisco Calling Plans
	VariantLeftOver  Variant = "left_over"  // mobile_overflow: only one request is wanted
	VariantSeveral   Variant = "several"    // unknown_location: more than one has the name
	VariantAbroad    Variant = "abroad"     // unknown_location: several, in countries that are known
	VariantNoCalling Variant = "no_calling" // unknown_location: it is not enabled for calling
	VariantMeant     Variant = "meant"      // unknown_location: another name is probably meant

	VariantSharedLacks Variant = "shared_lacks" // too_short: both
	VariantSharedArea  Variant = "shared_area"  // too_short: both

	VariantReversed  Variant = "reversed"  // unclear_list: the end is before the start
	VariantTooMany   Variant = "too_many"  // unclear_list
	VariantDifferent Variant = "different" // unclear_list: the two ends are no pair
	VariantInvalid   Variant = "invalid"   // unclear_list: a number of it; unavailable_in_webex
	VariantNotFull   Variant = "not_full"  // unclear_list: a part is no full number
	VariantEither    Variant = "either"    // unclear_list: one number or a range

	VariantUsed      Variant = "used"      // already_there, already_in_webex: by somebody or something
	VariantInUse     Variant = "in_use"    // unavailable_in_webex: in no location of this organization
	VariantTwice     Variant = "twice"     // unavailable_in_webex: another number of the file is the same
	VariantElsewhere Variant = "elsewhere" // unavailable_in_webex: perhaps in another organization

	VariantType  Variant = "type"  // unknown_word: the column in which it stands
	VariantUsage Variant = "usage" // unknown_word
	VariantState Variant = "state" // unknown_word

	VariantCountry Variant = "country" // unknown_word
	VariantWord    Variant = "word"    // remove_marker: a cell of another column says so
)

// about is what the program needs to know of a code. Its words stand under the
// code's name in internal/phrase/en/findings.toml: a message for each variant, a
// short name, and what to do next.
type about struct {
	code  Code
	level Level
	// overridable says that the number may be sent in spite of the problem, if
	// the user says so.
	overridable bool
	// routine says that only what no number needs was changed: the number itself
	// is as the file has it, and nobody has to look.
	routine bool
	// settled says that there is nothing left to be done.
	settled bool
	// variants are those besides Usual; without says that there is no Usual.
	variants []Variant
	without  bool
}

// abouts is the one table of codes (docs/number-rules.md, 6), in the order of the
// constants.
//
//nolint:gochecknoglobals // a constant table, never written
var abouts = [...]about{
	{code: CodeReformatted, level: LevelWarning, routine: true},
	{code: CodeCountryAdded, level: LevelWarning, routine: true},
	{code: CodeDialingPrefix, level: LevelWarning},
	{code: CodeExcelNumber, level: LevelWarning},
	{code: CodeHiddenCharacters, level: LevelWarning, routine: true},
	{code: CodeDigitsFolded, level: LevelWarning},
	{code: CodeSeveralNumbers, level: LevelWarning},
	{code: CodeJoinedParts, level: LevelWarning},
	{code: CodeCountryDiffers, level: LevelWarning},
	{code: CodeKindMismatch, level: LevelWarning},
	{code: CodeCountryNamed, level: LevelNotice},
	{code: CodeMobileOverflow, level: LevelNotice, variants: []Variant{VariantLeftOver}},
	{code: CodeMissingNumber, level: LevelProblem, variants: []Variant{VariantSaid}},
	{code: CodeNotANumber, level: LevelProblem},
	{code: CodeBadCell, level: LevelProblem, variants: []Variant{VariantDate, VariantNoResult}},
	{code: CodeDigitsLost, level: LevelProblem, variants: []Variant{VariantZeroLost}},
	{code: CodeLetters, level: LevelProblem},
	{code: CodeExtension, level: LevelProblem},
	{code: CodeShortCode, level: LevelProblem},
	{code: CodeTooShort, level: LevelProblem, variants: []Variant{
		VariantAnywhere, VariantShared, VariantLacks, VariantArea, VariantSharedLacks, VariantSharedArea,
	}},
	{code: CodeTooLong, level: LevelProblem, variants: []Variant{VariantAnywhere, VariantShared}},
	{code: CodeInvalidNumber, level: LevelProblem, overridable: true, variants: []Variant{VariantShared}},
	{code: CodeNoSuchCountry, level: LevelProblem},
	{code: CodeNoCountry, level: LevelProblem},
	{code: CodeAmbiguousPrefix, level: LevelProblem},
	{code: CodeOtherCountry, level: LevelProblem, overridable: true, variants: []Variant{VariantUnnamed}},
	{code: CodePremiumRate, level: LevelProblem, overridable: true},
	{code: CodeRange, level: LevelProblem},
	{code: CodeUnclearList, level: LevelProblem, without: true, variants: []Variant{
		VariantReversed, VariantTooMany, VariantDifferent, VariantInvalid, VariantNotFull, VariantEither,
	}},
	{code: CodeRemoveMarker, level: LevelProblem, settled: true, variants: []Variant{VariantWord}},
	{code: CodeStruckThrough, level: LevelProblem, overridable: true},
	{code: CodeAreaCodeMissing, level: LevelProblem},
	{code: CodeDuplicate, level: LevelProblem, settled: true},
	{code: CodeUnknownWord, level: LevelProblem, without: true, variants: []Variant{VariantType, VariantUsage, VariantState, VariantCountry}},
	{code: CodeUnknownLocation, level: LevelProblem, variants: []Variant{VariantSeveral, VariantAbroad, VariantNoCalling, VariantMeant}},
	{code: CodeLocationAbove, level: LevelProblem},
	{code: CodeIntegratedPSTN, level: LevelProblem, variants: []Variant{VariantCisco, VariantUnnamed}},
	{code: CodeNoPSTN, level: LevelProblem},
	{code: CodePSTNUnknown, level: LevelProblem, overridable: true},
	{code: CodeAlreadyThere, level: LevelWarning, settled: true, variants: []Variant{VariantUsed}},
	{code: CodeAlreadyInWebex, level: LevelProblem, variants: []Variant{VariantUsed}},
	{code: CodeUnavailableInWebex, level: LevelProblem, variants: []Variant{
		VariantInUse, VariantTwice, VariantInvalid, VariantElsewhere,
	}},
}

// known is what is in the table by code.
//
//nolint:gochecknoglobals // a constant table, never written
var known = func() map[Code]*about {
	all := make(map[Code]*about, len(abouts))
	for i := range abouts {
		all[abouts[i].code] = &abouts[i]
	}
	return all
}()

// Codes are all codes, in the order of docs/number-rules.md.
func Codes() []Code {
	all := make([]Code, len(abouts))
	for i := range abouts {
		all[i] = abouts[i].code
	}
	return all
}

// Level is how serious findings of the code usually are. A code that is not in
// the table is a problem: what nobody has judged is not sent.
func (c Code) Level() Level {
	if about, ok := known[c]; ok {
		return about.level
	}
	return LevelProblem
}

// Overridable says that a number may be sent in spite of this problem, if the
// user says so.
func (c Code) Overridable() bool {
	about, ok := known[c]
	return ok && about.overridable
}

// Routine says that nobody has to look at a row with this warning.
func (c Code) Routine() bool {
	about, ok := known[c]
	return ok && about.routine
}

// Settled says that nothing is left to be done about a row with this code.
func (c Code) Settled() bool {
	about, ok := known[c]
	return ok && about.settled
}

// Variants are the messages that the code has.
func (c Code) Variants() []Variant {
	about, ok := known[c]
	switch {
	case !ok:
		return nil
	case about.without:
		return about.variants
	}
	return append([]Variant{Usual}, about.variants...)
}
