package connection

import (
	"context"

	"numberloader/gui/background"
	"numberloader/internal/compare"
	"numberloader/internal/number"
)

// JudgedRows are rows that are judged again and again.
type JudgedRows interface {
	Rows
	// Judgement grows whenever Plan is another one.
	Judgement() int
}

// Comparing is the rows of the open list beside the inventory of the connected
// organization. Use NewComparing.
type Comparing struct {
	rows      JudgedRows
	inventory *Inventory
	changed   func()
	lane      *background.Latest
	asked     sides // what is, or is being, compared
	done      *Compared
}

// Compared is a comparison and what is counted of it. It does not change.
type Compared struct {
	Pairs  []compare.Pair
	Counts compare.Counts
}

// sides are what a comparison is of.
type sides struct {
	judgement int
	held      *number.Inventory
}

// NewComparing returns a comparison of rows with an inventory. changed is told, on the UI
// thread, when there is another one.
func NewComparing(loop *background.Loop, rows JudgedRows, inventory *Inventory, changed func()) *Comparing {
	return &Comparing{rows: rows, inventory: inventory, changed: changed, lane: loop.Latest()}
}

// Update compares again, in the background, if the rows or the inventory are others than
// those that were compared.
func (c *Comparing) Update() {
	now := sides{c.rows.Judgement(), c.inventory.Held()}
	if now == c.asked {
		return
	}
	c.asked = now
	if now.held == nil {
		c.done = nil
		return
	}
	rows := c.rows.Plan().Rows
	background.Replace(c.lane, func(context.Context) (*Compared, error) {
		pairs := compare.List(rows, now.held, compare.Limits{})
		return &Compared{pairs, compare.Count(pairs)}, nil
	}, func(done *Compared, err error) {
		if err == nil && now == c.asked {
			c.done = done
			c.changed()
		}
	})
}

// Compared is the comparison, nil while there is none; settled says that it is of the
// rows and of the inventory as they are now.
func (c *Comparing) Compared() (done *Compared, settled bool) {
	return c.done, c.done != nil && c.asked == sides{c.rows.Judgement(), c.inventory.Held()} && !c.lane.Busy()
}
