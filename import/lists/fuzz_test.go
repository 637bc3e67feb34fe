package lists

import (
	"strings"
	"testing"

	"numberloader/import/headers"
	"numberloader/import/sheet"
	"numberloader/internal/number"
	"numberloader/internal/reading"
)

// FuzzInventory finds the lists of any sheet, with one header or two that the user
// chose, or none: each cell like a phone number is in the inventory exactly once.
func FuzzInventory(f *testing.F) {
	for _, text := range []string{
		"2125550100\n\nPhone;Fax\n2125550101;2125550102\n\nName;Phone\na;2125550103\n",
		"Order 5500012345\nTel +12125550100\nLocation;Phone\nX;+12125550101\nTotal;+12125550101\n",
		"Acme\nSupport:;+18005550199\n\n4100;+12125550101\n4101;+12125550102\n\n;+12125550103\n",
		"Area code;Phone;Count;Action;Status\n212;5550100;10;Delete;active\n;2125550101;;Add;ported out\n",
		"From;To;Phone;Account\n+12125550100;+12125550199;+12125550000;2125550101\nPhone;x\n",
		"A1;2125550100;1\nA2;2125550101;2\n;;\nTelefon;Typ;Nr\n+493023125001;DID;3\nTelefon;Typ;Nr\n+493023125002;mobil;4\n",
	} {
		for _, chosen := range []byte{0, 1, 3, 0x31, 0x44} {
			f.Add(text, chosen)
		}
	}
	f.Fuzz(func(t *testing.T, text string, chosen byte) {
		s := sheet.New("", sheet.NewTexts(sheet.MaxFileText), nil)
		for i, line := range strings.Split(text, "\n") {
			if s.AddTexts(i+1, strings.Split(line, ";")) != nil {
				return
			}
		}
		layout := number.Layout{}
		if first, second := int(chosen&0xf), int(chosen>>4); second > first {
			layout.Headers = []int{first, second}
		} else if first > 0 {
			layout.Header = &first
		}
		found, err := Find(s, headers.New(), layout)
		if err != nil {
			return
		}
		checkAccounts(t, s, found.Inventory())
	})
}

// checkAccounts holds that each cell of a sheet that looks like a phone number is in
// one item, and that items count what they hold.
func checkAccounts(t *testing.T, s *sheet.Sheet, items []number.Item) {
	t.Helper()
	held := make([]int, len(items))
	for i := range s.Rows {
		line := s.Rows[i].Line
		for cell := range s.Cells(&s.Rows[i]) {
			if !reading.LooksLikePhone(s.Value(cell)) {
				continue
			}
			in := 0
			for k := range items {
				if item := &items[k]; item.Column == int(cell.Column) && item.First <= line && line <= item.Last {
					held[k]++
					in++
				}
			}
			if in != 1 {
				t.Errorf("%s%d is in %d items", number.ColumnName(int(cell.Column)), line, in)
			}
		}
	}
	for k := range items {
		if items[k].Phones != held[k] {
			t.Errorf("an item counts %d phone numbers of %d: %+v", items[k].Phones, held[k], items[k])
		}
	}
}
