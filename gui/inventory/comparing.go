package inventory

import (
	"fyne.io/fyne/v2"

	"numberloader/gui/compare"
	"numberloader/gui/connection"
	"numberloader/gui/frame"
	lists "numberloader/internal/compare"
	"numberloader/internal/phrase"
)

// Comparing is the page on which the open list stands beside what Webex holds.
type Comparing struct {
	stage

	screen *frame.Later[*compare.Screen]
	page   *frame.Later[*heldPage]
	from   frame.Screen // where it was asked for
	shown  *connection.Compared
}

// NewComparing makes the page.
func NewComparing(cfg Config) *Comparing {
	s := stage{cfg}
	c := &Comparing{stage: s, from: frame.Review}
	c.screen = frame.NewLater(func() *compare.Screen {
		return compare.New(compare.Config{
			Canvas: s.Canvas(), Widths: s.Widths, Modifiers: s.Modifiers, Copy: s.Copy,
			OnAgain: func() { c.page.Get().again() }, Activate: s.ByDay,
		})
	})
	c.page = frame.NewLater(func() *heldPage { return newHeldPage(s, c.screen.Get().Content(), c.screen.Get().Begin) })
	return c
}

// Open compares the open list with what the connected organization holds.
func (c *Comparing) Open() {
	if c.At() == frame.Compare || !c.Ready(frame.Compare) {
		return
	}
	c.from = frame.Review
	if c.At() == frame.Results {
		c.from = frame.Results
	}
	c.page.Get().open()
	c.GoTo(frame.Compare)
}

// Enter says that the page is shown from now on, and returns it.
func (c *Comparing) Enter() fyne.CanvasObject { return c.page.Get().enter() }

// Known reports whether the rows that are compared are shown.
func (c *Comparing) Known() bool { return c.shown != nil }

// TypedKey takes a key that nothing else has a use for.
func (c *Comparing) TypedKey(key *fyne.KeyEvent) { c.screen.Get().TypedKey(key) }

// Search moves the keyboard to the search field.
func (c *Comparing) Search() { c.screen.Get().Search() }

// OpenFilter opens the filter of the rows.
func (c *Comparing) OpenFilter() { c.screen.Get().OpenFilter() }

// Opened starts over for another file.
func (c *Comparing) Opened() { c.screen.IfMade((*compare.Screen).Reset) }

// Update brings the page up to date.
func (c *Comparing) Update() {
	if c.At() != frame.Compare {
		return
	}
	c.Flow.Comparing.Update()
	done, _ := c.Flow.Comparing.Compared()
	if done != nil && done != c.shown {
		held := c.Flow.Inventory.Held()
		c.screen.Get().Set(done.Pairs, done.Counts, compare.Read{
			At: c.Flow.Inventory.Reading().Begun, Now: c.Now(), Lacks: held.Lacks(), Counted: held.Counted,
		})
	}
	c.shown = done
	c.page.Get().update(done != nil)
}

// Caption says when the rows were compared, "" if they are not.
func (c *Comparing) Caption() string {
	if _, ok := c.Flow.Comparison(); !ok {
		return ""
	}
	return phrase.Text("shell.caption.compared", "Clock", phrase.Clock(c.Flow.Inventory.Reading().Begun))
}

// Bottom goes on with the numbers that are missing, or saves the comparison.
func (c *Comparing) Bottom() frame.State {
	state := frame.State{Left: frame.BackTo(c, c.from)}
	found, ok := c.Flow.Comparison()
	if !ok {
		return state
	}
	save := frame.Action{Label: phrase.Text("shell.do.saveas"), Do: func() { c.save(found) }}
	missing := c.screen.Get().Missing()
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
func (c *Comparing) save(found lists.Comparison) {
	c.Files.Save(c.ComparisonName(found.List), func(path string, replace bool) error {
		return c.SaveComparison(path, found, replace)
	}, func(path string) {
		c.Files.Saved(path, phrase.Text("shell.comparison.title"), phrase.Text("shell.comparison.text"))
	})
}
