package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/cli/console"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

func TestListsOfLocationsAreRead(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		want       []number.Location
	}{
		{"a list", ` [{"name":"A","country":"us"},{"name":"B"}]`, []number.Location{{Name: "A", Country: "US"}, {Name: "B"}}},
		{"printed lines", "\xef\xbb\xbf" + `{"id":"1","name":"A","country":"US","pstn":"LOCAL_GATEWAY"}` + "\r\n" +
			`{"id":"2","name":"B","country":"","pstn":""}` + "\n" + `{"id":"3","name":"C","country":"","pstn":"UNKNOWN"}`, []number.Location{
			{ID: "1", Name: "A", Country: "US", PSTN: number.PSTNLocalGateway},
			{ID: "2", Name: "B", PSTN: number.PSTNNone},
			{ID: "3", Name: "C", PSTN: number.PSTNUnknown},
		}},
		{"an empty file", "", []number.Location{}},
	} {
		got, err := readLocations(file(t, "l.json", tt.text))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestOtherFilesAreNoListsOfLocations(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Name,Country\n", `[{"name":"A"}`, `[{"country":"US"}]`, `{"name":1}`, "[1]"} {
		_, err := readLocations(file(t, "l.json", text))
		if fault.KindOf(err) != fault.FileDamaged || phrase.Explain(err).Details == "" {
			t.Errorf("%q: got %v", text, err)
		}
	}
	if _, err := readLocations("missing.json"); fault.KindOf(err) != fault.FileMissing {
		t.Errorf("a missing file: got %v", err)
	}
}

func TestAListNarrowsLocationsByIDOrName(t *testing.T) {
	t.Parallel()
	all := []number.Location{{ID: "1", Name: "Kansas City"}, {ID: "2", Name: "Berlin", Country: "DE"}, {ID: "3", Name: "Berlin"}, {ID: "4", Name: "Rome"}}
	named := []number.Location{{Name: " kansas  CITY", Country: "US"}, {ID: "2", Name: "renamed"}}
	want := []number.Location{{ID: "1", Name: "Kansas City", Country: "US"}, {ID: "2", Name: "Berlin", Country: "DE"}}
	if diff := cmp.Diff(want, restrict(all, named)); diff != "" {
		t.Error(diff)
	}
	if got := restrict(all, []number.Location{}); got == nil || len(got) > 0 {
		t.Errorf("an empty list: got %v", got)
	}
}

func TestAFileDoesNotSteerTheTerminal(t *testing.T) {
	t.Parallel()
	w, path := newWorld(), file(t, "list.csv", "Number\n\"12\x1b[2J\n3\"\n")
	status, stdout, _ := invoke(t.Context(), w, "check", path)
	if status != console.StatusProblems || strings.Contains(stdout, "\x1b") || !strings.Contains(stdout, "12 [2J 3") {
		t.Errorf("status %d, printed %q", status, stdout)
	}
}

// TestInvisibleCharactersAreNamed has what turns a line around or hides in it, in a
// cell and in JSON; JSON still holds what the cell does.
func TestInvisibleCharactersAreNamed(t *testing.T) {
	t.Parallel()
	const cell = "12\u202e34\u2066\u200b\u2028\u00ad\ufe0f\U000e0041é日"
	w, path := newWorld(), file(t, "list.csv", "Number\n"+cell+"\n")
	_, stdout, _ := invoke(t.Context(), w, "check", path)
	if want := "12<U+202E>34<U+2066><U+200B><U+2028><U+00AD><U+FE0F><U+DB40><U+DC41>é日"; !strings.Contains(stdout, want) {
		t.Errorf("printed %q, want %q", stdout, want)
	}
	_, stdout, _ = invoke(t.Context(), w, "check", path, "--json")
	if want := `"12\u202e34\u2066\u200b\u2028\u00ad\ufe0f\udb40\udc41é日"`; !strings.Contains(stdout, want) {
		t.Errorf("printed %q, want %s", stdout, want)
	}
	var row rowLine
	first, _, _ := strings.Cut(stdout, "\n")
	if err := json.Unmarshal([]byte(first), &row); err != nil || row.Input != cell {
		t.Errorf("read back %q (%v)", row.Input, err)
	}
}

func TestTextForPeople(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ got, want string }{
		{console.Shown(strings.Repeat("é", 40)), strings.Repeat("é", 40)},
		{console.Shown(strings.Repeat("é", 41)), strings.Repeat("é", 39) + "…"},
		{pstnText(number.Location{PSTN: number.PSTNCisco, Provider: "Cisco Calling Plans"}), "Cisco Calling Plans"},
		{pstnText(number.Location{PSTN: number.PSTNIntegrated, Provider: "Tata"}), "Integrated carrier (Tata)"},
		{historyRow(&run.Summary{File: "/a/b.csv", Damaged: true}, nil)[2], "b.csv"},
		{historyRow(&run.Summary{Damaged: true}, nil)[4], "damaged"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}
