package theme

import (
	"embed"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// IconName is the name of one of our own icons, drawn for IconSize as filled
// outlines, since recoloring an SVG reaches fills only.
type IconName string

// Our own icons. Before sending they are outlined, after it filled.
const (
	IconReady        IconName = "ready"
	IconTidied       IconName = "tidied"
	IconChanged      IconName = "changed"
	IconProblem      IconName = "problem"
	IconOver20       IconName = "over20"
	IconSkipped      IconName = "skipped"
	IconAdded        IconName = "added"
	IconAlreadyThere IconName = "already-there"
	IconRefused      IconName = "refused"
	IconNotSent      IconName = "not-sent"
	IconNotKnown     IconName = "not-known"
	IconPractice     IconName = "practice"
	IconOrganization IconName = "organization"
	IconWait         IconName = "wait"
	IconInactive     IconName = "inactive"
	IconCheck        IconName = "check"
	IconInfo         IconName = "info"
	IconFile         IconName = "file" // for 18 units
	IconMark         IconName = "mark" // the program's own, for 24 units, on a square
)

//go:embed icons/*.svg
var drawings embed.FS

// Icon is one of our own icons in a color that follows the theme. It panics for
// a name that is none of the constants.
func Icon(name IconName, tone fyne.ThemeColorName) fyne.Resource {
	return Colored(drawing(name), tone)
}

// Colored is an icon of the toolkit, or another one of ours, in a color that follows the
// theme. Its content belongs to the UI thread.
func Colored(of fyne.Resource, tone fyne.ThemeColorName) fyne.Resource {
	if known, ok := of.(*icon); ok {
		of = known.colored
	}
	return &icon{colored: fynetheme.NewColoredResource(of, tone)}
}

// icon keeps itself as it was colored last. The toolkit would color its own kind twice each
// time that anything around it changes, and reads and writes XML for that.
type icon struct {
	colored *fynetheme.ThemedResource
	in      color.Color
	content []byte
}

func (i *icon) Name() string { return i.colored.Name() }

func (i *icon) Content() []byte {
	if now := fynetheme.Color(i.colored.ThemeColorName()); now != i.in {
		i.in, i.content = now, i.colored.Content()
	}
	return i.content
}

func drawing(name IconName) fyne.Resource {
	file := string(name) + ".svg"
	content, err := drawings.ReadFile("icons/" + file)
	if err != nil {
		panic(fmt.Sprintf("theme: there is no icon %q", name))
	}
	return fyne.NewStaticResource("nl-"+file, content)
}
