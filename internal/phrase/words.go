package phrase

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"numberloader/internal/run"
)

// List joins words as a sentence does: "A, B and C".
func List(words []string) string { return series(words, "words.list.pair") }

// Or joins words as a choice: "A, B or C".
func Or(words []string) string { return series(words, "words.choice.pair") }

// series joins all words but the last by commas, and the last as pair says.
func series(words []string, pair string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return Text(pair, "First", Commas(words[:last]), "Last", words[last])
}

// Commas joins words by commas only: "A, B, C".
func Commas(words []string) string {
	return strings.Join(words, Text("words.comma"))
}

// Capital is a text with a capital at its start.
func Capital(text string) string {
	first, length := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[length:]
}

// Sentences are sentences one after the other, as a paragraph has them. Empty ones
// are left out.
func Sentences(all ...string) string {
	paragraph := ""
	for _, sentence := range all {
		if paragraph != "" && sentence != "" {
			paragraph += Text("words.between")
		}
		paragraph += sentence
	}
	return paragraph
}

// Details are what support looks a call to Webex up by: "Status 400, code 25008,
// tracking ID X". What is zero or "" is left out; without anything it is "".
func Details(status int, code, tracking, request string) string {
	var parts []string
	if status != 0 {
		parts = append(parts, Text("words.trace.status", "Status", status))
	}
	for _, part := range [...][2]string{{"words.trace.code", code}, {"words.trace.tracking", tracking}, {"words.trace.request", request}} {
		if key, value := part[0], part[1]; value != "" {
			parts = append(parts, Text(key, "Value", value))
		}
	}
	first, size := utf8.DecodeRuneInString(Commas(parts))
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + Commas(parts)[size:]
}

// Organization is an organization as it stands in a sentence.
func Organization(o run.Organization) string {
	if o.Practice {
		return Text("words.practice.organization")
	}
	return o.Name
}

// OrganizationAlone is an organization as it stands by itself. It never leaves open
// whether Webex or the practice organization is meant.
func OrganizationAlone(o run.Organization) string {
	if word := Text("words.practice.word"); o.Practice && !strings.Contains(strings.ToLower(o.Name), word) {
		return Text("words.practice.named", "Organization", o.Name, "Practice", word)
	}
	return o.Name
}

// Size is a size of that many bytes in the unit that people read, rounded down:
// "214 MB". A unit is a thousand of the one below it.
func Size(bytes int64) string {
	const thousand = 1000
	switch {
	case bytes < thousand:
		return Text("words.bytes", "Count", int(bytes))
	case bytes < thousand*thousand:
		return Text("words.kilobytes", "Size", int(bytes/thousand))
	}
	return Text("words.megabytes", "Size", int(bytes/thousand/thousand))
}

// Duration is how long something takes, roughly: "38 seconds", "2 minutes". It is
// never shorter than one second.
func Duration(d time.Duration) string {
	seconds := max(int(d.Round(time.Second)/time.Second), 1)
	if seconds < 60 {
		return Text("words.seconds", "Count", seconds)
	}
	return Text("words.minutes", "Count", (seconds+30)/60)
}

// places are numbers of lines of a file: "3, 1240".
func places(numbers []int) string {
	all := make([]string, len(numbers))
	for i, n := range numbers {
		all[i] = strconv.Itoa(n)
	}
	return Commas(all)
}
