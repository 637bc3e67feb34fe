package gui

import (
	"runtime"

	"numberloader/gui/about"
	"numberloader/gui/frame"
	"numberloader/gui/help"
	"numberloader/internal/phrase"
)

// helping is the Help page.
type helping struct {
	*shell

	screen *help.Screen // nil until it is first shown
	back   frame.Screen // where it leads back to
}

// page is the page, which is made when it is first shown.
func (h *helping) page() *help.Screen {
	if h.screen == nil {
		h.screen = help.New(help.NewModel(h.program.Guide), help.Config{
			Canvas: h.Canvas(), Picture: h.program.GuidePicture,
			Log:     func() { h.ShowInFolder(h.program.LogFile) },
			Support: func() { h.Copy(h.facts().Support()) },
		})
	}
	return h.screen
}

// open shows the guide where it was left.
func (h *helping) open() {
	if h.At() != frame.Help {
		h.back = h.At()
	}
	h.GoTo(frame.Help)
}

// openHere shows the page of the guide about the screen that is shown.
func (h *helping) openHere() {
	if h.At() != frame.Help {
		h.page().OpenTopic(h.At().Topic())
	}
	h.open()
}

func (h *helping) bottom() frame.State {
	return frame.State{Left: frame.Action{Label: phrase.Text("keys.title"), Do: h.showKeys}, Primary: frame.BackTo(h, h.back)}
}

// facts are what the program says of itself.
func (s *shell) facts() about.Facts {
	return about.Facts{Version: s.program.Version, OS: runtime.GOOS, Arch: runtime.GOARCH, Drawing: s.program.Drawing()}
}
