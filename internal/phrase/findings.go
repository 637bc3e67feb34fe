package phrase

import (
	"strconv"
	"strings"

	"numberloader/internal/number"
)

// Finding says a finding in whole sentences, and what to do about it while its file is
// open. One whose code or variant has no message is said by its code, so that it is
// never passed over in silence.
func Finding(f *number.Finding) string {
	text := fact(f)
	if f.Quoted() != "" {
		return text
	}
	for _, key := range []string{messageKey(f.Code, f.Variant) + "_here", codeKey(f.Code, "here")} {
		if said, ok := english().find(key); ok {
			text = Sentences(text, said.fill(findingArgs(f.Args)))
			break
		}
	}
	if suggestion := f.Args.Of("suggestion"); suggestion != "" {
		return Text("words.suggestion", "Message", text, "Suggestion", suggestion)
	}
	return text
}

// fact is what a finding says, without what to do about it.
func fact(f *number.Finding) string {
	if quoted := f.Quoted(); quoted != "" {
		return quoted
	}
	said, ok := english().find(messageKey(f.Code, f.Variant))
	if !ok {
		return string(f.Code)
	}
	return said.fill(findingArgs(f.Args))
}

// CodeName is what rows with a code are called where many of them are counted, as it
// stands inside of a sentence.
func CodeName(code number.Code) string { return Text(codeKey(code, "name")) }

// CodeTitle is CodeName as it stands by itself.
func CodeTitle(code number.Code) string { return Capital(CodeName(code)) }

// CodeChange says what was done to the numbers with a code that are sent changed, as
// it follows how many they are.
func CodeChange(code number.Code) string {
	if said, ok := english().find(codeKey(code, "changed")); ok {
		return said.fill(pairs(nil))
	}
	return CodeName(code)
}

// Advised is where a person is told what to do about a row that stayed behind, which
// decides what can be done there.
type Advised string

// The places.
const (
	AfterClosing Advised = "next"   // the file has to be loaded again: a workbook, the command line, an old run
	InReview     Advised = "review" // the row stands in Review, where it can be corrected
)

// NextStep is what a person can do about a row with a finding of the code that
// stayed behind, "" if there is nothing to do.
func NextStep(row *number.Row, code number.Code, at Advised) string {
	if code.Settled() {
		return ""
	}
	for _, what := range []Advised{at, AfterClosing} {
		if said, ok := english().find(codeKey(code, string(what))); ok {
			return said.fill(pairs(nil))
		}
	}
	switch {
	case row.Special().Suggestion != "":
		return at.advice("replace", "Suggestion", row.Special().Suggestion)
	case row.Overridable:
		return at.advice("override")
	}
	return at.advice("correct")
}

// advice is what is advised where no code has its own words.
func (at Advised) advice(what string, args ...any) string {
	return Text("findings.advice."+what+"_"+string(at), args...)
}

// codeKey is the key of something that is said of a code.
func codeKey(code number.Code, what string) string { return "findings." + string(code) + "." + what }

// messageKey is the key of a message of a code.
func messageKey(code number.Code, variant number.Variant) string {
	if variant == number.Usual {
		return codeKey(code, "usual")
	}
	return codeKey(code, string(variant))
}

// findingArgs are the arguments of a finding, which are the same in every
// language, as a message shows them.
type findingArgs number.Args

func (a findingArgs) shown(name string) string {
	value, ok := number.Args(a).Find(name)
	if !ok {
		return "{" + name + "}" // shows what is missing
	}
	switch name {
	case "cell":
		if value == "" {
			return Text("words.cell")
		}
	case "country", "number_country":
		return Country(value)
	case "countries":
		return countryList(value)
	case "looks":
		return Text("findings.looks." + value)
	case "kind":
		return kindInside(value)
	case "owner":
		return Owner((&number.Finding{Args: number.Args(a)}).Owner())
	case "count":
		if n, ok := a.count(); ok {
			return Count(n)
		}
	}
	return value
}

func (a findingArgs) count() (int, bool) {
	n, err := strconv.Atoi(number.Args(a).Of("count"))
	return n, err == nil
}

// countryList names the countries of codes that are separated by commas.
func countryList(codes string) string {
	var names []string
	for code := range strings.SplitSeq(codes, ",") {
		names = append(names, Country(code))
	}
	return Commas(names)
}
