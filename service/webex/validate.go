package webex

import (
	"context"
	"net/http"
)

// Validated is what Webex says about a number before it is added.
type Validated struct {
	Number   string `json:"number"`
	State    string `json:"state"`
	TollFree bool   `json:"tollFreeNumber"`
}

// validations is the answer that judges numbers.
type validations struct {
	Numbers []judged `json:"numbers"`
}

// judged is a number in it. The flag is a pointer because the answer has to have
// it.
type judged struct {
	Validated

	TollFree *bool `json:"tollFreeNumber"`
}

func (v *validations) lacks() string { return lacksOf("numbers", v.Numbers, (*judged).lacks) }

func (n *judged) lacks() string {
	return missing(field{"number", n.Number != ""}, field{"state", n.State != ""}, field{"tollFreeNumber", n.TollFree != nil})
}

// ValidateNumbers asks whether the organization could have these numbers, in
// E.164. It changes nothing and is tried again like a read, but needs the scope
// spark-admin:telephony_config_write. How many numbers a request may have is not
// published.
func (c *Client) ValidateNumbers(ctx context.Context, numbers []string) ([]Validated, error) {
	var answer validations
	err := c.get(ctx, call{
		op:     opValidate,
		method: http.MethodPost,
		path:   []string{"telephony", "config", "actions", "validateNumbers", "invoke"},
		body: struct {
			PhoneNumbers []string `json:"phoneNumbers"`
		}{numbers},
	}, &answer)
	if err != nil {
		return nil, err
	}
	all := make([]Validated, len(answer.Numbers))
	for i, n := range answer.Numbers {
		all[i] = n.Validated
		all[i].TollFree = *n.TollFree
	}
	return all, nil
}
