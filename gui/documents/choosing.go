package documents

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/gui/background"
	"numberloader/gui/draw"
	"numberloader/gui/layout"
	"numberloader/gui/theme"
	"numberloader/gui/widgets"
	"numberloader/internal/phrase"
)

// chooser lets the user choose a file, or a folder, where the system has no dialog for
// that. It is a list of what is in a folder, for the keyboard and the mouse.
type chooser struct {
	*Documents

	endings []string // of the files that are shown; nil chooses a folder
	chosen  func(path string)

	folder string
	names  []string // the lines: the folder above, folders with a slash behind them, files
	place  *draw.Text
	list   *widgets.List
	take   *widgets.Button
	closed func()
	lane   *background.Lane
}

// The measures of the chooser for text of the usual size.
const (
	chooserWidth float32 = 560
	chooserLines int     = 11
)

// above is the line that leads to the folder above.
const above = "../"

// choose shows the chooser.
func (d *Documents) choose(title string, endings []string, chosen func(path string)) {
	c := &chooser{
		Documents: d, endings: endings, chosen: chosen, lane: d.Loop.Lane(),
		place: draw.NewText("", draw.Secondary.Shortened()), list: widgets.NewList(chooserLines),
	}
	c.list.None = phrase.Text("shell.choose.empty")
	c.list.OnTake, c.list.OnMark = c.enter, func(int) { c.showTake() }
	label := phrase.Text("shell.choose.open")
	if endings == nil {
		label = phrase.Text("shell.choose.folder")
	}
	c.take = widgets.NewButton(label, widgets.Primary, c.press)
	widgets.ShowSheet(d.Canvas(), chooserWidth, func(closed func()) (fyne.CanvasObject, *widgets.Button) {
		c.closed, c.list.OnEscape, c.take.OnEscape = closed, closed, closed
		cancel := widgets.NewButton(phrase.Text("words.cancel"), widgets.Usual, closed)
		border := draw.NewSurface(draw.Paint{Stroke: theme.ColorSeparator, Width: 1, Radius: theme.Radius, Fill: fynetheme.ColorNameInputBackground})
		return layout.Inset(24, 24, 24, 24, layout.VStack(12,
			draw.NewText(title, draw.Heading), c.place, layout.Stack(border, c.list),
			layout.HStack(theme.Gap, layout.Spacer(), cancel, c.take))), cancel
	})
	c.showTake()
	c.read(d.Documents)
	d.Canvas().Focus(c.list)
}

// read shows what is in a folder. One that can't be read is said, and the list stays; as
// long as there is none, the folder above is tried, since not everybody has one for
// documents.
func (c *chooser) read(folder string) {
	background.Start(c.lane, func(context.Context) ([]string, error) { return c.ListFolder(folder) },
		func(names []string, err error) {
			if err != nil {
				c.place.SetText(phrase.Explain(err).What)
				if up := filepath.Dir(folder); c.folder == "" && up != folder {
					c.read(up)
				}
				return
			}
			c.folder, c.names = folder, choices(names, c.endings)
			c.place.SetText(folder)
			items := make([]widgets.ListItem, len(c.names))
			for i, name := range c.names {
				items[i].Label = name
			}
			c.list.Set(items, 0)
			c.showTake()
		})
}

// choices are the lines for what is in a folder: the folder above, folders, and files
// with one of the endings, each by name. What is hidden is left out.
func choices(names, endings []string) []string {
	lines := []string{above}
	for _, name := range names {
		ending := strings.ToLower(filepath.Ext(name))
		if !strings.HasPrefix(name, ".") && (isFolder(name) || slices.Contains(endings, ending)) {
			lines = append(lines, name)
		}
	}
	slices.SortStableFunc(lines[1:], func(a, b string) int {
		if isFolder(a) != isFolder(b) {
			if isFolder(a) {
				return -1
			}
			return 1
		}
		return strings.Compare(strings.ToLower(a), strings.ToLower(b))
	})
	return lines
}

// isFolder says that a line is that of a folder.
func isFolder(line string) bool { return strings.HasSuffix(line, "/") }

// enter goes into a folder, or takes a file.
func (c *chooser) enter(i int) {
	path := filepath.Join(c.folder, c.names[i])
	if isFolder(c.names[i]) {
		c.read(path)
		return
	}
	c.closed()
	c.chosen(path)
}

// press is the button: it takes the folder that is shown, or what is marked.
func (c *chooser) press() {
	if c.endings == nil {
		c.closed()
		c.chosen(c.folder)
		return
	}
	if i := c.list.Marked(); i >= 0 {
		c.enter(i)
		c.Canvas().Focus(c.list)
	}
}

// showTake enables the button if there is something to take.
func (c *chooser) showTake() {
	c.take.SetEnabled(c.folder != "" && (c.endings == nil || c.list.Marked() >= 0))
}
