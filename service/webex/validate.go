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

// plain reads the answer if it is plain JSON, with no other fields than those that Webex
// documents.
func (v *validations) plain(body string) bool {
	p := plainJSON{rest: body}
	var numbers []judged
	p.fields(func(name string) bool {
		switch {
		case name == "status":
			p.text()
		case name == "numbers" && numbers == nil:
			numbers = p.judged()
		default:
			return false
		}
		return true
	})
	if !p.ended() {
		return false
	}
	v.Numbers = numbers
	return true
}

// judged reads a list of numbers, which is not nil.
func (p *plainJSON) judged() []judged {
	all := []judged{}
	p.each("[", "]", func() {
		var n judged
		p.fields(func(name string) bool {
			switch name {
			case "number":
				n.Number = p.text()
			case "state":
				n.State = p.text()
			case "tollFreeNumber":
				n.TollFree = new(p.flag())
			case "detail":
				p.each("[", "]", func() { p.text() })
			default:
				return false
			}
			return true
		})
		all = append(all, n)
	})
	return all
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
