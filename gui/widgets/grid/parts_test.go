package grid

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"numberloader/gui/theme"
)

func TestGridMessagesAreNeverCut(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New())
	s := newStyle(New(&list{}, nil, ""))
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[A-Za-zß+0-9."]{1,30}( [a-zäöü]{1,12}){0,20}`).Draw(t, "text")
		room := float32(rapid.IntRange(60, 700).Draw(t, "room"))
		var said strings.Builder
		s.message.breakLines(text, room, func(line string, _ float32) {
			if wide := fyne.MeasureText(line, s.look.message, fyne.TextStyle{}).Width; wide > room+1 {
				t.Fatalf("%q is %v wide in %v", line, wide, room)
			}
			said.WriteString(line)
		})
		plain := func(text string) string { return strings.ReplaceAll(text, " ", "") }
		if plain(said.String()) != plain(text) {
			t.Fatalf("%q became %q", text, said.String())
		}
	})
}

func TestGridPutsAnActionAfterTheLastWordOrOnItsOwnLine(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New())
	s := newStyle(New(&list{}, nil, ""))
	place := func(line Line, room float32) (pieces []piece, rows int) {
		rows = s.flow([]Line{line}, room, func(p piece) { pieces = append(pieces, p) })
		return pieces, rows
	}
	line := Line{Text: "Too short.", Actions: []Action{{1, "Edit B7"}, {2, "Skip this row"}}}
	wide := s.message.width(line.Text)
	pieces, rows := place(line, 600)
	if rows != 1 || pieces[1].x != wide+actionGap || pieces[2].x <= pieces[1].x+pieces[1].width {
		t.Errorf("with room: %d rows, %+v", rows, pieces)
	}
	pieces, rows = place(line, wide+actionGap+10)
	if rows != 3 && rows != 2 || pieces[1].x != 0 || pieces[1].row != 1 {
		t.Errorf("without room: %d rows, %+v", rows, pieces)
	}
	pieces, rows = place(Line{Actions: line.Actions}, 600)
	if rows != 1 || pieces[0].x != 0 || pieces[0].row != 0 {
		t.Errorf("without text: %d rows, %+v", rows, pieces)
	}
	if _, rows = place(Line{}, 600); rows != 0 {
		t.Errorf("an empty line takes %d rows", rows)
	}
}

func TestGridColumnsFillTheWidthAndLeaveInOrder(t *testing.T) {
	columns := []Column{
		{ID: "a", Width: 120, Narrow: 100},
		{ID: "b", Width: 80, Narrow: 70, Leaves: 2},
		{ID: "c", Width: 80, Narrow: 70, Leaves: 1},
		{ID: "d", Width: 110, Narrow: 80, Flexible: true},
	}
	for width, want := range map[float32]string{
		500: "a120 b80 c80 d220 ", 390: "a120 b80 c80 d110 ", 389: "a100 b70 c70 d149 ",
		319: "a100 b70 d149 ", 249: "a100 d149 ", 100: "a100 d80 ",
	} {
		got := ""
		for _, p := range fit(columns, width, 1) {
			got += fmt.Sprint(p.ID, p.width, " ")
		}
		if got != want {
			t.Errorf("%v: %s, want %s", width, got, want)
		}
	}
	places := fit(columns, 640, 2)
	if len(places) != 4 || places[0].width != 200 || places[3].x+places[3].width != 640 {
		t.Errorf("large text: %+v", places)
	}
	if p := columnAt(places, "none"); p.ID != "a" || columnAt(nil, "a").ID != "" {
		t.Errorf("a column that left is %q", p.ID)
	}
}

func TestGridCellsShowIconsPillsAndAddedDigits(t *testing.T) {
	g, _ := gridIn(t, &list{rows: numbered(1)})
	icon := theme.Icon(theme.IconReady, theme.ColorOK)
	v := newCellView()
	p := place{Column: Column{ID: "b"}, x: 100, width: 150}
	if drawn := v.show(g, p, Cell{}); len(drawn) != 0 {
		t.Errorf("an empty cell draws %d objects", len(drawn))
	}
	v.show(g, p, Cell{Text: "+19135550102", Lead: 2, LeadColor: theme.ColorWarn, Icon: icon})
	if v.lead.Text != "+1" || !v.lead.TextStyle.Bold || v.text.Text != "9135550102" {
		t.Errorf("lead %q, text %q", v.lead.Text, v.text.Text)
	}
	if v.icons[icon].Position().X != 108 || v.text.Position().X != v.lead.Position().X+v.lead.Size().Width {
		t.Error("icon, lead and text are not in a row")
	}
	v.show(g, p, Cell{Text: "2 of 3", Pill: theme.ColorTintOver20, Icon: icon})
	if v.text.Text != "2 of 3" || v.pill.Position().X != 108 || v.pill.Size().Width < v.icons[icon].Size().Width+v.text.MinSize().Width {
		t.Errorf("the pill is %v at %v", v.pill.Size(), v.pill.Position())
	}
	v.show(g, p, Cell{Text: "Vertriebsinnendienst Süddeutschland", Lead: 99})
	if v.lead.Text != "Vertriebsinnendienst Süddeutschland" {
		t.Errorf("a lead past the end is %q", v.lead.Text)
	}
	v.show(g, p, Cell{Text: "Vertriebsinnendienst Süddeutschland"})
	if !strings.HasSuffix(v.text.Text, "…") || v.text.MinSize().Width > 142 {
		t.Errorf("a long text is %q, %v wide", v.text.Text, v.text.MinSize().Width)
	}
}
