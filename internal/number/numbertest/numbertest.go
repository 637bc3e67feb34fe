// Package numbertest makes what stands in rows, for tests.
package numbertest

import "numberloader/internal/number"

// E164 is the number that a text is, and none for "". It panics for any other text.
func E164(text string) number.E164 {
	if text == "" {
		return number.E164{}
	}
	n, err := number.ParseE164(text)
	if err != nil {
		panic(err)
	}
	return n
}
