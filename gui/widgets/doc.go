// Package widgets has the window's own widgets. They draw, and know nothing of
// numbers; only gui/theme is above them.
//
//   - Text, Paragraph (wrapped, several styles), Link, Followed; styles Title, Heading,
//     Section, Lead, Body, Strong, Secondary, Message, Caption.
//   - Button (Primary, Usual, Plain) with the ring that shows the keyboard.
//   - HStack, VStack, Inset, Sized, Capped, Frame, Stack, Spacer, Space: layouts
//     with fixed gaps; VStack gives wrapped text its width before its height.
//   - Surface, Hairline, VerticalHairline, Icon, Picture, Band.
//   - Page scrolls an object of any height at the width of its place.
//   - Tappable makes one action of an area; ChipMenu is the organization's.
//   - Dialog, Trouble, Details: what asks, and what went wrong.
//   - StepButton: a step of the rail.
//   - ListHead, Emptiness: what stands above a grid, and in its place.
package widgets
