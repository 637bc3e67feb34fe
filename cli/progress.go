package cli

import (
	"math"
	"time"

	"github.com/schollz/progressbar/v3"

	"numberloader/internal/run"
)

// bar is a progress bar on standard error, where that is a terminal. It has no
// colors.
func (c *command) bar(description string, steps int) *progressbar.ProgressBar {
	return progressbar.NewOptions(steps,
		progressbar.OptionSetWriter(c.Stderr),
		progressbar.OptionSetVisibility(c.StderrTerminal),
		progressbar.OptionSetDescription(description),
		progressbar.OptionSetWidth(30),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(),
	)
}

// tracker shows the steps of a run: each row once, as soon as its fate is known.
type tracker struct {
	c       *command
	lines   []run.Line
	printed []bool
	begun   bool
	bar     *progressbar.ProgressBar
	// err is the first error of printing: it must not end a run under way.
	err error
}

func (c *command) track(draft *run.Draft) *tracker {
	going := 0
	for _, request := range draft.Requests {
		going += len(request.Rows)
	}
	return &tracker{c: c, lines: draft.Lines, printed: make([]bool, len(draft.Lines)), bar: c.bar("Adding numbers", going)}
}

// step shows a step. The rows that stay behind come with the first one, since a
// run is in the journal then.
func (t *tracker) step(p run.Progress) {
	if !t.begun {
		t.begun = true
		t.behind()
	}
	if p.Wait > 0 {
		t.wait(p.Wait)
	}
	for _, update := range p.Lines {
		if update.Line >= 0 && update.Line < len(t.lines) {
			t.print(update.Line, update.Result)
		}
	}
	_ = t.bar.Add(len(p.Lines))
}

// behind prints the rows that are in no request.
func (t *tracker) behind() {
	for i := range t.lines {
		if t.lines[i].Request == 0 {
			t.print(i, t.lines[i].Result)
		}
	}
}

// finish prints what no step has told.
func (t *tracker) finish(lines []run.Line) error {
	_ = t.bar.Finish()
	for i := range min(len(lines), len(t.printed)) {
		t.print(i, lines[i].Result)
	}
	return t.err
}

func (t *tracker) print(i int, result run.Result) {
	if t.printed[i] || !t.c.json {
		return
	}
	t.printed[i] = true
	line := t.lines[i]
	line.Result = result
	if err := t.c.printJSON(outcomeOf(&line)); err != nil && t.err == nil {
		t.err = err
	}
}

func (t *tracker) wait(pause time.Duration) {
	_ = t.bar.Clear()
	t.c.tell("Webex asked to wait " + counted(int(math.Ceil(pause.Seconds())), "second") + ".")
}
