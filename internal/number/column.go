package number

// maxColumn is the longest column name that is read: it names more columns
// than any spreadsheet has.
const maxColumn = 4

// ColumnName is the name of a column as Excel writes it: 0 is "A", 26 is "AA".
// Columns before the first have the name "".
func ColumnName(i int) string {
	var name []byte
	for ; i >= 0; i = i/26 - 1 {
		name = append([]byte{byte('A' + i%26)}, name...)
	}
	return string(name)
}

// ColumnIndex is the reverse of ColumnName, for names of one to four letters in
// any case. It says false for any other text.
func ColumnIndex(name string) (int, bool) {
	if name == "" || len(name) > maxColumn {
		return 0, false
	}
	index := 0
	for _, c := range []byte(name) {
		c &^= 'a' - 'A'
		if c < 'A' || c > 'Z' {
			return 0, false
		}
		index = index*26 + int(c-'A') + 1
	}
	return index - 1, true
}
