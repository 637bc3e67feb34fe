package service

import (
	"fmt"

	"numberloader/internal/number"
	"numberloader/internal/run"
)

// codeUnknownNumber is the code of a removal of a number that is not in the
// location.
const codeUnknownNumber = "4251"

// notThere is for rows whose request was cut short and that are not in.
func notThere() words {
	return words{"Its request got no answer, and the number was not added.", "Resume the run to add it."}
}

// thereAndLost is for rows that are in and whose record is damaged.
func thereAndLost(place string) words {
	return words{
		fmt.Sprintf("It is in %s. The record of the run is damaged, so whether this run added it is not known, and an undo leaves it alone.", place),
		"",
	}
}

// goneBefore is for numbers that an undo does not find any more.
func goneBefore() words {
	return words{"Somebody else has removed it; there is nothing to take back.", ""}
}

// goneMeanwhile is for numbers that can't be changed because they went.
func goneMeanwhile(place string) words {
	return words{fmt.Sprintf("It is no longer in %s.", place), "Find it in Control Hub."}
}

// movedAway is for numbers that another location has by now.
func movedAway(l number.Location) words {
	where := "another location"
	if l.Name != "" {
		where = "the location " + l.Name
	}
	return words{fmt.Sprintf("Somebody has moved it to %s, so it was left there.", where), "Remove it there in Control Hub if nobody needs it."}
}

// isMain is for the main number of a location.
func isMain(place string) words {
	return words{fmt.Sprintf("It is the main number of %s by now, so it was left alone.", place), "Choose another main number in Control Hub if you want to remove it."}
}

// isAssigned is for numbers that somebody uses.
func isAssigned(owner string) words {
	return words{fmt.Sprintf("It is assigned to %s by now, so it was left alone.", owner), "Unassign it in Control Hub if you want to remove it."}
}

// changeClosed is for rows in a location whose PSTN forbids changes.
func changeClosed(place string, none, unknown bool) words {
	switch {
	case none:
		return words{fmt.Sprintf("%s has no PSTN connection any more, so nothing was sent.", place), "Change the number in Control Hub."}
	case unknown:
		return words{fmt.Sprintf("Webex did not say how %s gets its calls, so nothing was sent.", place), "Change the number in Control Hub."}
	}
	return words{
		fmt.Sprintf("%s gets its numbers through Webex. Changing them here could damage its data, so nothing was sent.", place),
		"Change the number in Control Hub.",
	}
}

// changeFailed is for rows whose change failed several times.
func changeFailed(stage run.Stage) words {
	if stage == run.StageRemove {
		return words{"Webex failed several times to remove the number. It is still there.", "Remove it in Control Hub."}
	}
	return words{"Webex failed several times to activate the number. It is still inactive.", "Activate the run's numbers again later."}
}

// changeRefused is for rows whose change Webex refused.
func changeRefused(stage run.Stage, code, text, place string) words {
	if code == codeIntegrated {
		return changeClosed(place, false, false)
	}
	if stage == run.StageRemove {
		return words{"Webex refused to remove this number." + quoted(text), "Look at the number in Control Hub."}
	}
	return words{"Webex refused to activate this number." + quoted(text), "Look at the number in Control Hub."}
}
