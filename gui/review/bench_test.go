package review

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"numberloader/internal/number"
	"numberloader/internal/plan"
)

const benchRows = 100_000

// manyRows are rows of which a tenth has a problem.
func manyRows(b *testing.B) []number.Row {
	b.Helper()
	all := make([]number.Row, benchRows)
	for i := range all {
		all[i] = good(b, i, fmt.Sprintf("+1913%07d", (i*7919)%10_000_000), "Kansas City")
		if i%10 == 0 {
			all[i] = judged(all[i], number.LevelProblem, number.CodeTooShort, "It is too short for a number of the United States.")
		}
	}
	return all
}

// long is a model of many rows.
func long(b *testing.B) *Model {
	b.Helper()
	m := &Model{}
	m.Set(manyRows(b), nil, plan.Webex())
	return m
}

func BenchmarkFilter100000Rows(b *testing.B) {
	m := long(b)
	for b.Loop() {
		m.Choose(ChipProblems)
		m.Choose(ChipAll)
	}
}

func BenchmarkSearch100000Rows(b *testing.B) {
	m := long(b)
	for b.Loop() {
		m.Search("5550101")
	}
}

func BenchmarkSort100000Rows(b *testing.B) {
	m := long(b)
	for b.Loop() {
		m.Sort(ColumnSend)
	}
}

func BenchmarkSet100000Rows(b *testing.B) {
	m := long(b)
	for b.Loop() {
		m.Set(m.rows, nil, plan.Webex())
	}
}

func BenchmarkUpdateOfTheScreenWith100000Rows(b *testing.B) {
	st := onStage(b)
	all := manyRows(b)
	for b.Loop() {
		st.Update(all, nil, plan.Webex())
	}
}

func BenchmarkScrollStepOfTheScreenWith100000Rows(b *testing.B) {
	st := onStage(b)
	st.Update(manyRows(b), nil, plan.Webex())
	for b.Loop() {
		test.Scroll(st.window.Canvas(), fyne.NewPos(300, 300), 0, -48)
	}
}
