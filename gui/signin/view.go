package signin

import (
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/press"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// Config is what the screen needs. All of it is required.
type Config struct {
	OnPractice func()
	OnCheck    func(token string)
	// OnBrowser and OnDevice sign in with the company's integration; an empty ID
	// stands for the one that is kept.
	OnBrowser  func(id, secret string)
	OnDevice   func(id, secret string)
	OnCustomer func(orgID string)
	OnUse      func()
	// OnStop ends the waiting.
	OnStop func()
	// OnForget forgets the integration.
	OnForget func()
	// OnChanged is told that the button at the bottom may be another one.
	OnChanged func()
	OnOpen    func(address string) // in the browser
	Copy      func(text string)
	// Focus gives the keyboard to a field.
	Focus func(fyne.Focusable)
	// RedirectAddress and Scopes are what an integration is registered with.
	RedirectAddress string
	Scopes          []string
	Now             func() time.Time
}

// pageWidth is how wide the cards are at most.
const pageWidth float32 = 696

// Screen is the screen. It belongs to the UI thread.
type Screen struct {
	cfg     Config
	model   *Model
	content *fyne.Container
	entry   *widget.Entry
	id      *widget.Entry
	secret  *widget.Entry
	search  *widget.Entry
	list    *fyne.Container   // of customers
	instead *fyne.Container   // offers a code
	answer  fyne.CanvasObject // what came of the sign-in, nil before
	told    State             // by Update, last; typing clears what is shown of it
}

// New returns the screen.
func New(cfg Config) *Screen {
	s := &Screen{
		cfg: cfg, model: &Model{now: cfg.Now}, content: layout.Stack(), list: layout.VStack(0), instead: layout.VStack(0),
		entry: widget.NewPasswordEntry(), id: widget.NewEntry(), secret: widget.NewPasswordEntry(), search: widget.NewEntry(),
	}
	s.entry.SetPlaceHolder(phrase.Text("signin.token.name"))
	s.id.SetPlaceHolder(phrase.Text("signin.integration.clientid"))
	s.secret.SetPlaceHolder(phrase.Text("signin.integration.secret"))
	s.search.SetPlaceHolder(phrase.Text("signin.customer.search"))
	s.search.OnChanged = func(text string) {
		s.model.Search(text)
		s.showCustomers()
	}
	for _, field := range []*widget.Entry{s.entry, s.id, s.secret} {
		field.OnChanged = s.typed
		field.OnSubmitted = func(string) { s.Press() }
	}
	s.build()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Open starts over: with a choice, and with empty fields.
func (s *Screen) Open(choice Choice) {
	*s.model = Model{choice: choice, now: s.cfg.Now}
	s.told = State{}
	for _, field := range []*widget.Entry{s.entry, s.id, s.secret, s.search} {
		told := field.OnChanged
		field.OnChanged = func(string) {}
		field.SetText("")
		field.OnChanged = told
	}
	s.build()
}

// First is what has the keyboard at first, or nil.
func (s *Screen) First() fyne.Focusable {
	switch s.model.Choice() {
	case ChoiceToken:
		return s.entry
	case ChoiceIntegration:
		if s.model.KeptClient() == "" {
			return s.id
		}
	case ChoiceCustomer:
		return s.search
	case ChoicePractice:
	}
	return nil
}

// Update takes how far the sign-in is.
func (s *Screen) Update(state State) {
	if s.told.same(&state) {
		return
	}
	failed := state.Err != nil && !s.told.signs(&state)
	chose := s.model.Choice()
	s.told = state
	s.model.Set(state)
	s.build()
	switch first := s.First(); {
	case failed && chose == ChoiceToken:
		s.tryAgain()
	case s.model.Choice() != chose && first != nil:
		s.cfg.Focus(first)
	}
	if s.answer != nil {
		press.RevealIn(s.content, s.answer)
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
	case StepBrowser:
		s.cfg.OnBrowser(s.model.Client())
	case StepUse:
		s.cfg.OnUse()
	}
}

func (s *Screen) typed(string) {
	before := s.model.state
	s.model.Type(s.entry.Text)
	s.model.TypeClient(s.id.Text, s.secret.Text)
	if !before.signs(&s.model.state) {
		s.build()
	}
	s.showCodeLine()
	s.cfg.OnChanged()
}

func (s *Screen) choose(c Choice) {
	s.model.Choose(c)
	s.build()
	s.cfg.OnChanged()
}

func (s *Screen) build() {
	parts := []fyne.CanvasObject{
		draw.NewText(phrase.Text("signin.title"), draw.Heading), layout.Space(0, 2),
		draw.NewParagraph(phrase.Text("signin.later"), draw.Secondary), layout.Space(0, 8),
	}
	if wanted := s.model.Wanted(); wanted != "" {
		band := widgets.Band(widgets.MoodInfo, theme.IconOrganization, draw.NewParagraph(wanted, draw.Body))
		parts = append(parts, layout.Space(0, 12), band)
	}
	for _, card := range s.cards() {
		parts = append(parts, layout.Space(0, 12), card)
	}
	s.content.Objects = []fyne.CanvasObject{layout.Page(layout.Inset(28, theme.PageMargin, 28, theme.PageMargin,
		layout.Capped(pageWidth, layout.VStack(0, parts...))))}
	s.content.Refresh()
}

func (s *Screen) cards() []fyne.CanvasObject {
	cards := []fyne.CanvasObject{
		s.card(ChoicePractice, phrase.Text("signin.practice.name"), phrase.Text("signin.practice.about")),
		s.card(ChoiceToken, phrase.Text("signin.token.name"), phrase.Text("signin.token.about"), s.tokenParts),
		s.card(ChoiceIntegration, phrase.Text("signin.integration.name"), phrase.Text("signin.integration.about"), s.integrationParts),
	}
	if s.model.HasCustomers() {
		cards = append(cards, s.card(ChoiceCustomer, phrase.Text("signin.customer.name"), s.model.Partner(), s.customerParts))
	}
	return cards
}

// tokenParts are the field and what came of the check.
func (s *Screen) tokenParts() []fyne.CanvasObject {
	get := widgets.NewButton(phrase.Text("signin.token.get"), widgets.Usual, func() { s.cfg.OnOpen(TokenPage) })
	field := layout.Frame(nil, nil, nil, layout.Inset(0, 0, 0, theme.Gap, get), layout.Sized(0, theme.Control, s.entry))
	return append([]fyne.CanvasObject{layout.Space(0, 14), field}, s.came()...)
}

// came is what came of the sign-in, or what is waited for.
func (s *Screen) came() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	s.answer = nil
	if sentence, good := s.model.Welcome(); sentence != nil {
		s.answer = welcome(sentence, good)
		parts = append(parts, layout.Space(0, 12), s.answer)
	}
	if message, ok := s.model.Trouble(); ok {
		s.answer = s.trouble(message)
		parts = append(parts, layout.Space(0, 12), s.answer)
	}
	if waiting := s.model.Waiting(); waiting != "" {
		text := draw.NewParagraph(waiting, draw.Body)
		parts = append(parts, layout.Space(0, 12),
			widgets.Band(widgets.MoodInfo, theme.IconWait, text, widgets.NewLink(phrase.Text("words.cancel"), s.cfg.OnStop)))
	}
	return parts
}

func welcome(sentence []phrase.Piece, good bool) fyne.CanvasObject {
	mood, icon := widgets.MoodOK, theme.IconReady
	if !good {
		mood, icon = widgets.MoodWarn, theme.IconChanged
	}
	return widgets.Band(mood, icon, draw.NewSpans(draw.Spans(draw.Body, sentence)...))
}

func (s *Screen) trouble(message phrase.Message) fyne.CanvasObject {
	words := draw.NewSpans(
		draw.Span{Text: message.What, Style: draw.Strong},
		draw.Span{Text: " " + message.Next, Style: draw.Body})
	details := widgets.NewDetails(message.Details, s.cfg.Copy)
	return widgets.Band(widgets.MoodError, theme.IconProblem, layout.VStack(4, words, details.Object()))
}

// card is one choice. The chosen one has a blue border and shows what belongs
// to it.
func (s *Screen) card(c Choice, title, text string, parts ...func() []fyne.CanvasObject) fyne.CanvasObject {
	chosen := s.model.Choice() == c
	border := draw.Paint{Fill: fynetheme.ColorNameBackground, Stroke: theme.ColorBorder, Width: 1, Radius: theme.PanelRadius}
	lines := []fyne.CanvasObject{draw.NewText(title, draw.Strong), draw.NewParagraph(text, draw.Secondary)}
	if chosen {
		border.Stroke, border.Width = theme.ColorPrimary, 2
		for _, more := range parts {
			lines = append(lines, more()...)
		}
	}
	radio := layout.VStack(0, layout.Space(0, 2), layout.HStack(0, widgets.Radio(chosen)))
	inner := layout.Inset(14, 16, 14, 16, layout.Frame(nil, nil, radio, nil, layout.Inset(0, 0, 0, 12, layout.VStack(0, lines...))))
	content := layout.Stack(draw.NewSurface(border), inner)
	if chosen {
		return content
	}
	return widgets.NewTappable(content, theme.PanelRadius, func() { s.choose(c) })
}
