package number

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"numberloader/internal/shown"
)

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

// Further roles, which columns are found to have and Fields does not list: what
// stands in them says how the number of the row is to be read.
const (
	FieldCountry    Field = fieldCount + iota // the country of the number: a name, an ISO code or a calling code
	FieldAreaCode                             // the part before FieldNumber: 030, 212
	FieldExchange                             // the part between FieldAreaCode and FieldNumber: the 555 of 212 555 0100
	FieldAction                               // what is to be done with the number: add, keep, delete
	FieldExtension                            // what is added behind FieldNumber: the 10 of 030 231250 10
	FieldLastDigits                           // what takes the place of its last digits: the 8201 of 913 674 8200
	FieldActivateOn                           // the day from which the number is to take calls
	allFields
)

// Fields lists the fields that a user names columns for, in the order in which
// they are shown.
func Fields() []Field { return fieldsTo(fieldCount) }

// AllFields lists Fields and then the further roles.
func AllFields() []Field { return fieldsTo(allFields) }

func fieldsTo(end Field) []Field {
	all := make([]Field, end)
	for i := range all {
		all[i] = Field(i)
	}
	return all
}

// Layout says where in a file the list is. Its zero value lets the reader find
// everything by itself. What it names is decided: it is not asked about again.
type Layout struct {
	// Sheet is the name of the sheet, nil to find it.
	Sheet *string
	// Sheets are the names of several sheets, which are read one after the other
	// and each in its own way; nil for the one that Sheet names or that is found.
	// Header and Columns then hold for each sheet that has them.
	Sheets []string
	// Header is the row of the headers as Excel counts them, 0 for none, nil
	// to find it.
	Header *int
	// Headers are the rows of the headers of several tables on one sheet, from
	// top to bottom, each of which ends where the next one begins; nil for one.
	Headers []int
	// Numbers names, like Columns, further columns of numbers, which are read in
	// addition to that of FieldNumber.
	Numbers []string
	// Columns names columns by letter ("C") or by header text. FieldNumber here
	// answers a question; a field that is absent is found, and one named "" is
	// in no column. If FieldNumber is, its column is asked about.
	Columns map[Field]string
	// Own is what holds for one of several sheets, by its name, in place of Header,
	// Headers, Numbers and Columns.
	Own map[string]Layout
	// SheetIsLocation makes the name of the sheet the location of rows that name
	// none.
	SheetIsLocation bool
	// Password opens an encrypted workbook.
	Password string
	// Encoding of a text file as an IANA name, "" to find it.
	Encoding string
	// Delimiter is what stands between the fields of a text file, "" for one
	// column, nil to find it.
	Delimiter *string
	// Words are words in the columns of types, usages and states that the user
	// explained: by field and by the word's form in WordKey, the word that counts
	// instead.
	Words map[Field]map[string]string
}

// WordKey is the form in which Layout.Words knows a word.
func WordKey(word string) string { return cmp.Or(Fold(word), strings.TrimSpace(word)) }

// Meant is the word that counts in a column of a field in place of what stands in
// it.
func (l *Layout) Meant(field Field, word string) string {
	words := l.Words[field]
	if len(words) == 0 {
		return word // which spares finding its key
	}
	if meaning, explained := words[WordKey(word)]; explained {
		return meaning
	}
	return word
}

// NamesSheets reports whether the layout names one sheet or several.
func (l *Layout) NamesSheets() bool { return l.Sheet != nil || len(l.Sheets) > 0 }

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
	// EndIsCount says that the column of FieldNumberEnd holds how many numbers
	// the block has, and not its last one.
	EndIsCount bool
	// MobileHeader says that the header of the column of numbers names mobile phones.
	MobileHeader bool
	// Places are columns that may name locations of the organization, the likeliest
	// first: no header says so, and the user has not decided it.
	Places []int
	// HiddenPlaces are those of Places that the file hides.
	HiddenPlaces []int
	// Further are the lists that were read behind the one that is described
	// above: further sheets, tables and columns of numbers. Record.List tells of
	// which a record is.
	Further []List
	Records []Record
	// Top is the start of the first list as its sheet shows it, with rows above the
	// header. It only serves to be looked at.
	Top []Line
	// Inventory accounts for each cell that looks like a phone number, and for
	// each column that bears on numbers: every one is in one item. It is in the
	// order of the sheets, and there of the columns.
	Inventory []Item
	// Encoding is that of a text file as an IANA name, "" for workbooks, and
	// Delimiter what stands between its fields, "" for a file of one column.
	Encoding, Delimiter string
	// Sheets are the visible sheets in their order, then the hidden ones.
	Sheets []Sheet
	// Rivals are the names of the visible sheets that list numbers, too, in their
	// order, if no sheet was named. They were not read.
	Rivals []string
	// Ask is set when it is in doubt what the numbers to add are; the file is
	// then read again with a Layout that has the answer. Until then Records have
	// no numbers.
	Ask *Ask
	// Notes are remarks on the reading, in the order in which they were made.
	Notes []Note
}

