package judged

import "numberloader/internal/phrase"

// Headline is the first sentence of the screen.
func (j *File) Headline() string {
	all, going, there := j.Count(ChipAll), j.Going(), j.Count(ChipThere)
	switch problems := j.Count(ChipProblems); {
	case all == 0:
		return phrase.Text("review.headline.norows")
	case there == all:
		return phrase.Text("review.headline.there", "Count", all)
	case going == 0 && there == 0:
		return phrase.Text("review.headline.stays", "Count", all)
	case going == 0 && problems == 0:
		return phrase.Text("review.headline.nothingleft")
	case going == 0:
		return phrase.Text("review.headline.problems", "Count", problems)
	case there >= going: // a list of which the most was added before
		return phrase.Text("review.headline.left", "Count", going, "All", all)
	case going < all:
		return phrase.Text("review.headline.some", "Going", going, "All", all)
	}
	return phrase.Text("review.headline.all", "Count", all)
}

// ShortHeadline is the first sentence of the screen where the room is short.
func (j *File) ShortHeadline() string {
	all, going := j.Count(ChipAll), j.Going()
	switch {
	case going == 0 && j.Count(ChipThere) > 0 && j.Count(ChipProblems) > 0:
		return phrase.Text("review.headline.problemsleft", "Count", j.Count(ChipProblems))
	case going == 0 || going == all:
		return j.Headline()
	}
	return phrase.Text("review.headline.short", "Going", going, "All", all)
}
