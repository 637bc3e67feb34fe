package reading

import (
	"numberloader/internal/dialplan"
	"numberloader/internal/number"
)

// checkAll carries out docs/number-rules.md, 3.11 on every number. The first
// problem counts; of several numbers none is sent then. One number that may be
// sent in spite of its problem keeps the further ones, so that each of them is
// asked for.
func (n *numbering) checkAll(out outcome) outcome {
	numbers := out.numbers()
	if !out.accepted() {
		if len(numbers) == 1 && objects(n.home, &numbers[0].library) {
			first, further := n.objections(&numbers[0])
			out.extended().further = append([]outcome{first}, further...)
		}
		return out
	}
	for i := range numbers {
		if !objects(n.home, &numbers[i].library) {
			numbers[i].compare(n.home, n.in.Kind)
			continue
		}
		problem, further := n.objections(&numbers[i])
		if len(numbers) == 1 {
			problem.only, problem.further = out.only, further
		}
		return problem
	}
	return out
}

// objects reports whether there are objections to a number of a row of a country.
func objects(home *dialplan.Home, p *dialplan.Number) bool {
	return home != nil && p.Code() != home.Code() || p.Type() == dialplan.TypePremiumRate
}

// objections are the problems of one number that the user may override, of which there is
// one at least.
func (n *numbering) objections(f *found) (first outcome, further []outcome) {
	if f.library.Type() == dialplan.TypePremiumRate {
		first = reason(number.CodePremiumRate, number.Usual, number.Args{{"number", f.number.String()}})
	}
	if n.region == "" || f.library.Code() == n.home.Code() {
		return first, nil
	}
	if !first.accepted() {
		further = []outcome{first}
	}
	return n.otherCountry(f), further
}

// compare remarks on a number that does not fit the country or the kind of its row.
func (f *found) compare(home *dialplan.Home, kind number.Kind) {
	if home != nil && belongsToOneRegion(f.library.Type()) && f.library.Region() != home.Region() {
		f.remarks |= number.RemarkCountryDiffers
	}
	if contradicts(kind, f.library.Type()) {
		f.remarks |= number.RemarkKindMismatch
	}
}

// otherCountry is the outcome of a number whose country code is not that of the
// location.
func (n *numbering) otherCountry(f *found) outcome {
	variant := number.Usual
	if n.in.Location == "" {
		variant = number.VariantUnnamed
	}
	return reason(number.CodeOtherCountry, variant, number.Args{
		{"number", f.number.String()},
		{"number_country", f.library.Region()},
		{"country", n.region},
		{"location", n.in.Location},
	})
}

// belongsToOneRegion reports whether numbers of a type belong to one region of their
// country code. Toll-free numbers and the like belong to all of them.
func belongsToOneRegion(kind dialplan.Type) bool {
	return kind == dialplan.TypeFixedLine || kind == dialplan.TypeMobile || kind == dialplan.TypeFixedLineOrMobile
}

// contradicts reports whether a row's kind does not fit what the library says of the
// number.
func contradicts(kind number.Kind, library dialplan.Type) bool {
	switch kind {
	case number.KindUnset:
		return false
	case number.KindDID:
		return library == dialplan.TypeTollFree || library == dialplan.TypeMobile
	case number.KindTollFree:
		return library != dialplan.TypeTollFree
	case number.KindMobile:
		return library != dialplan.TypeMobile && library != dialplan.TypeFixedLineOrMobile
	}
	return false
}

// looksLike is what the numbering plans say of a number. No region is a name for
// every type, so the rare ones are called special.
func looksLike(library dialplan.Type) string {
	switch library {
	case dialplan.TypeTollFree:
		return number.LooksTollFree
	case dialplan.TypeMobile:
		return number.LooksMobile
	case dialplan.TypeFixedLine:
		return number.LooksFixedLine
	case dialplan.TypeFixedLineOrMobile:
		return number.LooksFixedLineOrMobile
	case dialplan.TypePremiumRate, dialplan.TypeSpecial, dialplan.TypeUnknown:
	}
	return number.LooksSpecial
}

// remarkValues are what the message of a remark on an accepted number names, besides
// the cell and the number.
func (n *numbering) remarkValues(remark number.Remarks, f *found) number.Args {
	switch remark { //nolint:exhaustive // the messages of the others name no more
	case number.RemarkCountryDiffers:
		return number.Args{
			{"number_country", f.library.Region()}, {"country", n.countryFor(&f.library)}, {"country_code", f.library.Prefix()},
		}
	case number.RemarkKindMismatch:
		return number.Args{{"looks", looksLike(f.library.Type())}, {"kind", n.in.Kind.API()}}
	case number.RemarkCountryAdded:
		return number.Args{{"country", n.countryFor(&f.library)}}
	}
	return nil
}
