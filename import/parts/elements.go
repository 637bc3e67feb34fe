package parts

import "fmt"

// Children reads the root element, which must have this name, and calls each
// for the elements within it. each must read its element to the end.
func (s *Scanner) Children(root string, each func() error) error {
	if err := s.Root(root); err != nil {
		return err
	}
	return s.Inside(each)
}

// Root opens the root element, which must have this name.
func (s *Scanner) Root(name string) error {
	e, err := s.Next()
	if err != nil {
		return err
	}
	if e != EventStart || s.Name != name {
		return fmt.Errorf("%w: the root is not %s", errXML, name)
	}
	return nil
}

// Inside calls each for the elements within the one just opened, up to its end.
// each must read its element to the end.
func (s *Scanner) Inside(each func() error) error {
	for {
		e, err := s.Next()
		if err != nil {
			return err
		}
		switch e {
		case EventStart:
			if err := each(); err != nil {
				return err
			}
		case EventText:
		case EventEnd, EventDone:
			return nil
		}
	}
}

// Skip reads the element just opened to its end.
func (s *Scanner) Skip() error {
	return s.Inside(s.Skip)
}

// Content appends the text of the element just opened and reads it to its end;
// elements within it are skipped.
func (s *Scanner) Content(to []byte) ([]byte, error) {
	for {
		e, err := s.Next()
		if err != nil {
			return to, err
		}
		switch e {
		case EventStart:
			if err := s.Skip(); err != nil {
				return to, err
			}
		case EventText:
			if len(to)+len(s.Text) > MaxText {
				return to, ErrTooLong()
			}
			to = append(to, s.Text...)
		case EventEnd, EventDone:
			return to, nil
		}
	}
}

// finish reads what is left of the part; nothing but the root may be there.
func (s *Scanner) finish() error {
	for {
		e, err := s.Next()
		if err != nil || e == EventDone {
			return err
		}
	}
}
