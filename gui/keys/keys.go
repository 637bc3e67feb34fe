// Package keys has every key that does something. One table drives the menus, what the
// window does with a key, and the sheet of keyboard shortcuts. It knows no screen.
package keys

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"

	"numberloader/internal/phrase"
)

// Command is something that a key does wherever the keyboard is.
type Command uint8

// The commands.
const (
	None Command = iota // has no key
	Open
	Sample
	Template
	Change
	CloseFile
	Settings
	Quit
	Undo
	Redo
	Accept
	Fix
	NextProblem
	PreviousProblem
	Decide
	Filter
	Search
	StepOpen
	StepReview
	StepAdd
	StepResults
	StepHistory
	Continue
	Back
	Compare
	Export
	Token
	Integration
	Guide
	Sheet
	MenuFile
	MenuEdit
	MenuGo
	MenuOrganization
	MenuHelp
)

// Key is a key and those that are held with it.
type Key struct {
	Name fyne.KeyName
	Held fyne.KeyModifier
}

// mac says that the keys are those of a Mac, which has its menus outside of the window.
const mac = runtime.GOOS == "darwin"

const (
	control = fyne.KeyModifierShortcutDefault // Command on a Mac
	shift   = fyne.KeyModifierShift
)

// Keys are the keys of a command. The menu names the first. The others are where
// keyboards of other languages have the same character.
func (c Command) Keys() []Key {
	return map[Command][]Key{
		Open:            {{fyne.KeyO, control}},
		Sample:          {{fyne.KeyT, control}},
		Template:        {{fyne.KeyB, control}},
		Change:          {{fyne.KeyL, control}},
		CloseFile:       {{fyne.KeyW, control}},
		Settings:        {{fyne.KeyComma, control}, {fyne.KeyPeriod, control | shift}}, // Russian
		Quit:            {{fyne.KeyQ, control}},
		Undo:            {{fyne.KeyZ, control}},
		Redo:            {{fyne.KeyY, control}, {fyne.KeyZ, control | shift}},
		Accept:          {{fyne.KeyM, control}},
		Fix:             {{fyne.KeyE, control}},
		NextProblem:     {{fyne.KeyF8, 0}},
		PreviousProblem: {{fyne.KeyF8, shift}},
		Decide:          {{fyne.KeyF9, 0}},
		Filter:          {{fyne.KeyF, control | shift}},
		Search:          {{fyne.KeyF, control}},
		// French keyboards have digits above the signs.
		StepOpen:    {{fyne.Key1, control}, {fyne.Key1, control | shift}},
		StepReview:  {{fyne.Key2, control}, {fyne.Key2, control | shift}},
		StepAdd:     {{fyne.Key3, control}, {fyne.Key3, control | shift}},
		StepResults: {{fyne.Key4, control}, {fyne.Key4, control | shift}},
		StepHistory: {{fyne.Key5, control}, {fyne.Key5, control | shift}},
		Continue:    {{fyne.KeyReturn, control}},
		Back:        {{fyne.KeyLeft, fyne.KeyModifierAlt}},
		Compare:     {{fyne.KeyD, control}},
		Export:      {{fyne.KeyE, control | shift}},
		Token:       {{fyne.KeyK, control}},
		Integration: {{fyne.KeyI, control}},
		Guide:       {{fyne.KeyF1, 0}},
		// Each menu by the first letter of its name.
		MenuFile: {{fyne.KeyF, fyne.KeyModifierAlt}}, MenuEdit: {{fyne.KeyE, fyne.KeyModifierAlt}}, MenuGo: {{fyne.KeyG, fyne.KeyModifierAlt}},
		MenuOrganization: {{fyne.KeyO, fyne.KeyModifierAlt}}, MenuHelp: {{fyne.KeyH, fyne.KeyModifierAlt}},
		// German and its like have / above 7, Russian beside Return; French has it above
		// a colon, which is one of the keys that the toolkit has no name for.
		Sheet: {{fyne.KeySlash, control}, {fyne.Key7, control | shift}, {fyne.KeyBackslash, control | shift}, {fyne.KeyUnknown, control | shift}, {fyne.KeyF1, control}},
	}[c]
}

