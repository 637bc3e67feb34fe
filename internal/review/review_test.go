package review_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
)

// table is a sheet with every column, the number in column B.
func table(records ...number.Record) *number.Table {
	t := &number.Table{
		Sheet: "DIDs",
		Columns: map[number.Field]int{
			number.FieldLocation: 0, number.FieldNumber: 1, number.FieldType: 2, number.FieldUsage: 3,
			number.FieldState: 4, number.FieldSubscription: 5,
		},
		Records: records,
	}
	for i := range t.Records {
		t.Records[i].Line = i + 2
	}
	return t
}

// texts are records that hold numbers only.
func texts(all ...string) []number.Record {
	records := make([]number.Record, len(all))
	for i := range all {
		records[i] = text(all[i])
	}
	return records
}

func with(r number.Record, change func(*number.Record)) number.Record {
	change(&r)
	return r
}

// stating lets a record state what it says.
func stating(stated number.Stated) func(*number.Record) {
	return func(r *number.Record) { r.Stated = &stated }
}

// us are the settings of most tests.
func us() review.Settings { return review.Settings{Region: "US"} }

func rowsOf(t *testing.T, tab *number.Table, set review.Settings, known review.Known, decisions map[int]review.Decision) []*number.Row {
	t.Helper()
	rows, err := review.Rows(t.Context(), tab, set, known, decisions)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// say is a row in short: its cell, level, code and number.
func say(row *number.Row) string {
	return strings.TrimRight(fmt.Sprintf("%s %s %s %s", row.Cell(), row.Level, row.Code(), row.Number), " ")
}

func check(t *testing.T, rows []*number.Row, want ...string) {
	t.Helper()
	got := make([]string, len(rows))
	for i := range rows {
		got[i] = say(rows[i])
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestAPlainRow(t *testing.T) {
	t.Parallel()
	rows := rowsOf(t, table(text("+12125550123")), us(), review.Known{}, nil)
	check(t, rows, "B2 ok  +12125550123")
	row := rows[0]
	switch {
	case row.Place() != "DIDs!B2":
		t.Errorf("row.Place is %q, not %q", row.Place(), "DIDs!B2")
	case row.Line != 2:
		t.Errorf("row.Line is %v, not 2", row.Line)
	case row.Input != "+12125550123":
		t.Errorf("row.Input is %q, not %q", row.Input, "+12125550123")
	case row.Country() != "US":
		t.Errorf("row.Country is %q, not %q", row.Country(), "US")
	case row.Kind != number.KindDID:
		t.Errorf("row.Kind is %v, not %v", row.Kind, number.KindDID)
	case row.Usage != number.UsageNone:
		t.Errorf("row.Usage is %v, not %v", row.Usage, number.UsageNone)
	case row.State != number.StateActive:
		t.Errorf("row.State is %v, not %v", row.State, number.StateActive)
	case !row.Goes():
		t.Error("row.Goes() is false")
	}
}

func TestAddressesInATextFileHaveNoSheet(t *testing.T) {
	t.Parallel()
	tab := table(text("+12125550123"))
	tab.Sheet = ""
	if row := rowsOf(t, tab, us(), review.Known{}, nil)[0]; row.Place() != "B2" {
		t.Errorf("got %q", row.Place())
	}
}

func TestACellOfSeveralNumbersGivesARowForEach(t *testing.T) {
	t.Parallel()
	rows := rowsOf(t, table(texts("+12125550180, +12125550181", "+12125550182")...), us(), review.Known{}, nil)
	check(t, rows,
		"B2 warning several_numbers +12125550180",
		"B2 warning several_numbers +12125550181",
		"B3 ok  +12125550182")
	switch {
	case rows[0].Part != 0:
		t.Errorf("rows[0].Part is %v, not 0", rows[0].Part)
	case rows[1].Part != 1:
		t.Errorf("rows[1].Part is %v, not 1", rows[1].Part)
	case rows[1].Record != 0:
		t.Errorf("rows[1].Record is %v, not 0", rows[1].Record)
	case rows[2].Record != 1:
		t.Errorf("rows[2].Record is %v, not 1", rows[2].Record)
	}
}

func TestRangesAreExpandedWhenSomebodySaysSo(t *testing.T) {
	t.Parallel()
	records := texts("+1 212 555 0100 - 0104", "+12125550102", "+12125550180")
	rows := rowsOf(t, table(records...), us(), review.Known{}, nil)
	check(t, rows, "B2 problem range", "B3 ok  +12125550102", "B4 ok  +12125550180")
	if rows[0].Special().Count != 5 || rows[0].Special().First.String() != "+12125550100" || rows[0].Special().Last.String() != "+12125550104" {
		t.Errorf("the range is %+v", rows[0])
	}
	want := []string{
		"B2 ok  +12125550100", "B2 ok  +12125550101", "B2 ok  +12125550102", "B2 ok  +12125550103", "B2 ok  +12125550104",
		"B3 problem duplicate", "B4 ok  +12125550180",
	}
	set := us()
	set.ExpandRanges = true
	byAll := rowsOf(t, table(records...), set, review.Known{}, nil)
	check(t, byAll, want...)
	if byAll[4].Part != 4 || byAll[4].Special().Count != 0 {
		t.Errorf("the last row of the range is %+v", byAll[4])
	}
	check(t, rowsOf(t, table(records...), us(), review.Known{}, map[int]review.Decision{0: {Expand: true}, 2: {Expand: true}}), want...)
}

func TestEachNumberOfARangeIsJudged(t *testing.T) {
	t.Parallel()
	set := us()
	set.ExpandRanges = true
	rows := rowsOf(t, table(text("+44 20 7946 0100 - 0101")), set, review.Known{}, nil)
	check(t, rows, "B2 problem other_country +442079460100", "B2 problem other_country +442079460101")
}

func TestOverridableProblems(t *testing.T) {
	t.Parallel()
	foreign := table(text("+442079460020"), text("+442079460020"))
	rows := rowsOf(t, foreign, us(), review.Known{}, nil)
	check(t, rows, "B2 problem other_country +442079460020", "B3 problem other_country +442079460020")
	if !rows[0].Overridable || rows[0].Goes() || rows[0].Country() != "GB" {
		t.Errorf("got %+v", rows[0])
	}

	accepted := us()
	accepted.Accept = []number.Code{number.CodePremiumRate, number.CodeOtherCountry}
	for name, rows := range map[string][]*number.Row{
		"by code": rowsOf(t, foreign, accepted, review.Known{}, nil),
		"by row":  rowsOf(t, foreign, us(), review.Known{}, map[int]review.Decision{0: overriding(number.CodeOtherCountry), 1: overriding(number.CodeOtherCountry)}),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			check(t, rows, "B2 warning other_country +442079460020", "B3 problem duplicate")
			if !rows[0].Goes() || rows[0].Overridable {
				t.Errorf("got %+v", rows[0])
			}
		})
	}

	other := us()
	other.Accept = []number.Code{number.CodeInvalidNumber, number.CodeTooShort}
	check(t, rowsOf(t, table(text("+442079460020"), text("913 674")), other, review.Known{}, nil),
		"B2 problem other_country +442079460020", "B3 problem short_code")
}

func TestAcceptedSuggestionsReplaceTheTextAndNotTheInput(t *testing.T) {
	t.Parallel()
	set := us()
	set.AcceptSuggestions = true
	rows := rowsOf(t, table(text("1-800-FLOWERS"), text("913 674")), set, review.Known{}, nil)
	if rows[0].Number.String() != "+18003569377" || rows[0].Input != "1-800-FLOWERS" || rows[0].Special().Suggestion != "" {
		t.Errorf("got %+v", rows[0])
	}
	check(t, rows[1:], "B3 problem short_code")

	rows = rowsOf(t, table(text("1-800-FLOWERS")), us(), review.Known{}, nil)
	check(t, rows, "B2 problem letters")
	if rows[0].Special().Suggestion != "+18003569377" {
		t.Errorf("the suggestion is %q", rows[0].Special().Suggestion)
	}
}

func TestWhatTheUserTypesReplacesTheCell(t *testing.T) {
	t.Parallel()
	typed := func(s string) *string { return &s }
	tab := table(with(text("913 674"), stating(number.Stated{number.FieldType: "odd", number.FieldLocation: "Nowhere"})))
	known := review.Known{Locations: []number.Location{{ID: "L1", Name: "Leeds", Country: "GB"}}}
	rows := rowsOf(t, tab, us(), known, map[int]review.Decision{0: {
		Text: typed("+447400123000"), Type: typed("mobile"), Usage: typed("service"), State: typed("odd"),
		Location: typed("leeds"), Subscription: typed("Sub-1"),
	}})
	check(t, rows, "B2 ok  +447400123000")
	switch r := rows[0]; {
	case r.Kind != number.KindMobile:
		t.Errorf("r.Kind is %v, not %v", r.Kind, number.KindMobile)
	case r.Usage != number.UsageService:
		t.Errorf("r.Usage is %v, not %v", r.Usage, number.UsageService)
	case r.LocationID() != "L1":
		t.Errorf("r.LocationID is %q, not %q", r.LocationID(), "L1")
	case r.Special().Subscription != "Sub-1":
		t.Errorf("r.Subscription is %q, not %q", r.Special().Subscription, "Sub-1")
	case r.Input != "913 674":
		t.Errorf("r.Input is %q, not %q", r.Input, "913 674")
	}
	check(t, rowsOf(t, table(text("+12125550123")), us(), review.Known{}, map[int]review.Decision{0: {Text: typed(" ")}}),
		"B2 problem missing_number")
}

func TestDefaultsFillBlanks(t *testing.T) {
	t.Parallel()
	set := us()
	set.Kind, set.Usage, set.State = number.KindTollFree, number.UsageService, number.StateInactive
	set.Location, set.Subscription, set.Carrier = "kansas  CITY", "Sub-1", "c1"
	known := review.Known{Locations: []number.Location{{ID: "L1", Name: "Kansas City", Country: "US"}}}
	tab := table(
		text("+18005550205"),
		with(text("+12125550123"), stating(number.Stated{number.FieldType: " did ", number.FieldUsage: "none", number.FieldState: "Active"})),
		with(text("+12125550124"), stating(number.Stated{number.FieldType: "Mobile", number.FieldState: "active", number.FieldSubscription: "Sub-2"})),
		with(text("+12125550125"), stating(number.Stated{number.FieldType: "mobile"})),
	)
	rows := rowsOf(t, tab, set, known, nil)
	check(t, rows, "B2 ok  +18005550205", "B3 ok  +12125550123", "B4 ok  +12125550124", "B5 ok  +12125550125")
	got := make([]string, len(rows))
	for i, r := range rows {
		got[i] = fmt.Sprintf("%s %s %q %s %s %s %s", r.Kind.API(), r.Usage.API(), r.State.API(), r.LocationID(), r.Location(), r.Special().Subscription, r.Special().Carrier)
	}
	want := []string{
		`TOLLFREE SERVICE "INACTIVE" L1 Kansas City  `,
		`DID NONE "ACTIVE" L1 Kansas City  `,
		`MOBILE SERVICE "" L1 Kansas City Sub-2 c1`,
		`MOBILE SERVICE "" L1 Kansas City Sub-1 c1`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTheKindThatIsSentIsChecked(t *testing.T) {
	t.Parallel()
	set := us()
	set.Kind = number.KindTollFree
	check(t, rowsOf(t, table(text("+12125550123")), set, review.Known{}, nil), "B2 warning kind_mismatch +12125550123")
	check(t, rowsOf(t, table(text("+18005550205")), us(), review.Known{}, nil), "B2 warning kind_mismatch +18005550205")
}

func TestUnknownWords(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		change func(*number.Record)
		place  string // "" for none
	}{
		"type":               {stating(number.Stated{number.FieldType: "odd"}), "DIDs!C2"},
		"usage":              {stating(number.Stated{number.FieldUsage: "odd"}), "DIDs!D2"},
		"state":              {stating(number.Stated{number.FieldState: "odd"}), "DIDs!E2"},
		"a mobile's state":   {stating(number.Stated{number.FieldType: "mobile", number.FieldState: "odd"}), ""},
		"blanks are no word": {stating(number.Stated{number.FieldType: " ", number.FieldUsage: "\t", number.FieldState: " "}), ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rows := rowsOf(t, table(with(text("+12125550123"), test.change)), us(), review.Known{}, nil)
			if test.place == "" {
				check(t, rows, "B2 ok  +12125550123")
				return
			}
			check(t, rows, "B2 problem unknown_word")
			if message := phrase.Finding(&rows[0].Findings()[0]); !strings.HasPrefix(message, test.place+":") || !strings.Contains(message, `"odd"`) {
				t.Errorf("it says %q", message)
			}
		})
	}
	numberFirst := with(text("913 674"), stating(number.Stated{number.FieldType: "odd"}))
	check(t, rowsOf(t, table(numberFirst), us(), review.Known{}, nil), "B2 problem short_code")
}

func TestYesAndNoAreStatesUnderAnActiveHeader(t *testing.T) {
	t.Parallel()
	tab := table(with(text("+12125550123"), stating(number.Stated{number.FieldState: "no"})))
	check(t, rowsOf(t, tab, us(), review.Known{}, nil), "B2 problem unknown_word")
	tab.ActiveHeader = true
	if row := rowsOf(t, tab, us(), review.Known{}, nil)[0]; row.State != number.StateInactive {
		t.Errorf("got %+v", row)
	}
}

func TestLocations(t *testing.T) {
	t.Parallel()
	known := review.Known{Locations: []number.Location{
		{ID: "Ab1", Name: "Kansas  City", Country: "US"},
		{ID: "Ab2", Name: "London", Country: "GB"},
		{ID: "Ab3", Name: "Twins"},
		{ID: "Ab4", Name: "TWINS"},
		{ID: "Ab5", Name: "No country"},
		{ID: "same", Name: "same"},
		{ID: "Chicago", Name: "Chicago"},
	}}
	tests := map[string]struct{ text, want string }{
		"by name":                     {"London", "Ab2 London"},
		"whatever the case":           {" kansas city ", "Ab1 Kansas  City"},
		"by ID":                       {"Ab2", "Ab2 London"},
		"an ID keeps its case":        {"ab2", " ab2"},
		"nothing has it":              {"Boston", " Boston"},
		"two have it":                 {"twins", " twins"},
		"its ID is its name":          {"same", "same same"},
		"the same with a capital":     {"Chicago", "Chicago Chicago"},
		"without a country of itself": {"no country", "Ab5 No country"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rec := with(text("+12125550123"), stating(number.Stated{number.FieldLocation: test.text}))
			row := rowsOf(t, table(rec), us(), known, nil)[0]
			if got := row.LocationID() + " " + row.Location(); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if row.LocationID() != "" {
				return
			}
			check(t, []*number.Row{row}, "B2 problem unknown_location")
			if message := phrase.Finding(&row.Findings()[0]); !strings.HasPrefix(message, "DIDs!A2:") {
				t.Errorf("it says %q", message)
			}
		})
	}
}

