package reading

import (
	"numberloader/internal/characters"
	"numberloader/internal/dialplan"
	"numberloader/internal/number"
)

// found is a number that was read.
type found struct {
	number  number.E164
	library dialplan.Number
	remarks number.Remarks
	exact   bool // the text that it was read from is known to be the number
}

// outcome is what a text, or a part of one, was read as. It becomes a Reading
// when the whole cell was read.
type outcome struct {
	problem number.Code    // "" if the numbers are accepted
	variant number.Variant // which message of the problem
	values  number.Args    // what its message names besides the cell and its text
	numbers []found
	further []outcome // problems that count once this one is overridden
	spans   []span    // of CodeRange
	// candidates are texts that may be offered instead, the likeliest first.
	// The first that passes is offered; if they are rivals, the only one.
	candidates []string
	rivals     bool
}

// accepted reports whether there is no problem.
func (o *outcome) accepted() bool { return o.problem == "" }

// readable reports whether there is no problem except that a range needs a click.
func (o *outcome) readable() bool { return o.problem == "" || o.problem == number.CodeRange }

// accept is the outcome of one number.
func accept(p dialplan.Number, r number.Remarks) outcome {
	return outcome{numbers: []found{{number: p.E164(), library: p, remarks: r}}}
}

// reject is the outcome of a text that is not sent. Candidates are texts to
// offer instead.
func reject(code number.Code, candidates ...string) outcome {
	return outcome{problem: code, candidates: candidates}
}

// unclear is the outcome of a text that means several numbers, but not clearly.
// Why is one of the variants of CodeUnclearList, and values are what it names.
func unclear(why number.Variant, values number.Args, candidates ...string) outcome {
	return outcome{problem: number.CodeUnclearList, variant: why, values: values, candidates: candidates}
}

// notFull is unclear for a part that would have to be a full number.
func notFull(part string) outcome {
	return unclear(number.VariantNotFull, number.Args{{"part", characters.Brief(part)}})
}
