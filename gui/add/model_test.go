package add

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
	"numberloader/internal/run"
)

func locations() []number.Location {
	return []number.Location{
		{ID: "kc", Name: "Kansas City", Country: "US", PSTN: number.PSTNLocalGateway},
		{ID: "chi", Name: "Chicago", Country: "US", PSTN: number.PSTNCisco},
	}
}

// requests are 12 DID in two requests and 21 mobile numbers in two for Kansas
// City, and one mobile number for Chicago.
func requests() []plan.Request {
	did := plan.Group{LocationID: "kc", Location: "Kansas City", Kind: number.KindDID, State: number.StateActive}
	mobile := plan.Group{LocationID: "kc", Location: "Kansas City", Kind: number.KindMobile}
	far := plan.Group{LocationID: "chi", Location: "Chicago", Kind: number.KindMobile}
	next := 0
	take := func(n int) []int {
		indexes := make([]int, n)
		for i := range indexes {
			indexes[i] = next
			next++
		}
		return indexes
	}
	return []plan.Request{
		{Number: 1, Group: did, Index: 1, Of: 2, Rows: take(10)},
		{Number: 2, Group: did, Index: 2, Of: 2, Rows: take(2)},
		{Number: 3, Group: mobile, Index: 1, Of: 2, Rows: take(20)},
		{Number: 4, Group: mobile, Index: 2, Of: 2, Rows: take(1)},
		{Number: 5, Group: far, Index: 1, Of: 1, Rows: take(1)},
	}
}

// planned are the rows of requests, and two that stay behind.
func planned(t *testing.T) []*number.Row {
	t.Helper()
	all := make([]*number.Row, 36)
	for i := range all {
		all[i] = &number.Row{Record: int32(i), Number: numbertest.E164("+18165550100"), Shared: &number.Shared{Location: "Kansas City", LocationID: "kc"}}
	}
	numbertest.Say(all[34], number.CodeIntegratedPSTN)
	all[35].AlreadyThere = true
	return all
}

func practice() run.Account {
	return run.Account{Organization: run.Organization{Name: "Practice organization", Practice: true}}
}

func acme(role run.Role) run.Account {
	return run.Account{Person: "Dana Reyes", Role: role, RoleName: "read-only administrator", Organization: run.Organization{Name: "Acme Corp"}}
}

func ready(t *testing.T, account run.Account) *Model {
	t.Helper()
	m := &Model{}
	m.Set(plan.Plan{Rows: planned(t), Requests: requests()}, locations(), account)
	m.Checking()
	m.Checked(nil)
	return m
}

func TestTheSentencesSayWhatWouldBeAddedWhere(t *testing.T) {
	t.Parallel()
	m := ready(t, acme(run.RoleFullAdministrator))
	if got, want := m.Headline(), "Add 34 numbers to 2 locations in Acme Corp"; got != want {
		t.Errorf("headline %q, want %q", got, want)
	}
	if got, want := m.Sentence(), "12 DID (active) and 22 mobile, in 5 requests, about 3 seconds."; got != want {
		t.Errorf("sentence %q, want %q", got, want)
	}
	if got := m.Behind(); got != 2 {
		t.Errorf("%d rows stay behind, want 2", got)
	}
	want := []Place{
		{Location: "Kansas City", PSTN: "Local gateway", DID: 12, Mobile: 21, Requests: 4},
		{Location: "Chicago", PSTN: "Cisco Calling Plans", Mobile: 1, Requests: 1},
	}
	if diff := cmp.Diff(want, m.Places()); diff != "" {
		t.Error(diff)
	}
}

func TestOneLocationIsNamedInTheHeadline(t *testing.T) {
	t.Parallel()
	m := &Model{}
	tollFree := plan.Group{LocationID: "x", Location: "Austin", Kind: number.KindTollFree, State: number.StateInactive}
	m.Set(plan.Plan{Rows: []*number.Row{{}}, Requests: []plan.Request{{Number: 1, Group: tollFree, Index: 1, Of: 1, Rows: []int{0}}}}, locations(), practice())
	if got, want := m.Headline(), "Add 1 number to Austin in the practice organization"; got != want {
		t.Errorf("headline %q, want %q", got, want)
	}
	if got, want := m.Sentence(), "1 toll-free (inactive), in 1 request, about 1 second."; got != want {
		t.Errorf("sentence %q, want %q", got, want)
	}
	if got, want := m.Places()[0], (Place{Location: "Austin", PSTN: "Not asked yet", TollFree: 1, Requests: 1}); got != want {
		t.Errorf("place %+v, want %+v", got, want)
	}
	_, text := m.Question()
	if strings.Contains(text, "What is active") || !strings.HasPrefix(text, "It goes to Austin. This is 1 toll-free (inactive). What is inactive waits until you activate it.") {
		t.Errorf("question %q", text)
	}
}

