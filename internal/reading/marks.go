package reading

// marks are the kinds of characters that stand in a text. Most rules need one that few
// texts have, and are asked only where it is.
type marks uint16

const (
	digitMark marks = 1 << iota
	blankMark
	plusMark
	bracketMark
	dotMark
	dashMark // the short one
	slashMark
	letterMark    // of ASCII
	commaMark     // and semicolons
	colonMark     //
	separatorMark // other signs that separate numbers
	wrapperMark   // what stands around a number
	otherMark     // all others, and all that are not ASCII

	allMarks marks = 1<<iota - 1
	// usualMarks are those of the characters that may stand in a number.
	usualMarks = digitMark | blankMark | plusMark | bracketMark | dotMark | dashMark | slashMark
)

// marksOf are the marks by character, those of more than one byte by each of theirs.
//
//nolint:gochecknoglobals // a constant table, never written
var marksOf = func() (of [256]marks) {
	for i := range of {
		of[i] = otherMark
	}
	for mark, characters := range map[marks]string{
		digitMark: "0123456789", blankMark: " ", plusMark: "+", bracketMark: "()[]", dotMark: ".", dashMark: "-",
		slashMark: "/", letterMark: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", commaMark: ",;", colonMark: ":",
		separatorMark: "\n|&", wrapperMark: "=\"'`\\<>",
	} {
		for _, c := range []byte(characters) {
			of[c] = mark
		}
	}
	return of
}()

// marks are those of a text. A reader that takes no short way takes any to be there.
func (r *reader) marks(text string) marks {
	if r.longWay {
		return allMarks
	}
	var all marks
	for i := range len(text) {
		all |= marksOf[text[i]]
	}
	return all
}

// any reports whether one of several is there.
func (m marks) any(of marks) bool { return m&of != 0 }
