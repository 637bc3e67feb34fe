package draw

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/theme"
)

// Style is how text looks. Empty names are the usual size and color.
type Style struct {
	Size   fyne.ThemeSizeName
	Color  fyne.ThemeColorName
	Bold   bool
	Mono   bool // for tracking IDs, codes and tokens only
	Struck bool // it counts no longer
	// Right aligns to the right end, for amounts.
	Right bool
	// Cut ends the text with … where it does not fit, and lets its place be
	// narrower than the text. Numbers and messages are never cut.
	Cut bool
}

// The styles of our text.
//
//nolint:gochecknoglobals // constants, never written
var (
	Title     = Style{Size: theme.SizeTitle, Bold: true}
	Heading   = Style{Size: theme.SizeHeading, Bold: true}
	Section   = Style{Size: theme.SizeSection, Bold: true}
	Lead      = Style{Size: theme.SizeSection}
	Body      = Style{}
	Strong    = Style{Bold: true}
	Secondary = Style{Color: theme.ColorSecondary}
	Message   = Style{Size: theme.SizeMessage}
	Caption   = Style{Size: theme.SizeCaption, Color: theme.ColorSecondary}
)

// In is the style in another color.
func (s Style) In(name fyne.ThemeColorName) Style {
	s.Color = name
	return s
}

// Shortened is the style with Cut set.
func (s Style) Shortened() Style {
	s.Cut = true
	return s
}

// Write sets what a text object says, and gives it its look under a theme.
func (s Style) Write(text *canvas.Text, words string, th fyne.Theme) {
	size, name := s.Size, s.Color
	if size == "" {
		size = theme.SizeText
	}
	if name == "" {
		name = theme.ColorText
	}
	text.Text, text.TextSize = words, th.Size(size)
	text.Color = th.Color(name, Variant())
	text.TextStyle = fyne.TextStyle{Bold: s.Bold, Monospace: s.Mono, Strikethrough: s.Struck}
	text.FontSource = nil
	if plain(words) {
		text.FontSource = th.Font(text.TextStyle)
	}
	text.Alignment = fyne.TextAlignLeading
	if s.Right {
		text.Alignment = fyne.TextAlignTrailing
	}
}

// Width is how wide a text is in this style.
func (s Style) Width(text string, th fyne.Theme) float32 {
	return s.measure(text, th).Width
}

func (s Style) measure(text string, th fyne.Theme) fyne.Size {
	measured := canvas.NewText("", nil)
	s.Write(measured, text, th)
	return measured.MinSize()
}

// plain reports whether the font of the program has every character of a text: letters of
// Latin, digits, and the signs of our own words. For a text of which the toolkit is not
// told so, it reads the fonts of symbols and emoji, and those of the system.
func plain(text string) bool {
	for _, r := range text {
		switch {
		case r >= ' ' && r <= '~', r >= '\u00a0' && r <= '\u017f':
		case r >= '–' && r <= '—', r >= '‘' && r <= '”', r == '…':
		default:
			return false
		}
	}
	return true
}

// Scale is how much larger than usual the text of the program is, for layouts.
func Scale() float32 { return ScaleOf(themed{}) }

// Larger is a measure as it is with the size of the text in use.
func Larger(measure float32) float32 { return measure * Scale() }

// TallScale is how much taller than usual a line of controls or a row is that is taller
// than its text needs: as far as it can be without leaving no room for others.
func TallScale() float32 { return min(Scale(), tallMost) }

// tallMost is how much lines grow with the text at most; at twice its size a text still
// has some room in them.
const tallMost float32 = 1.5

// ScaleOf is how much larger than usual the text of a widget is.
func ScaleOf(of interface{ Theme() fyne.Theme }) float32 {
	return of.Theme().Size(theme.SizeText) / theme.UsualText
}

// themed has the theme of the program, for layouts.
type themed struct{}

func (themed) Theme() fyne.Theme { return AppTheme() }

// Variant is the variant in use, light or dark.
func Variant() fyne.ThemeVariant { return settings().ThemeVariant() }

// Dark reports whether the program is dark now.
func Dark() bool {
	ground := AppTheme().Color(fynetheme.ColorNameBackground, Variant())
	return theme.Contrast(ground, color.White) > theme.Contrast(ground, color.Black)
}

// AppTheme is the theme of the program, without what a part of it overrides.
func AppTheme() fyne.Theme { return settings().Theme() }

func settings() fyne.Settings {
	return fyne.CurrentApp().Settings() //nolint:forbidigo // a widget has no other way to the toolkit's settings
}

// Text is one line of text without padding, whose look follows the theme.
type Text struct {
	widget.BaseWidget

	text  string
	style Style
}

// NewText returns a line of text.
func NewText(text string, style Style) *Text {
	t := &Text{text: text, style: style}
	t.ExtendBaseWidget(t)
	return t
}

// Text is the whole text, also where it is shown cut.
func (t *Text) Text() string { return t.text }

// Wanted is the width at which the text is not cut.
func (t *Text) Wanted() float32 { return t.style.Width(t.text, t.Theme()) }

// Set changes text and style.
func (t *Text) Set(text string, style Style) {
	if t.text == text && t.style == style {
		return
	}
	t.text, t.style = text, style
	t.Refresh()
}

// SetText changes the text.
func (t *Text) SetText(text string) { t.Set(text, t.style) }

// CreateRenderer draws the text.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{text: t, drawn: canvas.NewText("", nil)}
	r.style()
	return r
}

type textRenderer struct {
	text  *Text
	drawn *canvas.Text
}

func (r *textRenderer) style() {
	r.text.style.Write(r.drawn, r.fitting(), r.text.Theme())
}

// fitting is as much of the text as there is room for.
func (r *textRenderer) fitting() string {
	if !r.text.style.Cut || r.text.Size().Width == 0 {
		return r.text.text
	}
	return Shorten(r.text.text, r.text.Size().Width, func(text string) float32 {
		return r.text.style.Width(text, r.text.Theme())
	})
}

func (r *textRenderer) Layout(size fyne.Size) {
	r.style()
	height := r.drawn.MinSize().Height
	r.drawn.Move(fyne.NewPos(0, (size.Height-height)/2))
	r.drawn.Resize(fyne.NewSize(size.Width, height))
}

func (r *textRenderer) MinSize() fyne.Size {
	th := r.text.Theme()
	size := r.text.style.measure(r.text.text, th)
	if r.text.style.Cut {
		size.Width = min(size.Width, th.Size(fynetheme.SizeNameInlineIcon)*2)
	}
	return size
}

func (r *textRenderer) Refresh() {
	r.style()
	r.Layout(r.text.Size())
	r.drawn.Refresh()
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.drawn} }
func (r *textRenderer) Destroy()                     {}

// Shorten cuts a text at its end and marks the cut with …, so that it is no
// wider than limit. width measures a text.
func Shorten(text string, limit float32, width func(string) float32) string {
	if width(text) <= limit {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if width(string(runes[:middle])+"…") <= limit {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return string(runes[:low]) + "…"
}
