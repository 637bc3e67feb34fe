package importer

import (
	"fmt"
	"strings"
	"testing"

	"numberloader/import/headers"
	"numberloader/internal/number"
)

// listWith are the texts of a list in which a header of each role does its work,
// with the header in place of %s, and what is found.
var listWith = map[headers.Roles]struct{ text, want string }{
	headers.Number:                        {"Who;%s\na;+12125550101\nb;+12125550102\n", "header 1 number B"},
	headers.OtherPhone:                    {"Who;%s\na;+12125550101\nb;+12125550102\n", "header 1 number B"},
	headers.OtherPhone | headers.Mobile:   {"Who;%s\na;+12125550101\nb;+12125550102\n", "header 1 number B"},
	headers.First:                         {"%s;End\n+12125550101;+12125550109\n", "header 1 number A end B"},
	headers.Last:                          {"Start;%s\n+12125550101;+12125550109\n", "header 1 number A end B"},
	headers.Kind:                          {"Phone;%s\n+12125550101;DID\n+12125550102;mobile\n", "header 1 number A type B"},
	headers.Usage:                         {"Phone;%s\n+12125550101;none\n+12125550102;service\n", "header 1 number A usage B"},
	headers.State:                         {"Phone;%s\n+12125550101;active\n+12125550102;inactive\n", "header 1 number A state B"},
	headers.Location:                      {"Phone;%s\n+12125550101;DID\n+12125550102;here\n", "header 1 number A location B"},
	headers.Subscription:                  {"Phone;%s\n+12125550101;a\n+12125550102;b\n", "header 1 number A subscription B"},
	headers.MaybeKind:                     {"Phone;%s\n+12125550101;DID\n+12125550102;mobile\n", "header 1 number A type B"},
	headers.Country:                       {"Phone;%s\n2125550101;US\n2125550102;US\n", "header 1 number A"},
	headers.AreaCode:                      {"Phone;%s\n5550101;212\n5550102;212\n", "header 1 number A"},
	headers.Exchange:                      {"Phone;%s\n5550101;212\n5550102;212\n", "header 1 number A"},
	headers.Line:                          {"Phone;%s\n5550101;x\n5550102;y\n", "header 1 number A"},
	headers.Count:                         {"Phone;%s\n+12125550101;10\n+12125550102;10\n", "header 1 number A end B"},
	headers.Action:                        {"Phone;%s\n+12125550101;add\n+12125550102;delete\n", "header 1 number A"},
	headers.Extension:                     {"Phone;%s\n+12125550101;4101\n+12125550102;4102\n", "header 1 number A"},
	headers.Head:                          {"%s;Ext\n+1212555010;1\n+1212555010;2\n", "header 1 number A"},
	headers.DirectDial:                    {"Who;%s\na;+12125550101\nb;+12125550102\n", "header 1 number B"},
	headers.ActivateOn | headers.NotPhone: {"Phone;%s\n+12125550101;2026-11-30\n+12125550102;2026-12-01\n", "header 1 number A"},
	headers.Place:                         {"Phone;%s\n+12125550101;a\n+12125550102;b\n", "header 1 number A"},
	headers.Other:                         {"Phone;%s\n+12125550101;a\n+12125550102;b\n", "header 1 number A"},
}

// disguises are ways in which people write a header.
var disguises = map[string]func(string) string{
	"as it is":        func(word string) string { return word },
	"in capitals":     strings.ToUpper,
	"with a unit":     func(word string) string { return word + " (E.164 / int.)" },
	"with a remark":   func(word string) string { return "* " + word + " : 【必須】" },
	"with blanks":     func(word string) string { return "  " + strings.ReplaceAll(word, " ", "_") + " \u00a0" },
	"on two lines":    func(word string) string { return "\"Blah\r\n" + word + "\"" },
	"in two pieces":   func(word string) string { return word + " / blah" },
	"with a wide bar": func(word string) string { return "blah｜" + word },
	"with a number":   numbered,
}

// numbered is a header of several alike; one that ends in digits is not made so.
func numbered(word string) string {
	if strings.HasSuffix(word, "4") {
		return word
	}
	return word + " 2"
}

// TestEveryHeaderWordFindsItsColumn takes every word of every language, in the
// ways in which people write headers.
func TestEveryHeaderWordFindsItsColumn(t *testing.T) {
	t.Parallel()
	for name, disguise := range disguises {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for role, word := range headers.All() {
				expected := listWith[role]
				text := fmt.Sprintf(expected.text, disguise(word))
				if got := summary(mustRead(t, "list.csv", []byte(text), number.Layout{})); got != expected.want {
					t.Errorf("%q: got %s, want %s", text, got, expected.want)
				}
			}
		})
	}
}
