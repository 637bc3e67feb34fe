package open

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/file"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// Config is what the screen needs. All of it is required.
type Config struct {
	Canvas  fyne.Canvas
	Opening Opening
	Now     func() time.Time
	Recent  func() []Recent
	// Unfinished is the newest run that was stopped before its end.
	Unfinished func() Unfinished
	// OnSee shows it in the history, and OnResume goes on with it.
	OnSee, OnResume func()
	// OnForget takes a file out of the recent ones.
	OnForget func(path string)
	// OnPaste lets the user paste a list.
	OnPaste func()
	// OnPick lets the user choose a file, OnTemplate where a blank template is
	// saved, and OnChange how the open file is read.
	OnPick, OnTemplate, OnChange func()
	// OnChosen is told that another column was chosen.
	OnChosen func()
	OnFolder func(path string)
	Copy     func(text string)
}

// Screen is the Open screen. It belongs to the UI thread.
type Screen struct {
	cfg     Config
	content *fyne.Container

	shown    any // the state that content was built for
	progress *progress
	asked    *asked
	first    fyne.Focusable
}

// New returns the screen.
func New(cfg Config) *Screen {
	s := &Screen{cfg: cfg, content: layout.Stack()}
	s.Refresh()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// First is what has the keyboard at first, or nil.
func (s *Screen) First() fyne.Focusable { return s.first }

// The states of the screen that are compared to see whether it must be built.
type (
	stateStart    struct{ recent, unfinished string }
	stateReading  struct{ path string }
	stateChecking struct{ table *number.Table }
	stateTrouble  struct{ trouble *file.Trouble }
	stateQuestion struct {
		table    *number.Table
		question file.Question
	}
)

func (s *Screen) state() any {
	reading, busy := s.cfg.Opening.Reading()
	trouble := s.cfg.Opening.Trouble()
	switch {
	case busy && reading.Slow:
		return stateReading{reading.Path}
	case trouble != nil:
		return stateTrouble{trouble}
	case s.cfg.Opening.Question() != file.NoQuestion:
		return stateQuestion{s.cfg.Opening.Table(), s.cfg.Opening.Question()}
	case checking(s.cfg.Opening):
		return stateChecking{s.cfg.Opening.Table()}
	}
	return stateStart{fmt.Sprint(s.cfg.Recent()), s.unfinishedKey()}
}

// Leave says that another screen is shown from now on, until Refresh is called. The rows of
// a file that was read are let go of; what was chosen as an answer stays.
func (s *Screen) Leave() {
	if s.progress != nil {
		s.shown, s.progress, s.content.Objects = nil, nil, nil
	}
}

// Refresh brings the screen up to date.
func (s *Screen) Refresh() {
	if now := s.state(); now != s.shown {
		s.shown = now
		s.build()
	}
	if s.progress != nil {
		s.progress.show()
	}
	if s.asked != nil {
		s.asked.show(ask(s.cfg.Opening))
	}
}

func (s *Screen) build() {
	before := s.progress
	s.progress, s.asked, s.first = nil, nil, nil
	var body fyne.CanvasObject
	switch state := s.shown.(type) {
	case stateReading:
		s.progress = newProgress(s.cfg.Opening)
		body = s.progress.content
	case stateChecking: // of the file that was read: its first rows stay where they are
		if s.progress = before; before == nil {
			s.progress = newProgress(s.cfg.Opening)
		}
		body = s.progress.content
	case stateTrouble:
		body = layout.Page(s.trouble(*state.trouble))
	case stateQuestion:
		s.asked = newAsked(s.cfg, ask(s.cfg.Opening))
		s.first = s.asked.first()
		body = layout.Page(s.asked.content)
	default:
		body = layout.Page(s.start())
	}
	s.content.Objects = []fyne.CanvasObject{body}
	s.content.Refresh()
}

// trouble says why a file could not be read.
func (s *Screen) trouble(failed file.Trouble) fyne.CanvasObject {
	words := explain(failed)
	trouble := widgets.Trouble{Title: words.Title, What: words.What, Safe: words.Safe, Details: words.Details, Copy: s.cfg.Copy}
	other := widgets.Primary
	if words.Password {
		other = widgets.Usual
		entry := widget.NewPasswordEntry()
		entry.SetPlaceHolder(phrase.Text("open.trouble.password"))
		entry.OnSubmitted = s.cfg.Opening.Unlock
		s.first = entry
		unlock := widgets.NewButton(phrase.Text("open.trouble.unlock"), widgets.Primary, func() { s.cfg.Opening.Unlock(entry.Text) })
		trouble.More = layout.HStack(theme.Gap, layout.Sized(280, theme.Control, entry), unlock)
	}
	trouble.Buttons = []fyne.CanvasObject{widgets.NewButton(phrase.Text("open.trouble.open"), other, s.cfg.OnPick)}
	if !words.Password {
		trouble.Buttons = append(trouble.Buttons, widgets.NewButton(phrase.Text("open.trouble.again"), widgets.Usual, s.cfg.Opening.Retry))
	}
	if words.Folder {
		show := widgets.NewButton(phrase.Text("words.folder"), widgets.Plain, func() { s.cfg.OnFolder(failed.Path) })
		trouble.Buttons = append(trouble.Buttons, show)
	}
	parts := []fyne.CanvasObject{trouble.Object(), layout.Space(0, 28)}
	parts = append(parts, s.recent()...)
	parts = append(parts, layout.Space(0, 16), draw.NewParagraph(phrase.Text("open.start.anywhere"), draw.Secondary))
	return page(marginTop, parts...)
}

// Button is the button at the bottom right.
type Button struct {
	Label  string
	Do     func()
	Reason string // why it can't be pressed now, "" if it can
}

// Primary is the button at the bottom right; ok is false where the screen has
// its own.
func (s *Screen) Primary() (b Button, ok bool) {
	if s.asked == nil {
		return Button{}, false
	}
	return s.asked.button(), true
}
