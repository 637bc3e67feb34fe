package review_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/number"
	"numberloader/internal/review"
)

// TestRowsUnderAHeaderOfMobilePhonesAreFound has rows of two lists, of which one has such
// a header, and all ways in which a row may be of none.
func TestRowsUnderAHeaderOfMobilePhonesAreFound(t *testing.T) {
	t.Parallel()
	tab := table(texts("+19135550101", "+19135550102", "+19135550103", "+19135550104", "+19135550105", "+19135550106; +19135550107")...)
	tab.Headings = []string{"", "Phone"}
	tab.Records[2].SetText(number.FieldType, "DID")
	mobile := tab.List(&number.Record{})
	mobile.Headings, mobile.MobileHeader = []string{"", "Mobil"}, true
	tab.Further = []number.List{mobile}
	for i := range tab.Records {
		tab.Records[i].List = 1
	}
	tab.Records[0].List = 0
	word := "toll-free"
	decisions := map[int]review.Decision{3: {Type: &word}, 4: {LeftOut: true}}
	decided := func(record int) review.Decision { return decisions[record] }
	rows := rowsOf(t, tab, us(), review.Known{}, decisions)
	want := review.Headed{Headings: []string{"Mobil"}, Records: []int{1, 5}, Rows: 3}
	if diff := cmp.Diff(want, review.HeadedMobile(tab, rows, decided)); diff != "" {
		t.Error(diff)
	}
	set := us()
	set.Kind = number.KindMobile
	if got := review.HeadedMobile(tab, rowsOf(t, tab, set, review.Known{}, decisions), decided); got.Rows > 0 {
		t.Errorf("rows that go as mobile are found: %v", got)
	}
	tab.Further[0].MobileHeader = false
	if got := review.HeadedMobile(tab, rows, decided); got.Rows > 0 {
		t.Errorf("rows under another header are found: %v", got)
	}
}
