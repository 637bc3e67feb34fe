package export

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/gui/theme"
	"numberloader/internal/number"
)

// BenchmarkLocations shows 5,000 locations of 100,000 numbers, and chooses among them.
func BenchmarkLocations(b *testing.B) {
	const numbers, places = 100_000, 5_000
	held := func() *number.Inventory {
		in := &number.Inventory{Numbers: make([]number.Held, numbers)}
		for i := range in.Numbers {
			place := fmt.Sprintf("Location %d", i%places)
			in.Numbers[i] = number.Held{Location: number.Location{ID: place, Name: place}}
		}
		return in
	}
	app := test.NewTempApp(b)
	app.Settings().SetTheme(theme.NewLook(theme.ShadeLight, 100))
	w := app.NewWindow("export")
	s := New(Config{Canvas: w.Canvas(), OnChanged: func() {}, OnAgain: func() {}})
	w.SetContent(s.Content())
	w.Resize(fyne.NewSize(916, 600))
	in := []*number.Inventory{held(), held()}
	b.Run("set", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			s.Set("Acme Corp", in[i%2], time.Unix(0, 0), time.Unix(0, 0))
		}
	})
	b.Run("turn all", func(b *testing.B) {
		for b.Loop() {
			s.choose(s.model.TurnAll)
		}
	})
	b.Run("turn one", func(b *testing.B) {
		for b.Loop() {
			s.choose(func() { s.model.Turn(7) })
		}
	})
}
