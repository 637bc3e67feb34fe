package webex

import (
	"context"
	"net/http"
)

// Person is who a token belongs to. Roles are opaque IDs, and are told to
// administrators only.
type Person struct {
	ID          string   `json:"id"`
	DisplayName string   `json:"displayName"`
	Emails      []string `json:"emails"`
	OrgID       string   `json:"orgId"`
	Roles       []string `json:"roles"`
}

func (p *Person) lacks() string { return missing(field{"orgId", p.OrgID != ""}) }

// Me says who the token belongs to, which names an organization. It needs the
// scope spark:people_read.
func (c *Client) Me(ctx context.Context) (Person, error) {
	var p Person
	err := c.get(ctx, call{op: opMe, method: http.MethodGet, path: []string{"people", "me"}, own: true}, &p)
	return p, err
}
