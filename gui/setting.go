package gui

import (
	"context"

	"numberloader/gui/background"
	"numberloader/gui/documents"
	"numberloader/gui/frame"
	page "numberloader/gui/settings"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/fault"
	"numberloader/internal/phrase"
	"numberloader/internal/settings"
)

// Settings are what the user has set for all files. Save is called in the background.
type Settings interface {
	Now() settings.Settings
	// Set lets other settings count from now on.
	Set(now settings.Settings)
	// Save writes the settings that count now.
	Save() error
}

// setting is the Settings page, and what follows from it.
type setting struct {
	*shell

	files   *documents.Documents
	saving  *background.Latest
	model   *page.Model // nil until it is needed
	page    *frame.Later[*page.Screen]
	unsaved error        // why the last change could not be saved
	back    frame.Screen // where the page leads back to
}

func newSetting(s *shell, files *documents.Documents) *setting {
	g := &setting{shell: s, files: files, saving: s.loop.Latest()}
	g.page = frame.NewLater(func() *page.Screen { return page.New(g.Canvas(), g.choices(), g.update) })
	g.flow.SetUsual(s.program.Settings.Now().Country, s.program.Settings.Now().Limits)
	return g
}

// choices are what the page says and does.
func (g *setting) choices() *page.Model {
	if g.model != nil {
		return g.model
	}
	folders := []page.Folder{
		{Title: phrase.Text("settings.folders.data"), Show: func() { g.OpenInOther(g.program.DataFolder) }},
		{Title: phrase.Text("settings.folders.log"), Show: func() { g.ShowInFolder(g.program.LogFile) }},
	}
	g.model = page.NewModel(g.program.Settings.Now(), g.apply, g.files.PickFolder, folders...)
	return g.model
}

// open shows the page.
func (g *setting) open() {
	if g.At() != frame.Settings {
		g.back = g.At()
	}
	g.GoTo(frame.Settings)
}

// update brings the page up to date.
func (g *setting) update() {
	if g.At() == frame.Settings {
		g.page.Get().Refresh(g.unsaved)
	}
}

// apply lets settings count at once, and saves them.
func (g *setting) apply(now settings.Settings) {
	before := g.program.Settings.Now()
	g.program.Settings.Set(now)
	g.wear(now)
	g.flow.SetUsual(now.Country, now.Limits)
	if now.Cloud != before.Cloud && g.program.Preferences.Bool(prefSignedIn) {
		g.flow.Connection.Connect(true)
	}
	background.Replace(g.saving, func(context.Context) (struct{}, error) { return struct{}{}, g.program.Settings.Save() },
		func(_ struct{}, err error) {
			if err != nil {
				err = &fault.Error{Kind: fault.SaveFailed, What: fault.Say("settings.unsaved.reason"), Err: err}
			}
			g.unsaved = err
			g.Refresh()
		})
	g.Refresh()
}

// wear gives the window the look that is set.
func (s *shell) wear(now settings.Settings) {
	system := theme.ShadeSystem
	if s.unsaid {
		system = theme.ShadeLight
	}
	shade := map[settings.Look]theme.Shade{
		settings.LookSystem: system, settings.LookLight: theme.ShadeLight, settings.LookDark: theme.ShadeDark,
	}[now.Look]
	if look := (worn{shade, now.TextSize}); look != s.worn {
		s.worn = look
		s.app.Settings().SetTheme(theme.NewLook(shade, now.TextSize))
	}
}

// askShade asks whether the desktop says light or dark, where that may take a while. The
// window is light until it does.
func (s *shell) askShade() {
	if s.program.SaysShade == nil {
		return
	}
	s.unsaid = true
	background.Start(s.loop.Lane(), func(ctx context.Context) (bool, error) { return s.program.SaysShade(ctx), nil },
		func(says bool, _ error) {
			s.unsaid = !says
			s.wear(s.program.Settings.Now())
		})
}

// worn is the look that the window has.
type worn struct {
	shade    theme.Shade
	textSize int
}

func (g *setting) askToReset() {
	g.Dialog(widgets.Dialog{
		Title: phrase.Text("settings.reset.title"), Text: phrase.Text("settings.reset.text"),
		Action: phrase.Text("settings.reset.do"), OnAction: g.choices().Reset,
	})
}

func (g *setting) bottom() frame.State {
	return frame.State{
		Left:    frame.Action{Label: phrase.Text("settings.reset.label"), Do: g.askToReset},
		Primary: frame.BackTo(g, g.back),
	}
}
