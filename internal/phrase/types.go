package phrase

import "numberloader/internal/number"

// Kind is the type of a number as it stands alone, "" if it is unset.
func Kind(k number.Kind) string {
	switch k {
	case number.KindUnset:
		return ""
	case number.KindDID:
		return Text("types.kind.did.label")
	case number.KindTollFree:
		return Text("types.kind.tollfree.label")
	case number.KindMobile:
		return Text("types.kind.mobile.label")
	}
	return k.API()
}

// KindInside is the type of a number in a sentence, "" if it is unset.
func KindInside(k number.Kind) string {
	switch k {
	case number.KindUnset:
		return ""
	case number.KindDID:
		return Text("types.kind.did.inside")
	case number.KindTollFree:
		return Text("types.kind.tollfree.inside")
	case number.KindMobile:
		return Text("types.kind.mobile.inside")
	}
	return k.API()
}

// kindInside is KindInside by the word of the Webex API.
func kindInside(word string) string {
	for _, kind := range [...]number.Kind{number.KindDID, number.KindTollFree, number.KindMobile} {
		if kind.API() == word {
			return KindInside(kind)
		}
	}
	return word
}

// Usage is what a number is for, "" if it is unset.
func Usage(u number.Usage) string {
	switch u {
	case number.UsageUnset:
		return ""
	case number.UsageNone:
		return Text("types.usage.none")
	case number.UsageService:
		return Text("types.usage.service")
	}
	return u.API()
}

// State is the state of a number, "" if it is unset.
func State(s number.State) string {
	switch s {
	case number.StateUnset:
		return ""
	case number.StateActive:
		return Text("types.state.active")
	case number.StateInactive:
		return Text("types.state.inactive")
	}
	return s.API()
}

// PSTN is how the calls of a location come in.
func PSTN(p number.PSTN) string {
	switch p {
	case number.PSTNNotAsked:
		return Text("types.pstn.notasked")
	case number.PSTNNone:
		return Text("types.pstn.none")
	case number.PSTNUnknown:
		return Text("types.pstn.unknown")
	case number.PSTNLocalGateway:
		return Text("types.pstn.local")
	case number.PSTNNonIntegrated:
		return Text("types.pstn.nonintegrated")
	case number.PSTNIntegrated:
		return Text("types.pstn.integrated")
	case number.PSTNCisco:
		return Text("types.pstn.cisco")
	}
	return p.API()
}

// Field is the name of what a column holds, as it stands alone.
func Field(f number.Field) string { return Text(fieldKey(f) + ".label") }

// FieldInside is the name of what a column holds, in a sentence.
func FieldInside(f number.Field) string { return Text(fieldKey(f) + ".inside") }

// fieldKey is where the messages know a field.
func fieldKey(f number.Field) string {
	switch f {
	case number.FieldNumber:
		return "types.field.number"
	case number.FieldNumberEnd:
		return "types.field.end"
	case number.FieldType:
		return "types.field.type"
	case number.FieldUsage:
		return "types.field.usage"
	case number.FieldState:
		return "types.field.state"
	case number.FieldLocation:
		return "types.field.location"
	case number.FieldSubscription:
		return "types.field.subscription"
	case number.FieldCountry:
		return "types.field.country"
	case number.FieldAreaCode:
		return "types.field.areacode"
	case number.FieldExchange:
		return "types.field.exchange"
	case number.FieldAction:
		return "types.field.action"
	case number.FieldExtension:
		return "types.field.extension"
	case number.FieldLastDigits:
		return "types.field.lastdigits"
	case number.FieldActivateOn:
		return "types.field.activateon"
	}
	return "types.field"
}

// Standing is how a row stands before it is sent.
func Standing(s number.Standing) string {
	switch s {
	case number.StandingProblem:
		return Text("types.standing.problem")
	case number.StandingCheck:
		return Text("types.standing.check")
	case number.StandingByUser:
		return Text("types.standing.byuser")
	case number.StandingChanged:
		return Text("types.standing.changed")
	case number.StandingThere:
		return Text("types.standing.there")
	case number.StandingReady:
		return Text("types.standing.ready")
	case number.StandingSkipped:
		return Text("types.standing.skipped")
	}
	return ""
}
