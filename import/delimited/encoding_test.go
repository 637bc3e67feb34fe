package delimited

import (
	"strings"
	"testing"

	"numberloader/import/filetest"
	"numberloader/internal/fault"
)

func TestEncodingIsFound(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		content, encoding string
		assumed           bool
	}{
		"UTF-8":              {"+1 é", "", false},
		"UTF-8 with mark":    {"\xef\xbb\xbf+1 é", "", false},
		"closing Ctrl-Z":     {"+1 é\x1a", "", false},
		"UTF-16LE with mark": {"\xff\xfe+\x001\x00 \x00\xe9\x00", "", false},
		"UTF-16BE with mark": {"\xfe\xff\x00+\x001\x00 \x00\xe9", "", false},
		"UTF-16LE":           {"+\x001\x00 \x00\xe9\x00", "", false},
		"UTF-16BE":           {"\x00+\x001\x00 \x00\xe9", "", false},
		"windows-1252":       {"+1 \xe9", "", true},
		"chosen":             {"+1 \x8e", "macintosh", false},
		"chosen UTF-8":       {"\xef\xbb\xbf+1 é", "utf-8", false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, how, err := decodeText([]byte(c.content), c.encoding, noWord)
			if err != nil || text != "+1 é" || how.Assumed != c.assumed {
				t.Errorf("got %q, assumed %t (%v)", text, how.Assumed, err)
			}
		})
	}
	_, _, err := decodeText([]byte("1"), "klingon", noWord)
	filetest.Refused(t, err, fault.Usage, "klingon")
}

// TestEncodingsAreFound has the beginnings by which an encoding is known
// (docs/number-rules.md, 5.2).
func TestEncodingsAreFound(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		content string
		assumed bool
	}{
		"UTF-8":                   {"B\u00fcro;1", false},
		"UTF-8 with a mark":       {"\xef\xbb\xbfB\u00fcro;1", false},
		"UTF-16LE with a mark":    {"\xff\xfeB\x00\xfc\x00r\x00o\x00;\x001\x00", false},
		"UTF-16BE with a mark":    {"\xfe\xff\x00B\x00\xfc\x00r\x00o\x00;\x001", false},
		"UTF-16LE without":        {"B\x00\xfc\x00r\x00o\x00;\x001\x00", false},
		"UTF-16BE without":        {"\x00B\x00\xfc\x00r\x00o\x00;\x001", false},
		"windows-1252":            {"B\xfcro;1", true},
		"a closing Ctrl-Z":        {"B\u00fcro;1\x1a", false},
		"windows-1252 and Ctrl-Z": {"B\xfcro;1\x1a\x1a", true},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, how, err := decodeText([]byte(c.content), "", noWord)
			if err != nil || text != "B\u00fcro;1" || how.Assumed != c.assumed {
				t.Errorf("got %q, assumed %t, %v", text, how.Assumed, err)
			}
		})
	}
}

// TestZerosAtManyPlacesAreNoUTF16 has zeros at all odd positions, and at one of
// ten even ones.
func TestZerosAtManyPlacesAreNoUTF16(t *testing.T) {
	t.Parallel()
	const content = "a\x00\x00\x00c\x00d\x00e\x00f\x00g\x00h\x00i\x00j\x00\n"
	if text, _, err := decodeText([]byte(content), "", noWord); err != nil || text != content {
		t.Errorf("got %q, %v", text, err)
	}
}

