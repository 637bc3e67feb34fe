package lists

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"numberloader/import/headers"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// TestRowsOfAListAreNotItsHeader has any header with a word about phone numbers over rows
// whose numbers are damaged or missing, beside values that are header words as well, above
// further numbers or none: the header is the first row.
func TestRowsOfAListAreNotItsHeader(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		headings := rapid.Permutation([]string{
			rapid.SampledFrom([]string{"Phone number", "Rufnummer", "DID", "From", "Mobile"}).Draw(t, "phone"),
			rapid.SampledFrom([]string{"Type", "Status", "Note", "Zusatz"}).Draw(t, "other"), "", "",
		}).Draw(t, "headings")
		damaged := rapid.OneOf(rapid.StringMatching(`(=\+|\(|)[0-9]{1,6}( x|\)|)`), rapid.SampledFrom([]string{"-", "TBD", "N/A"}))
		value := rapid.SampledFrom([]string{"", "note", "DID", "mobile", "fax", "active", "from", "Berlin"})
		rows := [][]string{headings}
		addRows := func(phone *rapid.Generator[string], most int) {
			for range rapid.IntRange(0, most).Draw(t, "rows") {
				row := make([]string, len(headings))
				for c, heading := range headings {
					switch heading {
					case "", "Type", "Status", "Note", "Zusatz":
						row[c] = value.Draw(t, "value")
					default:
						row[c] = phone.Draw(t, "number")
					}
				}
				rows = append(rows, row)
			}
		}
		addRows(damaged, 8)
		addRows(rapid.Map(rapid.IntRange(0, 99), func(n int) string { return fmt.Sprintf("+121255501%02d", n) }), 8)
		s := sheet.New("DIDs", sheet.NewTexts(sheet.MaxFileText), nil)
		for i, row := range rows {
			if err := s.AddTexts(i+1, row); err != nil {
				t.Fatal(err)
			}
		}
		found, err := Find(s, headers.New(), number.Layout{})
		if err != nil {
			t.Fatal(err)
		}
		if got := found.Lists[0].Line; got != 1 || len(found.Lists) > 1 {
			t.Errorf("%q: the header is row %d of %d lists", rows, got, len(found.Lists))
		}
	})
}
