package gui

import (
	"testing"

	"numberloader/gui/widgets"
	"numberloader/internal/run"
)

// rail writes the steps as they are drawn: ✓ done, ● current, ○ ahead, and a
// star for those that can be gone to.
func (p progress) rail(current screen) string {
	text := ""
	for _, s := range steps() {
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
	file := progress{file: "list.xlsx", reviewed: true, connected: true, going: 1214, problems: 26}
	clean, adding, finished, question := file, file, file, progress{file: "list.xlsx", connected: true}
	clean.problems = 0
	adding.adding, adding.at = true, screenAdd
	finished.finished, finished.result = true, run.Counts{run.Added: 1209, run.Refused: 2}
	unknown := finished
	unknown.result = run.Counts{run.NotKnown: 10, run.Refused: 2}
	all := finished
	all.result = run.Counts{run.Added: 1214}
	gone := all
	gone.going, gone.problems = 0, 0
	unconnected := file
	unconnected.connected = false
	for name, c := range map[string]struct {
		progress progress
		current  screen
		want     string
	}{
		"at first":        {progress{connected: true}, screenOpen, "●|○|○|○|"},
		"a question":      {question, screenOpen, "●list.xlsx|○|○|○|"},
		"review":          {file, screenReview, "✓*list.xlsx|●26 problems|○*|○|"},
		"without problem": {clean, screenReview, "✓*list.xlsx|●1,214 rows go on|○*|○|"},
		"not connected":   {unconnected, screenReview, "✓*list.xlsx|●26 problems|○|○|"},
		"add":             {file, screenAdd, "✓*list.xlsx|✓*1,214 rows go on|●|○|"},
		"adding":          {adding, screenAdd, "✓list.xlsx|✓1,214 rows go on|●Under way|○|"},
		"results":         {finished, screenResults, "✓*list.xlsx|✓*1,211 rows went on|✓*|●2 refused|"},
		"not known":       {unknown, screenResults, "✓*list.xlsx|✓*12 rows went on|✓*|●10 not known|"},
		"all added":       {all, screenResults, "✓*list.xlsx|✓*1,214 rows went on|✓*|●1,214 added|"},
		"review after":    {finished, screenReview, "✓*list.xlsx|●26 problems|✓*|✓*2 refused|"},
		"all there":       {gone, screenReview, "✓*list.xlsx|●|✓*|✓*1,214 added|"},
		"history":         {progress{}, screenHistory, "○*|○|○|○|"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := c.progress.rail(c.current); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
