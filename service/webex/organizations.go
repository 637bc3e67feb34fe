package webex

import (
	"context"
	"net/http"
)

// Organization is a customer of Webex.
type Organization struct {
	ID          string `json:"id"`
	DisplayName string `json:"displayName"`
}

// Organization reads one organization. It needs the scope
// spark-admin:organizations_read, which the program can do without.
func (c *Client) Organization(ctx context.Context, id string) (Organization, error) {
	var o Organization
	err := c.get(ctx, call{op: "read the organization", method: http.MethodGet, path: []string{"organizations", id}, own: true}, &o)
	return o, err
}
