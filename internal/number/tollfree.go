package number

// TollFreeFinding says that Webex takes the number for another kind than its row
// does: for a toll-free one or not. It is sent as the row says.
func TollFreeFinding(place string, n E164, tollFree bool, kind Kind) Finding {
	looks := "a number that is not toll-free"
	if tollFree {
		looks = "a toll-free number"
	}
	return Say(CodeKindMismatch, Usual, Args{
		{"cell", place}, {"number", n.String()}, {"looks", looks}, {"kind", kind.InSentence()},
	})
}
