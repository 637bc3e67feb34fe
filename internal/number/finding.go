package number

import (
	"slices"
	"strconv"
	"strings"

	"numberloader/internal/characters"
)

// Finding is one thing the user should look at. It is data, not an error: a
// file with bad rows is still a file that was read. It holds no words of any
// language; internal/phrase makes them where they are shown.
type Finding struct {
	Level   Level
	Code    Code
	Variant Variant
	Args    Args
}

// Args are what the message of a finding names.
type Args []Arg

// Arg is a name and its value. Numbers are in E.164 form, countries ISO 3166
// alpha-2, kinds words of the Webex API, counts plain digits.
type Arg [2]string

// Of is the value of a name; "" if it has none.
func (a Args) Of(name string) string {
	value, _ := a.Find(name)
	return value
}

// Find is the value of a name. It says false if it has none.
func (a Args) Find(name string) (string, bool) {
	for i := range a {
		if a[i][0] == name {
			return a[i][1], true
		}
	}
	return "", false
}

// NewFinding makes the finding of a code, at its usual level.
func NewFinding(code Code, variant Variant, args Args) Finding {
	return Finding{Level: code.Level(), Code: code, Variant: variant, Args: args}
}

// QuotedFinding is a finding in the words of an earlier version of the program,
// whose journals kept no arguments.
func QuotedFinding(level Level, code Code, message string) Finding {
	return Finding{Level: level, Code: code, Args: Args{{messageArg, message}}}
}

// argCell is the argument that names the cell, and argColumn what stands in its place
// where rows share a finding about their cells in that column.
const (
	argCell   = "cell"
	argColumn = "column"
)

// OfRows is the finding for all rows that say the same of their cells in a column, which
// was named as its cell: Row.Findings has it with the cell of each. Nobody may go on with
// the finding that it was made of.
func OfRows(f Finding) Finding {
	f.Args[0][0] = argColumn
	return f
}

// named is a finding about the cell of a row with what its message names first, which the
// row has: the cell, and what that shows.
func (r *Row) named(f Finding) Finding {
	f.Args = slices.Concat(Args{{argCell, r.Place()}, {"shown", characters.Brief(r.Input)}}, f.Args)
	return f
}

// findingsIn are findings as those of a row.
func findingsIn(said []Finding, line int) []Finding {
	for i := range said {
		args := said[i].Args
		if len(args) == 0 || args[0][0] != argColumn {
			continue
		}
		of := slices.Clone(said)
		of[i].Args = slices.Clone(args)
		of[i].Args[0] = Arg{argCell, Place{args[0][1], line}.String()}
		return findingsIn(of, line)
	}
	return said
}

// messageArg is the argument of a finding that holds its words.
const messageArg = "message"

// Quoted are the words of a finding that an earlier version of the program made,
// "" for all others.
func (f *Finding) Quoted() string { return f.Args.Of(messageArg) }

// Worst is the level and the code of a row with these findings: those of the
// first finding of the worst level, notices aside.
func Worst(findings []Finding) (Level, Code) {
	level, code := LevelOK, Code("")
	for i := range findings {
		if f := &findings[i]; f.Level > max(level, LevelNotice) {
			level, code = f.Level, f.Code
		}
	}
	return level, code
}

// DuplicateFinding says that the number stands in an earlier cell.
func DuplicateFinding(place string, n E164, other string) Finding {
	return NewFinding(CodeDuplicate, Usual, Args{{argCell, place}, {"number", n.String()}, {"other_cell", other}})
}

// UnknownWordFinding says that the cell at place holds no word of its column,
// which the variant names.
func UnknownWordFinding(place, word string, column Variant) Finding {
	return NewFinding(CodeUnknownWord, column, Args{{argCell, place}, {"word", characters.Brief(word)}})
}

// JoinedPartsFinding says that a number was put together from the cells that parts
// names, and what they hold.
func JoinedPartsFinding(place, parts string, n E164) Finding {
	return NewFinding(CodeJoinedParts, Usual, Args{{argCell, place}, {"parts", parts}, {"number", n.String()}})
}

// StruckThroughFinding says that text of the cell at place is crossed out.
func StruckThroughFinding(place string, n E164) Finding {
	return NewFinding(CodeStruckThrough, Usual, Args{{argCell, place}, {"number", n.String()}})
}

// CountryNamedFinding says that the number at place was read for the country (ISO
// 3166 alpha-2) that the cell other names.
func CountryNamedFinding(place, other, country string) Finding {
	return NewFinding(CodeCountryNamed, Usual, Args{{argCell, place}, {"other_cell", other}, {"country", country}})
}

// RemovedFinding says that the cell at place takes the number of its row out.
func RemovedFinding(place, word string) Finding {
	return NewFinding(CodeRemoveMarker, VariantWord, Args{{argCell, place}, {"word", characters.Brief(word)}})
}

// AreaCodeMissingFinding says that the cell other has no area code for the number
// at place.
func AreaCodeMissingFinding(place, other string) Finding {
	return NewFinding(CodeAreaCodeMissing, Usual, Args{{argCell, place}, {"other_cell", other}})
}

// LocationAboveFinding suggests the location that stands above the empty cell at
// place.
func LocationAboveFinding(place, location string) Finding {
	return NewFinding(CodeLocationAbove, Usual, Args{{argCell, place}, {"location", characters.Brief(location)}})
}