func TestALocationThatCannotBeUsedSaysWhy(t *testing.T) {
	t.Parallel()
	known := review.Known{
		Locations:  []number.Location{{ID: "L1", Name: "Twin", Country: "US"}, {ID: "L2", Name: "TWIN", Country: "DE"}, {ID: "L3", Name: "twin", Country: "US"}},
		NotCalling: []number.Location{{ID: "L4", Name: "Boston"}, {ID: "L5", Name: "Twin"}},
	}
	for place, want := range map[string]string{
		"twin":   `there are 3 Webex locations named "twin" (the United States, Germany)`,
		"boston": `the Webex location "boston" is not enabled for calling`,
		"Austin": `there is no Webex location named "Austin".`,
	} {
		row := rowsOf(t, table(with(text("+12125550123"), stating(number.Stated{number.FieldLocation: place}))), us(), known, nil)[0]
		if row.Code() != number.CodeUnknownLocation || !strings.Contains(phrase.Finding(&row.Findings()[0]), want) {
			t.Errorf("%q: %q %s", place, row.Code(), phrase.Finding(&row.Findings()[0]))
		}
	}
}

func TestTheLocationSaysTheCountry(t *testing.T) {
	t.Parallel()
	known := review.Known{Locations: []number.Location{{ID: "L2", Name: "London", Country: "GB"}, {ID: "L5", Name: "Elsewhere"}}}
	in := func(location string) number.Record {
		return with(text("020 7946 0020"), stating(number.Stated{number.FieldLocation: location}))
	}
	rows := rowsOf(t, table(in("London"), in(""), in("Elsewhere")), us(), known, nil)
	check(t, rows, "B2 warning country_added +442079460020", "B3 problem too_long", "B4 problem too_long")
	if rows[0].Country() != "GB" || rows[1].Country() != "US" {
		t.Errorf("the countries are %q and %q", rows[0].Country(), rows[1].Country())
	}
}

