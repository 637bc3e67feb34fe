package open

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"numberloader/gui/file"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

func TestTroubleSaysWhatHappenedAndWhatDidNot(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		trouble          file.Trouble
		title            string
		password, folder bool
	}{
		"damaged": {file.Trouble{Path: "/x/list.xlsx", Err: &fault.Error{Kind: fault.FileDamaged}}, "list.xlsx can't be read", false, true},
		"missing": {file.Trouble{Path: "/x/list.xlsx", Err: &fault.Error{Kind: fault.FileMissing}}, "list.xlsx can't be read", false, false},
		"locked by a password": {
			file.Trouble{Path: "/x/list.xlsx", Err: &fault.Error{Kind: fault.FilePassword}},
			"list.xlsx needs a password", true, true,
		},
		"a wrong password": {
			file.Trouble{Path: "/x/list.xlsx", Layout: number.Layout{Password: "x"}, Err: &fault.Error{Kind: fault.FilePassword}},
			"That is not the password of list.xlsx", true, true,
		},
		"the sample": {file.Trouble{Err: errors.New("disk full")}, "the sample can't be read", false, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			words := explain(c.trouble)
			if words.Title != c.title || words.Password != c.password || words.Folder != c.folder {
				t.Errorf("got %+v", words)
			}
			if words.What == "" || !strings.Contains(words.Safe, "nothing was sent") {
				t.Errorf("got %q, %q", words.What, words.Safe)
			}
		})
	}
}

// carrier is a table with two columns of phone numbers.
func carrier() *number.Table {
	return &number.Table{
		Path: "/x/carrier-dids.xlsx", Sheet: "DIDs", HeaderRow: 1,
		Headings: []string{"Site", "Phone number", "", "Contact phone"},
		Columns:  map[number.Field]int{number.FieldLocation: 0, number.FieldType: 2},
		Records:  []number.Record{{Source: number.SourceOf("", "", "", "", "more")}, {}, {}},
		Sheets:   []number.Sheet{{Name: "DIDs"}, {Name: "Old", Hidden: true}},
		Ask: &number.Ask{Candidates: []number.Candidate{
			{Column: 1, Heading: "Phone number", Filled: 3, Samples: make([]number.Sample, 20)},
			{Column: 2, Filled: 2, Empty: 1},
			{Column: 3, Heading: "Contact phone", Filled: 1, Empty: 2},
		}},
		Notes: []number.Note{{Kind: number.NoteEncoding, Text: "Read as Windows-1252."}},
	}
}

func TestRecentFilesSayWhenInTheTimeOfTheUser(t *testing.T) {
	t.Parallel()
	zone := time.FixedZone("CST", -6*3600)
	now := time.Date(2026, 11, 23, 0, 30, 0, 0, zone)
	for want, when := range map[string]time.Time{
		"Today, 12:10 AM":     time.Date(2026, 11, 23, 6, 10, 0, 0, time.UTC),
		"Yesterday, 11:50 PM": time.Date(2026, 11, 23, 5, 50, 0, 0, time.UTC),
		"Friday":              time.Date(2026, 11, 20, 12, 0, 0, 0, zone),
		"November 12":         time.Date(2026, 11, 12, 12, 0, 0, 0, zone),
		"December 30, 2025":   time.Date(2025, 12, 30, 12, 0, 0, 0, zone),
	} {
		if got := (Recent{When: when}).WhenText(now); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestRecentFilesAreRememberedOnceTheLatestFirst(t *testing.T) {
	t.Parallel()
	var list []Recent
	when := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	for name := range strings.SplitSeq("a b c d e f g h i a", " ") {
		list = Remember(list, Recent{Path: "/folder/" + name + " b.xlsx", When: when})
	}
	switch {
	case len(list) != maxRecent:
		t.Errorf("list is %v", list)
	case list[0].Name() != "a b.xlsx":
		t.Errorf("list[0].Name() is %q, not %q", list[0].Name(), "a b.xlsx")
	case list[1].Name() != "i b.xlsx":
		t.Errorf("list[1].Name() is %q, not %q", list[1].Name(), "i b.xlsx")
	case list[0].Folder() != "folder":
		t.Errorf("list[0].Folder() is %q, not %q", list[0].Folder(), "folder")
	}
	if again := Decode(Encode(list)); !slices.Equal(again, list) {
		t.Errorf("got %+v", again)
	}
	if got := Decode([]string{"", "x", "2026 /a", "2026-11-23T12:00:00Z "}); got != nil {
		t.Errorf("made %+v of nothing", got)
	}
}
