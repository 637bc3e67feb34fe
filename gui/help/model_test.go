package help

import (
	"slices"
	"strings"
	"testing"

	"numberloader/docs"
)

const guide = "# Guide\n\nIt adds **phone numbers**.\n\n## 1. Open\n\n![The Open screen](pictures/open.png)\n\nDrop a\nfile.\n\n" +
	"- **Which sheets**, if several\n  list numbers.\n- `--sheet`\n\n### What a list holds\n\n| column | may hold |\n| --- | --- |\n| Type | DID, toll-free |\n\n" +
	"```\nhttps://example.org/callback\n```\n\n## Straße\n\nGroße Zahlen.\n"

func TestEachHeadingIsAPageWithWhatStandsBelowIt(t *testing.T) {
	t.Parallel()
	m := NewModel(guide)
	var titles []string
	for _, p := range m.Pages() {
		titles = append(titles, p.Above+"/"+p.Title+"/"+p.Topic)
	}
	if want := []string{"/Guide/guide", "/1. Open/1-open", "1. Open/What a list holds/what-a-list-holds", "/Straße/stra-e"}; !slices.Equal(titles, want) {
		t.Errorf("pages %q", titles)
	}
	open := m.Pages()[1].Parts
	if open[0].Kind != Picture || open[0].Path != "pictures/open.png" || plain(open[0].Text) != "The Open screen" {
		t.Errorf("the picture is %+v", open[0])
	}
	if plain(open[1].Text) != "Drop a file." {
		t.Errorf("lines of a paragraph are joined as %q", plain(open[1].Text))
	}
	switch {
	case open[2].Kind != Item:
		t.Errorf("open[2].Kind is %v, not Item", open[2].Kind)
	case !open[2].Text[0].Bold:
		t.Error("open[2].Text[0].Bold is false")
	case plain(open[2].Text) != "Which sheets, if several list numbers.":
		t.Errorf("plain(open[2].Text) is %v, not \"Which sheets, if several list numbers.\"", plain(open[2].Text))
	case !open[3].Text[0].Code:
		t.Error("open[3].Text[0].Code is false")
	}
	list := m.Pages()[2].Parts
	switch {
	case list[0].Kind != Table:
		t.Errorf("list[0].Kind is %v, not Table", list[0].Kind)
	case len(list[0].Rows) != 2:
		t.Errorf("len(list[0].Rows) is %v, not 2", len(list[0].Rows))
	case plain(list[0].Rows[1][1]) != "DID, toll-free":
		t.Errorf("plain(list[0].Rows[1][1]) is %v, not \"DID, toll-free\"", plain(list[0].Rows[1][1]))
	case list[1].Code != "https://example.org/callback":
		t.Errorf("list[1].Code is %v, not \"https://example.org/callback\"", list[1].Code)
	}
}

func TestASearchFindsPagesAndMarksTheWords(t *testing.T) {
	t.Parallel()
	m := NewModel(guide)
	for query, want := range map[string][]string{
		"":             nil,
		"faxes":        nil,
		"LIST holds":   {"What a list holds: column · may hold"},
		"toll-free":    {"What a list holds: Type · DID, [toll-free]"},
		"open":         {"1. Open: Drop a file."},
		"große":        {"Straße: [Große] Zahlen."},
		"numbers list": {"1. Open: Which sheets, if several [list] [numbers]."},
		"drop sheets":  {"1. Open: [Drop] a file."},
	} {
		m.Search(query)
		var got []string
		for _, f := range m.Found() {
			text := m.Pages()[f.Page].Title + ": "
			for _, s := range f.Text {
				if s.Bold {
					text += "[" + s.Text + "]"
				} else {
					text += s.Text
				}
			}
			got = append(got, text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q", query, got)
		}
	}
}

func TestALongTextIsCutAroundTheWord(t *testing.T) {
	t.Parallel()
	got := plain(marked(strings.Repeat("word ", 40)+"needle "+strings.Repeat("word ", 40), []string{"needle"}))
	switch {
	case !strings.HasPrefix(got, "… word"):
		t.Errorf("strings.HasPrefix(got, \"… word\") is false: %q", got)
	case !strings.HasSuffix(got, " …"):
		t.Errorf("strings.HasSuffix(got, \" …\") is false: %q", got)
	case !strings.Contains(got, "needle"):
		t.Errorf("strings.Contains(got, \"needle\") is false: %q", got)
	case len(got) > 120:
		t.Errorf("len(got) is %v", len(got))
	}
}

func TestOnePlaceIsOpenAndATopicLeadsToIt(t *testing.T) {
	t.Parallel()
	m := NewModel(guide)
	if !m.OpenTopic("what-a-list-holds") || m.At() != 2 {
		t.Errorf("at page %d", m.At())
	}
	if m.OpenTopic("nothing") || m.At() != 2 {
		t.Error("a topic that is not there leads elsewhere")
	}
	m.Open(99)
	m.Open(-1)
	if m.At() != 0 {
		t.Errorf("at page %d", m.At())
	}
}

// TestTheGuideCanBeShownWhole holds that the guide uses only what the page can draw.
func TestTheGuideCanBeShownWhole(t *testing.T) {
	t.Parallel()
	pages := NewModel(docs.Guide).Pages()
	if len(pages) < 15 {
		t.Errorf("only %d pages", len(pages))
	}
	topics := map[string]bool{}
	var text strings.Builder
	for _, p := range pages {
		if topics[p.Topic] {
			t.Errorf("two pages are called %q", p.Title)
		}
		topics[p.Topic] = true
		text.WriteString(p.Title)
		for _, part := range p.Parts {
			for _, line := range part.texts() {
				text.WriteString(line)
			}
			if part.Kind == Picture {
				for _, file := range []string{part.Path, strings.Replace(part.Path, "/", "/dark/", 1)} {
					if _, err := docs.Pictures.ReadFile(file); err != nil {
						t.Error(err)
					}
				}
			}
		}
	}
	letters := func(s string) int {
		n := 0
		for _, c := range s {
			if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
				n++
			}
		}
		return n
	}
	pictures := strings.Count(docs.Guide, "(pictures/")
	// Only the paths of pictures are not text.
	if lost := letters(docs.Guide) - letters(text.String()); lost > pictures*len("picturespng12characters") {
		t.Errorf("%d letters of the guide are shown nowhere", lost)
	}
}
