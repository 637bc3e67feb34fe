package characters

import "testing"

func TestDecimalDigitsOfEveryScript(t *testing.T) {
	t.Parallel()
	for script, digits := range map[string]string{
		"Arabic": "٠١٢٣٤٥٦٧٨٩", "Persian": "۰۱۲۳۴۵۶۷۸۹", "Devanagari": "०१२३४५६७८९", "full-width": "０１２３４５６７８９",
		"bold": "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "monospace": "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿", "Thai": "๐๑๒๓๔๕๖๗๘๙", "Myanmar": "၀၁၂၃၄၅၆၇၈၉",
	} {
		if got := Clean(digits); got.Text != "0123456789" || !got.Folded {
			t.Errorf("%s: %q", script, got.Text)
		}
	}
	if got := Clean("²①"); got.Text != "²①" || got.Folded {
		t.Errorf("signs that are no decimal digits became %q", got.Text)
	}
}
