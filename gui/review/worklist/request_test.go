package worklist

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/gui/review/judged"
	"numberloader/gui/rows"
	"numberloader/internal/number"
	"numberloader/internal/plan"
)

func TestChoosingARequestShowsItsRowsAlone(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.Choose(judged.ChipProblems)
	m.ShowRequest(4)
	if _, ok := m.Chosen(); ok || m.Len() != 5 || m.Value(0, ColumnCell).Text != "B36" {
		t.Fatalf("shown are %s", cells(m))
	}
	if note, all := m.Note(); note != "Request 2 of 2 for Kansas City, mobile: 5 numbers." || !all {
		t.Errorf("the note is %q", note)
	}
	all, requests := sample(t)
	for i := range requests {
		requests[i].Number += 10
	}
	if m.Set(planOf(all, requests...)); m.Len() != 5 {
		t.Errorf("planned again, %d rows are shown", m.Len())
	}
	if m.Set(planOf(all, requests[:3]...)); m.Len() != 38 {
		t.Errorf("without the request, %d rows are shown", m.Len())
	}
	m.ShowRequest(13)
	m.ShowRequest(13)
	if _, ok := m.Chosen(); !ok || m.Len() != 38 {
		t.Error("a second click does not show all rows")
	}
	m.ShowRequest(99)
	if m.Len() != 38 {
		t.Error("a request that does not exist hides rows")
	}
}

