package importer

import (
	"fmt"
	"strings"
	"testing"

	"numberloader/internal/number"
)

// listWith are the texts of a list in which a header of each role does its work,
// with the header in place of %s, and what is found.
var listWith = map[roles]struct{ text, want string }{
	roleNumber:       {"Who;%s\na;+12125550101\nb;+12125550102\n", "header 1 number B"},
	roleOtherPhone:   {"Who;%s\na;+12125550101\nb;+12125550102\n", "header 1 number B"},
	roleFirst:        {"%s;End\n+12125550101;+12125550109\n", "header 1 number A end B"},
	roleLast:         {"Start;%s\n+12125550101;+12125550109\n", "header 1 number A end B"},
	roleKind:         {"Phone;%s\n+12125550101;DID\n+12125550102;mobile\n", "header 1 number A type B"},
	roleUsage:        {"Phone;%s\n+12125550101;none\n+12125550102;service\n", "header 1 number A usage B"},
	roleState:        {"Phone;%s\n+12125550101;active\n+12125550102;inactive\n", "header 1 number A state B"},
	roleLocation:     {"Phone;%s\n+12125550101;DID\n+12125550102;here\n", "header 1 number A location B"},
	roleSubscription: {"Phone;%s\n+12125550101;a\n+12125550102;b\n", "header 1 number A subscription B"},
	roleMaybeKind:    {"Phone;%s\n+12125550101;DID\n+12125550102;mobile\n", "header 1 number A type B"},
	roleCountry:      {"Phone;%s\n2125550101;US\n2125550102;US\n", "header 1 number A"},
	roleArea:         {"Phone;%s\n5550101;212\n5550102;212\n", "header 1 number A"},
	roleExchange:     {"Phone;%s\n5550101;212\n5550102;212\n", "header 1 number A"},
	roleLine:         {"Phone;%s\n5550101;x\n5550102;y\n", "header 1 number A"},
	roleCount:        {"Phone;%s\n+12125550101;10\n+12125550102;10\n", "header 1 number A end B"},
	roleAction:       {"Phone;%s\n+12125550101;add\n+12125550102;delete\n", "header 1 number A"},
	roleExtension:    {"Phone;%s\n+12125550101;4101\n+12125550102;4102\n", "header 1 number A"},
	rolePlace:        {"Phone;%s\n+12125550101;a\n+12125550102;b\n", "header 1 number A"},
	roleOther:        {"Phone;%s\n+12125550101;a\n+12125550102;b\n", "header 1 number A"},
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
			for _, list := range headerWords {
				for word := range strings.SplitSeq(strings.Join(list.words, ", "), ", ") {
					expected := listWith[list.role]
					text := fmt.Sprintf(expected.text, disguise(word))
					if got := summary(mustRead(t, "list.csv", []byte(text), number.Layout{})); got != expected.want {
						t.Errorf("%q: got %s, want %s", text, got, expected.want)
					}
				}
			}
		})
	}
}

func TestHeadersInBracketsSayNothing(t *testing.T) {
	t.Parallel()
	d := newDictionary()
	for header, want := range map[string]roles{
		"Notes (site/phone)":     roleOther,
		"Phone (work / home)":    roleNumber,
		"Remarks（電話／拠点）":         roleOther,
		"Phone (work / home":     roleOtherPhone,
		"Phone) / (Site":         roleNumber | roleLocation,
		"拠点／Site":                roleLocation,
		"Legacy phone number 1":  roleNumber,
		"Contact (phone number)": roleOther,
		"":                       0,
		strings.Repeat("x", longestHeader) + "\nTelefonnummer": 0,
		"///":                        0,
		"2":                          0,
		"Standort\u2028Telefon":      roleLocation | roleNumber,
		"Phone number type":          roleKind,
		"Number of phones":           roleNumber,
		"Home phone\u000bEvenings 3": roleOtherPhone,
	} {
		if got := d.roles(header); got != want {
			t.Errorf("%q: got %b, want %b", header, got, want)
		}
	}
}
