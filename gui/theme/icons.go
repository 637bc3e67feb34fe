package theme

import (
	"embed"
	"fmt"

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

// Colored is an icon of the toolkit in a color that follows the theme.
func Colored(icon fyne.Resource, tone fyne.ThemeColorName) fyne.Resource {
	return fynetheme.NewColoredResource(icon, tone)
}

func drawing(name IconName) fyne.Resource {
	file := string(name) + ".svg"
	content, err := drawings.ReadFile("icons/" + file)
	if err != nil {
		panic(fmt.Sprintf("theme: there is no icon %q", name))
	}
	return fyne.NewStaticResource("nl-"+file, content)
}
