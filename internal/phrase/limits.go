package phrase

import "numberloader/internal/plan"

// Limit says that so many numbers of a kind can't go into a request.
func Limit(wrong plan.OutOfRange) string {
	if wrong.Mobile {
		return Text("plan.limit.mobile", "Most", wrong.Most, "Given", wrong.Given)
	}
	return Text("plan.limit.others", "Most", wrong.Most, "Given", wrong.Given)
}