// TestEncodingsAreChosenByName has IANA names, those that people know, and what
// bytes above ASCII become in them.
func TestEncodingsAreChosenByName(t *testing.T) {
	t.Parallel()
	cases := map[string]struct{ content, want string }{
		"UTF-8":          {"\xc3\xa9", "é"},
		"utf-8":          {"\xef\xbb\xbf\xc3\xa9", "é"},
		"US-ASCII":       {"e", "e"},
		"UTF-16":         {"\xff\xfe\xe9\x00", "é"},
		"UTF-16LE":       {"\xe9\x00", "é"},
		"UTF-16BE":       {"\xfe\xff\x00\xe9", "é"},
		"windows-1250":   {"\xf5", "ő"},
		"windows-1251":   {"\xe6", "ж"},
		"windows-1252":   {"\xef\xbb\xbf\x80", "€"},
		"windows-1253":   {"\xf9", "ω"},
		"windows-1254":   {"\xfe", "ş"},
		"windows-1255":   {"\xe0", "א"},
		"windows-1256":   {"\xe3", "م"},
		"windows-1257":   {"\xeb", "ė"},
		"windows-1258":   {"\xf5", "ơ"},
		"windows-874":    {"\xa1", "ก"},
		"TIS-620":        {"\xa1", "ก"},
		"ISO-8859-1":     {"\xe9", "é"},
		"ISO-8859-2":     {"\xb1", "ą"},
		"ISO-8859-5":     {"\xd6", "ж"},
		"ISO-8859-7":     {"\xf9", "ω"},
		"ISO-8859-9":     {"\xfe", "ş"},
		"ISO-8859-15":    {"\xa4", "€"},
		"macintosh":      {"\x8e", "é"},
		"IBM437":         {"\x82", "é"},
		"IBM850":         {"\x82", "é"},
		"IBM866":         {"\xa6", "ж"},
		"KOI8-R":         {"\xd6", "ж"},
		"KOI8-U":         {"\xa4", "є"},
		"Shift_JIS":      {"\x93\x8c", "東"},
		"Windows-31J":    {"\x93\x8c", "東"},
		"EUC-JP":         {"\xc5\xec", "東"},
		"ISO-2022-JP":    {"\x1b$BEl\x1b(B", "東"},
		"GB2312":         {"\xb6\xab", "东"},
		"GBK":            {"\xb6\xab", "东"},
		"GB18030":        {"\x81\x30\x81\x30", "\u0080"},
		"Big5":           {"\xaaF", "東"},
		"EUC-KR":         {"\xb9\xf8", "번"},
		"KS_C_5601-1987": {"\xb9\xf8", "번"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, how, err := decodeText([]byte(c.content), name, noWord)
			if err != nil || text != c.want || how.Assumed {
				t.Errorf("got %q, assumed %t, %v; want %q", text, how.Assumed, err, c.want)
			}
		})
	}
	for _, name := range []string{"UTF-32", "ISO-2022-KR", "EBCDIC", "-"} {
		_, _, err := decodeText([]byte("Phone\n"), name, noWord)
		filetest.Refused(t, err, fault.Usage, name, "Shift_JIS")
	}
}

func noWord(string) bool { return false }

// TestEncodingsAreFoundByTheirWords writes headers in each encoding that is
// guessed.
func TestEncodingsAreFoundByTheirWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ header, want string }{
		{"Größe", "windows-1252"},
		{"氏名", "shift_jis"},
		{"电话号码", "gb18030"},
		{"電話號碼", "big5"},
		{"전화번호", "euc-kr"},
		{"電話番号", "euc-jp"},
		{"telefonní číslo", "windows-1250"},
		{"телефон", "windows-1251"},
		{"τηλέφωνο", "windows-1253"},
		{"טלפון", "windows-1255"},
		{"doğum", "windows-1254"},
		{"телефон", "koi8-r"},
	} {
		e, err := encodingNamed(c.want)
		if err != nil {
			t.Fatal(err)
		}
		content, err := e.NewEncoder().String(c.header + ";x\n1;2\n")
		if err != nil {
			t.Fatal(err)
		}
		text, how, err := decodeText([]byte(content), "", func(text string) bool { return text == c.header })
		if err != nil || how.Encoding != c.want || !strings.HasPrefix(text, c.header) {
			t.Errorf("%s in %s: got %q in %s, %v", c.header, c.want, text, how.Encoding, err)
		}
	}
}

func TestLinesThatAreQuotedAsAWholeAreTakenApart(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"\"a,b\"\r\n\"c,d\"\r\n":         "a,b\r\nc,d\r\n",
		"\"a,\"\"b;c\"\"\"\n\n\"d,e\"\n": "a,\"b;c\"\n\nd,e\n",
		"\"a,b\",c\n\"d,e\",f\n":         "\"a,b\",c\n\"d,e\",f\n",
		"\"a\"\n\"b\"\n":                 "\"a\"\n\"b\"\n",
		"\"a,b\"\nc,d\n":                 "\"a,b\"\nc,d\n",
		"\"a,b\n":                        "\"a,b\n",
	} {
		if got := unquoteLines(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}
