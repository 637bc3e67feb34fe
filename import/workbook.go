package importer

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"numberloader/internal/number"
)

// errNoSheets says that a workbook names no sheet at all.
var errNoSheets = errors.New("the workbook has no sheets")

// workbook is an Excel workbook with what its sheets share.
type workbook struct {
	archive *archive
	sheets  []sheetPart // worksheets in their order; charts are none
	store   *textStore
	texts   []string // shared strings
	formats []string // number formats by the style of a cell
}

// sheetPart is a worksheet and the part that holds it.
type sheetPart struct {
	number.Sheet

	part string
}

// readWorkbook reads a zip file of this size.
func (in *input) readWorkbook(r io.ReaderAt, size int64) (*number.Table, error) {
	limits := unpackLimits{all: maxUnpacked, free: freeUnpacked, each: maxUnpackedEach}
	a, err := openArchive(in.ctx, r, size, limits)
	if err != nil {
		return nil, in.failed(err)
	}
	a.heard = in.tell
	if err := otherZip(a); err != nil {
		return nil, err
	}
	book, err := openWorkbook(a)
	if err != nil {
		return nil, in.failed(err)
	}
	table, err := in.pickSheet(book)
	if err != nil {
		return nil, in.failed(err)
	}
	in.noteName(table, true)
	return table, nil
}

func openWorkbook(a *archive) (*workbook, error) {
	start, err := a.relationships("")
	if err != nil {
		return nil, err
	}
	main := findRelationship(start, "officeDocument")
	if main == nil {
		return nil, fmt.Errorf("workbook: %w", errMissingPart)
	}
	if strings.HasSuffix(strings.ToLower(main.target), ".bin") {
		return nil, binaryExcel()
	}
	links, err := a.relationships(main.target)
	if err != nil {
		return nil, err
	}
	book := &workbook{archive: a, store: newTextStore(a.bounds.textBytes)}
	if book.sheets, err = readSheetList(a, main.target, links); err != nil {
		return nil, err
	}
	if styles := findRelationship(links, "styles"); styles != nil && a.has(styles.target) {
		if book.formats, err = book.readFormats(styles.target); err != nil {
			return nil, err
		}
	}
	if shared := findRelationship(links, "sharedStrings"); shared != nil && a.has(shared.target) {
		if book.texts, err = book.readSharedStrings(shared.target); err != nil {
			return nil, err
		}
	}
	return book, nil
}

func findRelationship(all []relationship, kind string) *relationship {
	i := slices.IndexFunc(all, func(r relationship) bool { return r.is(kind) })
	if i < 0 {
		return nil
	}
	return &all[i]
}

// readSheetList reads the names of the worksheets from the workbook part.
func readSheetList(a *archive, part string, links []relationship) ([]sheetPart, error) {
	var sheets []sheetPart
	any := false
	err := a.scan(part, func(s *scanner) error {
		return s.children("workbook", func() error {
			if s.name != "sheets" {
				return s.skip()
			}
			return s.inside(func() error {
				any = true
				sheet, ok, err := newSheetPart(s, links)
				if err != nil {
					return err
				}
				if len(sheets) == a.bounds.links {
					return tooLarge("it has more sheets than a list of numbers needs")
				}
				if ok {
					sheets = append(sheets, sheet)
				}
				return s.skip()
			})
		})
	})
	if err == nil && !any {
		err = errNoSheets
	}
	return sheets, err
}

// newSheetPart is the sheet whose element is open; false if it holds no list: a
// chart, a dialog or macros, which may have no part at all.
func newSheetPart(s *scanner, links []relationship) (sheetPart, bool, error) {
	values, err := s.attrNames("id", "name", "state")
	if err != nil || values[0] == "" {
		return sheetPart{}, false, err
	}
	id, name, state := values[0], values[1], values[2]
	i := slices.IndexFunc(links, func(r relationship) bool { return r.id == id })
	if i < 0 {
		return sheetPart{}, false, fmt.Errorf("sheet %q: %w", name, errMissingPart)
	}
	sheet := number.Sheet{Name: name, Hidden: state == "hidden" || state == "veryHidden"}
	return sheetPart{sheet, links[i].target}, links[i].is("worksheet"), nil
}
