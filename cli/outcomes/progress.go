package outcomes

import (
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/schollz/progressbar/v3"

	"numberloader/cli/console"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// Tracker shows the steps of work on a run: each row once, as soon as its fate
// is known.
type Tracker struct {
	k     *console.Console
	task  *Task
	run   *run.Run // as it was before
	told  []bool   // rows whose fate is known
	taken []bool   // rows that Webex has taken, which the bar counts before it is known
	Begun bool     // a step came
	bar   *progressbar.ProgressBar
	stage run.Stage
	lines *console.Lines // those of one step go together
	// err is the first error of printing: it must not end work under way.
	err error
}

// Track shows the steps of a task on the rows of a run, as it is before.
func Track(k *console.Console, r *run.Run, t *Task) *Tracker {
	return &Tracker{
		k: k, task: t, run: r, told: make([]bool, len(r.Lines)), taken: make([]bool, len(r.Lines)), bar: k.Bar("", t.Count(r)),
		lines: k.Lines(),
	}
}

// Step shows a step. The rows for which there is nothing to do come with the
// first one, since a run is in the journal then.
func (t *Tracker) Step(p run.Progress) {
	defer t.flush()
	if !t.Begun || t.stage != p.Stage {
		t.stage = p.Stage
		t.bar.Describe(stageText(p.Stage))
	}
	if !t.Begun {
		t.Begun = true
		t.settled()
	}
	if p.Wait > 0 {
		t.wait(p.Wait)
	}
	counted := t.take(p.Taken)
	for i := range p.Lines {
		if t.update(&p.Lines[i]) && !t.taken[p.Lines[i].Line] {
			counted++
		}
	}
	if counted > 0 {
		_ = t.bar.Add(counted)
	}
}

// take notes rows that Webex has taken, and says how many of them the bar has not
// counted yet.
func (t *Tracker) take(rows []int) int {
	counted := 0
	for _, i := range rows {
		if !t.told[i] && !t.taken[i] {
			t.taken[i] = true
			counted++
		}
	}
	return counted
}

func stageText(s run.Stage) string {
	switch s {
	case run.StageAdd:
		return phrase.Text("cli.stage.adding")
	case run.StageSettle:
		return phrase.Text("cli.stage.settling")
	case run.StageRemove:
		return phrase.Text("cli.stage.removing")
	case run.StageActivate:
		return phrase.Text("cli.stage.activating")
	}
	panic(fmt.Sprintf("cli: stage %d has no words", int(s)))
}

// settled shows the rows for which there is nothing to do.
func (t *Tracker) settled() {
	for i := range t.run.Lines {
		if !t.task.Open(t.run, &t.run.Lines[i]) {
			t.tell(i, t.run.Lines[i].Result)
		}
	}
}

// update shows a row whose fate is known now, and says whether it is: there may be
// more to come.
func (t *Tracker) update(u *run.Update) bool {
	if u.Line < 0 || u.Line >= len(t.run.Lines) || t.told[u.Line] {
		return false
	}
	line := t.run.Lines[u.Line]
	line.Result = u.Result
	if t.task.Open(t.run, &line) && !slices.Contains(t.task.Outcomes, u.Result.Outcome) {
		return false
	}
	t.tell(u.Line, u.Result)
	return true
}

// ClearBar takes the bar away.
func (t *Tracker) ClearBar() { _ = t.bar.Finish() }

// Finish shows the rows that no step reported.
func (t *Tracker) Finish(lines []run.Line) error {
	for i := range min(len(lines), len(t.told)) {
		if !t.told[i] {
			t.tell(i, lines[i].Result)
		}
	}
	t.flush()
	return t.err
}

func (t *Tracker) tell(i int, result run.Result) {
	t.told[i] = true
	if !t.k.JSON || t.err != nil {
		return
	}
	line := t.run.Lines[i]
	line.Result = result
	t.err = t.lines.Print(outcomeOf(&line))
}

// flush writes what was told.
func (t *Tracker) flush() {
	if t.err == nil {
		t.err = t.lines.Flush()
	}
}

func (t *Tracker) wait(pause time.Duration) {
	_ = t.bar.Clear()
	t.k.Tell(phrase.Text("cli.wait", "Count", int(math.Ceil(pause.Seconds()))))
}
