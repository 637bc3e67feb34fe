package gui

import (
	"runtime"

	"numberloader/gui/about"
	"numberloader/gui/help"
	"numberloader/internal/phrase"
)

// helping is the Help page.
type helping struct {
	*shell

	screen *help.Screen // nil until it is first shown
	back   screen       // where it leads back to
}

// page is the page, which is made when it is first shown.
func (h *helping) page() *help.Screen {
	if h.screen == nil {
		h.screen = help.New(help.NewModel(h.program.Guide), help.Config{
			Canvas: h.window.Canvas(), Picture: h.program.GuidePicture,
			Log:     func() { h.showInFolder(h.program.LogFile) },
			Support: func() { h.copy(h.facts().Support()) },
		})
	}
	return h.screen
}

// open shows the guide where it was left.
func (h *helping) open() {
	if h.current != screenHelp {
		h.back = h.current
	}
	h.show(screenHelp)
}

// openHere shows the page of the guide about the screen that is shown.
func (h *helping) openHere() {
	if h.current != screenHelp {
		h.page().OpenTopic(h.current.topic())
	}
	h.open()
}

func (h *helping) bottom() bottomState {
	return bottomState{left: action{label: phrase.Text("keys.title"), do: h.showKeys}, primary: h.backTo(h.back)}
}

// topic is that of the guide about a screen.
func (s screen) topic() string {
	return [...]string{
		"1-open", "2-review", "3-add", "4-results", "history", "your-own-organization", "history", "history",
		"settings", "how-a-file-is-read", "", "1-open", "activate", "compare-with-webex", "export-what-is-in-webex",
	}[s]
}

// facts are what the program says of itself.
func (s *shell) facts() about.Facts {
	return about.Facts{Version: s.program.Version, OS: runtime.GOOS, Arch: runtime.GOARCH, Drawing: s.program.Drawing()}
}
