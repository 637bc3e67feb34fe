package review

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/internal/plan"
)

const benchRows = 100_000

func BenchmarkUpdateOfTheScreenWith100000Rows(b *testing.B) {
	st := onStage(b)
	all := manyRows(b, benchRows)
	for b.Loop() {
		st.Update(all, nil, plan.Webex())
	}
}

func BenchmarkScrollStepOfTheScreenWith100000Rows(b *testing.B) {
	st := onStage(b)
	st.Update(manyRows(b, benchRows), nil, plan.Webex())
	for b.Loop() {
		test.Scroll(st.window.Canvas(), fyne.NewPos(300, 300), 0, -48)
	}
}
