package outcome

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"numberloader/gui/draw"
	"numberloader/gui/theme"
	"numberloader/internal/run"
)

// The measures of a bar of outcomes.
const (
	barHeight float32 = 8
	barWidth  float32 = 60 // at least
	barGap    float32 = 2
	barPiece  float32 = 4 // so wide is every piece, so that it can be seen
)

// Bar is a line with a piece for each outcome that occurred, as long as its share.
func Bar(counts run.Counts) fyne.CanvasObject {
	var pieces []fyne.CanvasObject
	var shares []float32
	total := float32(counts.Total())
	for _, o := range run.Outcomes() {
		if n := counts[o]; n > 0 {
			pieces = append(pieces, draw.NewSurface(draw.Paint{Fill: pieceColor(o), Radius: barGap}))
			shares = append(shares, float32(n)/total)
		}
	}
	return container.New(barLayout{shares}, pieces...)
}

// pieceColor is the color of an outcome in a bar, where rows that were not sent
// or were taken back step back.
func pieceColor(o run.Outcome) fyne.ThemeColorName {
	if o == run.NotSent || o == run.Removed {
		return theme.ColorBorder
	}
	return color(o)
}

// barLayout divides a bar.
type barLayout struct{ shares []float32 }

func (barLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(barWidth, barHeight) }

func (l barLayout) Layout(pieces []fyne.CanvasObject, size fyne.Size) {
	room := size.Width - float32(len(pieces)-1)*barGap - float32(len(pieces))*barPiece
	var x float32
	for i, piece := range pieces {
		width := barPiece + room*l.shares[i]
		piece.Move(fyne.NewPos(x, (size.Height-barHeight)/2))
		piece.Resize(fyne.NewSize(width, barHeight))
		canvas.Refresh(piece)
		x += width + barGap
	}
}