// Line is what a row of a sheet shows, from column A on.
type Line struct {
	Number int // of the row as Excel shows it
	Texts  []string
}

// Sheet is a sheet of a workbook.
type Sheet struct {
	Name   string
	Hidden bool
}

// On is what the layout says of a sheet.
func (l *Layout) On(sheet string) Layout {
	of := *l
	if own, there := l.Own[sheet]; there {
		of.Header, of.Headers, of.Numbers, of.Columns, of.Own = own.Header, own.Headers, own.Numbers, own.Columns, nil
	}
	return of
}

// List is where a list of numbers stands in a file.
type List struct {
	Sheet        string
	HeaderRow    int
	Headings     []string
	Columns      map[Field]int
	ActiveHeader bool
	EndIsCount   bool
	MobileHeader bool
	Places       []int
	HiddenPlaces []int
}

// Shown is what the record shows in the column of a field of its list, "" if the list
// has none.
func (r *Record) Shown(list List, field Field) string {
	column, ok := list.Columns[field]
	if !ok {
		return ""
	}
	return strings.TrimSpace(r.Source.At(column))
}

// List is the list that a record is of.
func (t *Table) List(r *Record) List {
	if r.List > 0 && int(r.List) <= len(t.Further) {
		return t.Further[r.List-1]
	}
	return List{t.Sheet, t.HeaderRow, t.Headings, t.Columns, t.ActiveHeader, t.EndIsCount, t.MobileHeader, t.Places, t.HiddenPlaces}
}

// Has reports whether a list of the table has a column of a role.
func (t *Table) Has(field Field) bool {
	_, has := t.Columns[field]
	return has || slices.ContainsFunc(t.Further, func(l List) bool {
		_, has := l.Columns[field]
		return has
	})
}

// IsOfSeveralSheets reports whether lists of more than one sheet were read.
func (t *Table) IsOfSeveralSheets() bool {
	return slices.ContainsFunc(t.Further, func(l List) bool { return l.Sheet != t.Sheet })
}

// Listed counts the records that are not left out.
func Listed(records []Record) int {
	n := 0
	for i := range records {
		if records[i].Skipped == SkipNone {
			n++
		}
	}
	return n
}

// Question is what an Ask is about.
type Question uint8

// The questions. Each is answered by a Layout: the column by Columns, and by
// Numbers for several; the header by Header or Headers; the sheet by Sheet or
// Sheets; what extensions are for by Columns, with "" for FieldExtension if nothing.
const (
	QuestionColumn    Question = iota // which column holds the numbers
	QuestionHeader                    // in which row the headers stand, or which tables are meant
	QuestionSheet                     // which sheets are meant
	QuestionExtension                 // what extensions beside main numbers are for
)

// String is the word used in JSON lines.
func (q Question) String() string {
	return [...]string{"number_column", "header_row", "sheet", "extension"}[q]
}

// Ask is a question that has to be answered before anything is sent.
type Ask struct {
	Question Question
	// Candidates are the answers that fit, in the order of the file; empty if
	// none does.
	Candidates []Candidate
	// Several says that more than one candidate can be read in one run.
	Several bool
	// Across is the row in which the numbers stand side by side, as Excel counts it, 0
	// if they stand in columns.
	Across int
}

// Candidate is an answer: a column that may hold the numbers, with a look into
// it, on its sheet and below its header.
type Candidate struct {
	Sheet     string
	HeaderRow int // 0 for none
	Column    int // 0 is A
	Heading   string
	Filled    int  // cells of the column below the header; of columns, those that would be read
	Empty     int  // of columns, rows that would be read without a cell of it
	Phones    int  // those that look like phone numbers
	Hidden    bool // the column is hidden in the file
	Samples   []Sample
	// Field is what the column is used as with this answer to QuestionExtension,
	// FieldNumber for nothing.
	Field Field
}

// Item is a part of a file and what became of it: cells of a column, or a whole
// sheet.
type Item struct {
	Sheet   string
	Column  int // 0 is A, -1 for a whole sheet
	Heading string
	// First and Last are the rows of the cells, both 0 for a whole sheet.
	First, Last int
	Filled      int // cells that hold anything
	Phones      int // cells that look like phone numbers
	// Hidden says that the column, or the sheet, is hidden in the file.
	Hidden bool
	// Aside says why the cells were left aside; AsideNone if they were used, as
	// Field.
	Aside Aside
	Field Field
}

// Where is where the item stands: a sheet, a column, or a cell or several of them
// outside of the list.
func (i *Item) Where() string {
	if i.Column < 0 {
		return i.Sheet
	}
	column := ColumnName(i.Column)
	if i.Aside != AsideAboveHeader && i.Aside != AsideSecondTable {
		return column
	}
	where := column + strconv.Itoa(i.First)
	if i.Last > i.First {
		where += ":" + column + strconv.Itoa(i.Last)
	}
	return where
}

