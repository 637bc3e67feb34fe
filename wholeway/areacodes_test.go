package wholeway

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers/v2"

	importer "numberloader/import"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// TestNumbersInPartsAreNobodyElses has random numbers of countries, with the area code
// in a column of its own, as it is written there and with the 0 in front, at times
// without one: each number is the right one or a problem, and so is what is suggested.
func TestNumbersInPartsAreNobodyElses(t *testing.T) {
	t.Parallel()
	for _, region := range []string{"EG", "KR", "ID", "TW", "MY", "IE", "NZ", "DE", "IT", "CN", "JP", "BR", "GB", "FR", "US"} {
		t.Run(region, func(t *testing.T) {
			t.Parallel()
			text, want := inParts(t, region)
			path := filepath.Join(t.TempDir(), "list.csv")
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			table, err := importer.Read(t.Context(), path, number.Layout{}, nil)
			if err != nil || table.Ask != nil {
				t.Fatal(table, err)
			}
			rows, err := review.Rows(t.Context(), table, review.Settings{Region: region}, review.Known{}, nil)
			if err != nil {
				t.Fatal(err)
			}
			right := 0
			for _, row := range rows {
				got := row.Special().Suggestion
				if row.Goes() {
					got = row.Number.String()
				}
				switch got {
				case "":
				case want[row.Record]:
					right++
				default:
					t.Errorf("%s is read as %s, and is %s", row.Input, got, want[row.Record])
				}
			}
			if right*4 < len(want)*3 {
				t.Errorf("only %d of %d numbers are read", right, len(want))
			}
		})
	}
}

// inParts is a list of random numbers of a country in parts, and the numbers.
func inParts(t *testing.T, region string) (text string, numbers []string) {
	t.Helper()
	const rows = 100
	r := rand.New(rand.NewPCG(3, uint64(region[0])<<8|uint64(region[1]))) //nolint:gosec // a seeded test
	example := phonenumbers.GetExampleNumberForTypeInRegion(region, phonenumbers.FIXED_LINE)
	area := phonenumbers.GetLengthOfGeographicalAreaCode(example)
	national := phonenumbers.GetNationalSignificantNumber(example)
	if area == 0 || area >= len(national) {
		t.Skipf("numbers of %s have no area codes", region)
	}
	trunk := phonenumbers.GetNddPrefixForRegion(region, true)
	var b strings.Builder
	b.WriteString("Name;Area code;Number\n")
	const tries = 100 * rows
	for range tries {
		if len(numbers) == rows {
			break
		}
		digits := national[:area] + fmt.Sprintf("%0*d", len(national)-area, r.IntN(100_000_000))[:len(national)-area]
		parsed, err := phonenumbers.Parse("+"+fmt.Sprint(example.GetCountryCode())+digits, "")
		if err != nil || !phonenumbers.IsValidNumber(parsed) {
			continue
		}
		code := digits[:area]
		if r.IntN(4) > 0 {
			code = trunk + code
		}
		fmt.Fprintf(&b, "Person %d;%s;%s\n", len(numbers), code, digits[area:])
		numbers = append(numbers, phonenumbers.Format(parsed, phonenumbers.E164))
	}
	if len(numbers) < rows/2 {
		t.Fatalf("only %d numbers of %s", len(numbers), region)
	}
	return b.String(), numbers
}
