package xlsx

import (
	"errors"

	"numberloader/import/parts"
	"numberloader/import/refuse"
	"numberloader/import/sheet"
)

// readFormats reads the number format of each cell style; "" is General.
func (b *workbook) readFormats(part string) ([]string, error) {
	own := map[string]string{}
	var styles []string // number of the format of each style
	err := b.archive.Scan(part, func(s *parts.Scanner) error {
		return s.Children("styleSheet", func() error {
			switch s.Name {
			case "numFmts":
				return s.Inside(func() error {
					id, err := b.store.Keep(s.AttrBytes("numFmtId"))
					if err != nil {
						return err
					}
					own[id], err = b.store.Keep(s.AttrBytes("formatCode"))
					return errors.Join(err, b.checkFormats(len(own)), s.Skip())
				})
			case "cellXfs":
				return s.Inside(func() error {
					id, err := b.store.Keep(s.AttrBytes("numFmtId"))
					styles = append(styles, id)
					return errors.Join(err, b.checkFormats(len(styles)), s.Skip())
				})
			}
			return s.Skip()
		})
	})
	for i, id := range styles {
		styles[i] = sheet.FormatOf(id, own)
	}
	return styles, err
}

func (b *workbook) checkFormats(n int) error {
	if n > b.bounds.formats {
		return refuse.TooManyFormats()
	}
	return nil
}

// styleIndex is the style that a cell names; 0 if it names none that makes sense.
func styleIndex(text []byte) uint32 {
	n, _ := parts.ParseNatural(text)
	return uint32(n) //nolint:gosec // at most nine digits
}
