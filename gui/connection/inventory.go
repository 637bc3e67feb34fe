package connection

import (
	"context"
	"errors"
	"time"

	"numberloader/gui/background"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

// InventoryReading is how far the reading of an inventory is.
type InventoryReading struct {
	Busy    bool
	Got, Of int       // numbers; Of is 0 while nobody knows
	Err     error     // why it failed; of kind Stopped if the user stopped it
	Begun   time.Time // when it began, zero for never
}

// Inventory is what the connected organization holds, as it was read the last time. It is
// read when that is asked for, and forgotten when another organization is connected. Use
// NewInventory.
type Inventory struct {
	changed func()
	loop    *background.Loop
	lane    *background.Latest
	of      *Session // nil while nothing is connected
	asked   int      // numbers the readings: what an earlier one reports is too late
	reading InventoryReading
	held    *number.Inventory
}

// NewInventory returns an inventory of nothing. changed is told, on the UI thread, when
// anything may look different.
func NewInventory(loop *background.Loop, changed func()) *Inventory {
	return &Inventory{changed: changed, loop: loop, lane: loop.Latest()}
}

// Begin goes on with what a session can be asked.
func (i *Inventory) Begin(session *Session) {
	i.of = session
	i.Forget()
}

// Forget drops what was read, and what is being read.
func (i *Inventory) Forget() {
	i.asked++
	if i.reading.Busy {
		i.lane.Cancel()
	}
	i.reading, i.held = InventoryReading{}, nil
}

// Read reads what the organization holds, page by page, and then calls then, unless it
// failed. It changes nothing in the organization, and does nothing while none is
// connected. now is the time at which it begins.
func (i *Inventory) Read(now time.Time, then func(*number.Inventory)) {
	of := i.of
	if of == nil {
		return
	}
	i.Forget()
	mine := i.asked
	i.reading = InventoryReading{Busy: true, Begun: now}
	report := background.Forward(i.loop, func(pages [][2]int) {
		if mine == i.asked && i.reading.Busy {
			last := pages[len(pages)-1]
			i.reading.Got, i.reading.Of = last[0], last[1]
			i.changed()
		}
	})
	background.Replace(i.lane, func(ctx context.Context) (number.Inventory, error) {
		return of.organization.Inventory(ctx, func(got, of int) { report([2]int{got, of}) })
	}, func(held number.Inventory, err error) {
		if mine != i.asked {
			return
		}
		i.reading.Busy = false
		switch {
		case err == nil:
			i.held = &held
			then(&held)
		case errors.Is(err, context.Canceled):
			i.reading.Err = stoppedReading()
		default:
			i.reading.Err = err
		}
		i.changed()
	})
	i.changed()
}

// stoppedReading is why nothing is known of an organization that the user stopped asking.
func stoppedReading() error {
	return &fault.Error{Kind: fault.Stopped, What: fault.Say("compare.stopped")}
}

// Stop stops the reading. What was read of it is dropped.
func (i *Inventory) Stop() { i.lane.Cancel() }

// Reading is how far the reading is.
func (i *Inventory) Reading() InventoryReading { return i.reading }

// Held is what was read, nil if nothing was. It does not change.
func (i *Inventory) Held() *number.Inventory { return i.held }
