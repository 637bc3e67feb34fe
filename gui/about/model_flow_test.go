package about

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestLinesThatWereFullAreJoined(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		lines []string
		want  []string
	}{
		{
			"a paragraph",
			[]string{"Redistribution and use in source and binary forms, with or without", "modification, are permitted."},
			[]string{"Redistribution and use in source and binary forms, with or without modification, are permitted."},
		},
		{
			"short lines stay apart",
			[]string{"Copyright (C) 2018 Fyne.io developers (see AUTHORS)", "All rights reserved."},
			[]string{"Copyright (C) 2018 Fyne.io developers (see AUTHORS)", "All rights reserved."},
		},
		{
			"holders stay apart",
			[]string{"Copyright 2010,2011,2012,2013,2014,2015,2016,2017,2018,2019,2020 A", "Copyright 2011 B"},
			[]string{"Copyright 2010,2011,2012,2013,2014,2015,2016,2017,2018,2019,2020 A", "Copyright 2011 B"},
		},
		{
			"holders after years stay apart",
			[]string{"2014 Somebody With A Very Long Name Indeed <somebody@long.example>", "2010-2018 A", "2005 B"},
			[]string{"2014 Somebody With A Very Long Name Indeed <somebody@long.example>", "2010-2018 A", "2005 B"},
		},
		{
			"items begin anew and go on",
			[]string{
				"    * Redistributions of source code must retain the above copyright", "      notice, and so on, and on, and on, and on, and on, and further on",
				"    * Redistributions in binary form",
			},
			[]string{
				"    * Redistributions of source code must retain the above copyright notice, and so on, and on, and on, and on, and on, and further on",
				"    * Redistributions in binary form",
			},
		},
		{
			"what is drawn stays",
			[]string{strings.Repeat("-", 70), "OPEN FONT LICENSE", strings.Repeat("-", 70), "PREAMBLE"},
			[]string{strings.Repeat("-", 70), "OPEN FONT LICENSE", strings.Repeat("-", 70), "PREAMBLE"},
		},
		{
			"what is centered stays",
			[]string{strings.Repeat(" ", 33) + "Apache License", strings.Repeat(" ", 27) + "Version 2.0, January 2004"},
			[]string{strings.Repeat(" ", 33) + "Apache License", strings.Repeat(" ", 27) + "Version 2.0, January 2004"},
		},
		{"empty lines stay", []string{"a", "", "", "b"}, []string{"a", "", "", "b"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := flow(strings.Join(c.lines, "\n")); !slices.Equal(got, c.want) {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestMarksOfItems(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]bool{
		"*": true, "-": true, "•": true, "1.": true, "(a)": true, "b)": true, "2.1.": true,
		"": false, "a": false, "the": false, "2004": false, "(see": false, "end.": false, "A.": false,
	} {
		if got := isMark(word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
}

// letters measures text in which every letter is as wide as any other.
func letters(text string) float32 { return float32(utf8.RuneCountInString(text)) }

func TestParagraphsAreBrokenBelowTheirFirstWord(t *testing.T) {
	t.Parallel()
	got := wrap([]string{"  * one two three", "", strings.Repeat(" ", 30) + "mid", "abcdefghijklmno"}, 12, letters)
	want := []row{
		{"  * one two", "\n"},
		{"    three", " "},
		{"", "\n"},
		{"mid", "\n"},
		{"abcdefghijkl", "\n"},
		{"mno", ""},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// prose draws paragraphs of words, some longer than a line.
func prose() *rapid.Generator[[]string] {
	return rapid.SliceOf(rapid.StringMatching(`( {0,9}(\* )?[a-zA-Zé]{1,14}( [a-z(),.]{1,9}){0,12})?`))
}

func TestRowsFitAndKeepEveryWord(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		paragraphs, width := prose().Draw(t, "paragraphs"), rapid.IntRange(1, 40).Draw(t, "width")
		rows := wrap(paragraphs, float32(width), letters)
		for _, r := range rows {
			if letters(strings.TrimRight(r.text, " ")) > float32(width) && letters(strings.TrimSpace(r.text)) > 1 {
				t.Fatalf("%q is wider than %d", r.text, width)
			}
		}
		everything := selected(rows, place{}, place{len(rows), 0})
		if got, want := strings.Fields(everything), strings.Fields(strings.Join(paragraphs, "\n")); !slices.Equal(got, want) {
			t.Fatalf("%q became %q", want, got)
		}
		if got, want := strings.Count(everything, "\n"), max(0, len(paragraphs)-1); got != want {
			t.Fatalf("%d ends of paragraphs, want %d", got, want)
		}
	})
}

func TestAPieceIsSelectedFromEitherEnd(t *testing.T) {
	t.Parallel()
	rows := wrap([]string{"one two three", "four é six"}, 8, letters)
	for _, c := range []struct {
		a, b place
		want string
	}{
		{place{0, 4}, place{1, 2}, "two th"},
		{place{1, 0}, place{2, 6}, "three\nfour é"},
		{place{0, 1}, place{0, 1}, ""},
		{place{0, 2}, place{0, 99}, "e two"},
	} {
		if got, back := selected(rows, c.a, c.b), selected(rows, c.b, c.a); got != c.want || back != c.want {
			t.Errorf("%v to %v: %q and %q, want %q", c.a, c.b, got, back, c.want)
		}
	}
}
