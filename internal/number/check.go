package number

import (
	"strconv"

	"github.com/nyaruka/phonenumbers/v2"
)

// checkAll carries out docs/number-rules.md, 3.11 on every accepted number. The
// first problem counts; of several numbers none is sent then.
func (r *reader) checkAll(out outcome) outcome {
	if !out.accepted() {
		return out
	}
	for i := range out.numbers {
		problem := r.checkCountry(&out.numbers[i])
		if problem.accepted() {
			continue
		}
		if len(out.numbers) == 1 {
			problem.numbers = out.numbers
		}
		return problem
	}
	return out
}

// checkCountry compares one number with the location and the kind of its row.
func (r *reader) checkCountry(f *found) outcome {
	n := f.number.String()
	if r.region != "" && f.library.code() != r.code {
		return r.otherCountry(f)
	}
	if f.library.kind == phonenumbers.PREMIUM_RATE {
		return outcome{problem: CodePremiumRate, values: args{"number": n}}
	}
	if r.region != "" && belongsToOneRegion(f.library.kind) && f.library.region() != r.region {
		f.remarks |= countryDiffers
	}
	if contradicts(r.in.Kind, f.library.kind) {
		f.remarks |= kindMismatch
	}
	return outcome{}
}

// otherCountry is the outcome of a number whose country code is not that of the
// location.
func (r *reader) otherCountry(f *found) outcome {
	out := outcome{problem: CodeOtherCountry, values: args{
		"number":         f.number.String(),
		"number_country": CountryName(f.library.region()),
		"country":        CountryName(r.region),
		"location":       r.in.Location,
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

// values are what the messages about an accepted number name.
func (r *reader) values(f *found) args {
	return args{
		"number":         f.number.String(),
		"country":        CountryName(r.countryFor(&f.library)),
		"number_country": CountryName(f.library.region()),
		"code":           strconv.Itoa(f.library.code()),
		"looks":          looksLike(f.library.kind),
		"kind":           r.in.Kind.inSentence(),
	}
}
