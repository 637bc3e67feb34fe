package run

import (
	"path/filepath"
	"reflect"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"numberloader/internal/number"
	"numberloader/internal/number/numbertest"
)

// TestAPlanIsTakenOverAsItIsRead holds that the journal that begins a run says of each row
// what reading its file says, whatever the row has.
func TestAPlanIsTakenOverAsItIsRead(t *testing.T) {
	t.Parallel()
	all, runs := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		runs++
		s := newTestStore(filepath.Join(all, strconv.Itoa(runs)))
		d := sampleDraft()
		d.Requests, d.Lines = nil, rapid.SliceOfN(rapid.Custom(anyLine), 0, 2*linesAtOnce).Draw(t, "lines")
		j, err := s.Begin(d)
		must(t, err, j.Close())
		read, err := s.Load(j.ID())
		must(t, err)
		if d := diff(j.Run(), read); d != "" {
			t.Fatalf("disk and memory differ: %s", d)
		}
	})
}

// anyLine is a line of a draft with any of what a row may have.
func anyLine(t *rapid.T) Line {
	line := Line{Source: number.SourceOf(rapid.SliceOfN(rapid.SampledFrom([]string{"", "a", "<é\"\\"}), 0, 4).Draw(t, "cells")...)}
	row := reflect.ValueOf(&line.Row).Elem()
	for i := range row.NumField() {
		field := row.Field(i)
		if !field.CanSet() || !rapid.Bool().Draw(t, row.Type().Field(i).Name) {
			continue
		}
		switch field.Kind() { //nolint:exhaustive // a row has no others
		case reflect.Bool:
			field.SetBool(true)
		case reflect.String:
			field.SetString("Sheet!B7")
		case reflect.Int:
			field.SetInt(7)
		case reflect.Uint8:
			field.SetUint(rapid.Uint64Range(1, 2).Draw(t, "value"))
		case reflect.Struct:
			field.Set(reflect.ValueOf(numbertest.E164("+12125550101")))
		}
	}
	line.Row.Shared = rapid.SampledFrom([]*number.Shared{{}, {Column: "Sheet!B", LocationID: "L1", Location: "Here", Country: "US"}}).Draw(t, "shared")
	switch rapid.IntRange(0, 2).Draw(t, "says") {
	case 1:
		line.Row.SetFindings(number.OverflowFinding("DIDs!B2", 2, 3, number.LevelProblem))
	case 2:
		line.Row.SetRemarks(number.RemarkExcelNumber, "1")
	}
	line.Row.SetSpecial(rapid.SampledFrom([]number.Special{{}, {Count: 3, Subscription: "S", Suggestion: "2"}}).Draw(t, "special"))
	if rapid.Bool().Draw(t, "ends") {
		line.Result = result(Refused)
	}
	return line
}
