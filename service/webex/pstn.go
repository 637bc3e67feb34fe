package webex

import (
	"context"
	"net/http"
)

// PSTNConnection is how a location's calls come in. Type is one of
// LOCAL_GATEWAY, NON_INTEGRATED_CCP, INTEGRATED_CCP and CISCO_PSTN, or a word
// that was not known when this was written.
type PSTNConnection struct {
	ID          string `json:"id"`
	DisplayName string `json:"displayName"`
	Type        string `json:"pstnConnectionType"`
}

func (p *PSTNConnection) lacks() string {
	return missing(field{"id", p.ID != ""}, field{"pstnConnectionType", p.Type != ""})
}

// PSTNConnection reads the PSTN connection of a location. It needs the scope
// spark-admin:telephony_pstn_read. A location without one is an *APIError with
// status 404, and so is a location that does not exist.
func (c *Client) PSTNConnection(ctx context.Context, locationID string) (PSTNConnection, error) {
	var p PSTNConnection
	err := c.get(ctx, call{
		op:     opPSTN,
		method: http.MethodGet,
		path:   []string{"telephony", "pstn", "locations", locationID, "connection"},
	}, &p)
	return p, err
}
