package phrase

import "numberloader/internal/compare"

// Whereabouts is where a number of a comparison is: "Only in Webex".
func Whereabouts(w compare.Where) string {
	switch w {
	case compare.Both:
		return Text("types.where.both")
	case compare.OnlyFile:
		return Text("types.where.file")
	case compare.OnlyWebex:
		return Text("types.where.webex")
	case compare.OtherLocation:
		return Text("types.where.elsewhere")
	}
	return ""
}

// Remark says in whole sentences what a person has to know of a pair: the problem of its
// row, or that it is in another location; "" for nothing.
func Remark(p *compare.Pair) string {
	switch {
	case p.Where == compare.OtherLocation:
		return Text("types.where.moved", "File", p.Row.Location(), "Webex", p.Held.Location.Name)
	case p.HasProblem():
		return Problem(p.Row)
	}
	return ""
}
