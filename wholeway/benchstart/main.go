// Command benchstart shows an empty window of the toolkit, for scripts/bench-start.sh.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

func main() {
	w := app.NewWithID("numberloader.empty").NewWindow("Empty")
	w.Resize(fyne.NewSize(1100, 720))
	w.ShowAndRun()
}
