package phrase

import (
	"strings"

	"numberloader/internal/number"
)

// Owner is who or what uses a number: "Reception, a workspace"; "" for nobody.
func Owner(o number.Owner) string {
	if o.IsNobody() {
		return ""
	}
	what := ownerType(o.Type)
	if o.Name == "" {
		return what
	}
	return Text("types.owner.named", "Name", o.Name, "What", what)
}

// ownerType is a type of owners as a sentence has it. Webex may name others: what it
// answers is not limited to what it documents.
func ownerType(word string) string {
	switch word {
	case "PEOPLE":
		return Text("types.owner.person")
	case "PLACE":
		return Text("types.owner.workspace")
	case "AUTO_ATTENDANT":
		return Text("types.owner.attendant")
	case "CALL_QUEUE":
		return Text("types.owner.queue")
	case "PAGING_GROUP":
		return Text("types.owner.paging")
	case "HUNT_GROUP":
		return Text("types.owner.hunt")
	case "VOICE_MESSAGING", "VOICEMAIL_GROUP":
		return Text("types.owner.voicemail")
	case "ROUTE_LIST":
		return Text("types.owner.route")
	case "VIRTUAL_LINE":
		return Text("types.owner.virtual")
	}
	return strings.ToLower(strings.ReplaceAll(word, "_", " "))
}
