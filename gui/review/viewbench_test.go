package review

import (
	"fmt"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// longStages runs a benchmark on screens with very many rows, of which a tenth has a problem:
// what is done with one of them should take as long in the longest list.
func longStages(b *testing.B, run func(b *testing.B, st *stage, rows int)) {
	b.Helper()
	for _, rows := range []int{100_000, 1_000_000} {
		b.Run(strconv.Itoa(rows), func(b *testing.B) {
			all := make([][3]string, rows)
			for i := range all {
				all[i] = [3]string{fmt.Sprintf("+1816%07d", 2_000_000+i), "DID", "Kansas City"}
				if i%10 == 0 {
					all[i][0] = fmt.Sprintf("816 %05d", i)
				}
			}
			run(b, onStageWith(b, all), rows)
		})
	}
}

// BenchmarkScreenFrame scrolls by one turn of the wheel.
func BenchmarkScreenFrame(b *testing.B) {
	longStages(b, func(b *testing.B, st *stage, _ int) {
		for b.Loop() {
			test.Scroll(st.window.Canvas(), fyne.NewPos(300, 300), 0, -48)
		}
	})
}

// BenchmarkScreenFrameAtTheEnd does the same at the end of the list.
func BenchmarkScreenFrameAtTheEnd(b *testing.B) {
	longStages(b, func(b *testing.B, st *stage, rows int) {
		st.at(rows - 1)
		up := float32(48)
		for b.Loop() {
			test.Scroll(st.window.Canvas(), fyne.NewPos(300, 300), 0, up)
			up = -up
		}
	})
}

// BenchmarkScreenOneRowChanges shows one row that was judged again.
func BenchmarkScreenOneRowChanges(b *testing.B) {
	longStages(b, func(b *testing.B, st *stage, _ int) {
		st.at(5000)
		for b.Loop() {
			st.Change(st.plan, []int{5000})
		}
	})
}

// BenchmarkScreenAllRowsChange shows rows that were all judged again.
func BenchmarkScreenAllRowsChange(b *testing.B) {
	longStages(b, func(b *testing.B, st *stage, _ int) {
		for b.Loop() {
			st.Update(st.plan)
		}
	})
}
