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
	problem number.Code // "" if the numbers are accepted
	only    [1]found    // the number, if there is one
	*more               // nil for nothing
}

// more is what few outcomes have.
type more struct {
	variant number.Variant // which message of the problem
	values  number.Args    // what its message names besides the cell and its text
	several []found        // the numbers, if there is not just one
	further []outcome      // problems that count once this one is overridden
	spans   []span         // of CodeRange
	// candidates are texts that may be offered instead, the likeliest first.
	// The first that passes is offered; if they are rivals, the only one.
	candidates []string
	rivals     bool
	findings   []number.Finding // what is said of several numbers of a Reading
}

// numbers are those that were read.
func (o *outcome) numbers() []found {
	switch {
	case !o.only[0].number.IsZero():
		return o.only[:]
	case o.more != nil:
		return o.several
	}
	return nil
}

// remark remarks on all numbers.
func (o *outcome) remark(r number.Remarks) {
	for numbers, i := o.numbers(), 0; i < len(numbers); i++ {
		numbers[i].remarks |= r
	}
}

// extended is what few outcomes have, for this one, too.
func (o *outcome) extended() *more {
	if o.more == nil {
		o.more = &more{}
	}
	return o.more
}

// accepted reports whether there is no problem.
func (o *outcome) accepted() bool { return o.problem == "" }

// readable reports whether there is no problem except that a range needs a click.
func (o *outcome) readable() bool { return o.problem == "" || o.problem == number.CodeRange }

// alone is the outcome's problem without its numbers and what is offered.
func (o *outcome) alone() outcome {
	if o.more == nil {
		return outcome{problem: o.problem}
	}
	return reason(o.problem, o.variant, o.values)
}

// accept is the outcome of one number.
func accept(p dialplan.Number, r number.Remarks) outcome {
	return outcome{only: [1]found{{number: p.E164(), library: p, remarks: r}}}
}

// reject is the outcome of a text that is not sent. Candidates are texts to
// offer instead.
func reject(code number.Code, candidates ...string) outcome {
	if len(candidates) == 0 {
		return outcome{problem: code}
	}
	return outcome{problem: code, more: &more{candidates: candidates}}
}

// reason is reject with one of the variants of the code, and what its message names.
func reason(code number.Code, why number.Variant, values number.Args, candidates ...string) outcome {
	return outcome{problem: code, more: &more{variant: why, values: values, candidates: candidates}}
}

// unclear is the outcome of a text that means several numbers, but not clearly.
// Why is one of the variants of CodeUnclearList, and values are what it names.
func unclear(why number.Variant, values number.Args, candidates ...string) outcome {
	return reason(number.CodeUnclearList, why, values, candidates...)
}

// notFull is unclear for a part that would have to be a full number.
func notFull(part string) outcome {
	return unclear(number.VariantNotFull, number.Args{{"part", characters.Brief(part)}})
}
