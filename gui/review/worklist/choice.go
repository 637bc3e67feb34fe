package worklist

import (
	"cmp"
	"slices"
	"strings"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// choices are the options of a field, nil if any text can be typed.
func choices(work Work, field number.Field, back bool) []Option {
	var options []Option
	switch field {
	case number.FieldType:
		for _, k := range []number.Kind{number.KindDID, number.KindTollFree, number.KindMobile} {
			options = append(options, Option{phrase.Kind(k), phrase.Kind(k)})
		}
	case number.FieldUsage:
		for _, u := range []number.Usage{number.UsageNone, number.UsageService} {
			options = append(options, Option{u.API(), phrase.Usage(u)})
		}
	case number.FieldState:
		for _, s := range []number.State{number.StateActive, number.StateInactive} {
			options = append(options, Option{phrase.State(s), phrase.State(s)})
		}
	case number.FieldLocation:
		for _, l := range work.Locations() {
			options = append(options, Option{l.ID, rows.NameOf(l)})
		}
	case number.FieldNumber, number.FieldNumberEnd, number.FieldSubscription, number.FieldCountry,
		number.FieldAreaCode, number.FieldExchange, number.FieldAction, number.FieldExtension, number.FieldLastDigits, number.FieldActivateOn:
	}
	if options != nil && back {
		options = append(options, Option{AsInFile, phrase.Text("review.asinfile")})
	}
	return options
}

// countryOptions are the countries of locations, then all others by their names.
func countryOptions(locations []number.Location) []Option {
	near := map[string]bool{}
	for _, l := range locations {
		near[strings.ToUpper(l.Country)] = true
	}
	var options []Option
	for first := 'A'; first <= 'Z'; first++ {
		for second := 'A'; second <= 'Z'; second++ {
			code := string(first) + string(second)
			if name := phrase.CountryLabel(code); name != code {
				options = append(options, Option{code, name})
			}
		}
	}
	slices.SortFunc(options, func(a, b Option) int {
		if near[a.Text] != near[b.Text] {
			if near[a.Text] {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.Label, b.Label)
	})
	return options
}
