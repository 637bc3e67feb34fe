package gui

import (
	"numberloader/gui/compare"
	"numberloader/gui/connection"
	"numberloader/gui/frame"
	lists "numberloader/internal/compare"
	"numberloader/internal/phrase"
)

// comparing is the page on which the open list stands beside what Webex holds.
type comparing struct {
	*shell

	files  *files
	screen *compare.Screen
	page   *heldPage
	byDay  func()       // shows which numbers of the list can be activated; set by the window
	from   frame.Screen // where it was asked for
	shown  *connection.Compared
}

func newComparing(s *shell, files *files) *comparing {
	c := &comparing{shell: s, files: files, from: frame.Review}
	c.screen = compare.New(compare.Config{
		Canvas: s.Canvas(), Widths: columnWidths{s.program.Preferences}, Modifiers: s.Modifiers, Copy: s.Copy,
		OnAgain: func() { c.page.again() }, Activate: func() { c.byDay() },
	})
	c.page = newHeldPage(s, c.screen.Content(), c.screen.Begin)
	return c
}

// open compares the open list with what the connected organization holds.
func (c *comparing) open() {
	if c.At() == frame.Compare || !c.Ready(frame.Compare) {
		return
	}
	c.from = frame.Review
	if c.At() == frame.Results {
		c.from = frame.Results
	}
	c.page.open()
	c.GoTo(frame.Compare)
}

// opened starts over for another file.
func (c *comparing) opened() { c.screen.Reset() }

// update brings the page up to date.
func (c *comparing) update() {
	if c.At() != frame.Compare {
		return
	}
	c.flow.Comparing.Update()
	done, _ := c.flow.Comparing.Compared()
	if done != nil && done != c.shown {
		held := c.flow.Inventory.Held()
		c.screen.Set(done.Pairs, done.Counts, compare.Read{
			At: c.flow.Inventory.Reading().Begun, Now: c.program.Now(), Lacks: held.Lacks(), Counted: held.Counted,
		})
	}
	c.shown = done
	c.page.update(done != nil)
}

// caption says when the rows were compared, "" if they are not.
func (c *comparing) caption() string {
	if _, ok := c.flow.Comparison(); !ok {
		return ""
	}
	return phrase.Text("shell.caption.compared", "Clock", phrase.Clock(c.flow.Inventory.Reading().Begun))
}

func (c *comparing) bottom() frame.State {
	state := frame.State{Left: c.backTo(c.from)}
	found, ok := c.flow.Comparison()
	if !ok {
		return state
	}
	save := frame.Action{Label: phrase.Text("shell.do.saveas"), Do: func() { c.save(found) }}
	missing := c.screen.Missing()
	if missing == 0 {
		state.Primary = save
		return state
	}
	state.Side = save
	state.Primary = frame.Action{Label: phrase.Text("shell.do.addmissing", "Count", missing), Do: func() { c.GoTo(frame.Add) }}
	if found.Lacks > 0 {
		state.Primary.Off, state.Hint = true, phrase.Text("shell.hint.lacks")
	}
	return state
}

// save lets the user keep the comparison as a workbook.
func (c *comparing) save(found lists.Comparison) {
	c.files.save(c.program.ComparisonName(found.List), func(path string, replace bool) error {
		return c.program.SaveComparison(path, found, replace)
	}, func(path string) {
		c.files.saved(path, phrase.Text("shell.comparison.title"), phrase.Text("shell.comparison.text"))
	})
}
