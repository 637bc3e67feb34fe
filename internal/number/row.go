package number

// Row is one number of a file as it was judged, or one row without a usable
// number. A cell that holds three numbers gives three rows. A row that was judged is
// never written to again: another judgement makes another row.
type Row struct {
	// Whoever goes through all rows, to count, search or filter them, looks at what
	// stands first: it is near together in memory.

	Number E164  // what would be sent; for a problem that can be overridden, what would be sent then
	Record int32 // index into Table.Records
	Part   int32 // 0, 1, … of the numbers of one cell
	Line   int32 // number of the row as Excel shows it

	// What would be sent, after the defaults. State is unset for mobile rows.
	Kind  Kind
	Usage Usage
	State State

	Level       Level // the worst of its findings, notices aside
	Overridable bool  // the problem may be overridden by the user
	// AlreadyThere says that the number is in the wanted location: it is not
	// sent, and the row ends as already there.
	AlreadyThere bool
	Hidden       bool       // hidden in the file and not included by the user
	InHiddenRow  bool       // hidden in the file, included by the user or not; not kept in journals
	LeftOut      bool       // left out by the user
	ByUser       bool       // the user has corrected something of it
	Confirmed    bool       // the user said that it is right, as far as it asks for a look
	Skipped      Skip       // left out by the rules
	ofCell       bool       // the findings do not name the cell and what it shows
	remarks      Remarks    // all that is said of the row, or else findings are
	findings     *[]Finding // nil for none
	Shared       *Shared    // nil for nothing; nobody writes to it, because rows share it

	Input string // what the file holds, as a person sees it

	special *Special // nil for nothing; nobody writes to it, because copies of a row share it
}

// Shared is what a row has in common with many others of its list, so that they need
// room for it once. Values are comparable.
type Shared struct {
	Column     string // that its cell is in, as a Place has it
	Location   string // its name, or the text of the cell
	LocationID string // "" if the location is not known or not checked
	// Country is the number's, else the location's (ISO 3166 alpha-2), or "".
	Country string
}

// shared is what the row shares, be it nothing.
func (r *Row) shared() Shared {
	if r.Shared == nil {
		return Shared{}
	}
	return *r.Shared
}

// Location is the name of the row's location, or the text of the cell.
func (r *Row) Location() string { return r.shared().Location }

// LocationID is the ID of its location, "" if that is not known or not checked.
func (r *Row) LocationID() string { return r.shared().LocationID }

// Country is that of its number, else that of its location (ISO 3166 alpha-2), or "".
func (r *Row) Country() string { return r.shared().Country }

// place is where its cell is.
func (r *Row) place() Place { return Place{r.shared().Column, int(r.Line)} }

// Place is the address of its cell in messages: "DIDs!B7", or "B7" in a file without
// sheets.
func (r *Row) Place() string { return r.place().String() }

// Cell is the address of its cell on its sheet: "B7".
func (r *Row) Cell() string { return r.place().Cell() }

// Sheet is the sheet that the row stands on, "" in a file without sheets.
func (r *Row) Sheet() string { return r.place().Sheet() }

// Special is what few rows have, so that the others need no room for it. Its zero
// value is nothing.
type Special struct {
	Unsent      E164   // what was read instead where Row.Number is nothing because of another problem
	Suggestion  string // text that replaces the cell when it is accepted
	DuplicateOf string // address of the earlier cell

	Count       int // numbers of a range
	First, Last E164

	Subscription, Carrier string // of mobile numbers
}

// Special is what the row has of this kind.
func (r *Row) Special() Special {
	if r.special == nil {
		return Special{}
	}
	return *r.special
}

// SetSpecial makes s what the row has of this kind, for whoever makes the row. Its
// copies keep what they have.
func (r *Row) SetSpecial(s Special) {
	r.special = nil
	if s != (Special{}) {
		kept := s // of most rows there is nothing to keep, and s would go to the heap for all
		r.special = &kept
	}
}

// Read is the number that the cell was read as, also if it is not sent; nothing for a
// cell that was not read as a number.
func (r *Row) Read() E164 {
	if r.Number.IsZero() {
		return r.Special().Unsent
	}
	return r.Number
}

// Goes says that the row's number would be sent: it has no problem, nobody and
// nothing left it out, and it is not there already.
func (r *Row) Goes() bool {
	return r.Level != LevelProblem && !r.Number.IsZero() && !r.AlreadyThere &&
		!r.Hidden && !r.LeftOut && r.Skipped == SkipNone
}

// IsProblem says that the row is not sent for a reason that can be mended, and that
// nobody and nothing left it out.
func (r *Row) IsProblem() bool {
	return r.Level == LevelProblem && !r.LeftOut && !r.Hidden && r.Skipped == SkipNone
}
