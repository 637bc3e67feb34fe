package open

import (
	"numberloader/gui/file"
	"numberloader/internal/number"
	"numberloader/internal/plan"
	"numberloader/internal/review"
)

// Opening is what the screen needs of the flow.
type Opening struct {
	File
	Questions
	Decided
	Judged
}

// File is the open file and the one that is being read; *file.File has it.
type File interface {
	Open(path string, layout number.Layout)
	OpenSample()
	Reading() (reading file.Reading, ok bool)
	CancelReading()
	Trouble() *file.Trouble
	Unlock(password string)
	Retry()
	Table() *number.Table
	Name() string
	Layout() number.Layout
	Close()
}

// Questions are asked about the open file; *file.Questions has them.
type Questions interface {
	Question() file.Question
	Settled() bool
	Sheets() []string
	OtherSheets() []string
	Countries() []review.Plausible
	Preview(i int) (preview file.Preview, ok bool)
	Previewing() bool
	SheetLocations() []string
	SheetIsLocation(names ...string) bool
	SetSheetIsLocation(on bool)
	AnswerSheets(names ...string)
	AnswerHeaders(rows ...int)
	AnswerExtension(i int)
	AnswerColumns(columns ...int)
	AnswerHidden(include bool)
	AnswerCountry(region string)
	Change(settings review.Settings)
	Back()
	Remembering() (on, can bool)
	SetRemembering(on bool)
	Recalled() (answers file.Answers, ok bool)
}

// Decided is what was decided about the open file; *decisions.Decisions has it.
type Decided interface{ Settings() review.Settings }

// Judged are the rows of the open file; *decisions.Judging has them.
type Judged interface {
	Plan() plan.Plan
	Countryless() int
}
