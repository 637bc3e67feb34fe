package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The sizes of text. Title is the sentence of the Add screen, Heading the first
// line of a screen, Section a heading within it, Message a message in a row,
// and Caption the headers of tables.
const (
	SizeTitle   fyne.ThemeSizeName = "nl-title"
	SizeMessage fyne.ThemeSizeName = "nl-message"
	SizeHeading                    = fynetheme.SizeNameHeadingText
	SizeSection                    = fynetheme.SizeNameSubHeadingText
	SizeText                       = fynetheme.SizeNameText
	SizeCaption                    = fynetheme.SizeNameCaptionText
)

// The measures of the window and of its parts.
const (
	RailWidth    float32 = 184
	TopHeight    float32 = 52
	BottomHeight float32 = 64
	SideMargin   float32 = 20 // of grids and bars
	PageMargin   float32 = 32 // of pages of text
	Control      float32 = 36 // height of buttons and fields
	Chip         float32 = 32
	Gap          float32 = 8
	GroupGap     float32 = 24
	Radius       float32 = 6 // of controls
	PanelRadius  float32 = 8
	PillRadius   float32 = 4
	IconSize     float32 = 16 // of our own icons
	DialogWidth  float32 = 460
	UsualText    float32 = 14 // what the measures below are for; they grow with the text
	CellPad      float32 = 8  // before the text of a cell
	Hair         float32 = 1
	TrackWidth   float32 = 14 // of a scroll bar
	ThumbWidth   float32 = 6
	ThumbLeast   float32 = 28 // a shorter one is hard to hit
	// NarrowWidth is the width of a window below which grids leave out columns.
	NarrowWidth float32 = 1000
)

//nolint:gochecknoglobals // a constant table, never written
var sizes = map[fyne.ThemeSizeName]float32{
	SizeTitle:                        24,
	SizeHeading:                      20,
	SizeSection:                      16,
	SizeText:                         UsualText,
	SizeMessage:                      13,
	SizeCaption:                      12,
	fynetheme.SizeNamePadding:        4,
	fynetheme.SizeNameInnerPadding:   8,
	fynetheme.SizeNameInlineIcon:     18,
	fynetheme.SizeNameScrollBar:      TrackWidth,
	fynetheme.SizeNameScrollBarSmall: ThumbWidth,
	// Blurred text behind a dialog looks broken.
	fynetheme.SizeNameModalBlurRadius: 0,
	fynetheme.SizeNameInputBorder:     1,
	fynetheme.SizeNameInputRadius:     Radius,
	fynetheme.SizeNameButtonRadius:    Radius,
	fynetheme.SizeNameSelectionRadius: 0,
	fynetheme.SizeNameScrollBarRadius: 3,
	fynetheme.SizeNamePopupRadius:     PanelRadius,
	fynetheme.SizeNameDialogRadius:    PanelRadius,
	fynetheme.SizeNameMenuRadius:      PanelRadius,
	fynetheme.SizeNameCardRadius:      PanelRadius,
}
