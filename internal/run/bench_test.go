package run

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"os"
	"sync/atomic"
	"testing"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
	"numberloader/internal/plan"
)

// largeDraft are 100,000 rows, as many as a large carrier's list holds.
func largeDraft(b *testing.B) Draft {
	b.Helper()
	const n = 100_000
	table := &number.Table{Records: make([]number.Record, n)}
	rows := make([]*number.Row, n)
	for i := range rows {
		digits := fmt.Sprintf("+1212%07d", i)
		table.Records[i] = number.Record{Line: i + 2, Source: number.SourceOf("Kansas City", digits, "DID", "active")}
		rows[i] = &number.Row{
			Record: int32(i), Line: int32(i + 2), Shared: &number.Shared{Column: "B", Country: "US", LocationID: "Y2lzY29zcGFyazovL3VzL0xPQ0FUSU9OLzE", Location: "Kansas City"}, Input: digits, Number: numbertest.E164(digits), Kind: number.KindDID, Usage: number.UsageNone, State: number.StateActive,
		}
	}
	return NewDraft(table, plan.Build(rows, plan.Webex()), Organization{ID: "O1", Name: "Acme Corp"})
}

func BenchmarkBeginAndLoad(b *testing.B) {
	draft := largeDraft(b)
	s := NewStore(b.TempDir(), &locks{}, clock(), bytes.NewReader(bytes.Repeat([]byte{1, 2, 3, 4, 5}, 1000)))
	for b.Loop() {
		j, err := s.Begin(draft)
		must(b, err, j.Close())
		if _, err := s.Load(j.ID()); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(readFile(b, s, j.ID())))/float64(len(draft.Lines)), "journal-B/row")
	}
}

// BenchmarkList lists 50 runs, of which each was listed before.
func BenchmarkList(b *testing.B) {
	s := NewStore(b.TempDir(), &locks{}, clock(), rand.Reader)
	draft := largeDraft(b)
	draft.Lines = draft.Lines[:10_000]
	draft.Requests = nil
	for range 50 {
		j, err := s.Begin(draft)
		must(b, err, j.Finish(), j.Close(), os.Chtimes(s.path(j.ID()), time.Time{}, clock()().Add(-time.Hour)))
	}
	_, err := s.List()
	must(b, err)
	for b.Loop() {
		if all, err := s.List(); err != nil || len(all) != 50 {
			b.Fatal(len(all), err)
		}
	}
}

// BenchmarkListAnew lists a run of 100,000 rows that was never listed.
func BenchmarkListAnew(b *testing.B) {
	s := NewStore(b.TempDir(), &locks{}, clock(), rand.Reader)
	j, err := s.Begin(largeDraft(b))
	must(b, err, j.Close())
	for b.Loop() {
		if _, err := s.List(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRequest is what the journal costs a request of ten numbers.
func BenchmarkRequest(b *testing.B) {
	s := NewStore(b.TempDir(), &locks{}, clock(), bytes.NewReader([]byte{1, 2}))
	draft := largeDraft(b)
	j, err := s.Begin(draft)
	must(b, err)
	defer func() { must(b, j.Close()) }()
	request := 0
	for b.Loop() {
		request = request%len(draft.Requests) + 1
		rows := draft.Requests[request-1].Rows
		updates := make([]Update, len(rows))
		for i, row := range rows {
			updates[i] = Update{Line: row, Result: result(NotSent)}
		}
		must(b, j.Sending(request, rows...), j.Answered(request, Sent{HTTPStatus: 201}, updates))
	}
}

// BenchmarkRequestsAtOnce is what the journal costs a request of one number while
// as many others as a run may have wait for the disk, too.
func BenchmarkRequestsAtOnce(b *testing.B) {
	s := NewStore(b.TempDir(), &locks{}, clock(), bytes.NewReader([]byte{1, 2}))
	draft := largeDraft(b)
	j, err := s.Begin(draft)
	must(b, err)
	defer func() { must(b, j.Close()) }()
	var last atomic.Int64
	b.SetParallelism(MostParallel)
	b.RunParallel(func(p *testing.PB) {
		own := draft.Requests[last.Add(1)]
		updates := []Update{{Line: own.Rows[0], Result: result(NotSent)}}
		for p.Next() {
			must(b, j.Sending(own.Number, own.Rows[0]), j.Answered(own.Number, Sent{HTTPStatus: 201}, updates))
		}
	})
}
