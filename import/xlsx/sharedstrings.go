package xlsx

import (
	"numberloader/import/parts"
	"numberloader/import/refuse"
)

// readSharedStrings reads the texts that cells name by their number.
func (b *workbook) readSharedStrings(part string) ([]string, error) {
	var texts []string
	var buf []byte
	err := b.archive.Scan(part, func(s *parts.Scanner) error {
		return s.Children("sst", func() (err error) {
			if s.Name != "si" {
				return s.Skip()
			}
			if len(texts) == b.bounds.texts {
				return refuse.TooManyTexts()
			}
			if buf, err = richText(s, buf[:0]); err != nil {
				return err
			}
			text, err := b.store.Keep(buf)
			texts = append(texts, text)
			return err
		})
	})
	return texts, err
}

// richText appends the text of the element just opened, a string item: its runs
// joined, without reading aids. Escapes count within a run only.
func richText(s *parts.Scanner, to []byte) ([]byte, error) {
	for {
		e, err := s.Next()
		switch {
		case err != nil || e == parts.EventEnd || e == parts.EventDone:
			return to, err
		case e != parts.EventStart:
			continue
		}
		switch s.Name {
		case "t":
			start := len(to)
			if to, err = s.Content(to); err == nil {
				to = unescapeFrom(to, start)
			}
		case "r":
			to, err = richText(s, to)
		default:
			err = s.Skip()
		}
		if err != nil {
			return to, err
		}
	}
}
