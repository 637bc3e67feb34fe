package phrase

import "testing"

func BenchmarkText(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Text("words.list.pair", "First", "one", "Last", "two")
	}
}

func BenchmarkPlural(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Text("words.seconds", "Count", 1240)
	}
}

func BenchmarkCount(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Count(1240)
	}
}
