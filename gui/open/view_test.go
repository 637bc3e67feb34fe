package open

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/background"
	"numberloader/gui/file"
	"numberloader/gui/flow"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/gui/workbench"
	"numberloader/internal/number"
	"numberloader/internal/run"
)

// stage is the screen in a window, with a flow whose files a test makes up.
type stage struct {
	home    workbench.Home
	loop    *background.Loop
	flow    *flow.Flow
	opening Opening
	screen  *Screen
	window  fyne.Window
	read    []string

	unfinished Unfinished
	asked      []string // of the window
}

func newStage(t *testing.T, read func(context.Context) (*number.Table, error), recent ...Recent) *stage {
	t.Helper()
	return newReadingStage(t, func(ctx context.Context, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
		return read(ctx)
	}, recent...)
}

func newReadingStage(t *testing.T, read func(context.Context, number.Layout, func(number.Progress)) (*number.Table, error), recent ...Recent) *stage {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New())
	s := &stage{home: workbench.NewHome()}
	kept := map[string]file.Answers{}
	s.loop = s.home.Loop(t)
	refresh := func() {
		if s.screen != nil {
			s.screen.Refresh()
		}
	}
	s.flow = flow.New(s.loop, flow.Services{Services: file.Services{
		Read: func(ctx context.Context, path string, layout number.Layout, progress func(number.Progress)) (*number.Table, error) {
			s.read = append(s.read, path)
			return read(ctx, layout, progress)
		},
		Recall: func(key string) (file.Answers, bool) {
			answers, ok := kept[key]
			return answers, ok
		},
		Remember: func(key string, answers file.Answers) { kept[key] = answers },
	}}, flow.Events{Changed: refresh, Opened: func() {}, Returned: func(flow.Returned) {}, Progress: func([]run.Progress) {}, Ended: func(error) {}})
	s.opening = Opening{s.flow.File, s.flow.Questions, s.flow.Decisions, s.flow.Judging}
	s.window = app.NewWindow("")
	s.screen = New(Config{
		Canvas: s.window.Canvas(), Opening: s.opening, Now: func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) },
		Recent: func() []Recent { return recent }, OnForget: func(path string) { s.asked = append(s.asked, "forget "+path) },
		Unfinished: func() Unfinished { return s.unfinished },
		OnSee:      func() { s.asked = append(s.asked, "see") }, OnResume: func() { s.asked = append(s.asked, "resume") },
		OnPaste: func() { s.asked = append(s.asked, "paste") }, OnPick: func() {}, OnTemplate: func() {}, OnChange: func() {}, OnChosen: func() {},
		OnFolder: func(string) {}, Copy: func(string) {},
	})
	t.Cleanup(s.window.Close)
	s.window.SetContent(s.screen.Content())
	s.window.Resize(fyne.NewSize(916, 600))
	return s
}

// settle lets the reading come home.
func (s *stage) settle() { s.home.Settle(s.loop) }

func (s *stage) texts() []string {
	var texts []string
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		if text, ok := o.(*canvas.Text); ok && text.Visible() {
			texts = append(texts, text.Text)
		}
	}
	return texts
}

// areas are the cards and recent files in their order.
func (s *stage) areas() []*widgets.Tappable {
	var areas []*widgets.Tappable
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		if area, ok := o.(*widgets.Tappable); ok {
			areas = append(areas, area)
		}
	}
	return areas
}

func TestARecentFileIsOneClickAway(t *testing.T) {
	s := newStage(t, func(context.Context) (*number.Table, error) { return carrier(), nil },
		Recent{Path: "/x/a.xlsx"}, Recent{Path: "/x/b.xlsx"})
	test.Tap(s.areas()[1])
	s.settle()
	if len(s.read) == 0 || s.read[0] != "/x/b.xlsx" {
		t.Errorf("read %q", s.read)
	}
}