func TestNoteExplainsWhatGoesOverARequest(t *testing.T) {
	t.Parallel()
	over := func(requests ...int) plan.Plan {
		p := plan.Plan{Placements: make([]plan.Placement, len(requests))}
		for i, n := range requests {
			r := good(t, i, fmt.Sprintf("+1816555010%d", i), "KC")
			r.Kind = number.KindMobile
			level := number.LevelNotice
			if n == 0 {
				level = number.LevelProblem
			}
			p.Rows = append(p.Rows, marked(r, level, number.CodeMobileOverflow, "It goes in another request."))
			if n > 0 {
				p.Requests = append(p.Requests, plan.Request{Number: n, Index: n, Of: 9, Group: plan.Group{Kind: number.KindMobile}, Rows: []int{i}})
				p.Placements[i] = p.Requests[len(p.Requests)-1].Placement()
			}
		}
		return p
	}
	for want, c := range map[string]struct {
		plan  plan.Plan
		limit int
	}{
		"": {over(), 20},
		"Webex takes 20 mobile numbers at a time. This one goes by itself in request 2; you need not do anything.":          {over(2), 20},
		"Webex takes 20 mobile numbers at a time. These 3 go by themselves in requests 2 and 3; you need not do anything.":  {over(2, 3, 3), 20},
		"A request is set to hold 5 mobile numbers. These 3 go by themselves in requests 2 to 7; you need not do anything.": {over(2, 7, 4), 5},
		"A request is set to hold 1 mobile number. This one stays behind, because the settings allow one request only.":     {over(0), 1},
		"Webex takes 20 mobile numbers at a time. These 2 stay behind, because the settings allow one request only.":        {over(0, 0), 20},
	} {
		m := NewModel(nil, nil)
		c.plan.Limits.Mobile = c.limit
		m.Set(c.plan)
		m.Choose(judged.ChipOver)
		if got, all := m.Note(); got != want || all {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestAnEmptyGridSaysWhyAndShowsTheWayOut(t *testing.T) {
	t.Parallel()
	m := NewModel(nil, nil)
	m.Set(planOf([]*number.Row{good(t, 0, "+19135550101", ""), good(t, 1, "+19135550102", "")}, plan.Request{Number: 1, Index: 1, Of: 1}))
	for c, want := range map[judged.Chip]Emptiness{
		judged.ChipChanged:  {Text: "No numbers were changed.", Way: rows.WayShowAll},
		judged.ChipProblems: {Text: "No problems. All 2 rows can be added.", Good: true, Way: rows.WayShowAll},
		judged.ChipThere:    {Text: "No numbers are there already.", Way: rows.WayShowAll},
		judged.ChipLeftOut:  {Text: "No rows are skipped.", Way: rows.WayShowAll},
		judged.ChipAside:    {Text: "No rows of the file are left aside.", Way: rows.WayShowAll},
		judged.ChipOver:     {Text: "No location has more than 20 mobile numbers.", Way: rows.WayShowAll},
	} {
		m.Choose(c)
		if got, ok := m.Empty(); !ok || got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	if m.Choose(judged.ChipLeftOut); len(m.Chips()) != 4 {
		t.Error("the chosen chip is not shown")
	}
	m.ShowRequest(1)
	if got, _ := m.Empty(); got.Text != "This request has no rows." || got.Way.Label() != "Show all rows" {
		t.Errorf("got %+v", got)
	}
	left := good(t, 0, "+19135550101", "")
	left.LeftOut = true
	m.Set(planOf([]*number.Row{left}))
	m.Choose(judged.ChipProblems)
	if got, _ := m.Empty(); got.Text != "No problems." {
		t.Errorf("got %+v", got)
	}
	m.Choose(judged.ChipReady)
	if got, _ := m.Empty(); got.Text != "No rows are ready as they stand in the file." {
		t.Errorf("got %+v", got)
	}
}

func TestStripSumsUpThePlan(t *testing.T) {
	t.Parallel()
	m := modelOf(t)
	m.ShowRequest(4)
	want := Strip{
		Mobile: []Mobile{{
			Title: "Kansas City, mobile", Caption: "25 numbers, 20 to a request",
			Bars: []Bar{
				{Request: 3, Label: "Request 1", Filled: 20, Full: 20},
				{Request: 4, Label: "Request 2", Filled: 5, Full: 20, Over: true, Chosen: true},
			},
		}},
		Others: &Total{Title: "DID", Caption: "6 numbers, 2 requests", Requests: "2 requests"},
	}
	if diff := cmp.Diff(want, m.Strip()); diff != "" {
		t.Error(diff)
	}
	m.Set(plan.Plan{Limits: plan.Limits{Mobile: 5}, Requests: []plan.Request{
		{Number: 1, Group: plan.Group{Kind: number.KindMobile}, Index: 1, Of: 1, Rows: []int{0}},
		{Number: 2, Group: plan.Group{Kind: number.KindMobile, Location: "KC", Usage: number.UsageService, Subscription: "Sub-1"}, Index: 1, Of: 1},
		{Number: 3, Group: plan.Group{Kind: number.KindTollFree}, Index: 1, Of: 1, Rows: []int{0}},
	}})
	s := m.Strip()
	if s.Mobile[0].Title != "Mobile" || s.Mobile[1].Title != "KC, mobile, service, Sub-1" || s.Mobile[0].Caption != "1 number, 5 to a request" {
		t.Errorf("got %+v", s.Mobile)
	}
	if *s.Others != (Total{Title: "Toll-free", Caption: "1 number, 1 request", Requests: "1 request"}) {
		t.Errorf("got %+v", s.Others)
	}
}

func TestTheStripNamesBothKindsOfOtherNumbers(t *testing.T) {
	t.Parallel()
	m := NewModel(nil, nil)
	if m.Strip().Others != nil {
		t.Error("a plan without requests has a sum")
	}
	m.Set(plan.Plan{Requests: []plan.Request{
		{Number: 1, Group: plan.Group{Kind: number.KindTollFree}, Index: 1, Of: 1, Rows: []int{0}},
		{Number: 2, Group: plan.Group{Kind: number.KindDID}, Index: 1, Of: 1, Rows: []int{1, 2}},
	}})
	if got, want := *m.Strip().Others, (Total{Title: "DID, toll-free", Caption: "3 numbers, 2 requests", Requests: "2 requests"}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
