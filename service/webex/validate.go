package webex

import (
	"context"
	"net/http"
)

// The states of a number that was validated. Others may come.
const (
	Available       = "Available"
	Duplicate       = "Duplicate"         // it is in use
	DuplicateInList = "Duplicate In List" // it repeats an earlier one of the request
	Invalid         = "Invalid"
	Unavailable     = "Unavailable" // it is held elsewhere on the platform
)

// Validated is what Webex says about a number before it is added.
type Validated struct {
	Number   string   `json:"number"`
	State    string   `json:"state"`
	TollFree bool     `json:"tollFreeNumber"`
	Detail   []string `json:"detail"`
}

// ValidateNumbers asks whether the organization could have these numbers, in
// E.164. It changes nothing and is tried again like a read, but needs the scope
// spark-admin:telephony_config_write. How many numbers a request may have is not
// published.
func (c *Client) ValidateNumbers(ctx context.Context, numbers []string) ([]Validated, error) {
	var answer struct {
		Numbers []Validated `json:"numbers"`
	}
	err := c.get(ctx, call{
		op:     "validate numbers",
		method: http.MethodPost,
		path:   []string{"telephony", "config", "actions", "validateNumbers", "invoke"},
		body: struct {
			PhoneNumbers []string `json:"phoneNumbers"`
		}{numbers},
	}, &answer)
	return answer.Numbers, err
}
