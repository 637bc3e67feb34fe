package review

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/nyaruka/phonenumbers/v2"

	"numberloader/internal/number"
	"numberloader/internal/reading"
)

// exactTexts are E.164 numbers of several countries, in blocks as carriers give
// them out.
func exactTexts(count int) []string {
	starts := []string{"+12122", "+49302", "+442079", "+33145", "+81355", "+551123", "+912223", "+61292"}
	texts := make([]string, count)
	for i := range texts {
		block := i / 1000
		texts[i] = fmt.Sprintf("%s%06d", starts[block%len(starts)], block/len(starts)*1000+i%1000)
	}
	return texts
}

// nationalTexts are numbers as they are written within the United States.
func nationalTexts(count int) []string {
	texts := make([]string, count)
	for i := range texts {
		texts[i] = fmt.Sprintf("(212) %03d-%04d", 200+i/10_000, i%10_000)
	}
	return texts
}

// messyTexts hold something of everything, as lists that people typed do.
func messyTexts(count int) []string {
	formats := []string{
		"+1212%03d%04d", "(212) %03d-%04d", "212.%03d.%04d", "1-212-%03d-%04d", "+1 212 %03d %04d", "0044 20 7%03d %04d",
		"+44 (0)20 7%03d %04d", "Tel. 212 %03d %04d", "212%03d%04d x12", "%03d-%04d", "+999 %03d %04d", "n/a %03d %04d",
		"+1212%03d%04d, +12125550000", "PRIMARY|+1212%03d%04d",
	}
	texts := make([]string, count)
	for i := range texts {
		texts[i] = fmt.Sprintf(formats[i%len(formats)], 200+i/10_000, i%10_000)
	}
	return texts
}

// benchmarkLists are the lists that both sides are measured with.
var benchmarkLists = []struct {
	name   string
	make   func(int) []string
	region string
}{{"exact", exactTexts, ""}, {"national", nationalTexts, "US"}, {"messy", messyTexts, "US"}}

// BenchmarkReview judges a list as the app does: all rules, all cores.
func BenchmarkReview(b *testing.B) {
	for _, list := range benchmarkLists {
		for _, count := range []int{100_000, 1_000_000} {
			b.Run(fmt.Sprintf("%s/%d", list.name, count), func(b *testing.B) {
				table := smallTable(list.make(count))
				perNumber(b, count, func() {
					if _, err := Rows(b.Context(), table, Settings{Region: list.region}, Known{}, nil); err != nil {
						b.Fatal(err)
					}
				})
			})
		}
	}
}

// BenchmarkPlainLibrary asks the library alone about the same lists, on one core
// and without any rule: the measure for BenchmarkReview.
func BenchmarkPlainLibrary(b *testing.B) {
	for _, list := range benchmarkLists {
		b.Run(list.name, func(b *testing.B) {
			texts := list.make(100_000)
			perNumber(b, len(texts), func() {
				for _, text := range texts {
					n, err := phonenumbers.Parse(text, "US")
					if err != nil {
						continue
					}
					phonenumbers.IsValidNumber(n)
					phonenumbers.GetNumberType(n)
					phonenumbers.GetRegionCodeForNumber(n)
				}
			})
		})
	}
}

// BenchmarkReadOnOneCore reads the same lists with all rules for a cell, as
// BenchmarkPlainLibrary asks the library.
func BenchmarkReadOnOneCore(b *testing.B) {
	for _, list := range benchmarkLists {
		b.Run(list.name, func(b *testing.B) {
			texts := list.make(100_000)
			perNumber(b, len(texts), func() {
				for _, text := range texts {
					reading.Read(number.Cell{Type: number.CellText, Value: text}, reading.Context{Place: number.Place{Column: "B", Line: 7}, Region: list.region})
				}
			})
		})
	}
}

// perNumber measures work on so many numbers, and reports time, memory and
// allocations of each.
func perNumber(b *testing.B, count int, work func()) {
	b.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for b.Loop() {
		work()
	}
	runtime.ReadMemStats(&after)
	all := float64(b.N * count)
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/all, "ns/number")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/all, "B/number")
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/all, "allocs/number")
}
