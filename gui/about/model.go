// Package about shows what the program is: its version, the facts that support
// asks for, and the licenses of everything that it is made of.
package about

import (
	"strings"
	"unicode"

	"numberloader/internal/phrase"
)

// Facts are what the program says of itself.
type Facts struct {
	Version string
	OS      string // as Go names it: "windows"
	Arch    string // as Go names it: "amd64"
	// Drawing is what draws the window, such as "graphics card" or "software
	// renderer"; "" is not said.
	Drawing string
}

// Line is the facts in one line.
func (f Facts) Line() string {
	parts := []string{phrase.Text("about.version", "Version", f.Version), f.system()}
	if f.Drawing != "" {
		parts = append(parts, phrase.Text("about.drawing", "What", f.Drawing))
	}
	return strings.Join(parts, " · ")
}

// Support is the facts as lines for whoever helps. It has no paths and no names
// of people.
func (f Facts) Support() string {
	lines := []string{
		phrase.Text("about.support.name", "Version", f.Version), phrase.Text("about.support.system", "System", f.system()),
	}
	if f.Drawing != "" {
		lines = append(lines, phrase.Text("about.drawing", "What", f.Drawing))
	}
	return strings.Join(lines, "\n") + "\n"
}

// system is the system and its kind of processor, in words; what nobody knows is
// called as Go does.
func (f Facts) system() string {
	name := f.OS
	switch f.OS {
	case "darwin":
		name = phrase.Text("about.macos")
	case "windows":
		name = phrase.Text("about.windows")
	case "linux":
		name = phrase.Text("about.linux")
	}
	return phrase.Text("about.system", "System", name, "Processor", f.processor())
}

func (f Facts) processor() string {
	apple := f.OS == "darwin"
	switch {
	case apple && f.Arch == "arm64":
		return phrase.Text("about.apple.arm")
	case apple && f.Arch == "amd64":
		return phrase.Text("about.apple.intel")
	case f.Arch == "arm64":
		return phrase.Text("about.arm64")
	case f.Arch == "amd64":
		return phrase.Text("about.amd64")
	case f.Arch == "386":
		return phrase.Text("about.x86")
	}
	return f.Arch
}

// Section is the license of one thing that the program is made of.
type Section struct {
	Name    string
	Version string // "" if it has none
	Text    string
}

// ruleLength is how long the lines above and below the head of a section are. A
// license may have such lines of its own, of other lengths.
const ruleLength = 72

// sections are the licenses in a text in which each has a head: a line of "=",
// its name, which a version may follow, and another such line. What stands
// before the first head is not a license.
func sections(licenses string) []Section {
	rule := strings.Repeat("=", ruleLength)
	lines := strings.Split(strings.ReplaceAll(licenses, "\r\n", "\n"), "\n")
	var sections []Section
	begun := -1
	end := func(at int) {
		if begun >= 0 {
			sections[len(sections)-1].Text = trimmed(lines[begun:at])
		}
	}
	for i := 0; i+2 < len(lines); i++ {
		if lines[i] == rule && lines[i+1] != rule && lines[i+2] == rule {
			end(i)
			sections = append(sections, head(lines[i+1]))
			i += 2
			begun = i + 1
		}
	}
	end(len(lines))
	return sections
}

// head is a section without its text.
func head(line string) Section {
	line = strings.TrimSpace(line)
	i := strings.LastIndex(line, " ")
	if i < 0 || !isVersion(line[i+1:]) {
		return Section{Name: line}
	}
	return Section{Name: strings.TrimSpace(line[:i]), Version: line[i+1:]}
}

// isVersion reports whether a word is a version, such as "v1.2.3" or "26.1".
func isVersion(word string) bool {
	number := []rune(strings.TrimPrefix(word, "v"))
	return len(number) > 0 && unicode.IsDigit(number[0])
}

// trimmed is lines as a text, without the empty ones at its ends.
func trimmed(lines []string) string {
	return strings.TrimRight(strings.TrimLeft(strings.Join(lines, "\n"), "\n"), " \n")
}

// Model is what the panel shows. Every method is total. A Model belongs to one
// goroutine.
type Model struct {
	Facts Facts

	sections []Section
	chosen   int
}

// NewModel returns a model of the program's own license and of those of others,
// as Sections reads them. The program's own is chosen.
func NewModel(facts Facts, own, others string) *Model {
	first := Section{Name: phrase.Text("about.name"), Version: facts.Version, Text: trimmed(strings.Split(own, "\n"))}
	return &Model{Facts: facts, sections: append([]Section{first}, sections(others)...)}
}

// Names are the names of everything that has a license, the program first.
func (m *Model) Names() []string {
	names := make([]string, len(m.sections))
	for i, s := range m.sections {
		names[i] = s.Name
	}
	return names
}

// Choose chooses the section at an index, if there is one.
func (m *Model) Choose(i int) {
	if i >= 0 && i < len(m.sections) {
		m.chosen = i
	}
}

// Chosen is the section that is read, and its index.
func (m *Model) Chosen() (Section, int) { return m.sections[m.chosen], m.chosen }
