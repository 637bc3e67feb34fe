// Package widgets has the window's own widgets: what is pressed, typed into and chosen
// from, and what is made of it. They know nothing of numbers; gui/draw and gui/layout
// have what they are drawn and placed with.
//
//   - Link; Button (Primary, Usual, Plain) with the ring that shows the keyboard.
//   - Tappable makes one action of an area; ChipMenu is the organization's.
//   - Band, Statement, Dialog, Trouble, Details: what is said, what asks, what went wrong.
//   - StepButton: a step of the rail.
//   - Emptiness: what stands in the place of an empty grid.
package widgets
