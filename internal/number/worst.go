package number

// Worst is the level and the code of a row with these findings: those of the
// first finding of the worst level, notices aside.
func Worst(findings []Finding) (Level, Code) {
	level, code := LevelOK, Code("")
	for _, f := range findings {
		if f.Level > max(level, LevelNotice) {
			level, code = f.Level, f.Code
		}
	}
	return level, code
}
