package cli

import (
	"path/filepath"
	"strings"
	"testing"

	"numberloader/cli/console"
	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

// holding is a world whose organization holds three numbers.
func holding(t *testing.T) *world {
	t.Helper()
	w := newWorld()
	for i, text := range []string{"+12125550101", "+12125550102", "+442079460101"} {
		h := number.Held{Number: numbertest.E164(text), Location: w.locations[i/2], State: number.StateActive, Kind: number.KindDID, Usage: number.UsageNone}
		if i == 1 {
			h.State, h.Owner = number.StateInactive, number.Owner{Name: "Reception", Type: "PLACE"}
		}
		w.holds = append(w.holds, h)
	}
	w.counted = len(w.holds)
	return w
}

func TestCompareSaysWhereEachNumberIs(t *testing.T) {
	t.Parallel()
	list := file(t, "list.csv", "Number,Location\n+12125550101,Kansas City\n+12125550109,Kansas City\n212555,Kansas City\n")
	status, out, told := invoke(t.Context(), holding(t), "compare", list, "--json")
	want := strings.Join([]string{
		`{"number":"+12125550101","where":"both","cell":"A2","row":2,"location":"Kansas City","webex_location":"Kansas City","state":"ACTIVE","type":"DID","usage":"NONE","main":false,"owner":"","owner_type":"","code":""}`,
		`{"number":"+12125550109","where":"file","cell":"A3","row":3,"location":"Kansas City","webex_location":"","state":"","type":"","usage":"","main":false,"owner":"","owner_type":"","code":""}`,
		`{"number":"","where":"file","cell":"A4","row":4,"location":"Kansas City","webex_location":"","state":"","type":"","usage":"","main":false,"owner":"","owner_type":"","code":"short_code"}`,
		`{"number":"+12125550102","where":"webex","cell":"","row":0,"location":"","webex_location":"Kansas City","state":"INACTIVE","type":"DID","usage":"NONE","main":false,"owner":"Reception","owner_type":"PLACE","code":""}`,
		`{"summary":true,"file":"list.csv","both":1,"only_file":2,"webex":1,"other_location":0,"inactive":1,"assigned":1}`,
	}, "\n") + "\n"
	if status != console.StatusProblems || out != want {
		t.Errorf("status %d, told %q:\n%s", status, told, out)
	}
}

func TestCompareOfWhatIsAllThereIsGood(t *testing.T) {
	t.Parallel()
	list := file(t, "list.csv", "Number,Location\n+442079460101,London Bridge\n")
	w := holding(t)
	w.counted++
	status, out, told := invoke(t.Context(), w, "compare", list)
	if status != console.StatusGood || !strings.HasPrefix(out, "list.csv: 1 in both, 0 only in the file") || !strings.Contains(told, "Webex counts 4 numbers, but 1 of them could not be read.") {
		t.Errorf("status %d, told %q:\n%s", status, told, out)
	}
	if status, out, _ := invoke(t.Context(), holding(t), "compare", list, "--all-locations"); status != console.StatusProblems || strings.Count(out, "Only in Webex") != 2 {
		t.Errorf("with all locations: status %d\n%s", status, out)
	}
	if status, _, told := invoke(t.Context(), holding(t), "compare", list, "--location", "Nowhere"); status != console.StatusUsage || !strings.Contains(told, "Kansas City, London Bridge or New York") {
		t.Errorf("an unknown location: status %d, told %q", status, told)
	}
}

func TestCompareWritesAWorkbookWhereItIsToldTo(t *testing.T) {
	t.Parallel()
	list := file(t, "list.csv", "Number,Location\n+442079460101,London Bridge\n")
	path := filepath.Join(t.TempDir(), "compared.xlsx")
	if status, out, told := invoke(t.Context(), holding(t), "compare", list, "--results", path); status != console.StatusGood || !strings.Contains(told, "Workbook: "+path) {
		t.Errorf("status %d, told %q: %s", status, told, out)
	}
	w := holding(t)
	if status, _, told := invoke(t.Context(), w, "compare", list, "--results", path); status != console.StatusUsage || w.asked > 0 || !strings.Contains(told, "--force") {
		t.Errorf("over a file that exists: status %d after %d questions, told %q", status, w.asked, told)
	}
	if status, _, told := invoke(t.Context(), holding(t), "compare", list, "--results", path, "--force"); status != console.StatusGood {
		t.Errorf("in place of a file: status %d, told %q", status, told)
	}
	if status, _, _ := invoke(t.Context(), holding(t), "compare", list, "--results", list, "--force"); status != console.StatusUsage {
		t.Errorf("in place of the list: status %d", status)
	}
}

func TestExportPrintsOrWritesTheNumbers(t *testing.T) {
	t.Parallel()
	status, out, _ := invoke(t.Context(), holding(t), "export", "--json", "--location", "london bridge")
	want := `{"number":"+442079460101","location":"London Bridge","state":"ACTIVE","type":"DID","usage":"NONE","main":false,"owner":"","owner_type":"","extension":""}` + "\n"
	if status != console.StatusGood || out != want {
		t.Errorf("status %d:\n%s", status, out)
	}
	path := filepath.Join(t.TempDir(), "all.xlsx")
	if status, out, told := invoke(t.Context(), holding(t), "export", path); status != console.StatusGood || !strings.HasPrefix(out, "3 numbers: ") {
		t.Errorf("status %d, told %q: %s", status, told, out)
	}
	if status, _, _ := invoke(t.Context(), holding(t), "export", path); status != console.StatusUsage {
		t.Errorf("over a file that exists: status %d", status)
	}
	if status, _, _ := invoke(t.Context(), holding(t), "export"); status != console.StatusUsage {
		t.Errorf("without a name: status %d", status)
	}
}
