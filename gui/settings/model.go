// Package settings is the Settings page: what the user sets once for all files. Every
// change applies at once. The model knows no toolkit and belongs to the UI thread.
package settings

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"numberloader/internal/dialplan"
	"numberloader/internal/phrase"
	"numberloader/internal/plan"
	"numberloader/internal/settings"
)

// Model is what the page says and does.
type Model struct {
	now       settings.Settings
	apply     func(settings.Settings)
	pick      func(chosen func(folder string))
	folders   []Folder
	countries []option[string] // the countries to choose from

	typed  map[string]string  // what stands in number fields and is out of range
	before *settings.Settings // before they were reset, nil if nothing can be taken back
}

// Folder is a folder of the program.
type Folder struct {
	Title string
	Show  func()
}

// NewModel returns the page of settings. apply is told of each change, and pick lets
// the user choose a folder.
func NewModel(now settings.Settings, apply func(settings.Settings), pick func(chosen func(folder string)), folders ...Folder) *Model {
	countries := []option[string]{{"", phrase.Text("settings.country.ask")}}
	for _, c := range phrase.Countries(dialplan.Regions()) {
		countries = append(countries, option[string]{c.Code, c.Label})
	}
	return &Model{now: now, apply: apply, pick: pick, folders: folders, countries: countries, typed: map[string]string{}}
}

// Group is some settings under a heading.
type Group struct {
	Title string
	Rows  []Row
}

// Row is one setting: exactly one of Choice, Number, Switch and Show is not nil.
type Row struct {
	Title, Caption string
	// Wrong says that what is typed does not count; the caption says why.
	Wrong bool

	Choice *Choice
	Number *Number
	Switch *Switch
	Show   func() // a folder
}

// Choice is one of some options. Few short ones stand side by side.
type Choice struct {
	Options    []string
	Chosen     int
	Choose     func(index int)
	SideBySide bool
}

// Number is a number that is typed.
type Number struct {
	Text string
	Type func(text string)
}

// Switch is on or off.
type Switch struct {
	On   bool
	Turn func(on bool)
}

// Groups are all settings, those of the left column and those of the right one.
func (m *Model) Groups() (left, right []Group) {
	left = []Group{
		{phrase.Text("settings.numbers"), []Row{
			m.country(), m.mobile(), m.others(),
			{
				Title: phrase.Text("settings.single.label"), Caption: phrase.Text("settings.single.caption"),
				Switch: &Switch{m.now.Limits.OneRequest, func(on bool) { m.change(func(s *settings.Settings) { s.Limits.OneRequest = on }) }},
			},
		}},
		{phrase.Text("settings.results.label"), []Row{m.results(), m.otherwise()}},
		{phrase.Text("settings.folders.label"), m.folderRows()},
	}
	right = []Group{
		{phrase.Text("settings.window"), []Row{m.textSize(), m.look()}},
		{phrase.Text("settings.practice"), []Row{m.speed(), m.errors()}},
		{phrase.Text("settings.webex"), []Row{m.cloud()}},
	}
	return left, right
}

// change applies a change. What was reset before can no longer be taken back.
func (m *Model) change(change func(*settings.Settings)) {
	next := m.now
	change(&next)
	m.before = nil
	m.set(next)
}

func (m *Model) set(next settings.Settings) {
	if next != m.now {
		m.now = next
		m.apply(next)
	}
}

// Reset makes all settings those of the first start.
func (m *Model) Reset() {
	before := m.now
	m.typed = map[string]string{}
	m.set(settings.Usual())
	m.before = &before
}

// WasReset reports whether the last change was Reset, so that it can be taken back.
func (m *Model) WasReset() bool { return m.before != nil }

// Undo takes Reset back.
func (m *Model) Undo() {
	if m.before != nil {
		before := *m.before
		m.before = nil
		m.set(before)
	}
}

// option is a value and what it is called.
type option[T comparable] struct {
	value T
	name  string
}

// choice is a row in which one of some values is chosen.
func choice[T comparable](m *Model, title, caption string, of func(*settings.Settings) *T, options ...option[T]) Row {
	names := make([]string, len(options))
	for i, o := range options {
		names[i] = o.name
	}
	chosen := slices.IndexFunc(options, func(o option[T]) bool { return o.value == *of(&m.now) })
	return Row{Title: title, Caption: caption, Choice: &Choice{Options: names, Chosen: chosen, Choose: func(index int) {
		m.change(func(s *settings.Settings) { *of(s) = options[index].value })
	}}}
}

func (m *Model) country() Row {
	return choice(m, phrase.Text("settings.country.label"), phrase.Text("settings.country.caption"),
		func(s *settings.Settings) *string { return &s.Country }, m.countries...)
}

func (m *Model) mobile() Row {
	return m.number(phrase.Text("settings.mobile.label"), phrase.Text("settings.mobile.caption", "Least", 1, "Most", plan.MaxMobile), plan.MaxMobile,
		func(s *settings.Settings) *int { return &s.Limits.Mobile })
}

