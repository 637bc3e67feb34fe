package cli

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/cli/console"
	"numberloader/cli/options"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

func TestWrongFlagsAreWrongUsage(t *testing.T) {
	t.Parallel()
	path := file(t, "list.csv", oneGood)
	for _, tt := range []struct {
		args []string
		says string
	}{
		{[]string{"--header", "-1"}, "row number"},
		{[]string{"--header", "x"}, `Invalid argument "x" for "--header" flag. See`},
		{[]string{"--column", "number"}, `"number" does not name a field and a column.`},
		{[]string{"--column", "number="}, "does not name"},
		{[]string{"--column", "carrier=C"}, `"carrier" is not a field. Use number, number_end,`},
		{[]string{"--region", "USA"}, `"USA" is not the code of a country.`},
		{[]string{"--region", "QQ"}, `"QQ" is not the code of a country.`},
		{[]string{"--type", "fax"}, `"fax" is not a type. Use did, toll-free or mobile.`},
		{[]string{"--usage", "x"}, "Use none or service."},
		{[]string{"--state", "x"}, "Use active or inactive."},
		{[]string{"--accept", "invalid_number,duplicate"}, `"duplicate" is not a code.`},
		{[]string{"--batch", "0"}, "DID or toll-free"},
		{[]string{"--mobile-batch", "21"}, "20 mobile"},
	} {
		status, stdout, stderr := invoke(t.Context(), newWorld(), append([]string{"check", path}, tt.args...)...)
		if status != console.StatusUsage || stdout != "" || !strings.Contains(strings.ReplaceAll(stderr, "\n", " "), tt.says) {
			t.Errorf("%q: status %d, printed %q, told %q", tt.args, status, stdout, stderr)
		}
	}
}

func TestFlagsReachTheRules(t *testing.T) {
	t.Parallel()
	c := newCommand(Program{})
	cmd, f := newCheck(c), &options.File{}
	cmd.ResetFlags()
	f.Register(cmd)
	err := cmd.ParseFlags([]string{
		"--sheet", "", "--sheet", "Spare", "--header", "0", "--encoding", "shift_jis",
		"--column", "number=Phone, main", "--column", "number=F", "--column", "LOCATION=C", "--region", "gb",
		"--type", "Mobile", "--usage", "service", "--state", "inactive", "--location", "L", "--subscription", "S", "--carrier", "C",
		"--expand-ranges", "--fix", "--hidden", "--accept", "premium_rate,other_country", "--one-request", "--batch", "7", "--mobile-batch", "3",
	})
	if err != nil {
		t.Fatal(err)
	}
	got, err := c.choices(cmd, f)
	if err != nil {
		t.Fatal(err)
	}
	want := review.Settings{
		Region: "GB", Kind: number.KindMobile, Usage: number.UsageService, State: number.StateInactive,
		Location: "L", Subscription: "S", Carrier: "C", ExpandRanges: true, AcceptSuggestions: true, IncludeHidden: true,
		Accept: []number.Code{number.CodePremiumRate, number.CodeOtherCountry},
	}
	if d := cmp.Diff(want, got.settings); d != "" {
		t.Errorf("settings (-want +got):\n%s", d)
	}
	l := got.layout
	if !slices.Equal(l.Sheets, []string{"", "Spare"}) || !slices.Equal(l.Numbers, []string{"F"}) || l.Encoding != "shift_jis" {
		t.Errorf("layout %+v", l)
	}
	if *l.Header != 0 || l.Columns[number.FieldNumber] != "Phone, main" || l.Columns[number.FieldLocation] != "C" {
		t.Errorf("layout %+v", l)
	}
	if m := got.limits; !m.OneRequest || m.Others != 7 || m.Mobile != 3 {
		t.Errorf("limits %+v", m)
	}
}
