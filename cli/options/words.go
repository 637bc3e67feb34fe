package options

import (
	"strconv"
	"strings"

	"numberloader/cli/console"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// choice is a word of the command line and what it stands for.
type choice[T any] struct {
	word  string
	value T
}

func kindChoices() []choice[number.Kind] {
	return []choice[number.Kind]{
		{"did", number.KindDID}, {"toll-free", number.KindTollFree}, {"mobile", number.KindMobile},
	}
}

func usageChoices() []choice[number.Usage] {
	return []choice[number.Usage]{{"none", number.UsageNone}, {"service", number.UsageService}}
}

func stateChoices() []choice[number.State] {
	return []choice[number.State]{{"active", number.StateActive}, {"inactive", number.StateInactive}}
}

func fieldChoices() []choice[number.Field] {
	var all []choice[number.Field]
	for _, field := range NamedFields() {
		all = append(all, choice[number.Field]{FieldWord(field), field})
	}
	return all
}

// NamedFields are the fields that --column knows.
func NamedFields() []number.Field {
	return append(number.Fields(), number.FieldExtension, number.FieldLastDigits)
}

// FieldWord is the FIELD of --column, and the name in "columns" of JSON lines.
func FieldWord(field number.Field) string {
	return [...]string{
		number.FieldNumber: "number", number.FieldNumberEnd: "number_end", number.FieldType: "type",
		number.FieldUsage: "usage", number.FieldState: "state", number.FieldLocation: "location",
		number.FieldSubscription: "subscription", number.FieldExtension: "extension", number.FieldLastDigits: "last_digits",
	}[field]
}

// codeChoices are the problems that a person may override
// (docs/number-rules.md, 6).
func codeChoices() []choice[number.Code] {
	var all []choice[number.Code]
	for _, code := range number.Codes() {
		if code.Overridable() {
			all = append(all, choice[number.Code]{string(code), code})
		}
	}
	return all
}

// oneOf finds a word without regard to case. The error is fault.Usage; key is what it
// says.
func oneOf[T any](key, word string, choices []choice[T]) (T, error) {
	for _, c := range choices {
		if strings.EqualFold(c.word, strings.TrimSpace(word)) {
			return c.value, nil
		}
	}
	var none T
	return none, console.Usage(phrase.Text(key, "Word", strconv.Quote(word)), phrase.Text("cli.choice_next", "Words", phrase.Or(words(choices))))
}

func words[T any](choices []choice[T]) []string {
	var all []string
	for _, c := range choices {
		all = append(all, c.word)
	}
	return all
}
