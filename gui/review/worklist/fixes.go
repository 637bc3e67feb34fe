package worklist

import (
	"numberloader/gui/review/judged"
	"numberloader/internal/number"
)

// FixKind is what a fix does.
type FixKind uint8

// The kinds of fixes, in the order of the menu.
const (
	FixAccept          FixKind = iota // accept all suggestions
	FixAcceptCode                     // accept the suggestions of one code
	FixCountry                        // set the country of numbers without one
	FixExpand                         // expand ranges
	FixKeepFirst                      // keep the first of duplicates
	FixOverride                       // send numbers whose range is not known
	FixConfirm                        // say of rows to check that they are right
	FixSetType                        // of the selected rows, and so on
	FixSetUsage                       //
	FixSetState                       //
	FixSetLocation                    //
	FixSetSubscription                //
	FixSkipProblems                   // skip all problems
	FixRestore                        // put back all rows that the user left out
)

// Fix is an entry of the Fix menu.
type Fix struct {
	Kind  FixKind
	Code  number.Code // of FixAcceptCode
	Label string
	Count int    // how many cells it is about
	Why   string // why it does not apply, a sentence; "" if it does
	// Choice is what must be chosen for it, nil if nothing must. With Typed any
	// text can be typed.
	Choice []Option
	Typed  bool
}

// fixer mends many rows at once.
type fixer struct {
	*selection

	work Work
}

// Fixes are the entries of the Fix menu. Those that do not apply are there, too,
// with the reason; suggestions of one code are listed if there are several codes.
func (x *fixer) Fixes() []Fix {
	if x.work == nil {
		return nil
	}
	var fixes []Fix
	for kind := FixAccept; kind <= FixRestore; kind++ {
		if kind == FixAcceptCode {
			fixes = append(fixes, x.codeFixes()...)
			continue
		}
		fixes = append(fixes, x.fix(kind, ""))
	}
	return fixes
}

func (x *fixer) fix(kind FixKind, code number.Code) Fix {
	f := Fix{Kind: kind, Code: code}
	f.Count = len(x.concerned(f))
	if f.Count == 0 {
		f.Why = f.whyNot(x.Targets())
	}
	f.Label = f.label()
	switch kind {
	case FixCountry:
		f.Choice = countryOptions(x.work.Locations())
	case FixSetType, FixSetUsage, FixSetState, FixSetLocation:
		f.Choice = choices(x.work, FieldOf(kind), false)
		f.Typed = f.Choice == nil
	case FixSetSubscription:
		f.Typed = true
	case FixAccept, FixAcceptCode, FixExpand, FixKeepFirst, FixOverride, FixConfirm, FixSkipProblems, FixRestore:
	}
	return f
}

// codeFixes are a fix for each code that has suggestions, if there are several.
func (x *fixer) codeFixes() []Fix {
	count := map[number.Code]int{}
	var order []number.Code
	for i := range x.Rows {
		if x.Marks[i].Has(judged.Fixable) {
			code := x.Rows[i].Code()
			if count[code]++; count[code] == 1 {
				order = append(order, code)
			}
		}
	}
	if len(order) < 2 {
		return nil
	}
	fixes := make([]Fix, len(order))
	for i, code := range order {
		fixes[i] = x.fix(FixAcceptCode, code)
	}
	return fixes
}

// concerned are the indexes of the rows that a fix is about, at most one a record.
func (x *fixer) concerned(f Fix) []int {
	var found []int
	take := func(i int) {
		if n := len(found); n == 0 || x.Rows[found[n-1]].Record != x.Rows[i].Record {
			found = append(found, i)
		}
	}
	if field := FieldOf(f.Kind); field != number.FieldNumber {
		for _, at := range x.targets() {
			if r := x.Row(at); settable(r, field) {
				found = append(found, int(x.shown[at]))
			}
		}
		return x.oncePerRecord(found)
	}
	for i := range x.Rows {
		if x.Marks[i].Has(judged.Listed) && x.about(i, f) {
			take(i)
		}
	}
	return found
}

// oncePerRecord leaves out rows whose record is there already, in any order.
func (x *fixer) oncePerRecord(found []int) []int {
	seen := make(map[int]bool, len(found))
	kept := found[:0]
	for _, i := range found {
		if record := int(x.Rows[i].Record); !seen[record] {
			seen[record] = true
			kept = append(kept, i)
		}
	}
	return kept
}

func settable(r *number.Row, field number.Field) bool {
	mobile := r.Kind == number.KindMobile
	return r.IsListed() && (field != number.FieldState || !mobile) && (field != number.FieldSubscription || mobile)
}

// about reports whether a fix of the whole file is about a row that is listed.
func (x *fixer) about(i int, f Fix) bool {
	r, k := x.Rows[i], x.Marks[i]
	problem := k.Standing() == number.StandingProblem
	switch f.Kind {
	case FixAccept:
		return k.Has(judged.Fixable)
	case FixAcceptCode:
		return k.Has(judged.Fixable) && r.Code() == f.Code
	case FixCountry:
		return problem && k.Has(judged.Lost)
	case FixExpand:
		return problem && r.Code() == number.CodeRange && r.Special().Count > 0
	case FixKeepFirst:
		return problem && r.Code() == number.CodeDuplicate && !x.RestGoes(i)
	case FixOverride:
		return problem && r.Overridable && r.Code() == number.CodeInvalidNumber
	case FixConfirm:
		return k.Standing() == number.StandingCheck
	case FixSkipProblems:
		return problem && !x.RestGoes(i)
	case FixRestore:
		return r.LeftOut
	case FixSetType, FixSetUsage, FixSetState, FixSetLocation, FixSetSubscription:
	}
	return false
}

// FieldOf is the field that a fix of the selected rows sets; FieldNumber for the
// others.
func FieldOf(kind FixKind) number.Field {
	switch kind {
	case FixSetType:
		return number.FieldType
	case FixSetUsage:
		return number.FieldUsage
	case FixSetState:
		return number.FieldState
	case FixSetLocation:
		return number.FieldLocation
	case FixSetSubscription:
		return number.FieldSubscription
	case FixAccept, FixAcceptCode, FixCountry, FixExpand, FixKeepFirst, FixOverride, FixConfirm, FixSkipProblems, FixRestore:
	}
	return number.FieldNumber
}
