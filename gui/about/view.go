package about

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// The measures of the panel.
const (
	panelWide  float32 = 920
	panelTall  float32 = 640
	panelEdge  float32 = 28 // between the panel and the window, at the least
	panelRoom  float32 = 24
	iconSide   float32 = 56
	listWide   float32 = 288
	readerEdge float32 = 4 // around the license, for the ring
	usualText  float32 = 14
	copyWide   float32 = 92 // both of its words fit
)

// Config is what the panel needs from the window. All of it is required, and
// called on the UI thread.
type Config struct {
	Canvas fyne.Canvas
	Icon   fyne.Resource     // the program's
	Copy   func(text string) // to the clipboard
	Closed func()
}

// View is the panel over the window.
type View struct {
	model *Model
	cfg   Config
	popUp *widget.PopUp
	typed func(*fyne.KeyEvent) // what the window did with keys before

	list    *widgets.List
	listBox *fyne.Container
	seen    int             // lines of the list
	heading *fyne.Container // title and version
	title   *draw.Text
	version *draw.Text
	reader  *reader
	copied  *widgets.Button
}

// Show shows a model in a panel over the window. The list has the keyboard.
func Show(model *Model, cfg Config) *View {
	v := &View{model: model, cfg: cfg}
	v.reader = newReader(cfg.Canvas, v.Close, cfg.Copy)
	v.title = draw.NewText("", draw.Section.Shortened())
	v.version = draw.NewText("", draw.Secondary.Shortened())
	v.popUp = widget.NewModalPopUp(container.New(panel{cfg.Canvas}, v.content()), cfg.Canvas)
	v.typed = cfg.Canvas.OnTypedKey()
	cfg.Canvas.SetOnTypedKey(func(key *fyne.KeyEvent) {
		if key.Name == fyne.KeyEscape {
			v.Close()
		}
	})
	v.popUp.Show()
	v.choose(0)
	cfg.Canvas.Focus(v.list)
	return v
}

// Close takes the panel away. It may be called again.
func (v *View) Close() {
	if v.popUp.Hidden {
		return
	}
	v.popUp.Hide()
	v.cfg.Canvas.SetOnTypedKey(v.typed)
	v.cfg.Closed()
}

func (v *View) content() fyne.CanvasObject {
	v.listBox = container.New(listing{v})
	v.fit(0)
	left := layout.Frame(nil, nil, nil, draw.VerticalHairline(),
		layout.Sized(listWide*v.larger(), 0, layout.Inset(4, 4, 4, 12, v.listBox)))
	v.heading = layout.HStack(12, v.title, v.version)
	heading := layout.Inset(12, panelRoom, 8, readerSide+readerEdge, v.heading)
	right := layout.Frame(heading, nil, nil, nil, layout.Inset(0, readerEdge, readerEdge, readerEdge, v.reader.object))
	middle := layout.Frame(draw.Hairline(), draw.Hairline(), left, nil, right)
	shut := widgets.NewButton(phrase.Text("words.close"), widgets.Usual, v.Close)
	shut.OnEscape = v.Close
	thanks := layout.VStack(0, layout.Spacer(), draw.NewParagraph(phrase.Text("about.credit"), draw.Secondary), layout.Spacer())
	bottom := layout.Inset(14, panelRoom, 14, panelRoom, layout.Frame(nil, nil, nil, layout.HStack(0, layout.Space(12, 0), shut), thanks))
	return layout.Frame(v.top(), bottom, nil, nil, middle)
}

// top says what the program is.
func (v *View) top() fyne.CanvasObject {
	words := layout.VStack(2,
		draw.NewText(phrase.Text("about.name"), draw.Heading),
		draw.NewParagraph(phrase.Text("about.purpose"), draw.Body),
		draw.NewParagraph(v.model.Facts.Line(), draw.Secondary))
	v.copied = widgets.NewButton(phrase.Text("words.copy"), widgets.Usual, v.copyFacts)
	v.copied.OnEscape = v.Close
	icon := layout.VStack(0, draw.Picture(v.cfg.Icon, iconSide))
	side := layout.VStack(0, layout.Sized(copyWide*v.larger(), 0, v.copied))
	return layout.Inset(20, panelRoom, 16, panelRoom,
		layout.Frame(nil, nil, layout.Inset(0, 16, 0, 0, icon), layout.Inset(0, 0, 0, 16, side), words))
}

// copyFacts puts the facts on the clipboard, and the button says so.
func (v *View) copyFacts() {
	v.cfg.Copy(v.model.Facts.Support())
	v.copied.SetText(phrase.Text("words.copied"))
	v.cfg.Canvas.Focus(v.copied) // the toolkit takes it away
}

// choose shows the license of the line at i.
func (v *View) choose(i int) {
	v.model.Choose(i)
	section, _ := v.model.Chosen()
	v.title.SetText(section.Name)
	v.version.SetText(section.Version)
	v.heading.Refresh() // each gets the room that it needs now
	v.reader.read(section.Text)
}

// larger is how much larger than usual text is.
func (v *View) larger() float32 { return v.title.Theme().Size(theme.SizeText) / usualText }

// fit gives the list as many lines as there is room for.
func (v *View) fit(height float32) {
	one, two := widgets.NewList(1).MinSize().Height, widgets.NewList(2).MinSize().Height
	names := v.model.Names()
	seen := max(1, min(len(names), 1+int((height-one)/(two-one))))
	if seen == v.seen {
		return
	}
	focused := v.list != nil && v.cfg.Canvas.Focused() == v.list
	v.seen, v.list = seen, widgets.NewList(seen)
	items := make([]widgets.ListItem, len(names))
	for i, label := range names {
		items[i].Label = label
	}
	_, chosen := v.model.Chosen()
	v.list.Set(items, chosen)
	v.list.OnMark = v.choose
	v.list.OnEscape = v.Close
	v.list.OnTake = func(int) { v.cfg.Canvas.Focus(v.reader) }
	v.list.OnClick = func(int) { v.cfg.Canvas.Focus(v.list) }
	v.listBox.Objects = []fyne.CanvasObject{v.list}
	if focused {
		v.cfg.Canvas.Focus(v.list)
	}
}

// listing is the place of the list.
type listing struct{ view *View }

func (l listing) MinSize([]fyne.CanvasObject) fyne.Size { return widgets.NewList(1).MinSize() }

func (l listing) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.view.fit(size.Height)
	l.view.list.Move(fyne.Position{})
	l.view.list.Resize(size)
}

// panel is as large as the panel may be on a canvas, before its ground.
type panel struct{ on fyne.Canvas }

func (p panel) MinSize([]fyne.CanvasObject) fyne.Size {
	room := p.on.Size()
	return fyne.NewSize(min(panelWide, room.Width-2*panelEdge), min(panelTall, room.Height-2*panelEdge))
}

func (panel) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, object := range objects {
		object.Move(fyne.Position{})
		object.Resize(size)
	}
}
