package dialplan

import "strings"

// habit is a way in which people of a country write its numbers that its
// numbering plan does not have any more.
type habit struct {
	code   int    // of the country
	front  string // what stands in front
	digits int    // how many digits follow
	now    string // what stands in front today
}

// habits are the table of them (docs/number-rules.md, 3.10), from the changes of
// plan that the countries told the ITU: Mexico in 2019 (044, 045 and 01 are dialed
// no more, nor 1 for mobile numbers), Benin in 2024 (01 before each number).
//
//nolint:gochecknoglobals // a constant table, never written
var habits = [...]habit{
	{code: 52, front: "044", digits: 10},
	{code: 52, front: "045", digits: 10},
	{code: 52, front: "01", digits: 10},
	{code: 52, front: "1", digits: 10},
	{code: 229, digits: 8, now: "01"},
}

// Today is the number as the plan of its country has it today, if it is written by
// a habit of the time before. Lengthened says that digits were missing, and not too
// many. It says false if there is no such habit, or if the number is still none.
func (p *Number) Today() (today Number, lengthened, ok bool) {
	for _, h := range habits {
		rest, fits := strings.CutPrefix(p.national, h.front)
		if !fits || h.code != p.Code() || len(rest) != h.digits {
			continue
		}
		if today = International(p.Prefix() + h.now + rest); today.Acceptable() {
			return today, len(h.now) > len(h.front), true
		}
	}
	return Number{}, false, false
}
