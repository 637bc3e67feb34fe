package xls

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// westEuropean is how texts are stored where the workbook does not say it.
func westEuropean() encoding.Encoding { return charmap.Windows1252 }

// codePages are ways of storing letters by the numbers that Windows gives them.
// 32768 and 32769 are those of Excel 2 and 3 for a Mac and for Windows.
//
//nolint:gochecknoglobals // a constant table, never written
var codePages = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 855: charmap.CodePage855,
	858: charmap.CodePage858, 860: charmap.CodePage860, 862: charmap.CodePage862, 863: charmap.CodePage863,
	865: charmap.CodePage865, 866: charmap.CodePage866, 874: charmap.Windows874,
	932: japanese.ShiftJIS, 936: simplifiedchinese.GBK, 949: korean.EUCKR, 950: traditionalchinese.Big5,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253,
	1254: charmap.Windows1254, 1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257,
	1258: charmap.Windows1258, 10000: charmap.Macintosh, 10001: japanese.ShiftJIS, 10002: traditionalchinese.Big5,
	10003: korean.EUCKR, 10007: charmap.MacintoshCyrillic, 32768: charmap.Macintosh, 32769: charmap.Windows1252,
}

// lettersOf is how texts are stored in a code page. Those of few computers are
// read as West European, which leaves digits and plain letters as they are.
func lettersOf(codePage int) encoding.Encoding {
	if e, ok := codePages[codePage]; ok {
		return e
	}
	return westEuropean()
}

// decode is a text as UTF-8. Bytes that mean no letter become U+FFFD.
func decode(letters encoding.Encoding, text []byte) []byte {
	decoded, err := letters.NewDecoder().Bytes(text)
	if err != nil {
		return text
	}
	return decoded
}
