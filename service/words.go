package service

import (
	"cmp"
	"strings"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/run"
)

// The error codes whose meaning is known for calls that add numbers.
const (
	codeRepeated      = "8360"
	codeUnavailable   = "8361"
	codeInvalid       = "8362"
	codeInUse         = "8363"
	codeInUseOuter    = "25223"
	codeMissingField  = "25008"
	codeInvalidValue  = "25024"
	codeNoCalling     = "5620"
	codeIntegrated    = "ERR.V.TRM.TMN60004"
	codeNotAuthorized = "4003"
)

// isInUse says that a code means that a number exists.
func isInUse(code string) bool { return code == codeInUse || code == codeInUseOuter }

// unknown is for rows whose request may have been carried out.
func unknown() *run.Why {
	return run.Because(fault.Say("fates.unknown.what"), fault.Say("fates.unknown.next"))
}

// notAdded is for rows that a failed request did not add.
func notAdded() *run.Why {
	return run.Because(fault.Say("fates.notadded.what"), fault.Say("fates.notadded.next"))
}

// notAllowed is for rows that were refused because of who is signed in.
func notAllowed() *run.Why {
	says, next := fault.Told(&fault.Error{Kind: fault.NotAllowed})
	return &run.Why{Says: says, Next: next}
}

// inUseOutside is for numbers in use that the organization does not have.
func inUseOutside() *run.Why {
	return run.Because(fault.Say("fates.inuse.what"), fault.Say("fates.next.carrier"))
}

// alreadyIn is for numbers that were in the wanted location before the run.
func alreadyIn(place string, owner number.Owner) *run.Why {
	if !owner.IsNobody() {
		return run.Because(fault.Say("fates.there.used", "Location", place, "Owner", phrase.Owner(owner)), fault.Words{})
	}
	return run.Because(fault.Say("fates.there.what", "Location", place), fault.Words{})
}

// inOtherLocation is for numbers that another location has.
func inOtherLocation(h *number.Held, names map[string]string) *run.Why {
	switch name := cmp.Or(names[h.Location.ID], h.Location.Name); {
	case name == "":
	case h.Owner.IsNobody():
		return run.Because(fault.Say("fates.elsewhere.what", "Location", name), fault.Say("fates.elsewhere.next"))
	default:
		return run.Because(fault.Say("fates.elsewhere.used", "Location", name, "Owner", phrase.Owner(h.Owner)), fault.Say("fates.elsewhere.next"))
	}
	return run.Because(fault.Say("fates.another.what"), fault.Say("fates.another.next"))
}

// notReached is for rows that were not sent because the run stopped.
func notReached(stop error) *run.Why {
	if fault.KindOf(stop) == fault.Stopped {
		return run.Because(fault.Say("fates.youstopped.what"), fault.Say("fates.youstopped.next"))
	}
	says, next := fault.Told(stop)
	return &run.Why{Says: append([]fault.Words{fault.Say("fates.stopped.what")}, says...), Next: next}
}

// reasonFor puts a refusal into words: what is known about its code, else the
// text of Webex.
func reasonFor(code, text, place string) *run.Why {
	switch code {
	case codeRepeated:
		return run.Because(fault.Say("fates.repeated.what"), fault.Say("fates.repeated.next"))
	case codeUnavailable:
		return run.Because(fault.Say("fates.unavailable.what"), fault.Say("fates.next.carrier"))
	case codeInvalid:
		return run.Because(fault.Say("fates.invalid.what"), fault.Say("fates.invalid.next"))
	case codeMissingField, codeInvalidValue:
		return said("fates.notunderstood.what", text, "faults.refused.next")
	case codeNoCalling:
		return run.Because(fault.Say("fates.nocalling.what", "Location", place), fault.Say("fates.nocalling.next"))
	case codeIntegrated:
		return run.Because(fault.Say("fates.integrated.what", "Location", place), fault.Say("fates.integrated.next"))
	}
	if strings.Contains(text, noPSTN) {
		return run.Because(fault.Say("fates.nopstn.what", "Location", place), fault.Say("fates.nopstn.next"))
	}
	return said("fates.refused.what", text, "fates.refused.next")
}

// said is the message of a key, what Webex said without the code in front of it, and
// the message of what to do.
func said(what, text, next string) *run.Why {
	text = strings.TrimSpace(text)
	if rest, ok := strings.CutPrefix(text, "[Error "); ok {
		if _, after, found := strings.Cut(rest, "] "); found {
			text = after
		}
	}
	why := run.Because(fault.Say(what), fault.Say(next))
	if text != "" {
		why.Says = append(why.Says, fault.Say("fates.said", "Text", sentence(text)))
	}
	return why
}

// sentence is a text with something at its end, so that another one can follow.
func sentence(text string) string {
	if strings.ContainsAny(text[len(text)-1:], ".!?:;\"')") {
		return text
	}
	return text + "."
}
