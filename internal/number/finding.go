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

// Code names a finding. Codes are stable: they stand in results workbooks and
// JSON lines.
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
	CodeCountryDiffers     Code = "country_differs"
	CodeKindMismatch       Code = "kind_mismatch"
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
	CodeDuplicate          Code = "duplicate"
	CodeUnknownWord        Code = "unknown_word"
	CodeUnknownLocation    Code = "unknown_location"
	CodeIntegratedPSTN     Code = "integrated_pstn"
	CodeNoPSTN             Code = "no_pstn"
	CodePSTNUnknown        Code = "pstn_unknown"
	CodeAlreadyThere       Code = "already_there"
	CodeAlreadyInWebex     Code = "already_in_webex"
	CodeUnavailableInWebex Code = "unavailable_in_webex"
)

// Finding is one thing the user should look at. It is data, not an error: a
// file with bad rows is still a file that was read.
type Finding struct {
	Level   Level
	Code    Code
	Message string // whole sentences in plain words, ready to be shown
}

// Row is one number of a file as it was judged, or one row without a usable
// number. A cell that holds three numbers gives three rows.
type Row struct {
	Record int // index into Table.Records
	Part   int // 0, 1, … of the numbers of one cell
	Line   int // number of the row as Excel shows it
	Cell   string
	// Place is the address of the cell in messages: "DIDs!B7", or "B7" in a
	// file without sheets.
	Place string

	Input  string // what the file holds, as a person sees it
	Number E164   // what would be sent; for a problem that can be overridden, what would be sent then
	// Country is the number's, else the location's (ISO 3166 alpha-2), or "".
	Country string

	// What would be sent, after the defaults. State is unset for mobile rows.
	Kind         Kind
	Usage        Usage
	State        State
	LocationID   string // "" if the location is not known or not checked
	Location     string // its name, or the text of the cell
	Subscription string
	Carrier      string

	Level       Level // the worst of Findings, notices aside
	Code        Code  // the code that says most, "" if ok
	Findings    []Finding
	Suggestion  string // text that replaces the cell when it is accepted
	Overridable bool   // the problem may be overridden by the user
	DuplicateOf string // address of the earlier cell

	Count       int // numbers of a range
	First, Last E164

	// AlreadyThere says that the number is in the wanted location: it is not
	// sent, and the row ends as already there.
	AlreadyThere bool
	Hidden       bool // hidden in the file and not included by the user
	LeftOut      bool // left out by the user
	Skipped      Skip // left out by the rules

	// Filled in by plan.Build for rows that go.
	Request  int  // which request of the row's group, from 1; 0 if in none
	Of       int  // how many requests the group has
	Overflow bool // a mobile number past the first request of its group
}

// Goes says that the row's number would be sent: it has no problem, nobody and
// nothing left it out, and it is not there already.
func (r *Row) Goes() bool {
	return r.Level != LevelProblem && !r.Number.IsZero() && !r.AlreadyThere &&
		!r.Hidden && !r.LeftOut && r.Skipped == SkipNone
}
