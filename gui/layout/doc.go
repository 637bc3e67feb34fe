// Package layout places objects, and draws nothing.
//
//   - HStack, VStack, Inset, Sized, Capped, Halves, Stack, Frame, Columns, Spacer, Space:
//     layouts with fixed gaps; VStack gives wrapped text its width before its height.
//   - Page scrolls an object of any height at the width of its place.
//   - Headed lets what stands above a list give way to it, Wrapped and Tailed go on in
//     a further line.
//   - Followed places a link behind the last word of a paragraph, FitRow as many items
//     as fit.
package layout