func TestAMissingFileSaysSoAndCanBeForgotten(t *testing.T) {
	s := newStage(t, func(context.Context) (*number.Table, error) { return carrier(), nil },
		Recent{Path: "/x/a.xlsx", Missing: true}, Recent{Path: "/x/b.xlsx"})
	texts := s.texts()
	if !slices.Contains(texts, "Not found") || !slices.Contains(texts, "a.xlsx") {
		t.Errorf("shown are %q", texts)
	}
	var links []*widgets.Link
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		if link, ok := o.(*widgets.Link); ok && link.Text() == "Remove from this list" {
			links = append(links, link)
		}
	}
	if len(links) != 1 {
		t.Fatalf("%d files can be forgotten", len(links))
	}
	test.Tap(links[0])
	if want := []string{"forget /x/a.xlsx"}; !slices.Equal(s.asked, want) {
		t.Errorf("asked for %q", s.asked)
	}
}

func TestARunThatWasStoppedStandsAboveAll(t *testing.T) {
	s := newStage(t, func(context.Context) (*number.Table, error) { return carrier(), nil })
	if s.button(t, "Open a file").Importance != widget.HighImportance {
		t.Error("a file is not what comes first")
	}
	s.unfinished = Unfinished{Run: stopped(run.StageAdd, run.Added, run.NotSent), Resume: "Resume: 1 number", More: 2}
	s.screen.Refresh()
	if s.button(t, "Open a file").Importance == widget.HighImportance {
		t.Error("there are two blue buttons")
	}
	test.Tap(s.button(t, "Resume: 1 number"))
	test.Tap(s.button(t, "See it"))
	if want := []string{"resume", "see"}; !slices.Equal(s.asked, want) {
		t.Errorf("asked for %q", s.asked)
	}
	if texts := s.texts(); !slices.Contains(texts, "2 more in History") {
		t.Errorf("shown are %q", texts)
	}
	s.unfinished.Blocked = "Sign in to Acme Corp to resume"
	s.screen.Refresh()
	if !s.button(t, "Resume: 1 number").Disabled() || !slices.Contains(s.texts(), s.unfinished.Blocked) {
		t.Errorf("it can be gone on with: %q", s.texts())
	}
}

func TestASlowReadingShowsItsProgressAndCancel(t *testing.T) {
	s := newStage(t, func(ctx context.Context) (*number.Table, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	})
	s.opening.Open("/x/large.csv", number.Layout{})
	if slices.Contains(s.texts(), "Reading large.csv") {
		t.Error("a quick file would flicker")
	}
	for s.screen.progress == nil {
		(<-s.home)()
	}
	if texts := s.texts(); !slices.Contains(texts, "Reading large.csv") || !slices.Contains(texts, "Cancel") {
		t.Errorf("shown are %q", texts)
	}
	s.opening.CancelReading()
	s.settle()
	if !slices.Contains(s.texts(), "Drop a spreadsheet here") {
		t.Errorf("shown are %q", s.texts())
	}
}

func TestTheRowsOfALongFileAreCheckedInSight(t *testing.T) {
	for name, c := range map[string]struct {
		rows int
		told bool
	}{"long": {manyRows, true}, "short": {manyRows - 1, false}} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, func(context.Context) (*number.Table, error) {
				return &number.Table{Path: "/x/large.csv", Records: make([]number.Record, c.rows)}, nil
			})
			s.opening.Open("/x/large.csv", number.Layout{})
			for s.opening.Table() == nil {
				(<-s.home)()
			}
			s.screen.Refresh()
			texts := s.texts()
			told := slices.Contains(texts, "Checking large.csv") && slices.Contains(texts, "5,000 rows. Nothing is sent.")
			if told != c.told {
				t.Errorf("shown are %q", texts)
			}
			if c.told {
				test.Tap(s.button(t, "Cancel"))
			}
			s.settle()
			if s.screen.Refresh(); !slices.Contains(s.texts(), "Drop a spreadsheet here") {
				t.Errorf("shown are %q", s.texts())
			}
		})
	}
}

func (s *stage) button(t *testing.T, label string) *widgets.Button {
	t.Helper()
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		if b, ok := o.(*widgets.Button); ok && b.Text == label {
			return b
		}
	}
	t.Fatalf("there is no button %q", label)
	return nil
}