func TestLocationsThatNobodyKnowsArePassedOn(t *testing.T) {
	t.Parallel()
	rec := with(text("+12125550123"), stating(number.Stated{number.FieldLocation: " Boston "}))
	row := rowsOf(t, table(rec), us(), review.Known{}, nil)[0]
	if row.Location() != "Boston" || row.LocationID() != "" || row.Level != number.LevelOK {
		t.Errorf("got %+v", row)
	}
	row = rowsOf(t, table(rec), us(), review.Known{Locations: []number.Location{}}, nil)[0]
	check(t, []*number.Row{row}, "B2 problem unknown_location")
}

func TestSkippedRecordsAreRowsWithoutAJudgment(t *testing.T) {
	t.Parallel()
	total := with(text("Total"), func(r *number.Record) {
		r.Skipped, r.Stated = number.SkipTotal, &number.Stated{number.FieldType: "odd", number.FieldLocation: "Nowhere"}
	})
	rows := rowsOf(t, table(total, text("+12125550123")), us(), review.Known{Locations: []number.Location{}}, nil)
	check(t, rows, "B2 ok", "B3 ok  +12125550123")
	if rows[0].Skipped != number.SkipTotal || len(rows[0].Findings()) != 0 || rows[0].Goes() {
		t.Errorf("got %+v", rows[0])
	}
}

func TestBlocksInTwoColumns(t *testing.T) {
	t.Parallel()
	block := func(start, end string) number.Record {
		return with(text(start), func(r *number.Record) {
			if end != "" {
				r.End = &number.Cell{Type: number.CellText, Value: end}
			}
		})
	}
	tab := table(block("+13125550300", "0304"), block("+13125550350", ""), block("+13125550351", "+13125550351"))
	tab.Columns[number.FieldNumberEnd] = 6
	check(t, rowsOf(t, tab, us(), review.Known{}, nil),
		"B2 problem range", "B3 ok  +13125550350", "B4 ok  +13125550351")
	set := us()
	set.ExpandRanges = true
	if rows := rowsOf(t, tab, set, review.Known{}, nil); len(rows) != 7 || rows[4].Number.String() != "+13125550304" {
		t.Errorf("got %+v", rows)
	}
}

func TestAStopReachesTheReview(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	rows, err := review.Rows(ctx, table(text("+12125550123")), us(), review.Known{}, nil)
	if !errors.Is(err, context.Canceled) || rows != nil {
		t.Errorf("got %v, %v", rows, err)
	}
}
