// Package xlsx reads Excel workbooks (.xlsx, .xlsm and their templates).
//
// It is a small reader over package parts. It has to know three things that the
// row reader of excelize does not tell: whether a cell is a number or a text,
// whether the XML is complete (rows before a break must not pass as the whole
// list), and where the parts of the workbook really are. It also counts what it
// unpacks, never writes to the temporary folder, and reads each part once.
// excelize opens what is protected with a password: its Decrypt knows the
// encryption of Office, which nobody should write twice.
//
// It imports sheet, parts, refuse, number and fault, and of other modules
// excelize.
package xlsx

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"numberloader/import/parts"
	"numberloader/import/refuse"
	"numberloader/import/sheet"
	"numberloader/internal/number"
)

// errNoSheets says that a workbook names no sheet at all.
var errNoSheets = errors.New("the workbook has no sheets")

// workbook is an Excel workbook with what its sheets share.
type workbook struct {
	input   *sheet.Input
	archive *parts.Archive
	bounds  bounds
	sheets  []sheetPart // worksheets in their order; charts are none
	store   *sheet.Texts
	texts   sharedTexts
	formats []string     // number formats by the style of a cell
	struck  sheet.Styles // styles that cross texts out

	from1904 bool // days count from 1904
}

// sheetPart is a worksheet and the part that holds it.
type sheetPart struct {
	number.Sheet

	part string
}

// Open opens the workbook in an archive.
func Open(file *sheet.Input, a *parts.Archive) (sheet.Book, error) {
	return openWorkbook(file, a, usualBounds())
}

func openWorkbook(file *sheet.Input, a *parts.Archive, limits bounds) (*workbook, error) {
	book := &workbook{input: file, archive: a, bounds: limits, store: sheet.NewTexts(limits.textBytes)}
	book.texts.book, book.texts.struck = book, map[int]bool{}
	start, err := book.relationships("")
	if err != nil {
		return nil, err
	}
	main := findRelationship(start, "officeDocument")
	if main == nil {
		return nil, fmt.Errorf("workbook: %w", parts.ErrMissingPart)
	}
	if strings.HasSuffix(strings.ToLower(main.target), ".bin") {
		return nil, refuse.BinaryExcel()
	}
	links, err := book.relationships(main.target)
	if err != nil {
		return nil, err
	}
	if book.sheets, err = book.readSheetList(main.target, links); err != nil {
		return nil, err
	}
	if styles := findRelationship(links, "styles"); styles != nil && a.Has(styles.target) {
		if book.formats, err = book.readFormats(styles.target); err != nil {
			return nil, err
		}
	}
	if shared := findRelationship(links, "sharedStrings"); shared != nil && a.Has(shared.target) {
		if err := book.openTexts(shared.target); err != nil {
			return nil, err
		}
	}
	return book, nil
}

// Sheets are the worksheets of the workbook.
func (b *workbook) Sheets() []sheet.Info {
	all := make([]sheet.Info, len(b.sheets))
	for i, s := range b.sheets {
		all[i] = sheet.Info{Sheet: s.Sheet, Missing: !b.archive.Has(s.part)}
	}
	return all
}

// Read reads a sheet, and says how far it is.
func (b *workbook) Read(index int) (*sheet.Sheet, error) {
	part, a := b.sheets[index], b.archive
	begun, _ := a.Progress()
	begun -= b.texts.unpacked
	size := float64(a.SizeOf(part.part))
	s := sheet.New(part.Name, b.store, b.formats)
	s.From1904 = b.from1904
	err := b.readSheet(part, s, func() error {
		unpacked, share := a.Progress()
		return b.input.Step(s, float64(unpacked-b.texts.unpacked-begun)/size, share)
	})
	if err == nil {
		err = b.texts.rest()
	}
	return s, err
}

func findRelationship(all []relationship, kind string) *relationship {
	i := slices.IndexFunc(all, func(r relationship) bool { return r.is(kind) })
	if i < 0 {
		return nil
	}
	return &all[i]
}

// readSheetList reads the names of the worksheets from the workbook part. A sheet that
// shares its part with an earlier one is the same list once more, and is left out.
func (b *workbook) readSheetList(part string, links []relationship) ([]sheetPart, error) {
	var sheets []sheetPart
	seen := map[string]bool{}
	count := 0
	err := b.archive.Scan(part, func(s *parts.Scanner) error {
		return s.Children("workbook", func() error {
			switch s.Name {
			case "sheets":
			case "workbookPr":
				b.from1904 = isTrue(s.Attr("date1904"))
				return s.Skip()
			default:
				return s.Skip()
			}
			return s.Inside(func() error {
				count++
				sheet, ok, err := newSheetPart(s, links)
				if err != nil {
					return err
				}
				if count > b.bounds.links {
					return refuse.TooManySheets()
				}
				if ok && !seen[sheet.part] {
					seen[sheet.part] = true
					sheets = append(sheets, sheet)
				}
				return s.Skip()
			})
		})
	})
	if err == nil && count == 0 {
		err = errNoSheets
	}
	return sheets, err
}

// newSheetPart is the sheet whose element is open; false if it holds no list: a
// chart, a dialog or macros, which may have no part at all.
func newSheetPart(s *parts.Scanner, links []relationship) (sheetPart, bool, error) {
	values, err := s.AttrNames("id", "name", "state")
	if err != nil || values[0] == "" {
		return sheetPart{}, false, err
	}
	id, name, state := values[0], values[1], values[2]
	i := slices.IndexFunc(links, func(r relationship) bool { return r.id == id })
	if i < 0 {
		return sheetPart{}, false, fmt.Errorf("sheet %q: %w", name, parts.ErrMissingPart)
	}
	sheet := number.Sheet{Name: name, Hidden: state == "hidden" || state == "veryHidden"}
	return sheetPart{sheet, links[i].target}, links[i].is("worksheet"), nil
}
