package review

import (
	"hash/maphash"
	"math/bits"

	"numberloader/internal/number"
)

// key is the identity of a row.
type key struct{ record, part int32 }

func keyOf(row *number.Row) key { return key{row.Record, row.Part} }

// nobody is behind every row.
const nobody = 1<<31 - 1

func (k key) isBefore(other key) bool {
	return k.record < other.record || k.record == other.record && k.part < other.part
}

// claims say which row sends a number: the first one in the file that is accepted
// and not left out. If they follow, they also know all records that hold a number,
// so that it can be given to another one.
type claims struct {
	seed    maphash.Seed
	table   []int32 // of slots: their index and 1 more, where the hash of the number says or behind that; 0 for none
	slots   []slot
	follows bool
	held    []held         // of numbers that several records hold, all but the last record
	free    int32          // index into held of one that is free, and from there on, -1 for none
	open    map[int32]bool // the slots whose records a change lists anew; nil while all are listed
}

// slot is a number.
type slot struct {
	number number.E164
	first  key  // the row that sends it, nobody for none
	last   held // the record that came last, -1 for none
}

// held is a record that holds a number, and the index of the one before, or -1.
type held struct{ record, next int32 }

// newSlot is that of a number that nobody has.
func newSlot(n number.E164) slot { return slot{n, key{nobody, 0}, held{-1, -1}} }

// begin forgets everything, and makes room for so many numbers where there is none.
func (c *claims) begin(numbers int, follows bool) {
	*c = claims{seed: maphash.MakeSeed(), table: c.table, slots: c.slots[:0], held: c.held[:0], follows: follows, free: -1}
	clear(c.table)
	if c.table == nil {
		c.slots = make([]slot, 0, numbers)
		c.spread(numbers)
	}
}

// spread makes a table with room for so many slots. At least a third of it stays empty.
func (c *claims) spread(slots int) {
	const least = 4
	c.table = make([]int32, 1<<bits.Len(uint(slots+slots/2+least)))
	for i := range c.slots {
		*c.place(c.slots[i].number) = int32(i + 1)
	}
}

// place is where the table has a number, or would have it. There is always room.
func (c *claims) place(n number.E164) *int32 {
	mask := uint64(len(c.table) - 1) //nolint:gosec // never negative
	for i := maphash.Comparable(c.seed, n) & mask; ; i = (i + 1) & mask {
		if at := c.table[i]; at == 0 || c.slots[at-1].number == n {
			return &c.table[i]
		}
	}
}

// find is the slot of a number, nil for one that nobody held.
func (c *claims) find(n number.E164) *slot {
	if len(c.slots) == 0 {
		return nil
	}
	if at := *c.place(n); at > 0 {
		return &c.slots[at-1]
	}
	return nil
}

// hold says that a record holds a number, and returns the slot of it. Records
// come in file order.
func (c *claims) hold(n number.E164, record int) int {
	place := c.place(n)
	at := *place - 1
	if at < 0 {
		at = int32(len(c.slots)) //nolint:gosec // a file has fewer rows
		c.slots = append(c.slots, newSlot(n))
		if *place = at + 1; c.open != nil {
			c.open[at] = true
		}
		if full := len(c.table) / 3 * 2; len(c.slots) > full {
			c.spread(len(c.slots))
		}
	}
	if c.follows && (c.open == nil || c.open[at]) {
		c.list(&c.slots[at], int32(record)) //nolint:gosec // a file has fewer rows
	}
	return int(at)
}

// list says that a record holds the number of a slot.
func (c *claims) list(s *slot, record int32) {
	switch {
	case s.last.record == record:
	case s.last.record < 0:
		s.last.record = record
	default:
		s.last = held{record, c.entry(s.last)}
	}
}

// entry keeps a record in held, in a place that is free if there is one.
func (c *claims) entry(h held) int32 {
	at := c.free
	if at < 0 {
		c.held = append(c.held, h)
		return int32(len(c.held) - 1) //nolint:gosec // a file has fewer rows
	}
	c.free = c.held[at].next
	c.held[at] = h
	return at
}

// reopen takes a number from all rows, so that it can be given anew, and tells the
// records that hold it.
func (c *claims) reopen(n number.E164, tell func(record int)) {
	at := *c.place(n) - 1
	if at < 0 || c.open[at] {
		return
	}
	c.open[at] = true
	last := c.slots[at].last
	if last.record >= 0 {
		tell(int(last.record))
	}
	for i := last.next; i >= 0; {
		entry := &c.held[i]
		tell(int(entry.record))
		i, entry.next, c.free = entry.next, c.free, i
	}
	c.slots[at] = newSlot(n)
}
