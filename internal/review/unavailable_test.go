package review_test

import (
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/review"
)

func TestNumbersThatWebexDoesNotAccept(t *testing.T) {
	t.Parallel()
	denver := number.Location{ID: "L1", Name: "Denver", Country: "US", PSTN: number.PSTNLocalGateway}
	in := func(kind string) func(*number.Record) {
		return stating(number.Stated{number.FieldLocation: "Denver", number.FieldType: kind})
	}
	refused := numbertest.E164("+12125550123")
	there := numbertest.E164("+12125550124")
	known := review.Known{
		Locations:   []number.Location{denver},
		Existing:    map[number.E164]number.Held{there: {Location: denver}},
		Unavailable: map[number.E164]number.Variant{refused: number.VariantElsewhere, there: number.VariantInUse},
	}
	for kind, want := range map[string]string{
		"did": "B2 problem unavailable_in_webex", "mobile": "B2 warning unavailable_in_webex +12125550123",
	} {
		rows := rowsOf(t, table(with(text("+12125550123"), in(kind)), with(text("+12125550124"), in(kind))), us(), known, nil)
		check(t, rows, want, "B3 warning already_there +12125550124")
		if findings := rows[0].Findings(); findings[len(findings)-1].Variant != number.VariantElsewhere {
			t.Errorf("%s: it says %q", kind, findings)
		}
	}
}

func TestTheKindIsComparedWithWhatWebexTakesTheNumberFor(t *testing.T) {
	t.Parallel()
	did, free := numbertest.E164("+12125550123"), numbertest.E164("+18005550199")
	known := review.Known{TollFree: review.Numbers{did}, NotTollFree: review.Numbers{free}}
	in := func(kind string) func(*number.Record) {
		return stating(number.Stated{number.FieldType: kind})
	}
	rows := rowsOf(t, table(
		with(text("+12125550123"), in("did")), with(text("+18005550199"), in("toll-free")),
	), us(), known, nil)
	check(t, rows, "B2 warning kind_mismatch +12125550123", "B3 warning kind_mismatch +18005550199")
	for i, want := range []string{number.LooksTollFree, number.LooksNotTollFree} {
		if got := rows[i].Findings()[0].Args.Of("looks"); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	rows = rowsOf(t, table(
		with(text("+12125550123"), in("toll-free")), with(text("+18005550199"), in("mobile")),
	), us(), known, nil)
	for i := range rows {
		if len(rows[i].Findings()) != 1 {
			t.Errorf("what the number says itself is said twice: %+v", rows[i].Findings())
		}
	}
}
