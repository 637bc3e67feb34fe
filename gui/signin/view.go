package signin

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/fault"
)

// Config is what the screen needs. All of it is required.
type Config struct {
	OnPractice func()
	OnCheck    func(token string)
	OnUse      func()
	// OnChanged is told that the button at the bottom may be another one.
	OnChanged  func()
	OnGetToken func()
	Copy       func(text string)
	// Focus gives the keyboard to a field.
	Focus func(fyne.Focusable)
}

// pageWidth is how wide the cards are at most.
const pageWidth float32 = 696

// Screen is the screen. It belongs to the UI thread.
type Screen struct {
	cfg     Config
	model   *Model
	content *fyne.Container
	entry   *widget.Entry
	told    State // by Update, last; typing clears what is shown of it
}

// New returns the screen.
func New(cfg Config) *Screen {
	s := &Screen{cfg: cfg, model: &Model{}, content: widgets.Stack(), entry: widget.NewPasswordEntry()}
	s.entry.SetPlaceHolder("Access token")
	s.entry.OnChanged = s.typed
	s.entry.OnSubmitted = func(string) { s.Press() }
	s.build()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Open begins anew: with a choice, and without a token.
func (s *Screen) Open(choice Choice) {
	s.entry.OnChanged = func(string) {}
	s.entry.SetText("")
	s.entry.OnChanged = s.typed
	*s.model = Model{choice: choice}
	s.build()
}

// First is what has the keyboard at first, or nil.
func (s *Screen) First() fyne.Focusable {
	if s.model.Choice() == ChoiceToken {
		return s.entry
	}
	return nil
}

// Update takes how far the sign-in is.
func (s *Screen) Update(state State) {
	if s.told == state {
		return
	}
	s.told = state
	s.model.Set(state)
	s.build()
	if state.Err != nil {
		s.tryAgain()
	}
}

// tryAgain lets the next token be pasted over the one that was not accepted.
func (s *Screen) tryAgain() {
	s.cfg.Focus(s.entry)
	s.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Primary is the button at the bottom right, and why it can't be pressed, if so.
func (s *Screen) Primary() (label, reason string) {
	label, _, reason = s.model.Primary()
	return label, reason
}

// Press does what the button at the bottom right says.
func (s *Screen) Press() {
	_, step, reason := s.model.Primary()
	if reason != "" {
		return
	}
	switch step {
	case StepPractice:
		s.cfg.OnPractice()
	case StepCheck:
		s.cfg.OnCheck(s.model.Token())
	case StepUse:
		s.cfg.OnUse()
	}
}

func (s *Screen) typed(text string) {
	had := s.model.state != State{}
	s.model.Type(text)
	if had && s.model.state == (State{}) {
		s.build()
	}
	s.cfg.OnChanged()
}

func (s *Screen) choose(c Choice) {
	s.model.Choose(c)
	s.build()
	s.cfg.OnChanged()
}

func (s *Screen) build() {
	practice := s.card(ChoicePractice, "Practice organization",
		"Built in, no sign-in. Behaves like Webex, errors included. Nothing goes to Webex.")
	token := s.card(ChoiceToken, "Access token",
		"Good for 12 hours. Paste it here; it stays in this computer's keychain.", s.tokenParts()...)
	s.content.Objects = []fyne.CanvasObject{widgets.Page(widgets.Inset(28, theme.PageMargin, 28, theme.PageMargin,
		widgets.Capped(pageWidth, widgets.VStack(0,
			widgets.NewText("Where should the numbers go?", widgets.Heading), widgets.Space(0, 2),
			widgets.NewParagraph("You can change this at any time, in the top right corner.", widgets.Secondary),
			widgets.Space(0, 20), practice, widgets.Space(0, 12), token))))}
	s.content.Refresh()
}

// tokenParts are the field and what came of the check.
func (s *Screen) tokenParts() []fyne.CanvasObject {
	get := widgets.NewButton("Get a token", widgets.Usual, s.cfg.OnGetToken)
	field := widgets.Frame(nil, nil, nil, widgets.Inset(0, 0, 0, theme.Gap, get), widgets.Sized(0, theme.Control, s.entry))
	parts := []fyne.CanvasObject{widgets.Space(0, 14), field}
	if sentence, good := s.model.Welcome(); sentence != nil {
		parts = append(parts, widgets.Space(0, 12), welcome(sentence, good))
	}
	if message, ok := s.model.Trouble(); ok {
		parts = append(parts, widgets.Space(0, 12), s.trouble(message))
	}
	if s.model.Checking() {
		text := widgets.NewParagraph("Asking Webex whose token this is.", widgets.Body)
		parts = append(parts, widgets.Space(0, 12), widgets.Band(widgets.MoodInfo, theme.IconWait, text))
	}
	return parts
}

func welcome(sentence []Piece, good bool) fyne.CanvasObject {
	spans := make([]widgets.Span, len(sentence))
	for i, piece := range sentence {
		style := widgets.Body
		style.Bold = piece.Bold
		spans[i] = widgets.Span{Text: piece.Text, Style: style}
	}
	mood, icon := widgets.MoodOK, theme.IconReady
	if !good {
		mood, icon = widgets.MoodWarn, theme.IconChanged
	}
	return widgets.Band(mood, icon, widgets.NewSpans(spans...))
}

func (s *Screen) trouble(message fault.Message) fyne.CanvasObject {
	words := widgets.NewSpans(
		widgets.Span{Text: message.What, Style: widgets.Strong},
		widgets.Span{Text: " " + message.Next, Style: widgets.Body})
	details := widgets.NewDetails(message.Details, s.cfg.Copy)
	return widgets.Band(widgets.MoodError, theme.IconProblem, widgets.VStack(4, words, details.Object()))
}

// card is one choice. The chosen one has a blue border and shows what belongs
// to it.
func (s *Screen) card(c Choice, title, text string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	chosen := s.model.Choice() == c
	border := widgets.Paint{Fill: fynetheme.ColorNameBackground, Stroke: theme.ColorBorder, Width: 1, Radius: theme.PanelRadius}
	lines := []fyne.CanvasObject{widgets.NewText(title, widgets.Strong), widgets.NewParagraph(text, widgets.Secondary)}
	if chosen {
		border.Stroke, border.Width = theme.ColorPrimary, 2
		lines = append(lines, parts...)
	}
	radio := widgets.VStack(0, widgets.Space(0, 2), widgets.HStack(0, widgets.Radio(chosen)))
	inner := widgets.Inset(14, 16, 14, 16, widgets.Frame(nil, nil, radio, nil, widgets.Inset(0, 0, 0, 12, widgets.VStack(0, lines...))))
	content := widgets.Stack(widgets.NewSurface(border), inner)
	if chosen {
		return content
	}
	return widgets.NewTappable(content, theme.PanelRadius, func() { s.choose(c) })
}
