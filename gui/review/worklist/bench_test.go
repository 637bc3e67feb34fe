package worklist

import (
	"fmt"
	"runtime"
	"testing"

	"numberloader/gui/review/judged"
	"numberloader/internal/number"
)

// manyRows are rows of which a tenth has a problem.
func manyRows(b *testing.B, n int) []*number.Row {
	b.Helper()
	all := make([]*number.Row, n)
	for i := range all {
		all[i] = good(b, i, fmt.Sprintf("+1913%07d", (i*7919)%10_000_000), "Kansas City")
		if i%10 == 0 {
			all[i] = marked(all[i], number.LevelProblem, number.CodeTooShort, "It is too short for a number of the United States.")
		}
	}
	return all
}

// long is a model of many rows.
func long(b *testing.B, n int) *Model {
	b.Helper()
	m := NewModel(nil, nil)
	m.Set(planOf(manyRows(b, n)))
	return m
}

// sized runs a benchmark with a hundred thousand and with a million rows.
func sized(b *testing.B, run func(b *testing.B, m *Model)) {
	b.Helper()
	for _, n := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { run(b, long(b, n)) })
	}
}

func BenchmarkFilter(b *testing.B) {
	sized(b, func(b *testing.B, m *Model) {
		b.Helper()
		for b.Loop() {
			m.Choose(judged.ChipProblems)
			m.Choose(judged.ChipAll)
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	for _, typed := range []string{"5550101", "kansas", "too long"} {
		b.Run(typed, func(b *testing.B) {
			sized(b, func(b *testing.B, m *Model) {
				b.Helper()
				for b.Loop() {
					m.Search(typed)
				}
			})
		})
	}
}

func BenchmarkSort(b *testing.B) {
	for _, column := range []string{ColumnFile, ColumnSend, ColumnLocation, ColumnStatus} {
		b.Run(column, func(b *testing.B) {
			sized(b, func(b *testing.B, m *Model) {
				b.Helper()
				for b.Loop() {
					m.sorting.Column, m.sorting.Down = "", false
					m.Sort(column)
				}
			})
		})
	}
}

// BenchmarkSet takes a whole judgement, which has the same rows as before.
func BenchmarkSet(b *testing.B) {
	sized(b, func(b *testing.B, m *Model) {
		b.Helper()
		planned := planOf(m.Rows)
		for b.Loop() {
			m.Set(planned)
		}
	})
}

// BenchmarkChange takes one row that was judged again.
func BenchmarkChange(b *testing.B) {
	sized(b, func(b *testing.B, m *Model) {
		b.Helper()
		m.MoveTo(m.Len() / 2)
		planned := planOf(m.Rows)
		for b.Loop() {
			m.Change(planned, []int{m.Len() / 2})
		}
	})
}

// BenchmarkFrame asks for what one frame of the grid shows: 30 rows at the end of the
// list, with all columns, the lines below them, and what is selected. It does not
// grow with the rows.
func BenchmarkFrame(b *testing.B) {
	const visible = 30
	for _, n := range []int{1000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			m := long(b, n)
			m.MoveTo(n - 1)
			columns := m.Columns()
			for b.Loop() {
				for i := m.Len() - visible; i < m.Len(); i++ {
					for _, c := range columns {
						m.Value(i, c.ID)
					}
					m.Status(i)
					m.IsSelected(i)
					m.Lines(i, i == m.Cursor())
				}
			}
		})
	}
}

// BenchmarkMemory says what the model keeps of each row, sorted, searched and all
// selected, beside the rows themselves.
func BenchmarkMemory(b *testing.B) {
	const n = 100_000
	all := manyRows(b, n)
	heap := func() uint64 {
		var s runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&s)
		return s.HeapAlloc
	}
	var kept uint64
	for b.Loop() {
		before := heap()
		m := NewModel(nil, nil)
		m.Set(planOf(all))
		m.Sort(ColumnSend)
		m.Search("1")
		m.SelectAll()
		kept = heap() - before
		runtime.KeepAlive(m)
	}
	b.ReportMetric(float64(kept)/n, "B/row")
	runtime.KeepAlive(all)
}
