package wholeway

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	importer "numberloader/import"
	"numberloader/import/filetest"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// placed reads a text and says of each row which location it has, and of each
// column that was used or left aside as what.
func placed(t *testing.T, text string, layout number.Layout, known review.Known) (locations []string, columns map[string]string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	table, err := importer.Read(t.Context(), path, layout, nil)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := review.Rows(t.Context(), table, review.Settings{Region: "DE"}, known, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		locations = append(locations, strings.TrimSpace(rows[i].Location()+" "+string(rows[i].Code())))
	}
	columns = map[string]string{}
	seen := review.Located(table, known.Locations)
	for i := range seen.Inventory {
		item := &seen.Inventory[i]
		if item.Field != number.FieldNumber || item.Aside != number.AsideNone {
			columns[number.ColumnName(item.Column)] = item.Aside.String()
		}
	}
	return locations, columns
}

// TestPlacesAreLocationsWhereTheOrganizationHasTheirNames reads lists before and
// after an organization is known.
func TestPlacesAreLocationsWhereTheOrganizationHasTheirNames(t *testing.T) {
	t.Parallel()
	known := review.Known{Locations: []number.Location{
		{ID: "b", Name: "Berlin", Country: "DE"}, {ID: "k", Name: "Kansas City", Country: "US"}, {ID: "o", Name: "大阪", Country: "JP"},
	}}
	const two = "+493023125001;Berlin\n+18165550102;Kansas City\n"
	used, unused, none := map[string]string{"B": ""}, map[string]string{"B": "unused_column"}, map[string]string{}
	for name, c := range map[string]struct {
		text   string
		layout number.Layout
		before []string // of the rows
		then   []string
		seen   map[string]string // columns before
		after  map[string]string
	}{
		"a city":            {"Phone;City\n" + two, number.Layout{}, []string{"", "other_country"}, []string{"Berlin", "Kansas City"}, unused, used},
		"a building":        {"Rufnummer;Gebäude\n" + two, number.Layout{}, []string{"", "other_country"}, []string{"Berlin", "Kansas City"}, unused, used},
		"a shop, Japanese":  {"電話番号;店舗\n+81662345678;大阪\n", number.Layout{}, []string{"other_country"}, []string{"大阪"}, unused, used},
		"an unknown header": {"Phone;Where it rings\n" + two, number.Layout{}, []string{"", "other_country"}, []string{"Berlin", "Kansas City"}, none, used},
		"no header":         {two, number.Layout{}, []string{"", "other_country"}, []string{"Berlin", "Kansas City"}, none, used},
		"in another case":   {"Phone;Town\n+493023125001; BERLIN \n", number.Layout{}, []string{""}, []string{"Berlin"}, unused, used},
		"some are unknown":  {"Phone;City\n" + two + "+493023125003;Potsdam\n", number.Layout{}, []string{"", "other_country", ""}, []string{"Berlin", "Kansas City", "Potsdam unknown_location"}, unused, used},
		"most are unknown":  {"Phone;City\n+493023125001;Berlin\n+493023125002;Potsdam\n", number.Layout{}, []string{"", ""}, []string{"", ""}, unused, unused},
		"somebody's team":   {"Phone;Team\n+493023125001;Berlin\n", number.Layout{}, []string{""}, []string{""}, none, none},
		"a location, too":   {"Phone;City;Location\n+493023125001;Berlin;Kansas City\n", number.Layout{}, []string{"Kansas City"}, []string{"Kansas City other_country"}, map[string]string{"B": "unused_column", "C": ""}, map[string]string{"B": "unused_column", "C": ""}},
		"the user says no":  {"Phone;City\n" + two, number.Layout{Columns: map[number.Field]string{number.FieldLocation: ""}}, []string{"", "other_country"}, []string{"", "other_country"}, unused, unused},
		"two columns":       {"Phone;Mobile;City\n+493023125001;+493023125002;Berlin\n", number.Layout{Columns: map[number.Field]string{number.FieldNumber: "A"}, Numbers: []string{"B"}}, []string{"", ""}, []string{"Berlin", "Berlin"}, map[string]string{"C": "unused_column"}, map[string]string{"C": ""}},
		"two tables":        {"Phone;City\n+493023125001;Berlin\n\nMobile;Town\n+18165550102;Kansas City\n", number.Layout{Headers: []int{1, 4}}, []string{"", "other_country"}, []string{"Berlin", "Kansas City"}, unused, used},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, seen := placed(t, c.text, c.layout, review.Known{})
			if diff := cmp.Diff(c.before, got) + cmp.Diff(c.seen, seen); diff != "" {
				t.Errorf("before the organization is known: %s", diff)
			}
			got, seen = placed(t, c.text, c.layout, known)
			if diff := cmp.Diff(c.then, got) + cmp.Diff(c.after, seen); diff != "" {
				t.Errorf("when it is known: %s", diff)
			}
		})
	}
}

// TestAHiddenColumnOfLocationsIsCalledHidden has columns that are the locations by the
// names in them alone, of which the file hides some.
func TestAHiddenColumnOfLocationsIsCalledHidden(t *testing.T) {
	t.Parallel()
	row := func(line int, texts ...string) string {
		cells := ""
		for i, text := range texts {
			cells += fmt.Sprintf(`<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>`, number.ColumnName(i), line, text)
		}
		return fmt.Sprintf(`<row r="%d">%s</row>`, line, cells)
	}
	for _, header := range []string{"City", "Where it rings", "Location"} {
		for _, hidden := range []string{"", "B"} {
			cols := ""
			if hidden != "" {
				cols = `<cols><col min="2" max="2" hidden="1"/></cols>`
			}
			sheet := cols + "<sheetData>" + row(1, "Phone", header) + row(2, "+493023125001", "Berlin") + row(3, "+493023125002", "Berlin") + "</sheetData>"
			path := filepath.Join(t.TempDir(), "list.xlsx")
			if err := os.WriteFile(path, filetest.Zip(t, filetest.Workbook(sheet)), 0o600); err != nil {
				t.Fatal(err)
			}
			table, err := importer.Read(t.Context(), path, number.Layout{}, nil)
			if err != nil {
				t.Fatal(err)
			}
			told := ""
			inventory := review.Located(table, []number.Location{{ID: "b", Name: "Berlin", Country: "DE"}}).Inventory
			for i := range inventory {
				if item := &inventory[i]; item.Hidden && item.Field == number.FieldLocation && item.Matters() {
					told += number.ColumnName(item.Column)
				}
			}
			if told != hidden {
				t.Errorf("below %q, told as hidden is %q, not %q", header, told, hidden)
			}
		}
	}
}

// TestCountriesAreAskedForListsThatNameSome has a column of countries in a list of
// which some numbers lack one.
func TestCountriesAreAskedForListsThatNameSome(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte("Phone;Country\n030 23125001;\n(212) 555-0101;US\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	table, err := importer.Read(t.Context(), path, number.Layout{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	found, err := review.PlausibleCountries(t.Context(), table, review.Settings{}, review.Known{})
	if err != nil || len(found) == 0 {
		t.Errorf("%v %v", found, err)
	}
}
