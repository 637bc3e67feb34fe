package open

import (
	"fmt"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/outcome"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// The measures of the first screen. Below a run that is not finished everything moves
// up, so that the recent files stay in sight.
const (
	marginTop   float32 = 28
	marginBelow float32 = 16 // the band
	marginSide  float32 = 48
	targetTall  float32 = 272
	targetRoom  float32 = 16 // around what stands in it
	targetLower float32 = 232
	bandTall    float32 = 64  // at least
	bandWords   float32 = 280 // the room that its words need beside buttons
	barWide     float32 = 150
	barTall     float32 = 16 // as the words beside it
	recentTall  float32 = 44
)

// start is the run that is not finished, the drop target and the recent files.
func (s *Screen) start() fyne.CanvasObject {
	unfinished := s.cfg.Unfinished()
	top, tall, rank := marginTop, targetTall, widgets.Primary
	var parts []fyne.CanvasObject
	if unfinished.Run != nil {
		top, tall, rank = marginBelow, targetLower, widgets.Usual
		parts = append(parts, s.unfinished(unfinished), layout.Space(0, marginBelow))
	}
	parts = append(parts, layout.AtLeast(tall, s.target(rank)), layout.Space(0, 16),
		centered(widgets.NewLink(phrase.Text("open.start.template"), s.cfg.OnTemplate)), layout.Space(0, 24))
	parts = append(parts, s.recent()...)
	return page(top, parts...)
}

func page(top float32, parts ...fyne.CanvasObject) fyne.CanvasObject {
	return layout.Inset(top, marginSide, marginTop, marginSide, layout.VStack(0, parts...))
}

func centered(o fyne.CanvasObject) fyne.CanvasObject {
	return layout.HStack(0, layout.Spacer(), o, layout.Spacer())
}

// target is where files are dropped, with the other ways to come to numbers.
func (s *Screen) target(rank widgets.Rank) fyne.CanvasObject {
	upload := theme.Colored(fynetheme.UploadIcon(), theme.ColorSecondary)
	return layout.Stack(
		draw.NewSurface(draw.Paint{Fill: theme.ColorRail, Stroke: theme.ColorBorder, Width: 1, Radius: 10}),
		layout.Inset(targetRoom, targetRoom, targetRoom, targetRoom, layout.VStack(0,
			layout.Spacer(),
			centered(draw.Picture(upload, 28)), layout.Space(0, 12),
			draw.NewParagraph(phrase.Text("open.start.drop"), draw.Heading).Centered(), layout.Space(0, 4),
			draw.NewParagraph(phrase.Text("open.start.kinds"), draw.Secondary).Centered(), layout.Space(0, 2),
			draw.NewParagraph(phrase.Text("open.start.unsent"), draw.Secondary).Centered(),
			layout.Space(0, 20),
			layout.Wrapped(draw.AlignCenter, theme.Gap, theme.Gap,
				widgets.NewButton(phrase.Text("open.start.do"), rank, s.cfg.OnPick),
				widgets.NewButton(phrase.Text("open.start.paste"), widgets.Usual, s.cfg.OnPaste),
				widgets.NewButton(phrase.Text("open.start.sample"), widgets.Usual, s.cfg.Opening.OpenSample)),
			layout.Spacer())))
}

// unfinishedKey changes when the band has to be redrawn.
func (s *Screen) unfinishedKey() string {
	u := s.cfg.Unfinished()
	if u.Run == nil {
		return ""
	}
	return fmt.Sprint(u.Run.ID, u.Counts(), u.Resume, u.Blocked, u.More)
}

// unfinished says how far a run came, and offers to see it and to go on with it.
func (s *Screen) unfinished(u Unfinished) fyne.CanvasObject {
	bar := layout.Sized(barWide, barTall, outcome.Bar(u.Counts()))
	about := draw.NewText(u.About(s.cfg.Now()), draw.Caption.In(theme.ColorText))
	words := layout.VStack(6, layout.Spacer(),
		draw.NewSpans(draw.Spans(draw.Body, u.Text())...),
		layout.Wrapped(draw.AlignStart, theme.Gap, 2, bar, about))
	if u.More > 0 {
		words.Add(layout.HStack(0, widgets.NewStyledLink(phrase.Text("open.unfinished.more", "Count", u.More), draw.Caption, s.cfg.OnSee)))
	}
	words.Add(layout.Spacer())
	buttons := []fyne.CanvasObject{widgets.NewButton(phrase.Text("open.unfinished.see"), widgets.Plain, s.cfg.OnSee)}
	if u.Resume != "" {
		resume := widgets.NewButton(u.Resume, widgets.Primary, s.cfg.OnResume)
		resume.SetEnabled(u.Blocked == "")
		buttons = append(buttons, resume)
	}
	icon := layout.Inset(0, 12, 0, 0, centeredDown(draw.Icon(theme.IconWait, theme.ColorWarn)))
	band := layout.Tailed(theme.Gap, bandWords, layout.Frame(nil, nil, icon, nil, words), layout.HStack(theme.Gap, buttons...))
	tint := draw.NewSurface(draw.Paint{Fill: theme.ColorTintWarn, Radius: theme.PanelRadius})
	return layout.Stack(layout.Space(0, bandTall), tint, layout.Inset(10, 12, 10, 16, band))
}

func centeredDown(o fyne.CanvasObject) fyne.CanvasObject {
	return layout.VStack(0, layout.Spacer(), o, layout.Spacer())
}

// recent lists the recent files, nothing if there are none.
func (s *Screen) recent() []fyne.CanvasObject {
	files := s.cfg.Recent()
	if len(files) == 0 {
		return nil
	}
	parts := []fyne.CanvasObject{draw.NewText(phrase.Text("open.start.recent"), draw.Section), layout.Space(0, 4)}
	for _, file := range files {
		parts = append(parts, s.recentRow(file), draw.Hairline())
	}
	return parts
}

// recentRow is a file to open. One that is missing says so, and can still be tried: its
// drive may be back.
func (s *Screen) recentRow(file Recent) fyne.CanvasObject {
	name, when := draw.Strong, file.WhenText(s.cfg.Now())
	if file.Missing {
		name, when = draw.Strong.In(theme.ColorSecondary), phrase.Text("open.start.missing")
	}
	row := layout.HStack(12,
		draw.Grown(draw.Picture(theme.Icon(theme.IconFile, theme.ColorSecondary), 18)),
		draw.NewText(file.Name(), name.Shortened()),
		draw.NewText(file.Folder(), draw.Secondary.Shortened()),
		layout.Spacer(),
		draw.NewText(when, draw.Secondary))
	area := widgets.NewTappable(layout.Sized(0, recentTall, row), 0, func() { s.cfg.Opening.Open(file.Path, number.Layout{}) })
	if !file.Missing {
		return area
	}
	forget := widgets.NewLink(phrase.Text("open.start.forget"), func() { s.cfg.OnForget(file.Path) })
	return layout.Frame(nil, nil, nil, layout.Inset(0, 0, 0, 16, centeredDown(forget)), area)
}
