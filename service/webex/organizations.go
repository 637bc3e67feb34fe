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

func (o *Organization) lacks() string { return missing(field{"id", o.ID != ""}) }

// organizations is the answer that lists organizations.
type organizations struct {
	Items []Organization `json:"items"`
}

func (l *organizations) lacks() string { return lacksOf("items", l.Items, (*Organization).lacks) }

// Organization reads one organization. It needs the scope
// spark-admin:organizations_read, which the program can do without.
func (c *Client) Organization(ctx context.Context, id string) (Organization, error) {
	var o Organization
	err := c.get(ctx, call{op: opOrganization, method: http.MethodGet, path: []string{"organizations", id}, own: true}, &o)
	return o, err
}

// Organizations lists the organizations that the token can work in: its own, and
// for partners those of their customers. It needs the scope
// spark-admin:organizations_read. The list is not paged.
func (c *Client) Organizations(ctx context.Context) ([]Organization, error) {
	var list organizations
	err := c.get(ctx, call{op: opOrganizations, method: http.MethodGet, path: []string{"organizations"}, own: true}, &list)
	return list.Items, err
}