func (m *Model) others() Row {
	return m.number(phrase.Text("settings.others.label"), phrase.Text("settings.others.caption", "Usual", plan.Webex().Others), plan.MaxOthers,
		func(s *settings.Settings) *int { return &s.Limits.Others })
}

// number is a row in which a number from 1 to most is typed.
func (m *Model) number(title, caption string, most int, of func(*settings.Settings) *int) Row {
	text, wrong := m.typed[title]
	if wrong {
		caption = phrase.Text("settings.range", "Least", 1, "Most", most)
	} else {
		text = strconv.Itoa(*of(&m.now))
	}
	return Row{Title: title, Caption: caption, Wrong: wrong, Number: &Number{text, func(text string) {
		delete(m.typed, title)
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || n < 1 || n > most {
			m.typed[title] = text
			return
		}
		m.change(func(s *settings.Settings) { *of(s) = n })
	}}}
}

// results is where the workbook goes. Below a folder of the user's own stands its path.
func (m *Model) results() Row {
	of := func(s *settings.Settings) *settings.Place { return &s.Results }
	options := []option[settings.Place]{
		{settings.PlaceBeside, phrase.Text("settings.place.beside")},
		{settings.PlaceDocuments, phrase.Text("settings.place.documents")},
		{settings.PlaceHome, phrase.Text("settings.place.home")},
	}
	caption := ""
	if now := m.now.Results; !slices.ContainsFunc(options, func(o option[settings.Place]) bool { return o.value == now }) {
		options = append(options, option[settings.Place]{now, filepath.Base(string(now))})
		caption = string(now)
	}
	row := choice(m, phrase.Text("settings.results.place"), caption, of, options...)
	row.Choice.Options = append(row.Choice.Options, phrase.Text("settings.place.pick"))
	named := row.Choice.Choose
	row.Choice.Choose = func(index int) {
		if index < len(options) {
			named(index)
			return
		}
		m.pick(func(folder string) {
			m.change(func(s *settings.Settings) { s.Results = settings.Place(folder) })
		})
	}
	return row
}

func (m *Model) otherwise() Row {
	return choice(m, phrase.Text("settings.results.otherwise"), "", func(s *settings.Settings) *settings.Place { return &s.Otherwise },
		option[settings.Place]{settings.PlaceDocuments, phrase.Text("settings.place.documents")},
		option[settings.Place]{settings.PlaceHome, phrase.Text("settings.place.home")})
}

func (m *Model) textSize() Row {
	var options []option[int]
	sizes := []int{settings.SmallestText, 90, 100, 110, 125, 150, 175, settings.LargestText}
	if !slices.Contains(sizes, m.now.TextSize) {
		sizes = append(sizes, m.now.TextSize)
		slices.Sort(sizes)
	}
	for _, percent := range sizes {
		options = append(options, option[int]{percent, phrase.Text("settings.text.percent", "Percent", percent)})
	}
	return choice(m, phrase.Text("settings.text.label"), "", func(s *settings.Settings) *int { return &s.TextSize }, options...)
}

func (m *Model) look() Row {
	row := choice(m, phrase.Text("settings.look.label"), "", func(s *settings.Settings) *settings.Look { return &s.Look },
		option[settings.Look]{settings.LookLight, phrase.Text("settings.look.light")},
		option[settings.Look]{settings.LookDark, phrase.Text("settings.look.dark")},
		option[settings.Look]{settings.LookSystem, phrase.Text("settings.look.system")})
	row.Choice.SideBySide = true
	return row
}

func (m *Model) speed() Row {
	return choice(m, phrase.Text("settings.speed.label"), "", func(s *settings.Settings) *settings.Speed { return &s.Speed },
		option[settings.Speed]{settings.SpeedLikeWebex, phrase.Text("settings.speed.likewebex")},
		option[settings.Speed]{settings.SpeedSlow, phrase.Text("settings.speed.slow")},
		option[settings.Speed]{settings.SpeedAtOnce, phrase.Text("settings.speed.atonce")})
}

func (m *Model) errors() Row {
	return choice(m, phrase.Text("settings.errors.label"), phrase.Text("settings.errors.caption"), func(s *settings.Settings) *settings.Errors { return &s.Errors },
		option[settings.Errors]{settings.ErrorsNone, phrase.Text("settings.errors.none")},
		option[settings.Errors]{settings.ErrorsWaits, phrase.Text("settings.errors.waits")},
		option[settings.Errors]{settings.ErrorsSome, phrase.Text("settings.errors.now")},
		option[settings.Errors]{settings.ErrorsMany, phrase.Text("settings.errors.often")})
}

func (m *Model) cloud() Row {
	return choice(m, phrase.Text("settings.cloud.label"), phrase.Text("settings.cloud.caption"), func(s *settings.Settings) *settings.Cloud { return &s.Cloud },
		option[settings.Cloud]{settings.CloudCommercial, phrase.Text("settings.cloud.commercial")},
		option[settings.Cloud]{settings.CloudGovernment, phrase.Text("settings.cloud.government")})
}

func (m *Model) folderRows() []Row {
	rows := make([]Row, len(m.folders))
	for i, f := range m.folders {
		rows[i] = Row{Title: f.Title, Show: f.Show}
	}
	return rows
}
