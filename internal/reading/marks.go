package reading

// marks are the kinds of characters that stand in a text. Most rules need one that few
// texts have, and are asked only where it is.
type marks uint16

const (
	digitMark marks = 1 << iota
	blankMark
	plusMark
	bracketMark
	squareMark // brackets
	dotMark
	dashMark // the short one
	slashMark
	letterMark // of ASCII
	commaMark  // and semicolons
	colonMark
	separatorMark // other visible signs that separate numbers
	wrapperMark   // what stands around a number
	otherMark     // all others, all that cannot be seen, and all that are not ASCII

	allMarks marks = 1<<iota - 1
	// usualMarks are those of the characters that may stand in a number.
	usualMarks = figureMarks | plusMark | squareMark | slashMark
	// figureMarks are those of isFigure.
	figureMarks = digitMark | blankMark | bracketMark | dotMark | dashMark
)

// marksOf are the marks by character, those of more than one byte by each of theirs.
//
//nolint:gochecknoglobals // a constant table, never written
var marksOf = func() (of [256]marks) {
	for i := range of {
		of[i] = otherMark
	}
	for mark, characters := range map[marks]string{
		digitMark: "0123456789", blankMark: " ", plusMark: "+", bracketMark: "()", squareMark: "[]", dotMark: ".", dashMark: "-",
		slashMark: "/", letterMark: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", commaMark: ",;", colonMark: ":",
		separatorMark: "|&", wrapperMark: "=\"'`\\<>",
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
	return marksIn(text)
}

// marksIn are the marks of a text.
func marksIn(text string) (all marks) {
	for i := range len(text) {
		all |= marksOf[text[i]]
	}
	return all
}

// any reports whether one of several is there.
func (m marks) any(of marks) bool { return m&of != 0 }
