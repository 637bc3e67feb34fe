package keys

import (
	"fyne.io/fyne/v2"
)

// Line is something that keys do, as the sheet of keyboard shortcuts says it.
type Line struct {
	Title string // a message
	Keys  []Key
	// Between is a message that stands between the keys, "" for none: "to", "or".
	Between string
}

// Group is lines under a heading.
type Group struct {
	Title string // a message
	Lines []Line
}

// groups are all groups: those of the left column, and those of the right one.
func groups() (left, right []Group) {
	left = []Group{
		{"keys.everywhere", []Line{
			of("keys.open", Open), of("keys.sample", Sample), of("keys.change", Change),
			of("keys.continue", Continue), of("keys.back", Back),
			{"keys.steps", first(StepOpen, StepHistory), "keys.to"},
			of("keys.undo", Undo, Redo), of("keys.compare", Compare, Export), of("keys.signin", Token, Integration), of("keys.settings", Settings, Sheet),
			of("keys.help", Guide),
		}},
		{"keys.find", []Line{
			{"keys.search", append(first(Search), Key{Name: fyne.KeyF3}), ""}, of("keys.filter", Filter), of("keys.problems", NextProblem, PreviousProblem),
		}},
	}
	right = []Group{
		{"keys.review", []Line{
			plain("keys.move", fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown),
			plain("keys.ends", fyne.KeyHome, fyne.KeyEnd),
			plain("keys.cell", fyne.KeyLeft, fyne.KeyRight),
			plain("keys.skip", fyne.KeySpace),
			{"keys.all", []Key{{fyne.KeyA, control}}, ""},
			{"keys.copy", []Key{{fyne.KeyC, control}, Paste()}, ""},
			{"keys.menu", []Key{{fyne.KeyF10, shift}}, ""},
			of("keys.fix", Fix, Accept), of("keys.decide", Decide),
			plain("keys.width", fyne.KeyPlus, fyne.KeyMinus, fyne.KeyEqual),
		}},
		{"keys.editing", []Line{
			{"keys.edit", []Key{{Name: fyne.KeyF2}, {Name: fyne.KeyReturn}}, "keys.or"},
			plain("keys.keep", fyne.KeyReturn), plain("keys.next", fyne.KeyTab), plain("keys.leave", fyne.KeyEscape),
		}},
	}
	if !mac {
		left[0].Lines = append(left[0].Lines, Line{"keys.menus", []Key{{Name: fyne.KeyF10}, MenuFile.Keys()[0]}, "keys.or"})
	}
	return left, right
}

// of is a line about commands.
func of(title string, commands ...Command) Line { return Line{Title: title, Keys: first(commands...)} }

// first are the first keys of commands.
func first(commands ...Command) []Key {
	all := make([]Key, len(commands))
	for i, c := range commands {
		all[i] = c.Keys()[0]
	}
	return all
}

// plain is a line about keys without any that are held.
func plain(title string, names ...fyne.KeyName) Line {
	all := make([]Key, len(names))
	for i, n := range names {
		all[i] = Key{Name: n}
	}
	return Line{Title: title, Keys: all}
}
