package xlsx

import (
	"errors"

	"numberloader/import/parts"
	"numberloader/import/refuse"
	"numberloader/import/sheet"
)

// readFormats reads the number format of each cell style, "" is General, and which
// styles cross texts out.
func (b *workbook) readFormats(part string) ([]string, error) {
	own := map[string]string{}
	var styles []string // number of the format of each style
	var fonts []bool    // that cross texts out
	err := b.archive.Scan(part, func(s *parts.Scanner) error {
		return s.Children("styleSheet", func() error {
			switch s.Name {
			case "numFmts":
				return s.Inside(func() error {
					id, err := b.store.String(s.AttrBytes("numFmtId"))
					if err != nil {
						return err
					}
					own[id], err = b.store.String(s.AttrBytes("formatCode"))
					return errors.Join(err, b.checkFormats(len(own)), s.Skip())
				})
			case "fonts":
				return s.Inside(func() error {
					struck, err := isStruck(s)
					fonts = append(fonts, struck)
					return errors.Join(err, b.checkFormats(len(fonts)))
				})
			case "cellXfs":
				return s.Inside(func() error {
					id, err := b.store.String(s.AttrBytes("numFmtId"))
					styles = append(styles, id)
					font, ok := parts.ParseNatural(s.AttrBytes("fontId"))
					b.struck = append(b.struck, ok && font < len(fonts) && fonts[font])
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

// isStruck reads the properties of a font, whose element is open, up to their end:
// whether it crosses texts out.
func isStruck(s *parts.Scanner) (struck bool, err error) {
	err = s.Inside(func() error {
		if s.Name == "strike" {
			value := s.Attr("val")
			struck = value == "" || isTrue(value)
		}
		return s.Skip()
	})
	return struck, err
}
