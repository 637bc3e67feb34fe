package service

import (
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// codeUnknownNumber is the code of a removal of a number that is not in the
// location.
const codeUnknownNumber = "4251"

// notThere is for rows whose request was cut short and that are not in.
func notThere() words {
	return words{phrase.Text("fates.notthere.what"), phrase.Text("fates.notthere.next")}
}

// thereAndLost is for rows that are in and whose record is damaged.
func thereAndLost(place string) words {
	return words{
		phrase.Text("fates.lost.what", "Location", place),
		"",
	}
}

// goneBefore is for numbers that an undo does not find any more.
func goneBefore() words {
	return words{phrase.Text("fates.gonebefore.what"), ""}
}

// goneMeanwhile is for numbers that can't be changed because they went.
func goneMeanwhile(place string) words {
	return words{phrase.Text("fates.gone.what", "Location", place), phrase.Text("fates.gone.next")}
}

// movedAway is for numbers that another location has by now.
func movedAway(l number.Location) words {
	where := phrase.Text("fates.moved.unnamed")
	if l.Name != "" {
		where = phrase.Text("fates.moved.what", "Location", l.Name)
	}
	return words{where, phrase.Text("fates.moved.next")}
}

// isMain is for the main number of a location.
func isMain(place string) words {
	return words{phrase.Text("fates.main.what", "Location", place), phrase.Text("fates.main.next")}
}

// isAssigned is for numbers that somebody uses.
func isAssigned(owner string) words {
	return words{phrase.Text("fates.assigned.what", "Owner", owner), phrase.Text("fates.assigned.next")}
}

// changeClosed is for rows in a location whose PSTN forbids changes.
func changeClosed(place string, none, unknown bool) words {
	switch {
	case none:
		return words{phrase.Text("fates.change.nopstn", "Location", place), phrase.Text("fates.change.next")}
	case unknown:
		return words{phrase.Text("fates.change.unknown", "Location", place), phrase.Text("fates.change.next")}
	}
	return words{
		phrase.Text("fates.change.integrated", "Location", place),
		phrase.Text("fates.change.next"),
	}
}

// changeFailed is for rows whose change failed several times.
func changeFailed(stage run.Stage) words {
	if stage == run.StageRemove {
		return words{phrase.Text("fates.failedremoval.what"), phrase.Text("fates.failedremoval.next")}
	}
	return words{phrase.Text("fates.failedactivation.what"), phrase.Text("fates.failedactivation.next")}
}

// changeRefused is for rows whose change Webex refused.
func changeRefused(stage run.Stage, code, text, place string) words {
	if code == codeIntegrated {
		return changeClosed(place, false, false)
	}
	if stage == run.StageRemove {
		return words{saying("fates.refusedremoval.what", text), phrase.Text("fates.next.look")}
	}
	return words{saying("fates.refusedactivation.what", text), phrase.Text("fates.next.look")}
}
