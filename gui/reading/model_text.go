package reading

import (
	"slices"
	"strings"

	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// textTable is how a text file is taken apart.
type textTable struct{ *trying }

// IsText reports whether the file is a text table, which has an encoding and a delimiter
// in place of sheets.
func (m *textTable) IsText() bool { return m.trial.Table().Encoding != "" }

// encodings are those to choose from, as IANA names.
func encodings() []string {
	return []string{
		"utf-8", "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "koi8-r",
		"shift_jis", "euc-jp", "gb18030", "big5", "euc-kr", "utf-16le", "utf-16be",
	}
}

// encodingNames are their names, in the same order.
func encodingNames() []string {
	return []string{
		phrase.Text("howread.encoding.utf8"), phrase.Text("howread.encoding.western"), phrase.Text("howread.encoding.central"),
		phrase.Text("howread.encoding.cyrillic"), phrase.Text("howread.encoding.greek"), phrase.Text("howread.encoding.turkish"),
		phrase.Text("howread.encoding.hebrew"), phrase.Text("howread.encoding.koi8"), phrase.Text("howread.encoding.shiftjis"),
		phrase.Text("howread.encoding.eucjp"), phrase.Text("howread.encoding.gb"), phrase.Text("howread.encoding.big5"),
		phrase.Text("howread.encoding.korean"), phrase.Text("howread.encoding.utf16le"), phrase.Text("howread.encoding.utf16be"),
	}
}

// Encodings are the ways in which the letters of a text file may be stored.
func (m *textTable) Encodings() Choice {
	now := strings.ToLower(m.trial.Table().Encoding)
	choice := Choice{Texts: encodingNames(), Chosen: slices.Index(encodings(), now)}
	if choice.Chosen < 0 {
		choice.add(m.trial.Table().Encoding, true)
	}
	return choice
}

// ChooseEncoding chooses one by its position in Encodings.
func (m *textTable) ChooseEncoding(i int) {
	if i < len(encodings()) {
		m.read(func(layout *number.Layout) { layout.Encoding = encodings()[i] })
	}
}

// delimiters are those to choose from; the last one is none.
func delimiters() []string { return []string{";", ",", "\t", "|", ""} }

// Delimiters are what may stand between the fields of a text file.
func (m *textTable) Delimiters() Choice {
	choice := Choice{
		Texts: []string{
			phrase.Text("howread.delimiter.semicolon"), phrase.Text("howread.delimiter.comma"), phrase.Text("howread.delimiter.tab"),
			phrase.Text("howread.delimiter.bar"), phrase.Text("howread.delimiter.none"),
		},
		Chosen: slices.Index(delimiters(), m.trial.Table().Delimiter),
	}
	if choice.Chosen < 0 {
		choice.add(m.trial.Table().Delimiter, true)
	}
	return choice
}

// ChooseDelimiter chooses one by its position in Delimiters. Columns that were chosen
// meant other ones, so they are found again.
func (m *textTable) ChooseDelimiter(i int) {
	if i < len(delimiters()) {
		chosen := delimiters()[i]
		m.read(func(layout *number.Layout) { layout.Delimiter, layout.Columns, layout.Numbers = &chosen, nil, nil })
	}
}
