package sheet

import (
	"strings"
	"unicode/utf8"
)

// builtInFormats are the number formats that workbooks name by number only
// (ECMA-376, part 1, 18.8.30), as Excel for the United States shows them. 27 to
// 36 and 50 to 58 are dates in the East Asian versions.
//
//nolint:gochecknoglobals // a constant table, never written
var builtInFormats = map[string]string{
	"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00",
	"5": `"$"#,##0_);\("$"#,##0\)`, "6": `"$"#,##0_);[Red]\("$"#,##0\)`,
	"7": `"$"#,##0.00_);\("$"#,##0.00\)`, "8": `"$"#,##0.00_);[Red]\("$"#,##0.00\)`,
	"9": "0%", "10": "0.00%", "11": "0.00E+00", "12": "# ?/?", "13": "# ??/??",
	"14": "m/d/yyyy", "15": "d-mmm-yy", "16": "d-mmm", "17": "mmm-yy",
	"18": "h:mm AM/PM", "19": "h:mm:ss AM/PM", "20": "h:mm", "21": "h:mm:ss", "22": "m/d/yyyy h:mm",
	"27": "yyyy/m/d", "28": "yyyy/m/d", "29": "yyyy/m/d", "30": "m/d/yy", "31": "yyyy/m/d",
	"32": "h:mm", "33": "h:mm:ss", "34": "h:mm", "35": "h:mm:ss", "36": "yyyy/m/d",
	"37": "#,##0_);(#,##0)", "38": "#,##0_);[Red](#,##0)",
	"39": "#,##0.00_);(#,##0.00)", "40": "#,##0.00_);[Red](#,##0.00)",
	"41": `_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)`, "42": `_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)`,
	"43": `_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)`, "44": `_("$"* #,##0.00_);_("$"* \(#,##0.00\);_("$"* "-"??_);_(@_)`,
	"45": "mm:ss", "46": "[h]:mm:ss", "47": "mm:ss.0", "48": "##0.0E+0", "49": "@",
	"50": "yyyy/m/d", "51": "yyyy/m/d", "52": "yyyy/m/d", "53": "yyyy/m/d", "54": "yyyy/m/d",
	"55": "h:mm", "56": "h:mm:ss", "57": "yyyy/m/d", "58": "yyyy/m/d",
}

// longestFormat is the most characters of a number format that Excel allows
// ("Excel specifications and limits"). It drops a longer one when it opens a file.
const longestFormat = 255

// FormatOf is the number format that a workbook means by a number: one of its own,
// or else one that workbooks name by their number only. "" is General, also for
// numbers that nobody has defined, and for a format that is longer than Excel allows.
func FormatOf(id string, own map[string]string) string {
	format, ok := own[id]
	if !ok {
		format = builtInFormats[id]
	}
	if strings.EqualFold(format, "General") || utf8.RuneCountInString(format) > longestFormat {
		return ""
	}
	return format
}