// UnknownLocationFinding says that no location has the name or the ID that the cell
// at place holds. meant is the one that is probably meant; without a name there is
// none.
func UnknownLocationFinding(place, word string, meant *Location) Finding {
	args := Args{{argCell, place}, {"word", characters.Brief(word)}}
	if meant.Name == "" {
		return NewFinding(CodeUnknownLocation, Usual, args)
	}
	return NewFinding(CodeUnknownLocation, VariantMeant, append(args, Arg{"meant", meant.Name}, Arg{"meant_id", meant.ID}))
}

// SeveralLocationsFinding says that count locations, in these countries as far as
// they are known (ISO 3166 alpha-2), have the name that the cell at place holds.
func SeveralLocationsFinding(place, word string, count int, countries []string) Finding {
	args := Args{{argCell, place}, {"count", strconv.Itoa(count)}, {"word", characters.Brief(word)}}
	if len(countries) == 0 {
		return NewFinding(CodeUnknownLocation, VariantSeveral, args)
	}
	return NewFinding(CodeUnknownLocation, VariantAbroad, append(args, Arg{"countries", strings.Join(countries, ",")}))
}

// NotCallingFinding says that the location that the cell at place names is there
// and not enabled for calling.
func NotCallingFinding(place, word string) Finding {
	return NewFinding(CodeUnknownLocation, VariantNoCalling, Args{{argCell, place}, {"word", characters.Brief(word)}})
}

// OverflowFinding says that a mobile number falls into request n of total. At
// LevelProblem, which is for users who want one request only, it is not sent.
func OverflowFinding(place string, n, total int, level Level) Finding {
	variant := Usual
	if level == LevelProblem {
		variant = VariantLeftOver
	}
	return Finding{Level: level, Code: CodeMobileOverflow, Variant: variant, Args: Args{
		{argCell, place}, {"request", strconv.Itoa(n)}, {"requests", strconv.Itoa(total)},
	}}
}

// AlreadyThereFinding says that the number is in the location that is wanted, and who
// uses it.
func AlreadyThereFinding(n E164, location string, owner Owner) Finding {
	return heldFinding(CodeAlreadyThere, n, location, owner)
}

// AlreadyInWebexFinding says that the number is in another location, and who uses it.
func AlreadyInWebexFinding(n E164, location string, owner Owner) Finding {
	return heldFinding(CodeAlreadyInWebex, n, location, owner)
}

func heldFinding(code Code, n E164, location string, owner Owner) Finding {
	args := Args{{"number", n.String()}, {"location", location}}
	if owner.IsNobody() {
		return NewFinding(code, Usual, args)
	}
	return NewFinding(code, VariantUsed, append(args, Arg{argOwner, owner.Name}, Arg{argOwnerType, owner.Type}))
}

// The arguments that say who uses a number.
const (
	argOwner     = "owner"
	argOwnerType = "owner_type"
)

// Owner is who uses the number that a finding is about, as far as it says so.
func (f *Finding) Owner() Owner {
	return Owner{Name: f.Args.Of(argOwner), Type: f.Args.Of(argOwnerType)}
}

// UnavailableFinding says that Webex does not accept the number. Why is one of the
// variants of CodeUnavailableInWebex, Usual if it said nothing.
func UnavailableFinding(n E164, why Variant) Finding {
	return NewFinding(CodeUnavailableInWebex, why, Args{{"number", n.String()}})
}

// NoPSTNFinding says that the location has no PSTN connection.
func NoPSTNFinding(location string) Finding {
	return NewFinding(CodeNoPSTN, Usual, Args{{"location", location}})
}

// IntegratedPSTNFinding says that the location, by the name it has in the row, gets
// its numbers through Webex.
func IntegratedPSTNFinding(name string, location *Location) Finding {
	switch {
	case location.Provider != "":
		return NewFinding(CodeIntegratedPSTN, Usual, Args{{"location", name}, {"provider", location.Provider}})
	case location.PSTN == PSTNCisco:
		return NewFinding(CodeIntegratedPSTN, VariantCisco, Args{{"location", name}})
	}
	return NewFinding(CodeIntegratedPSTN, VariantUnnamed, Args{{"location", name}})
}

// PSTNUnknownFinding says that Webex did not say what PSTN connection the
// location has, and that numbers of this kind depend on it.
func PSTNUnknownFinding(location string, kind Kind) Finding {
	return NewFinding(CodePSTNUnknown, Usual, Args{{"location", location}, {"kind", kind.API()}})
}

// Looks are what the numbering plans or Webex take a number for, as the argument
// "looks" of CodeKindMismatch.
const (
	LooksTollFree          = "toll_free"
	LooksNotTollFree       = "not_toll_free"
	LooksMobile            = "mobile"
	LooksFixedLine         = "fixed_line"
	LooksFixedLineOrMobile = "fixed_line_or_mobile"
	LooksSpecial           = "special"
)

// TollFreeFinding says that Webex takes the number for another kind than its row
// does: for a toll-free one or not. It is sent as the row says.
func TollFreeFinding(place string, n E164, tollFree bool, kind Kind) Finding {
	looks := LooksNotTollFree
	if tollFree {
		looks = LooksTollFree
	}
	return NewFinding(CodeKindMismatch, Usual, Args{
		{argCell, place}, {"number", n.String()}, {"looks", looks}, {"kind", kind.API()},
	})
}
