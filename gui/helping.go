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

	page *frame.Later[*help.Screen]
	back frame.Screen // where it leads back to
}

func newHelping(s *shell) *helping {
	return &helping{shell: s, page: frame.NewLater(func() *help.Screen {
		return help.New(help.NewModel(s.program.Guide), help.Config{
			Canvas: s.Canvas(), Picture: s.program.GuidePicture,
			Log:     func() { s.ShowInFolder(s.program.LogFile) },
			Support: func() { s.Copy(s.facts().Support()) },
		})
	})}
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
		h.page.Get().OpenTopic(h.At().Topic())
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
