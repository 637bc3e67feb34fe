package review

// number is the index of the row at a position among all rows, or -1.
func (m *Model) number(i int) int {
	if i < 0 || i >= len(m.shown) {
		return -1
	}
	return int(m.shown[i])
}
