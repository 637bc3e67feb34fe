package number

// Cell is what a spreadsheet cell holds. The zero value is an empty cell.
type Cell struct {
	Type CellType
	// Formula says that Value is the stored result of a formula. A formula
	// without a stored result is CellEmpty with Formula set; one whose stored
	// result is an empty text is CellText with an empty Value.
	Formula bool
	// Value is the text; for CellNumber and CellDate the number as the file
	// stores it ("1.91367482E10"), or an ISO date; for CellError its text
	// ("#REF!"); for CellBool "true" or "false".
	Value string
	// Format is the Excel number format of a number; "" is General.
	Format string
}

// CellType is the type of what a cell holds.
type CellType uint8

// The cell types. A number that a date format shows is CellNumber; CellDate is
// only a cell that the file itself marks as a date.
const (
	CellEmpty CellType = iota
	CellText
	CellNumber
	CellDate
	CellError
	CellBool
)

// Field is a role that a column can have.
type Field uint8

// The fields, in the order in which they are shown.
const (
	FieldNumber Field = iota
	FieldNumberEnd
	FieldType
	FieldUsage
	FieldState
	FieldLocation
	FieldSubscription
	fieldCount
)

// Fields lists every field in the order in which they are shown.
func Fields() []Field {
	all := make([]Field, fieldCount)
	for i := range all {
		all[i] = Field(i)
	}
	return all
}

// Layout says where in a file the list is. Its zero value lets the reader find
// everything by itself.
type Layout struct {
	// Sheet is the name of the sheet, nil to find it.
	Sheet *string
	// Header is the row of the headers as Excel counts them, 0 for none, nil
	// to find it.
	Header *int
	// Columns names columns by letter ("C") or by header text. FieldNumber here
	// answers a question; a field that is absent is found, and one named "" is
	// in no column (FieldNumber aside).
	Columns map[Field]string
	// Password opens an encrypted workbook.
	Password string
	// Encoding of a text file as an IANA name, "" to find it.
	Encoding string
}

// Progress is how far the reading of a file has come. Share is 0 to 1.
type Progress struct {
	Rows  int
	Share float64
	// First holds the first rows of the list, as far as they can be told before
	// the rest is read. It is set at most once, in one Progress of a large file,
	// and nil in all others; it only serves to be looked at.
	First *Table
}

// Table is a list as it was read from a file.
type Table struct {
	Path      string // absolute
	Sheet     string // "" for text files
	HeaderRow int    // 0 for none
	// Headings are the texts of the header row for each column, from column A
	// on; a column without one has "".
	Headings []string
	// Columns maps a role to the index of its column (0 is A). Roles without a
	// column are absent.
	Columns map[Field]int
	// ActiveHeader says that the state column answers "active?", so that yes
	// and no are states.
	ActiveHeader bool
	Records      []Record
	// Sheets are the visible sheets in their order, then the hidden ones.
	Sheets []Sheet
	// Rivals are the names of the visible sheets that list numbers, too, in their
	// order, if no sheet was named. They were not read.
	Rivals []string
	// Ask is set when the number column is in doubt; Records are then read
	// without numbers, and the file is read again with Layout.Columns.
	Ask *Ask
	// Notes are remarks on the reading, in the order in which they were made.
	Notes []Note
}

// Sheet is a sheet of a workbook.
type Sheet struct {
	Name   string
	Hidden bool
}

// Ask is the question which column holds the numbers.
type Ask struct {
	// Candidates are the columns that fit, left to right; empty if none does.
	Candidates []Candidate
}

// Candidate is a column that may hold the numbers, with a look into it.
type Candidate struct {
	Column  int // 0 is A
	Heading string
	Filled  int
	Samples []Sample
}

// Sample is a cell as a person sees it.
type Sample struct{ Cell, Text string }

// NoteKind is what a note is about.
type NoteKind uint8

// The kinds of notes.
const (
	NoteOtherSheets      NoteKind = iota + 1 // further sheets hold numbers too
	NoteHiddenRows                           // hidden or filtered rows were found
	NoteEncoding                             // the encoding was assumed
	NoteWrongName                            // the name's ending does not fit the content
	NoteColumnNotUsed                        // a header fits, the content does not
	NoteLinesLeftOut                         // totals, notes and headings were left out
	NoteOtherPhoneColumn                     // there is another column with phone numbers
)

// Note is a remark on the reading of a file, ready to be shown.
type Note struct {
	Kind NoteKind
	Text string
}

// Record is one row of a file that holds anything.
type Record struct {
	Line   int    // number of the row as Excel shows it
	Number Cell   // the cell of FieldNumber
	End    Cell   // the cell of FieldNumberEnd
	Type   string // texts of the cells of the other fields
	Usage  string
	State  string

	Location     string
	Subscription string

	// Source holds what the row shows in each column of the file, from column
	// A on; it may be shorter than Headings.
	Source  []string
	Hidden  bool // hidden by hand or by a filter
	Skipped Skip // why the row is left out of the list
}

// Skip is a reason to leave a record out of the list.
type Skip uint8

// The reasons. SkipNone is an ordinary record.
const (
	SkipNone    Skip = iota
	SkipMerged       // a lower part of a merged number cell
	SkipTotal        // a row of totals
	SkipHeading      // a heading, or a repeated one
	SkipNote         // a note below the list
)

// String is the word used in JSON lines.
func (s Skip) String() string {
	return [...]string{"", "merged", "total", "heading", "note"}[s]
}
