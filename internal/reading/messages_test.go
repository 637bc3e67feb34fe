package reading_test

import (
	"strings"
	"testing"

	"numberloader/internal/number"
	"numberloader/internal/reading"
)

func TestMessagesOfReadings(t *testing.T) {
	t.Parallel()
	us := reading.Context{Place: "S!B7", Region: "US", Location: "New York", Kind: number.KindDID}
	for _, c := range []struct {
		cell number.Cell
		want []string
	}{
		{text("(212) 555-0141"), []string{`S!B7: "(212) 555-0141" has no + in front. It was read as a number of the United States: +12125550141.`}},
		{text("+442079460020"), []string{"S!B7: +442079460020 is a number of the United Kingdom, but the location New York is in the United States."}},
		{text("+18005550198"), []string{"S!B7: +18005550198 looks like a toll-free number, but the row says DID. It will be sent as DID."}},
		{text("+12042345678"), []string{"S!B7: +12042345678 belongs to Canada; the location is in the United States. Both use +1."}},
		{
			text("212-555-0168 x123"),
			[]string{`S!B7: "212-555-0168 x123" contains an extension. Webex needs the number without it. Did you mean +12125550168?`},
		},
		{text("5"), []string{`S!B7: "5" has only one digit. It looks like an extension, an emergency number or a service number.`}},
		{text("+1 212 555 0100 - 0199"), []string{`S!B7: "+1 212 555 0100 - 0199" stands for 100 numbers, +12125550100 to +12125550199. Add them all?`}},
		{
			text("+1 212 555 0199 - 0100"),
			[]string{`S!B7: "+1 212 555 0199 - 0100" seems to mean several numbers, but it is not clear which: the end is before the start.`},
		},
		{
			text("+12125550100 - +12125650100"),
			[]string{`S!B7: "+12125550100 - +12125650100" seems to mean several numbers, but it is not clear which: more than 10,000 numbers (100001).`},
		},
		{stored("45000", "yyyy"), []string{"S!B7: Excel turned the entry into a date (2023-03-15). Type the number again."}},
		{number.Cell{Formula: true}, []string{"S!B7 has a formula without a saved result. Open the file in Excel, save it, and open it here again."}},
		{
			text("+12125550100\n212 555 0101"),
			[]string{
				"S!B7: 2 numbers in one cell. They will be sent one by one: +12125550100, +12125550101.",
				`S!B7: "+12125550100 212 555 0101" has no + in front. It was read as a number of the United States: +12125550101.`,
			},
		},
		{
			text("this is a very long text without any phone number in it"),
			[]string{`S!B7: "this is a very long text without any pho…" is not a phone number.`},
		},
	} {
		var got []string
		for _, f := range reading.Read(c.cell, us).Findings {
			got = append(got, f.Message)
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%q\ngot  %q\nwant %q", c.cell.Value, got, c.want)
		}
	}
	unnamed := reading.Read(text("+442079460020"), reading.Context{Region: "US"}).Findings[0].Message
	if want := "This cell: +442079460020 is a number of the United Kingdom, but the location is in the United States."; unnamed != want {
		t.Errorf("got %q", unnamed)
	}
}
