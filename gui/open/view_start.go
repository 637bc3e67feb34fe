package open

import (
	"fmt"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

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
	targetLower float32 = 232
	bandTall    float32 = 64 // at least
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
		parts = append(parts, s.unfinished(unfinished), widgets.Space(0, marginBelow))
	}
	parts = append(parts, widgets.Sized(0, tall, s.target(rank)), widgets.Space(0, 16),
		centered(widgets.NewLink(phrase.Text("open.start.template"), s.cfg.OnTemplate)), widgets.Space(0, 24))
	parts = append(parts, s.recent()...)
	return page(top, parts...)
}

func page(top float32, parts ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Inset(top, marginSide, marginTop, marginSide, widgets.VStack(0, parts...))
}

func centered(o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.HStack(0, widgets.Spacer(), o, widgets.Spacer())
}

// target is where files are dropped, with the other ways to come to numbers.
func (s *Screen) target(rank widgets.Rank) fyne.CanvasObject {
	upload := theme.Colored(fynetheme.UploadIcon(), theme.ColorSecondary)
	return widgets.Stack(
		widgets.NewSurface(widgets.Paint{Fill: theme.ColorRail, Stroke: theme.ColorBorder, Width: 1, Radius: 10}),
		widgets.VStack(0,
			widgets.Spacer(),
			centered(widgets.Picture(upload, 28)), widgets.Space(0, 12),
			centered(widgets.NewText(phrase.Text("open.start.drop"), widgets.Heading)), widgets.Space(0, 4),
			centered(widgets.NewText(phrase.Text("open.start.kinds"), widgets.Secondary)), widgets.Space(0, 2),
			centered(widgets.NewText(phrase.Text("open.start.unsent"), widgets.Secondary)),
			widgets.Space(0, 20),
			centered(widgets.HStack(theme.Gap,
				widgets.NewButton(phrase.Text("open.start.do"), rank, s.cfg.OnPick),
				widgets.NewButton(phrase.Text("open.start.paste"), widgets.Usual, s.cfg.OnPaste),
				widgets.NewButton(phrase.Text("open.start.sample"), widgets.Usual, s.cfg.Opening.OpenSample))),
			widgets.Spacer()))
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
	bar := widgets.Inset(0, theme.Gap, 0, 0, widgets.VStack(0, widgets.Sized(barWide, barTall, outcome.Bar(u.Counts()))))
	words := widgets.VStack(6, widgets.Spacer(),
		widgets.NewSpans(widgets.Spans(widgets.Body, u.Text())...),
		widgets.Frame(nil, nil, bar, nil, widgets.NewParagraph(u.About(s.cfg.Now()), widgets.Caption.In(theme.ColorText))))
	if u.More > 0 {
		words.Add(widgets.HStack(0, widgets.NewStyledLink(phrase.Text("open.unfinished.more", "Count", u.More), widgets.Caption, s.cfg.OnSee)))
	}
	words.Add(widgets.Spacer())
	buttons := []fyne.CanvasObject{widgets.NewButton(phrase.Text("open.unfinished.see"), widgets.Plain, s.cfg.OnSee)}
	if u.Resume != "" {
		resume := widgets.NewButton(u.Resume, widgets.Primary, s.cfg.OnResume)
		resume.SetEnabled(u.Blocked == "")
		buttons = append(buttons, resume)
	}
	band := widgets.Frame(nil, nil, centeredDown(widgets.Icon(theme.IconWait, theme.ColorWarn)), centeredDown(widgets.HStack(theme.Gap, buttons...)),
		widgets.Inset(0, 12, 0, 12, words))
	tint := widgets.NewSurface(widgets.Paint{Fill: theme.ColorTintWarn, Radius: theme.PanelRadius})
	return widgets.Stack(widgets.Space(0, bandTall), tint, widgets.Inset(10, 12, 10, 16, band))
}

func centeredDown(o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.VStack(0, widgets.Spacer(), o, widgets.Spacer())
}

// recent lists the recent files, nothing if there are none.
func (s *Screen) recent() []fyne.CanvasObject {
	files := s.cfg.Recent()
	if len(files) == 0 {
		return nil
	}
	parts := []fyne.CanvasObject{widgets.NewText(phrase.Text("open.start.recent"), widgets.Section), widgets.Space(0, 4)}
	for _, file := range files {
		parts = append(parts, s.recentRow(file), widgets.Hairline())
	}
	return parts
}

// recentRow is a file to open. One that is missing says so, and can still be tried: its
// drive may be back.
func (s *Screen) recentRow(file Recent) fyne.CanvasObject {
	name, when := widgets.Strong, file.WhenText(s.cfg.Now())
	if file.Missing {
		name, when = widgets.Strong.In(theme.ColorSecondary), phrase.Text("open.start.missing")
	}
	row := widgets.HStack(12,
		widgets.Picture(theme.Icon(theme.IconFile, theme.ColorSecondary), 18),
		widgets.NewText(file.Name(), name.Shortened()),
		widgets.NewText(file.Folder(), widgets.Secondary.Shortened()),
		widgets.Spacer(),
		widgets.NewText(when, widgets.Secondary))
	area := widgets.NewTappable(widgets.Sized(0, recentTall, row), 0, func() { s.cfg.Opening.Open(file.Path, number.Layout{}) })
	if !file.Missing {
		return area
	}
	forget := widgets.NewLink(phrase.Text("open.start.forget"), func() { s.cfg.OnForget(file.Path) })
	return widgets.Frame(nil, nil, nil, widgets.Inset(0, 0, 0, 16, centeredDown(forget)), area)
}