// Menus are the commands that open each menu of the bar in the window, in its order; none
// on a Mac, which has its menus outside.
func Menus() []Command {
	if mac {
		return nil
	}
	return []Command{MenuFile, MenuEdit, MenuGo, MenuOrganization, MenuHelp}
}

// Paste is the key that pastes, a list where nothing else takes it.
func Paste() Key { return Key{fyne.KeyV, control} }

// Shortcut is the toolkit's word for the key.
func (k Key) Shortcut() fyne.Shortcut {
	switch k {
	case Key{fyne.KeyZ, control}:
		return &fyne.ShortcutUndo{}
	case Key{fyne.KeyY, control}:
		return &fyne.ShortcutRedo{}
	}
	return &desktop.CustomShortcut{KeyName: k.Name, Modifier: k.Held}
}

// Unshown is a shortcut that the toolkit's menu does not draw. It draws shortcuts so
// faintly that they can't be read.
type Unshown struct{ shortcut fyne.Shortcut }

// Hide returns a shortcut that is not drawn.
func Hide(shortcut fyne.Shortcut) Unshown { return Unshown{shortcut} }

// ShortcutName is the name by which the toolkit finds the shortcut.
func (u Unshown) ShortcutName() string { return u.shortcut.ShortcutName() }

// MenuLine is what an item of a menu does, and its keys; "" for none.
type MenuLine struct{ Name, Keys string }

// Labels are the items of a menu as they are drawn, with the keys below each other.
func Labels(lines []MenuLine) []string {
	const apart, hair = 32, "\u200a"
	width := func(text string) float32 { return fyne.MeasureText(text, textSize(), fyne.TextStyle{}).Width }
	var keysAt float32
	for _, line := range lines {
		keysAt = max(keysAt, width(line.Name)+apart)
	}
	labels := make([]string, len(lines))
	for i, line := range lines {
		labels[i] = line.Name
		if line.Keys == "" {
			continue
		}
		gap := keysAt - width(line.Name)
		spaces := int(gap / width(" "))
		hairs := int((gap-float32(spaces)*width(" "))/width(hair) + 0.5)
		labels[i] += strings.Repeat(" ", spaces) + strings.Repeat(hair, hairs) + line.Keys
	}
	return labels
}

// textSize is the size of the text of menus.
func textSize() float32 { return fynetheme.TextSize() }

// Caps are what stands on the keys, in the order in which they are pressed: "Ctrl",
// "Shift", "F".
func (k Key) Caps() []string { return k.caps(mac) }

func (k Key) caps(mac bool) []string {
	held := []struct {
		key         fyne.KeyModifier
		word, glyph string
	}{
		{fyne.KeyModifierControl, "keys.cap.control", "⌃"},
		{fyne.KeyModifierAlt, "keys.cap.alt", "⌥"},
		{fyne.KeyModifierShift, "keys.cap.shift", "⇧"},
		{fyne.KeyModifierSuper, "keys.cap.super", "⌘"},
	}
	var caps []string
	for _, h := range held {
		switch {
		case k.Held&h.key == 0:
		case mac:
			caps = append(caps, h.glyph)
		default:
			caps = append(caps, phrase.Text(h.word))
		}
	}
	return append(caps, name(k.Name))
}

// name is what stands on a key.
func name(key fyne.KeyName) string {
	if message, ok := map[fyne.KeyName]string{
		fyne.KeyReturn: "keys.cap.return", fyne.KeySpace: "keys.cap.space", fyne.KeyTab: "keys.cap.tab", fyne.KeyEscape: "keys.cap.escape",
		fyne.KeyPageUp: "keys.cap.pageup", fyne.KeyPageDown: "keys.cap.pagedown", fyne.KeyHome: "keys.cap.home", fyne.KeyEnd: "keys.cap.end",
	}[key]; ok {
		return phrase.Text(message)
	}
	if glyph, ok := map[fyne.KeyName]string{
		fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyLeft: "←", fyne.KeyRight: "→",
	}[key]; ok {
		return glyph
	}
	return string(key)
}

// Text is the key in one line, as menus say it: "Ctrl+Shift+F".
func (k Key) Text() string {
	if mac {
		return strings.Join(k.Caps(), "")
	}
	return strings.Join(k.Caps(), "+")
}
