// Package about shows what the program is: its version, the facts that support
// asks for, and the licenses of everything that it is made of.
package about

import (
	"strings"
	"unicode"
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

// name is the program's name.
const name = "Number Loader"

// purpose says what the program is for.
const purpose = "Adds the phone numbers of a spreadsheet to Webex Calling."

// credit says what the list is of.
const credit = "Made with the work of others, under these licenses."

// Line is the facts in one line.
func (f Facts) Line() string {
	parts := []string{"Version " + f.Version, f.system()}
	if f.Drawing != "" {
		parts = append(parts, "Drawing: "+f.Drawing)
	}
	return strings.Join(parts, " · ")
}

// Support is the facts as lines for whoever helps. It has no paths and no names
// of people.
func (f Facts) Support() string {
	text := name + " " + f.Version + "\nSystem: " + f.system() + "\n"
	if f.Drawing != "" {
		text += "Drawing: " + f.Drawing + "\n"
	}
	return text
}

// system is the system and its kind of processor, in words.
func (f Facts) system() string {
	switch f.OS {
	case "darwin":
		return "macOS, " + word(f.Arch, map[string]string{"arm64": "Apple silicon", "amd64": "Intel"})
	case "windows":
		return "Windows, " + processor(f.Arch)
	case "linux":
		return "Linux, " + processor(f.Arch)
	}
	return f.OS + ", " + processor(f.Arch)
}

func processor(arch string) string {
	return word(arch, map[string]string{"amd64": "64-bit (x86-64)", "arm64": "64-bit (ARM)", "386": "32-bit (x86)"})
}

// word is what a code means, or the code itself if nobody knows.
func word(code string, meaning map[string]string) string {
	if meant, known := meaning[code]; known {
		return meant
	}
	return code
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

// Sections are the licenses in a text in which each has a head: a line of "=",
// its name, which a version may follow, and another such line. What stands
// before the first head is not a license.
func Sections(licenses string) []Section {
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

// isVersion says that a word is a version, such as "v1.2.3" or "26.1".
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
	first := Section{Name: name, Version: facts.Version, Text: trimmed(strings.Split(own, "\n"))}
	return &Model{Facts: facts, sections: append([]Section{first}, Sections(others)...)}
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
