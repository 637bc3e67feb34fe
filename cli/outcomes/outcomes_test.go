package outcomes

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"numberloader/cli/console"
	"numberloader/internal/number"
	"numberloader/internal/run"
)

// TestEveryRowIsToldOnce lets steps come in any order, with rows more than once
// and rows that are none.
func TestEveryRowIsToldOnce(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		outcomes := rapid.SampledFrom(run.Outcomes())
		task := rapid.SampledFrom([]*Task{Adding(), Undoing(), Activating()}).Draw(t, "task")
		lines := make([]run.Line, rapid.IntRange(0, 8).Draw(t, "rows"))
		for i := range lines {
			lines[i] = run.Line{Row: number.Row{Line: int32(i)}, Request: rapid.IntRange(0, 1).Draw(t, "request")}
			lines[i].Result.Outcome = outcomes.Draw(t, "outcome")
		}
		var out bytes.Buffer
		c := console.New(console.Streams{Stdin: strings.NewReader(""), Stdout: &out, Stderr: io.Discard})
		c.JSON = true
		tracker := Track(c, &run.Run{Draft: run.Draft{Lines: lines}}, task)
		ended := slices.Clone(lines)
		for range rapid.IntRange(0, 5).Draw(t, "steps") {
			i := rapid.IntRange(-1, len(lines)).Draw(t, "line")
			result := run.Result{Outcome: outcomes.Draw(t, "outcome")}
			if i >= 0 && i < len(lines) {
				ended[i].Result = result
			}
			stage := rapid.SampledFrom([]run.Stage{run.StageAdd, run.StageSettle, run.StageRemove, run.StageActivate}).Draw(t, "stage")
			tracker.Step(run.Progress{Stage: stage, Lines: []run.Update{{Line: i, Result: result}}})
		}
		if err := tracker.Finish(ended); err != nil {
			t.Fatal(err)
		}
		told := make([]int, len(lines))
		for line := range strings.Lines(out.String()) {
			var row outcomeLine
			if err := json.Unmarshal([]byte(line), &row); err != nil {
				t.Fatal(err)
			}
			told[row.Row]++
		}
		for i, n := range told {
			if n != 1 {
				t.Fatalf("row %d was told %d times", i, n)
			}
		}
	})
}

func TestAHiddenRowThatWasNotAskedForIsNoFailure(t *testing.T) {
	t.Parallel()
	for _, outcome := range run.Outcomes() {
		for _, hidden := range []bool{false, true} {
			line := run.Line{Row: number.Row{Hidden: hidden}, Result: run.Result{Outcome: outcome}}
			want := outcome != run.Refused && outcome != run.NotKnown && outcome != run.NotRemoved &&
				(hidden || outcome != run.NotSent)
			if got := isGood(nil, &line); got != want {
				t.Errorf("%s, hidden %v: got %v", outcome, hidden, got)
			}
		}
	}
}
