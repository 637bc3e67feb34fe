package number

import "github.com/nyaruka/phonenumbers/v2"

// checkAll carries out docs/number-rules.md, 3.11 on every number. The first
// problem counts; of several numbers none is sent then. One number that may be
// sent in spite of its problem keeps the further ones, so that each of them is
// asked for.
func (r *reader) checkAll(out outcome) outcome {
	if !out.accepted() {
		if len(out.numbers) == 1 {
			out.further = r.objections(&out.numbers[0])
		}
		return out
	}
	for i := range out.numbers {
		problems := r.objections(&out.numbers[i])
		if len(problems) == 0 {
			r.compare(&out.numbers[i])
			continue
		}
		first := problems[0]
		if len(out.numbers) == 1 {
			first.numbers, first.further = out.numbers, problems[1:]
		}
		return first
	}
	return out
}

// objections are the problems of one number that the user may override.
func (r *reader) objections(f *found) []outcome {
	var problems []outcome
	if r.region != "" && f.library.code() != r.code {
		problems = append(problems, r.otherCountry(f))
	}
	if f.library.kind == phonenumbers.PREMIUM_RATE {
		problems = append(problems, outcome{problem: CodePremiumRate, values: args{{"number", f.number.String()}}})
	}
	return problems
}

// compare remarks on a number that does not fit the location or the kind of its
// row.
func (r *reader) compare(f *found) {
	if r.region != "" && belongsToOneRegion(f.library.kind) && f.library.region() != r.region {
		f.remarks |= countryDiffers
	}
	if contradicts(r.in.Kind, f.library.kind) {
		f.remarks |= kindMismatch
	}
}

// otherCountry is the outcome of a number whose country code is not that of the
// location.
func (r *reader) otherCountry(f *found) outcome {
	out := outcome{problem: CodeOtherCountry, values: args{
		{"number", f.number.String()},
		{"number_country", CountryName(f.library.region())},
		{"country", CountryName(r.region)},
		{"location", r.in.Location},
	}}
	if r.in.Location == "" {
		out.variant = variantUnnamed
	}
	return out
}

// belongsToOneRegion says that numbers of a type belong to one region of their
// country code. Toll-free numbers and the like belong to all of them.
func belongsToOneRegion(kind phonenumbers.PhoneNumberType) bool {
	return kind == phonenumbers.FIXED_LINE || kind == phonenumbers.MOBILE || kind == phonenumbers.FIXED_LINE_OR_MOBILE
}

// contradicts says that a row's kind does not fit what the library says of the
// number.
func contradicts(kind Kind, library phonenumbers.PhoneNumberType) bool {
	switch kind {
	case KindUnset:
		return false
	case KindDID:
		return library == phonenumbers.TOLL_FREE || library == phonenumbers.MOBILE
	case KindTollFree:
		return library != phonenumbers.TOLL_FREE
	case KindMobile:
		return library != phonenumbers.MOBILE && library != phonenumbers.FIXED_LINE_OR_MOBILE
	}
	return false
}

// looksLike is what the library says of a number, in words. No region is a name
// for every type, so the rare ones are called special.
func looksLike(library phonenumbers.PhoneNumberType) string {
	switch library { //nolint:exhaustive // the library's types are not a closed set of ours
	case phonenumbers.TOLL_FREE:
		return "a toll-free number"
	case phonenumbers.MOBILE:
		return "a mobile number"
	case phonenumbers.FIXED_LINE:
		return "a fixed-line number"
	case phonenumbers.FIXED_LINE_OR_MOBILE:
		return "a fixed-line or mobile number"
	}
	return "a special number"
}

// remarkValues are what the message of a remark on an accepted number names,
// besides the cell and the number.
func (r *reader) remarkValues(remark remarks, f *found) args {
	switch remark { //nolint:exhaustive // the messages of the others name no more
	case countryDiffers:
		return args{
			{"number_country", CountryName(f.library.region())},
			{"country", CountryName(r.countryFor(&f.library))},
			{"code", f.library.plan.prefix},
		}
	case kindMismatch:
		return args{{"looks", looksLike(f.library.kind)}, {"kind", r.in.Kind.inSentence()}}
	case countryAdded:
		return args{{"country", CountryName(r.countryFor(&f.library))}}
	}
	return nil
}
