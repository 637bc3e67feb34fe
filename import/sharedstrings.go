package importer

// readSharedStrings reads the texts that cells name by their number.
func (b *workbook) readSharedStrings(part string) ([]string, error) {
	var texts []string
	var buf []byte
	err := b.archive.scan(part, func(s *scanner) error {
		return s.children("sst", func() (err error) {
			if s.name != "si" {
				return s.skip()
			}
			if len(texts) == b.archive.bounds.texts {
				return tooLarge("it has more texts than a list of numbers needs")
			}
			if buf, err = s.richText(buf[:0]); err != nil {
				return err
			}
			text, err := b.store.keep(buf)
			texts = append(texts, text)
			return err
		})
	})
	return texts, err
}

// richText appends the text of the element just opened, a string item: its runs
// joined, without reading aids. Escapes count within a run only.
func (s *scanner) richText(to []byte) ([]byte, error) {
	for {
		e, err := s.next()
		switch {
		case err != nil || e == eventEnd || e == eventDone:
			return to, err
		case e != eventStart:
			continue
		}
		switch s.name {
		case "t":
			start := len(to)
			if to, err = s.content(to); err == nil {
				to = unescapeFrom(to, start)
			}
		case "r":
			to, err = s.richText(to)
		default:
			err = s.skip()
		}
		if err != nil {
			return to, err
		}
	}
}
