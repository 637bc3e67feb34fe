package practice

import "strings"

// isNumber reports whether a text is a phone number: a plus sign and 7 to 15 digits,
// the first of them not 0; in North America ten digits of which neither the
// area code nor the exchange begins with 0 or 1.
func isNumber(text string) bool {
	digits, ok := strings.CutPrefix(text, "+")
	if !ok || len(digits) < 7 || len(digits) > 15 || digits[0] == '0' || strings.Trim(digits, "0123456789") != "" {
		return false
	}
	return digits[0] != '1' || len(digits) == 11 && digits[1] >= '2' && digits[4] >= '2'
}

// tollFreePrefixes are where toll-free numbers of the locations' countries begin.
//
//nolint:gochecknoglobals // a constant table, never written
var tollFreePrefixes = []string{
	"+1800", "+1833", "+1844", "+1855", "+1866", "+1877", "+1888", "+44800", "+44808", "+49800", "+611800",
}

func isTollFree(text string) bool {
	for _, prefix := range tollFreePrefixes {
		if strings.HasPrefix(text, prefix) {
			return true
		}
	}
	return false
}

// isRefused reports whether a number is refused when it is added; validating it finds
// nothing.
func isRefused(text string) bool { return strings.HasSuffix(text, "0013") }

// isUnavailable reports whether a number is held by somebody else on the platform.
func isUnavailable(text string) bool { return strings.HasSuffix(text, "0014") }
