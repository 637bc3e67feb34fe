package service

import (
	"fmt"
	"strings"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
)

// words are why a row ended as it did, and what the user can do about it.
type words struct{ reason, toDo string }

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

const askSupport = "Send the details to Webex support."

// unknown is for rows whose request may have been carried out.
func unknown() words {
	return words{
		"The request was sent, and it is not known whether Webex carried it out.",
		"Check in Control Hub whether the number is there before you add it again.",
	}
}

// notAdded is for rows that a failed request did not add.
func notAdded() words {
	return words{"Webex failed on this request and did not add the number.", "Add it again later."}
}

// notAllowed is for rows that were refused because of who is signed in.
func notAllowed() words {
	m := phrase.Explain(&fault.Error{Kind: fault.NotAllowed})
	return words{m.What, m.Next}
}

// inUseOutside is for numbers in use that the organization does not have.
func inUseOutside() words {
	return words{
		"Webex says that this number is in use, but it is in no location of this organization.",
		"Ask the carrier or Webex support who has it.",
	}
}

// alreadyIn is for numbers that were in the wanted location before the run.
func alreadyIn(place string) words {
	return words{fmt.Sprintf("It is already in %s.", place), ""}
}

// inOtherLocation is for numbers that another location has.
func inOtherLocation(l number.Location, names map[string]string) words {
	for _, name := range []string{names[l.ID], l.Name} {
		if name != "" {
			return words{
				fmt.Sprintf("It is already in Webex, in the location %s.", name),
				"Remove it there in Control Hub first, or leave it there.",
			}
		}
	}
	return words{"It is already in Webex, in another location.", "Find it in Control Hub, and remove it there first or leave it there."}
}

// notReached is for rows that were not sent because the run stopped.
func notReached(stop error) words {
	if fault.KindOf(stop) == fault.Stopped {
		return words{"You stopped the run before this number was added.", "Add it when you are ready."}
	}
	m := phrase.Explain(stop)
	return words{"The run stopped before this number was added. " + m.What, m.Next}
}

// reasonFor puts a refusal into words: what is known about its code, else the
// text of Webex.
func reasonFor(code, text, place string) words {
	switch code {
	case codeRepeated:
		return words{"Webex got this number twice in one request.", "Add it once."}
	case codeUnavailable:
		return words{"Webex says that this number is not available.", "Ask the carrier or Webex support who has it."}
	case codeInvalid:
		return words{"Webex says that this is not a valid number.", "Check the number."}
	case codeMissingField, codeInvalidValue:
		return words{"Webex did not understand the request." + quoted(text), askSupport}
	case codeNoCalling:
		return words{fmt.Sprintf("%s is not enabled for Webex Calling.", place), "Enable it in Control Hub, then add the number again."}
	case codeIntegrated:
		return words{fmt.Sprintf("%s gets its numbers through Webex, so none can be added here.", place), "Order them in Control Hub."}
	}
	if strings.Contains(text, noPSTN) {
		return words{fmt.Sprintf("%s does not exist, or has no PSTN connection.", place), "Set one up in Control Hub first."}
	}
	return words{"Webex refused this number." + quoted(text), "Check the number. If it is right, send the details to Webex support."}
}

// quoted is what Webex said, without the code in front of it.
func quoted(text string) string {
	text = strings.TrimSpace(text)
	if rest, ok := strings.CutPrefix(text, "[Error "); ok {
		if _, after, found := strings.Cut(rest, "] "); found {
			text = after
		}
	}
	if text == "" {
		return ""
	}
	return fmt.Sprintf(" It says: %s", text)
}