func TestTheHeadlineAsksForALocationThatIsNotChosen(t *testing.T) {
	t.Parallel()
	nowhere := plan.Group{Kind: number.KindDID, State: number.StateActive}
	some, none := requests(), requests()
	some[0].Group = nowhere
	for i := range none {
		none[i].Group = nowhere
	}
	for want, c := range map[string]struct {
		requests []plan.Request
		places   []string
		check    Check
	}{
		"Choose a location in the practice organization for 10 of 34 numbers": {
			some, []string{"Kansas City", "Chicago"}, Check{Tone: ToneProblem, Text: "10 numbers have no location yet."},
		},
		"Choose a location in the practice organization for 34 numbers": {
			none, nil, Check{Tone: ToneProblem, Text: "34 numbers have no location yet."},
		},
		"Choose a location in the practice organization for 1 number": {
			none[4:], nil, Check{Tone: ToneProblem, Text: "1 number has no location yet."},
		},
		"No number can be added yet": {nil, nil, Check{Text: "No location gets numbers."}},
	} {
		m := ready(t, practice())
		m.Set(plan.Plan{Requests: c.requests}, locations(), practice())
		if got := m.Headline(); got != want {
			t.Errorf("headline %q, want %q", got, want)
		}
		var places []string
		for _, p := range m.Places() {
			places = append(places, p.Location)
		}
		if diff := cmp.Diff(c.places, places); diff != "" {
			t.Errorf("%s: %s", want, diff)
		}
		if diff := cmp.Diff(c.check, m.Checks()[1]); diff != "" {
			t.Errorf("%s: %s", want, diff)
		}
	}
}

