package service

import (
	"cmp"
	"strings"

	"numberloader/internal/run"
	"numberloader/service/webex"
)

// parts are the rows of a request as an answer sorts them.
type parts struct {
	refused   []run.Update
	inUse     []int // named as in use: the number list says where
	others    []int // not named
	strangers bool  // numbers are named that are not among the rows
}

// sort finds the rows that an answer names, in whatever style it writes them.
// Those that it refuses have an outcome.
func (j *job) sort(r *request, a reply, o run.Outcome, named []webex.NumberError) parts {
	if len(named) == 0 {
		return parts{others: r.rows}
	}
	byNumber := make(map[string]webex.NumberError, len(named))
	for _, n := range named {
		byNumber[digits(n.Number)] = n
	}
	var p parts
	for _, row := range r.rows {
		key := digits(j.lines[row].Row.Number.String())
		n, isNamed := byNumber[key]
		delete(byNumber, key)
		switch {
		case !isNamed:
			p.others = append(p.others, row)
		case o == run.Refused && isInUse(n.Code):
			p.inUse = append(p.inUse, row)
		default:
			result := a.result(o, reasonFor(n.Code, cmp.Or(n.Message, n.Title), j.place(r)))
			result.ErrorCode = n.Code
			p.refused = append(p.refused, run.Update{Line: row, Result: result})
		}
	}
	p.strangers = len(byNumber) > 0
	return p
}

// digits are the digits of a number, however it is written.
func digits(text string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, text)
}

// place is the name of a request's location.
func (j *job) place(r *request) string { return placeName(r.Group, j.names) }