// fewPhones is how many cells that look like phone numbers may be left aside without
// a word while the file is read.
const fewPhones = 1

// Matters reports whether a person should know of the item before the rest is used: that it
// was left aside, or that it was used although it is hidden in the file. All that was
// left aside stands in the inventory.
func (i *Item) Matters() bool {
	switch i.Aside {
	case AsideOtherPhone, AsideNotPhone, AsideAboveHeader, AsideSecondTable, AsideOtherSheet:
		return i.Phones > fewPhones
	case AsideUnusedColumn, AsideRemoved:
		return true
	case AsideNone:
		return i.Hidden
	}
	return false
}

// Aside is why something was left aside.
type Aside uint8

// The reasons. AsideRemoved are rows that the column of FieldAction, or of
// FieldState, takes out.
const (
	AsideNone Aside = iota
	AsideOtherPhone
	AsideNotPhone
	AsideAboveHeader
	AsideSecondTable
	AsideOtherSheet
	AsideUnusedColumn
	AsideRemoved
)

// String is the word used in JSON lines.
func (a Aside) String() string {
	return [...]string{"", "other_phone", "not_phone", "above_header", "second_table", "other_sheet", "unused_column", "removed"}[a]
}

// ParseAside is the reason of a word that String wrote. It says false for other
// words, and for that of AsideNone.
func ParseAside(word string) (Aside, bool) {
	for a := AsideOtherPhone; a <= AsideRemoved; a++ {
		if a.String() == word {
			return a, true
		}
	}
	return AsideNone, false
}

// Sample is a cell as a person sees it.
type Sample struct{ Cell, Text string }

// NoteKind is what a note is about.
type NoteKind uint8

// The kinds of notes.
const (
	NoteOtherSheets  NoteKind = iota + 1 // what further sheets hold is not known
	NoteHiddenRows                       // hidden or filtered rows were found
	NoteEncoding                         // the encoding was assumed
	NoteWrongName                        // the name's ending does not fit the content
	NoteLinesLeftOut                     // totals, notes and headings were left out
	NoteLeftAside                        // of the inventory
	NoteReturned                         // the file is of problem rows of another list
)

// Note is a remark on the reading of a file, ready to be shown.
type Note struct {
	Kind NoteKind
	Text string
}

// Source is what a row shows in each column of its file, from column A on.
type Source = shown.Row

// Text is a text that Texts keep.
type Text = shown.Text

// Texts keep the texts of many cells.
type Texts = shown.Texts

// TextRows keep what many rows show.
type TextRows = shown.Rows

// SourceOf is a row of its own.
func SourceOf(texts ...string) Source { return shown.RowOf(texts...) }

// Record is one row of a file that holds anything.
type Record struct {
	Line   int     // number of the row as Excel shows it
	End    *Cell   // the cell of FieldNumberEnd, nil for an empty one; few lists have any
	Stated *Stated // nil for nothing; records share it, so nobody writes to it

	Source  Source // it may be shorter than Headings
	Hidden  bool   // hidden by hand or by a filter
	Struck  bool   // text of the cell of the number, or of its end, is crossed out
	Skipped Skip   // why the row is left out of the list
	List    uint16 // 0 for the first list of the table, 1 for Table.Further[0], and so on

	// The cell of FieldNumber, nil for an empty one; where its value is shown in a column,
	// which is numbered from 1 here, the value stands only there, and records share the rest.
	number *Cell
	column uint16
}

// Number is the cell of FieldNumber.
func (r *Record) Number() (c Cell) {
	if r.number != nil {
		c = *r.number
	}
	if r.column > 0 {
		c.Value = r.Source.At(int(r.column) - 1)
	}
	return c
}

// SetNumber makes a cell that of FieldNumber.
func (r *Record) SetNumber(c Cell) { r.number, r.column = &c, 0 }

// ShowNumber makes what Source shows in a column the value of the cell of FieldNumber, of which
// nobody changes the rest.
func (r *Record) ShowNumber(column int, rest *Cell) { r.number, r.column = rest, uint16(column+1) } //nolint:gosec // of a sheet

// Stated are the texts of the cells of a record by field, of those that Fields lists
// behind the number. Most records of a list state what others do.
type Stated [fieldCount]string

// Text is the text of the cell of a field, "" for one that Stated does not hold.
func (r *Record) Text(field Field) string {
	if r.Stated == nil || field >= fieldCount {
		return ""
	}
	return r.Stated[field]
}

// SetText changes the text of a field that Stated holds, of this record alone.
func (r *Record) SetText(field Field, text string) {
	var own Stated
	if r.Stated != nil {
		own = *r.Stated
	}
	own[field] = text
	r.Stated = &own
}

// EndCell is the cell of FieldNumberEnd.
func (r *Record) EndCell() Cell {
	if r.End == nil {
		return Cell{}
	}
	return *r.End
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
