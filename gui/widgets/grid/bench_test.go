package grid

import (
	"testing"

	"fyne.io/fyne/v2"
)

func BenchmarkGridScrollStepIn100000Rows(b *testing.B) {
	g, _ := gridIn(b, &list{rows: numbered(100_000)})
	for b.Loop() {
		g.scroll.by(48)
		if g.scroll.offset > 3_000_000 {
			g.scroll.to(0)
		}
	}
}

func BenchmarkGridReloadOf100000RowsWithMessages(b *testing.B) {
	rows := make([]string, 100_000)
	for i := range rows {
		rows[i] = `DIDs!B3: "(913) 555-0102" has no + in front. It was read as a number of the United States: +19135550102.`
	}
	g, _ := gridIn(b, &list{rows: rows})
	for b.Loop() {
		g.Reload(0)
	}
}

func BenchmarkGridCursorStepIn100000Rows(b *testing.B) {
	g, _ := gridIn(b, &list{rows: numbered(100_000)})
	for b.Loop() {
		hit(g, fyne.KeyDown)
	}
}
