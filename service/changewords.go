package service

import (
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/run"
)

// codeUnknownNumber is the code of a removal of a number that is not in the
// location.
const codeUnknownNumber = "4251"

// notThere is for rows whose request was cut short and whose numbers are not in Webex.
func notThere() *run.Why {
	return run.Because(fault.Say("fates.notthere.what"), fault.Say("fates.notthere.next"))
}

// thereAndLost is for rows whose numbers are in Webex and whose record is damaged.
func thereAndLost(place string) *run.Why {
	return run.Because(fault.Say("fates.lost.what", "Location", place), fault.Words{})
}

// goneBefore is for numbers that an undo no longer finds.
func goneBefore() *run.Why {
	return run.Because(fault.Say("fates.gonebefore.what"), fault.Words{})
}

// goneMeanwhile is for numbers that can't be changed because they have disappeared.
func goneMeanwhile(place string) *run.Why {
	return run.Because(fault.Say("fates.gone.what", "Location", place), fault.Say("fates.gone.next"))
}

// movedAway is for numbers that are in another location by now.
func movedAway(l number.Location) *run.Why {
	where := fault.Say("fates.moved.unnamed")
	if l.Name != "" {
		where = fault.Say("fates.moved.what", "Location", l.Name)
	}
	return run.Because(where, fault.Say("fates.moved.next"))
}

// isMain is for the main number of a location.
func isMain(place string) *run.Why {
	return run.Because(fault.Say("fates.main.what", "Location", place), fault.Say("fates.main.next"))
}

// isAssigned is for numbers that somebody uses.
func isAssigned(owner string) *run.Why {
	return run.Because(fault.Say("fates.assigned.what", "Owner", owner), fault.Say("fates.assigned.next"))
}

// changeClosed is for rows in a location whose PSTN forbids changes.
func changeClosed(place string, none, unknown bool) *run.Why {
	switch {
	case none:
		return run.Because(fault.Say("fates.change.nopstn", "Location", place), fault.Say("fates.change.next"))
	case unknown:
		return run.Because(fault.Say("fates.change.unknown", "Location", place), fault.Say("fates.change.next"))
	}
	return run.Because(fault.Say("fates.change.integrated", "Location", place), fault.Say("fates.change.next"))
}

// changeFailed is for rows whose change failed several times.
func changeFailed(stage run.Stage) *run.Why {
	if stage == run.StageRemove {
		return run.Because(fault.Say("fates.failedremoval.what"), fault.Say("fates.failedremoval.next"))
	}
	return run.Because(fault.Say("fates.failedactivation.what"), fault.Say("fates.failedactivation.next"))
}

// changeRefused is for rows whose change Webex refused.
func changeRefused(stage run.Stage, code, text, place string) *run.Why {
	if code == codeIntegrated {
		return changeClosed(place, false, false)
	}
	if stage == run.StageRemove {
		return said("fates.refusedremoval.what", text, "fates.next.look")
	}
	return said("fates.refusedactivation.what", text, "fates.next.look")
}