func TestTheButtonIsBlockedForAReasonThatIsSaid(t *testing.T) {
	t.Parallel()
	homeless := append(planned(t), &number.Row{Level: number.LevelProblem}) // which is no number to add
	homeless[0].Shared.Location = ""
	failed := ready(t, acme(run.RoleUnknown))
	failed.Checked(&fault.Error{Kind: fault.Unreachable})
	under := ready(t, acme(run.RoleUnknown))
	under.Checking()
	empty := ready(t, practice())
	empty.Set(plan.Plan{}, nil, practice())
	astray := ready(t, practice())
	nowhere := requests()[4:]
	nowhere[0].Group = plan.Group{Kind: number.KindMobile}
	astray.Set(plan.Plan{Rows: homeless, Requests: nowhere}, locations(), practice())
	for name, c := range map[string]struct {
		m    *Model
		want string
	}{
		"nothing in the way":          {ready(t, acme(run.RoleFullAdministrator)), ""},
		"the role is not known":       {ready(t, acme(run.RoleUnknown)), ""},
		"checks under way":            {under, "Checking with Acme Corp"},
		"checks failed":               {failed, "Webex can't be reached"},
		"not a full administrator":    {ready(t, acme(run.RoleOther)), "Adding numbers needs a full administrator"},
		"a row without a location":    {astray, "1 number needs a location"},
		"no row without some problem": {empty, "No row can be added"},
	} {
		if got := c.m.Blocked(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestARowThatStaysBehindIsAskedForALocationAndBlocksNothing has one row without a
// location that has a problem besides, and one that is left out.
func TestARowThatStaysBehindIsAskedForALocationAndBlocksNothing(t *testing.T) {
	t.Parallel()
	all := planned(t)
	all[34].Shared.Location, all[35].Shared.Location = "", ""
	all[35].LeftOut = true
	m := ready(t, practice())
	m.Set(plan.Plan{Rows: all, Requests: requests()}, locations(), practice())
	if m.Homeless() != 1 || m.Blocked() != "" {
		t.Errorf("%d rows lack a location, blocked for %q", m.Homeless(), m.Blocked())
	}
}

func TestChecksSayByWhomNumbersAreUsed(t *testing.T) {
	t.Parallel()
	reception, sales := number.Owner{Name: "Reception", Type: "PLACE"}, number.Owner{Type: "CALL_QUEUE"}
	for want, owners := range map[string][]number.Owner{
		"Not sent again.": {{}}, "Not sent again. Used by Reception, a workspace.": {reception},
		"Not sent again. Used by a call queue, and 1 other.": {sales, {}, reception}, "Not sent again. Used by Reception, a workspace, and 2 others.": {reception, sales, sales},
	} {
		var rows []*number.Row
		for _, o := range owners {
			row := &number.Row{AlreadyThere: true}
			row.SetFindings(number.AlreadyThereFinding(numbertest.E164("+19135550100"), "Kansas City", o))
			rows = append(rows, row)
		}
		m := ready(t, practice())
		m.Set(plan.Plan{Rows: rows}, locations(), practice())
		if checks := m.Checks(); checks[len(checks)-1].More != want {
			t.Errorf("%+v, not %q", checks, want)
		}
	}
}

func TestChecksSayHowEachCameOut(t *testing.T) {
	t.Parallel()
	m := ready(t, acme(run.RoleOther))
	all := planned(t)
	all[0].SetFindings(number.NewFinding(number.CodeAlreadyInWebex, number.Usual, nil))
	m.Set(plan.Plan{Rows: all, Requests: requests()}, locations(), acme(run.RoleOther))
	want := []Check{
		{Tone: ToneProblem, Text: "Signed in as Dana Reyes, read-only administrator.", More: "Adding numbers needs a full administrator."},
		{Tone: ToneWarning, Text: "Both locations take numbers from you.", More: "1 row stays behind because of the location's PSTN connection."},
		{Text: "1 number is already there.", More: "Not sent again."},
		{Tone: ToneWarning, Text: "1 number is in another location already.", More: "It stays behind."},
	}
	if diff := cmp.Diff(want, m.Checks()); diff != "" {
		t.Error(diff)
	}
	if got := ready(t, practice()).Checks()[0].Text; got != "No sign-in is needed here." {
		t.Errorf("practice: %q", got)
	}
	if got := ready(t, acme(run.RoleFullAdministrator)).Checks()[0]; got.Tone != ToneGood {
		t.Errorf("a full administrator: %+v", got)
	}
	if got := ready(t, acme(run.RoleUnknown)).Checks()[0]; got.Tone != ToneWarning {
		t.Errorf("an unknown role: %+v", got)
	}
	m.Checking()
	if m.Checks() != nil {
		t.Error("checks are shown before they are done")
	}
}

func TestNothingIsCheckedOffWhereNothingGoes(t *testing.T) {
	t.Parallel()
	m := &Model{}
	m.Set(plan.Plan{}, nil, practice())
	m.Checked(nil)
	if got := m.Headline() + m.Sentence(); got != "No number can be added yet" {
		t.Errorf("got %q", got)
	}
	want := []Check{
		{Text: "No sign-in is needed here."},
		{Text: "No location gets numbers."},
		{Text: "None of the numbers is there already."},
	}
	if diff := cmp.Diff(want, m.Checks()); diff != "" {
		t.Error(diff)
	}
}

// TestWhereNothingGoesItSaysWhy has rows that stay behind for more reasons than are named.
func TestWhereNothingGoesItSaysWhy(t *testing.T) {
	t.Parallel()
	problem := func(code number.Code) *number.Row { return numbertest.Say(&number.Row{}, code) }
	all := []*number.Row{
		problem(number.CodeTooShort), problem(number.CodeNoCountry), problem(number.CodeNoCountry), problem(number.CodeNoCountry),
		numbertest.Say(&number.Row{AlreadyThere: true}, number.CodeExcelNumber),
		{AlreadyThere: true},
		numbertest.Say(&number.Row{LeftOut: true}, number.CodeNoCountry),
		problem(number.CodeTooLong),
		{Hidden: true},
		{Skipped: number.SkipTotal},
	}
	for want, rows := range map[string][]*number.Row{
		"":                                   nil,
		"1 row stays behind: too short (1).": all[:1],
		"8 rows stay behind: no country code (3), already there (2), skipped (1) and other reasons (2).": all,
	} {
		m := &Model{}
		m.Set(plan.Plan{Rows: rows}, nil, practice())
		if got := m.LeftBehind(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := ready(t, practice()).LeftBehind(); got != "2 rows stay behind." {
		t.Errorf("where others go it says %q", got)
	}
}

func TestTheQuestionNamesTheOrganizationAndTheLocations(t *testing.T) {
	t.Parallel()
	title, text := ready(t, acme(run.RoleFullAdministrator)).Question()
	if title != "Add 34 numbers to Acme Corp?" {
		t.Errorf("title %q", title)
	}
	if want := "They go to Kansas City and Chicago. These are 12 DID (active) and 22 mobile. What is active is in use at once. You can take this back later: undo removes only what this run added."; text != want {
		t.Errorf("text %q, want %q", text, want)
	}
	_, text = ready(t, practice()).Question()
	if !strings.HasSuffix(text, "undo removes only what this run added. This is practice: nothing goes to Webex.") {
		t.Errorf("practice: %q", text)
	}
}

func TestManyLocationsAreNotAllNamed(t *testing.T) {
	t.Parallel()
	m := &Model{}
	var many []plan.Request
	for i, name := range []string{"A", "B", "C", "D", "E", "F"} {
		many = append(many, plan.Request{Number: i + 1, Group: plan.Group{Location: name}, Index: 1, Of: 1, Rows: []int{i}})
	}
	m.Set(plan.Plan{Rows: make([]*number.Row, 6), Requests: many}, nil, practice())
	if _, text := m.Question(); !strings.Contains(text, "They go to A, B, C and 3 other locations.") {
		t.Errorf("got %q", text)
	}
}

func TestAFailedPreflightIsExplained(t *testing.T) {
	t.Parallel()
	m := ready(t, practice())
	m.Checked(&fault.Error{Kind: fault.NotAllowed})
	state, message := m.State()
	if state != PreflightFailed || message.Title != "Not allowed" || m.Checks() != nil {
		t.Errorf("state %v, message %+v", state, message)
	}
}

func TestWhatWebexSaysOfNumbersIsAmongTheChecks(t *testing.T) {
	t.Parallel()
	m := ready(t, acme(run.RoleFullAdministrator))
	all := planned(t)
	numbertest.Say(all[0], number.CodeUnavailableInWebex)
	numbertest.Say(all[1], number.CodeUnavailableInWebex).Level = number.LevelWarning
	m.Set(plan.Plan{Rows: all, Requests: requests()}, locations(), acme(run.RoleFullAdministrator))
	m.SetNotAsked([]string{"Webex could not be asked about toll-free numbers."})
	var got []string
	for _, c := range m.Checks() {
		if c.Tone == ToneWarning {
			got = append(got, c.Text)
		}
	}
	want := []string{"Both locations take numbers from you.", "Webex does not accept 1 number.", "Webex could not be asked about toll-free numbers."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestASignInThatEndsSoonIsAWarningBeforeALongRun(t *testing.T) {
	t.Parallel()
	group := plan.Group{LocationID: "kc", Location: "Kansas City", Kind: number.KindDID, State: number.StateActive}
	many := func(n int) []plan.Request {
		all := make([]plan.Request, n)
		for i := range all {
			all[i] = plan.Request{Number: i + 1, Group: group, Index: i + 1, Of: n, Rows: []int{0}}
		}
		return all
	}
	for name, c := range map[string]struct {
		account  run.Account
		requests int
		ends     time.Duration
		want     string
	}{
		"nobody knows":       {acme(run.RoleFullAdministrator), 200, 0, ""},
		"practice":           {practice(), 200, time.Minute, ""},
		"tomorrow":           {acme(run.RoleFullAdministrator), 200, 12 * time.Hour, ""},
		"a short run":        {acme(run.RoleFullAdministrator), 20, 40 * time.Minute, ""},
		"a long run":         {acme(run.RoleFullAdministrator), 200, 40 * time.Minute, "The sign-in ends in 40 minutes."},
		"too long a run":     {acme(run.RoleFullAdministrator), 9000, 80 * time.Minute, "The sign-in ends in 80 minutes."},
		"too short a moment": {acme(run.RoleFullAdministrator), 20, 5 * time.Second, "The sign-in ends in 5 seconds."},
	} {
		m := &Model{}
		m.Set(plan.Plan{Rows: planned(t), Requests: many(c.requests)}, locations(), c.account)
		m.SetEnds(c.ends)
		m.Checked(nil)
		got := ""
		for _, check := range m.Checks() {
			if strings.HasPrefix(check.Text, "The sign-in") {
				got = check.Text
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestALocationThatWasNotAskedHasNoGreenCheck(t *testing.T) {
	t.Parallel()
	m := &Model{}
	requests := []plan.Request{
		{Number: 1, Group: plan.Group{LocationID: "kc", Location: "Kansas City"}, Index: 1, Of: 1, Rows: []int{0}},
		{Number: 2, Group: plan.Group{LocationID: "x", Location: "Austin"}, Index: 1, Of: 1, Rows: []int{1}},
	}
	m.Set(plan.Plan{Rows: []*number.Row{{}, {}}, Requests: requests}, locations(), practice())
	m.Checked(nil)
	for _, check := range m.Checks() {
		if check.Text == "Webex did not say how the calls of 1 location come in." && check.Tone == ToneWarning {
			return
		}
	}
	t.Errorf("checks %+v", m.Checks())
}
