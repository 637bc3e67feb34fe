package importer

import (
	"testing"

	"numberloader/internal/number"
)

// TestATurnedListIsTold has numbers side by side, and lists that only begin like one.
func TestATurnedListIsTold(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"names, numbers and sites": {"Name;Ann;Bob;Eve\nPhone;+12125550101;+12125550102;+12125550103\nSite;X;Y;X\n", 2},
		"numbers first, French":    {"Téléphone;+33199000011;+33199000012;+33199000013\nSite;Lyon;Paris;Lyon\n", 1},
		"one row, German":          {"Rufnummer;+493023125001;+493023125002;+493023125003\n", 1},
		"two rows of them":         {"電話番号;+81312345671;+81312345672;+81312345673\nFAX;+81312345681;+81312345682;+81312345683\n", 1},
		"a list of three columns":  {"Desk;Fax;Mobile\n+12125550101;+12125550111;+12125550121\n+12125550102;+12125550112;+12125550122\n+12125550103;+12125550113;+12125550123\n", 0},
		"one row of a list":        {"Desk;Fax;Mobile\n+12125550101;+12125550111;+12125550121\n", 0},
		"two columns":              {"Desk;Mobile\n+12125550101;+12125550111\n", 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := mustRead(t, "list.csv", []byte(c.text), number.Layout{})
			if table.Ask == nil || table.Ask.Across != c.want {
				t.Errorf("asked %+v", table.Ask)
			}
		})
	}
}
