package review

import "numberloader/internal/number"

// key is the identity of a row.
type key struct{ record, part int32 }

func keyOf(row *number.Row) key {
	return key{int32(row.Record), int32(row.Part)} //nolint:gosec // a file has fewer rows
}

// nobody is behind every row.
const nobody = 1<<31 - 1

func (k key) isBefore(other key) bool {
	return k.record < other.record || k.record == other.record && k.part < other.part
}

// claims say which row sends a number: the first one in the file that is accepted
// and not left out. If they follow, they also know all records that hold a number,
// so that it can be given to another one.
type claims struct {
	of      map[number.E164]int32 // index into slots
	slots   []slot
	follows bool
	held    []held
	free    int32 // index into held of one that is free, and from there on, -1 for none
	epoch   int32 // numbers the changes
}

// slot is a number.
type slot struct {
	first key   // the row that sends it, nobody for none
	head  int32 // index into held of the record that came last, -1 for none
	epoch int32 // of the change in which its records are listed
}

// held is a record that holds a number, and the index of the one before, or -1.
type held struct{ record, next int32 }

// begin forgets everything, and makes room for so many numbers where there is none.
func (c *claims) begin(numbers int, follows bool) {
	clear(c.of)
	*c = claims{of: c.of, slots: c.slots[:0], held: c.held[:0], follows: follows, free: -1}
	if c.of == nil {
		c.of, c.slots = make(map[number.E164]int32, numbers), make([]slot, 0, numbers)
	}
}

// hold says that a record holds a number, and returns the slot of it. Records
// come in file order.
func (c *claims) hold(n number.E164, record int) int {
	at, known := c.of[n]
	if !known {
		at = int32(len(c.slots)) //nolint:gosec // a file has fewer rows
		c.of[n] = at
		c.slots = append(c.slots, slot{first: key{nobody, 0}, head: -1, epoch: c.epoch})
	}
	s := &c.slots[at]
	if c.follows && s.epoch == c.epoch && (s.head < 0 || c.held[s.head].record != int32(record)) { //nolint:gosec // a file has fewer rows
		s.head = c.entry(held{int32(record), s.head}) //nolint:gosec // a file has fewer rows
	}
	return int(at)
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
	at, known := c.of[n]
	if !known || c.slots[at].epoch == c.epoch {
		return
	}
	s := &c.slots[at]
	for s.head >= 0 {
		entry := &c.held[s.head]
		tell(int(entry.record))
		s.head, entry.next, c.free = entry.next, c.free, s.head
	}
	*s = slot{first: key{nobody, 0}, head: -1, epoch: c.epoch}
}
