package frame

import (
	"testing"

	"numberloader/gui/widgets"
	"numberloader/internal/run"
)

// rail writes the steps as they are drawn: ✓ done, ● current, ○ ahead, and a
// star for those that can be gone to.
func (p Progress) rail(current Screen) string {
	text := ""
	for _, s := range Steps() {
		step := p.step(s, current)
		mark := map[widgets.StepState]string{widgets.StepDone: "✓", widgets.StepCurrent: "●", widgets.StepAhead: "○"}[step.State]
		if step.Ready {
			mark += "*"
		}
		text += mark + step.Caption + "|"
	}
	return text
}

func TestTheRailSaysWhereTheUserIs(t *testing.T) {
	t.Parallel()
	file := Progress{File: "list.xlsx", Reviewed: true, Connected: true, Going: 1214, Problems: 26}
	clean, adding, finished, question := file, file, file, Progress{File: "list.xlsx", Connected: true}
	clean.Problems = 0
	adding.Adding, adding.At = true, Add
	finished.Finished, finished.Result = true, run.Counts{run.Added: 1209, run.Refused: 2}
	unknown := finished
	unknown.Result = run.Counts{run.NotKnown: 10, run.Refused: 2}
	all := finished
	all.Result = run.Counts{run.Added: 1214}
	gone := all
	gone.Going, gone.Problems = 0, 0
	unconnected := file
	unconnected.Connected = false
	for name, c := range map[string]struct {
		progress Progress
		current  Screen
		want     string
	}{
		"at first":        {Progress{Connected: true}, Open, "●|○|○|○|"},
		"a question":      {question, Open, "●list.xlsx|○|○|○|"},
		"review":          {file, Review, "✓*list.xlsx|●26 problems|○*|○|"},
		"without problem": {clean, Review, "✓*list.xlsx|●1,214 rows go on|○*|○|"},
		"not connected":   {unconnected, Review, "✓*list.xlsx|●26 problems|○|○|"},
		"add":             {file, Add, "✓*list.xlsx|✓*1,214 rows go on|●|○|"},
		"adding":          {adding, Add, "✓list.xlsx|✓1,214 rows go on|●Under way|○|"},
		"results":         {finished, Results, "✓*list.xlsx|✓*1,211 rows went on|✓*|●2 refused|"},
		"not known":       {unknown, Results, "✓*list.xlsx|✓*12 rows went on|✓*|●10 not known|"},
		"all added":       {all, Results, "✓*list.xlsx|✓*1,214 rows went on|✓*|●1,214 added|"},
		"review after":    {finished, Review, "✓*list.xlsx|●26 problems|✓*|✓*2 refused|"},
		"all there":       {gone, Review, "✓*list.xlsx|●|✓*|✓*1,214 added|"},
		"history":         {Progress{}, History, "○*|○|○|○|"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := c.progress.rail(c.current); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
