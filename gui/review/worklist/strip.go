package worklist

import (
	"slices"

	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	rules "numberloader/internal/review"
)

// Strip is the plan in one line: mobile numbers request by request, then the
// others in sum.
type Strip struct {
	Mobile []Mobile
	Others *Total // nil without other numbers
}

// Splits reports whether the numbers of a group need more than one request, so that there
// is something to see.
func (s Strip) Splits() bool {
	return slices.ContainsFunc(s.Mobile, func(m Mobile) bool { return len(m.Bars) > 1 })
}

// Mobile is a group of mobile numbers, which goes in one or more requests.
type Mobile struct {
	Title   string // "Kansas City, mobile"
	Caption string
	Bars    []Bar
}

// Bar is one request and how full it is.
type Bar struct {
	Request int // number over the whole plan
	Label   string
	Filled  int
	Full    int  // the most numbers it may hold
	Over    bool // it is not the first of its group
	Chosen  bool // its rows are shown alone
}

// Total sums up the requests of numbers that are not mobile.
type Total struct {
	Title    string // "DID", "Toll-free", or both
	Caption  string // "1,169 numbers, 117 requests"
	Requests string // "117 requests"
}

// Strip is the plan in one line.
func (h *choice) Strip() Strip {
	var s Strip
	place := map[plan.Group]int{}
	for i := range h.Requests {
		r := &h.Requests[i]
		if r.Group.Kind != number.KindMobile {
			continue
		}
		at, known := place[r.Group]
		if !known {
			at = len(s.Mobile)
			place[r.Group] = at
			s.Mobile = append(s.Mobile, Mobile{Title: mobileTitle(r.Group)})
		}
		s.Mobile[at].Bars = append(s.Mobile[at].Bars, h.barOf(r))
	}
	for i := range s.Mobile {
		s.Mobile[i].Caption = mobileCaption(s.Mobile[i].Bars)
	}
	s.Others = h.others()
	return s
}

func (h *choice) barOf(r *plan.Request) Bar {
	return Bar{
		Request: r.Number,
		Label:   phrase.Text("review.strip.request", "Number", r.Index),
		Filled:  len(r.Rows),
		Full:    max(h.Limits.Mobile, len(r.Rows)),
		Over:    r.Index > 1,
		Chosen:  h.bar == bar{group: r.Group, index: r.Index},
	}
}

// mobileTitle names a group by its location, and by what else sets it apart.
func mobileTitle(g plan.Group) string {
	parts := []string{phrase.Text("review.strip.mobile")}
	if g.Location != "" {
		parts[0] = phrase.Text("review.strip.title", "Location", rows.OneLine(g.Location))
	}
	if g.Usage == number.UsageService {
		parts = append(parts, phrase.Text("review.strip.service"))
	}
	for _, more := range []string{g.Subscription, g.Carrier} {
		if more != "" {
			parts = append(parts, rows.OneLine(more))
		}
	}
	return phrase.Commas(parts)
}

func mobileCaption(bars []Bar) string {
	n := 0
	for _, b := range bars {
		n += b.Filled
	}
	return phrase.Text("review.strip.caption", "Numbers", phrase.Text("words.numbers", "Count", n), "Limit", bars[0].Full)
}

// others sums up all numbers but the mobile ones.
func (h *choice) others() *Total {
	numbers, requests := 0, 0
	kinds := map[number.Kind]bool{}
	for i := range h.Requests {
		if kind := h.Requests[i].Group.Kind; kind != number.KindMobile {
			kinds[kind] = true
			numbers += len(h.Requests[i].Rows)
			requests++
		}
	}
	if requests == 0 {
		return nil
	}
	title := phrase.Kind(number.KindDID)
	switch {
	case !kinds[number.KindDID]:
		title = phrase.Kind(number.KindTollFree)
	case kinds[number.KindTollFree]:
		title = phrase.Text("review.strip.both", "DID", title)
	}
	count := phrase.Text("review.strip.requests", "Count", requests)
	return &Total{Title: title, Caption: phrase.Text("review.strip.total", "Numbers", phrase.Text("words.numbers", "Count", numbers), "Requests", count), Requests: count}
}

// SetOneRequest leaves mobile numbers past the first request of their group behind,
// as problems, or lets them go in further requests.
func (a *acts) SetOneRequest(on bool) {
	settings := a.work.Settings()
	if settings.OneRequest == on {
		return
	}
	settings.OneRequest = on
	name := phrase.Text("review.step.several")
	if on {
		name = phrase.Text("review.step.single")
	}
	a.work.Do(rules.Step{Name: name, Settings: &settings})
}
