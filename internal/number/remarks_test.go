package number_test

import (
	"reflect"
	"slices"
	"testing"

	"numberloader/internal/number"
)

func TestRemarksAreWarnings(t *testing.T) {
	t.Parallel()
	all := number.RemarkReformatted<<1 - 1
	seen := 0
	for remark, code := range all.Each() {
		seen++
		if level, worst := remark.Worst(); code.Level() != number.LevelWarning || level != number.LevelWarning || worst != code {
			t.Errorf("%s is at level %s, and %s at %s", code, code.Level(), worst, level)
		}
	}
	if seen != all.Len() || seen != 9 {
		t.Errorf("%d remarks", seen)
	}
}

// TestARowSaysRemarksAsFindings holds that a row answers the same whether what is said of
// it waits until it is shown or not.
func TestARowSaysRemarksAsFindings(t *testing.T) {
	t.Parallel()
	for remarks := range number.RemarkReformatted << 1 {
		if !remarks.OfRow() {
			continue
		}
		waits := number.Row{Line: 7, Shared: &number.Shared{Column: "S!B", Country: "US"}, Input: "(212) 555-0100", Number: mustParse(t, "+12125550100")}
		waits.SetRemarks(remarks, waits.Input)
		waits.Level, _ = waits.Worst()
		made := waits
		made.SetFindings(waits.Findings()...)
		if level, code := made.Worst(); level != waits.Level || code != waits.Code() || waits.Standing() != made.Standing() {
			t.Errorf("%b: level %s, code %q, standing %v", remarks, level, code, made.Standing())
		}
		if !slices.Equal(made.Asking(), waits.Asking()) {
			t.Errorf("%b: %v, not %v", remarks, waits.Findings(), made.Findings())
		}
		for _, code := range number.Codes() {
			if waits.Says(code) != made.Says(code) {
				t.Errorf("%b: it says %s or not", remarks, code)
			}
		}
		more := number.OverflowFinding("S!B7", 2, 3, number.LevelNotice)
		waits.Add(more)
		made.Add(more)
		if !reflect.DeepEqual(made.Findings(), waits.Findings()) || !waits.Overflows() {
			t.Errorf("%b: %v, not %v", remarks, waits.Findings(), made.Findings())
		}
	}
}
