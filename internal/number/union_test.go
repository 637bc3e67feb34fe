package number

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestColumnsOfSeveralListsStandUnderTheirHeadings(t *testing.T) {
	t.Parallel()
	table := &Table{
		Sheet: "Austin", Headings: []string{"Site", "Phone", "Phone"},
		Further: []List{
			{Sheet: "Berlin", Headings: []string{"PHONE", "Room", "site", "Phone"}}, {Sheet: "Austin", Headings: []string{"Site", "Phone", "Phone"}},
		},
		Records: []Record{
			{Source: SourceOf("Austin", "1", "2", "beyond")}, {List: 1, Source: SourceOf("3", "204", "Berlin", "4", "more")}, {List: 2, Source: SourceOf("Austin", "5")},
		},
	}
	u := UnionOf(table)
	var got [][]string
	for i := range table.Records {
		got = append(got, u.Source(&table.Records[i]).All())
	}
	want := [][]string{{"Austin", "1", "2", "beyond"}, {"Berlin", "3", "4", "", "204", "more"}, {"Austin", "5"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Site", "Phone", "Phone", "", "Room"}, u.Headings); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Austin", "Berlin"}, table.SheetNames()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Site", "Phone", "Phone"}, table.Headings); diff != "" {
		t.Errorf("the table was changed: %s", diff)
	}
}

// TestNoTextIsLostInAUnion has any headings and rows: each text stands under its
// heading, and none is lost.
func TestNoTextIsLostInAUnion(t *testing.T) {
	t.Parallel()
	headings := rapid.SliceOfN(rapid.SampledFrom([]string{"", "a", "A", "b", "c", "d"}), 0, 5)
	rapid.Check(t, func(r *rapid.T) {
		table := &Table{Headings: headings.Draw(r, "first"), Further: []List{{Headings: headings.Draw(r, "second")}}}
		for list := range uint16(2) {
			width := rapid.IntRange(0, 7).Draw(r, "width")
			var texts []string
			for i := range width {
				texts = append(texts, string(rune('0'+i)))
			}
			table.Records = append(table.Records, Record{List: list, Source: SourceOf(texts...)})
		}
		u := UnionOf(table)
		for i := range table.Records {
			record := &table.Records[i]
			list := table.List(record)
			source := u.Source(record).All()
			for c, text := range record.Source.All() {
				at := slices.Index(source, text)
				if at < 0 {
					r.Fatalf("%q is lost of %v: %v", text, record.Source.All(), source)
				}
				if c < len(list.Headings) && Fold(u.Headings[at]) != Fold(list.Headings[c]) {
					r.Fatalf("%q stands under %q and not %q", text, u.Headings[at], list.Headings[c])
				}
				if c >= len(list.Headings) && at < len(u.Headings) && u.Headings[at] != "" {
					r.Fatalf("%q stands under %q and has no heading", text, u.Headings[at])
				}
			}
		}
	})
}

func TestAnItemSaysWhereItStandsAndWhy(t *testing.T) {
	t.Parallel()
	for want, item := range map[string]Item{
		"Spare": {Sheet: "Spare", Column: -1, Aside: AsideOtherSheet}, "F": {Column: 5, First: 2, Last: 9, Aside: AsideOtherPhone},
		"B3": {Column: 1, First: 3, Last: 3, Aside: AsideAboveHeader}, "B3:B7": {Column: 1, First: 3, Last: 7, Aside: AsideSecondTable},
	} {
		if got := item.Where(); got != want {
			t.Errorf("it stands in %q, want %q", got, want)
		}
		if why, ok := ParseAside(item.Aside.String()); !ok || why != item.Aside {
			t.Errorf("%v is read as %v, %v", item.Aside, why, ok)
		}
	}
	for _, word := range []string{"", "later"} {
		if _, ok := ParseAside(word); ok {
			t.Errorf("%q is a reason", word)
		}
	}
}

func TestARowNamesItsSheet(t *testing.T) {
	t.Parallel()
	for place, want := range map[string]string{"Kansas City!B7": "Kansas City", "B7": "", "": "", "Wow!!B7": "Wow!"} {
		if got := ParsePlace(place).Sheet(); got != want {
			t.Errorf("%q is on %q, want %q", place, got, want)
		}
	}
}
