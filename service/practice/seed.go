package practice

// newNumbers are the numbers of a new organization. All of them are of ranges
// that are kept for examples, at the ends of those ranges, so that a file of
// examples seldom meets them.
func newNumbers() []entry {
	kansasCity, austin, london, berlin := places[0].id(), places[1].id(), places[2].id(), places[3].id()
	toronto, chicago := places[4].id(), places[5].id()
	return []entry{
		{PhoneNumber: "+18165550199", Location: kansasCity, Type: typeDID, Usage: usageNone, State: stateActive, Main: true},
		{PhoneNumber: "+18165550198", Extension: "0198", Location: kansasCity, Type: typeDID, Usage: usageNone, State: stateActive, Owner: "Ada Byron"},
		{PhoneNumber: "+18165550197", Location: kansasCity, Type: typeDID, Usage: usageNone, State: stateInactive},
		{PhoneNumber: "+18005550199", Location: kansasCity, Type: typeTollFree, Usage: usageService, State: stateActive},
		{PhoneNumber: "+19135550199", Location: kansasCity, Type: typeMobile, Usage: usageNone, State: stateActive, Owner: "Grace Murray"},
		{PhoneNumber: "+18165550196", Extension: "0196", Location: kansasCity, Type: typeDID, Usage: usageNone, State: stateActive, Owner: "Reception", OwnerType: ownerWorkspace},
		{PhoneNumber: "+18165550195", Location: kansasCity, Type: typeDID, Usage: usageNone, State: stateInactive},
		{Extension: "0100", Location: kansasCity, Type: typeDID, Usage: usageNone, State: stateActive, Owner: "Alan Mathison"},
		{PhoneNumber: "+15125550199", Location: austin, Type: typeDID, Usage: usageNone, State: stateActive, Main: true, Owner: "Main menu", OwnerType: ownerAttendant},
		{PhoneNumber: "+15125550198", Location: austin, Type: typeDID, Usage: usageNone, State: stateActive},
		{PhoneNumber: "+15125550197", Extension: "0197", Location: austin, Type: typeDID, Usage: usageNone, State: stateActive, Owner: "Sales", OwnerType: ownerQueue},
		{PhoneNumber: "+442079460999", Location: london, Type: typeDID, Usage: usageNone, State: stateActive, Main: true},
		{PhoneNumber: "+442079460998", Location: london, Type: typeDID, Usage: usageNone, State: stateActive},
		{PhoneNumber: "+493023125999", Location: berlin, Type: typeDID, Usage: usageNone, State: stateActive, Main: true},
		{PhoneNumber: "+493023125998", Location: berlin, Type: typeDID, Usage: usageNone, State: stateInactive},
		{PhoneNumber: "+14165550199", Location: toronto, Type: typeDID, Usage: usageNone, State: stateActive, Main: true},
		{PhoneNumber: "+13125550199", Location: chicago, Type: typeDID, Usage: usageNone, State: stateActive, Main: true},
	}
}

// mainNumber is what a location shows to those it calls. A main number can't be
// removed, so those of the beginning are those of the end.
func mainNumber(l *place) callerID {
	for _, n := range newNumbers() {
		if n.Main && n.Location == l.id() {
			return callerID{l.name, n.PhoneNumber}
		}
	}
	return callerID{}
}
