package review

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

const benchRows = 100_000

// longStage is a screen with very many rows, of which a tenth has a problem.
func longStage(b *testing.B) *stage {
	b.Helper()
	all := make([][3]string, benchRows)
	for i := range all {
		all[i] = [3]string{fmt.Sprintf("+1816%07d", 2_000_000+i), "DID", "Kansas City"}
		if i%10 == 0 {
			all[i][0] = fmt.Sprintf("816 %05d", i)
		}
	}
	return onStageWith(b, all)
}

// BenchmarkScreenFrameOf100000Rows scrolls by one turn of the wheel.
func BenchmarkScreenFrameOf100000Rows(b *testing.B) {
	st := longStage(b)
	up := float32(-48)
	for b.Loop() {
		test.Scroll(st.window.Canvas(), fyne.NewPos(300, 300), 0, up)
	}
}

// BenchmarkScreenFrameAtTheEndOf100000Rows does the same at the end of the list.
func BenchmarkScreenFrameAtTheEndOf100000Rows(b *testing.B) {
	st := longStage(b)
	st.at(benchRows - 1)
	up := float32(48)
	for b.Loop() {
		test.Scroll(st.window.Canvas(), fyne.NewPos(300, 300), 0, up)
		up = -up
	}
}

// BenchmarkScreenOneRowOf100000Changes shows one row that was judged again.
func BenchmarkScreenOneRowOf100000Changes(b *testing.B) {
	st := longStage(b)
	st.at(5000)
	for b.Loop() {
		st.Change(st.plan, []int{5000})
	}
}

// BenchmarkScreenAll100000RowsChange shows rows that were all judged again.
func BenchmarkScreenAll100000RowsChange(b *testing.B) {
	st := longStage(b)
	for b.Loop() {
		st.Update(st.plan)
	}
}
