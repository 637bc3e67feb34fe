// Package draw has what is seen and takes no press: lines of text, paragraphs, surfaces,
// hairlines, pictures and meters, in colors and sizes that follow the theme.
//
//   - Text, Paragraph (wrapped, several styles); styles Title, Heading, Section, Lead,
//     Body, Strong, Secondary, Message, Caption.
//   - Surface, Hairline, VerticalHairline; Icon, Picture, Grown; Meter.
//   - Scale, Larger: how measures grow with the size of text.
package draw
