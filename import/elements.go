package importer

import "fmt"

// children reads the root element, which must have this name, and calls each
// for the elements within it. each must read its element to the end.
func (s *scanner) children(root string, each func() error) error {
	e, err := s.next()
	if err != nil {
		return err
	}
	if e != eventStart || s.name != root {
		return fmt.Errorf("%w: the root is not %s", errXML, root)
	}
	return s.inside(each)
}

// inside calls each for the elements within the one just opened, up to its end.
// each must read its element to the end.
func (s *scanner) inside(each func() error) error {
	for {
		e, err := s.next()
		if err != nil {
			return err
		}
		switch e {
		case eventStart:
			if err := each(); err != nil {
				return err
			}
		case eventText:
		case eventEnd, eventDone:
			return nil
		}
	}
}

// skip reads the element just opened to its end.
func (s *scanner) skip() error {
	return s.inside(s.skip)
}

// content appends the text of the element just opened and reads it to its end;
// elements within it are skipped.
func (s *scanner) content(to []byte) ([]byte, error) {
	for {
		e, err := s.next()
		if err != nil {
			return to, err
		}
		switch e {
		case eventStart:
			if err := s.skip(); err != nil {
				return to, err
			}
		case eventText:
			if len(to)+len(s.text) > maxToken {
				return to, errXMLLong
			}
			to = append(to, s.text...)
		case eventEnd, eventDone:
			return to, nil
		}
	}
}

// finish reads what is left of the part; nothing but the root may be there.
func (s *scanner) finish() error {
	for {
		e, err := s.next()
		if err != nil || e == eventDone {
			return err
		}
	}
}
