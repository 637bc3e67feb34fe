package webex

import (
	"context"
	"net/http"
)

// Location is a location of an organization, enabled for calling or not.
type Location struct {
	ID      string  `json:"id"`
	Name    string  `json:"name"`
	Address Address `json:"address"`
}

// Address is where a location is. Country is an ISO 3166 alpha-2 code, "" if
// the organization did not say.
type Address struct {
	Country string `json:"country"`
}

// CallingLocation is a location that is enabled for calling.
type CallingLocation struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// locationPage is the documented default size of a page of locations.
const locationPage = 500

// Locations lists all locations with their countries. It needs a scope such as
// spark-admin:locations_read.
func (c *Client) Locations(ctx context.Context) ([]Location, error) {
	var all []Location
	k := call{op: "list locations", method: http.MethodGet, path: []string{"locations"}}
	err := c.pages(ctx, k, pager{size: locationPage}, func(body []byte) (int, error) {
		var page struct {
			Items []Location `json:"items"`
		}
		err := decode(k.op, body, &page)
		all = append(all, page.Items...)
		return len(page.Items), err
	})
	return all, err
}

// CallingLocations lists the locations that are enabled for calling. It needs
// the scope spark-admin:telephony_config_read.
func (c *Client) CallingLocations(ctx context.Context) ([]CallingLocation, error) {
	var all []CallingLocation
	k := call{op: "list calling locations", method: http.MethodGet, path: []string{"telephony", "config", "locations"}}
	err := c.pages(ctx, k, pager{size: locationPage, byStart: true}, func(body []byte) (int, error) {
		var page struct {
			Locations []CallingLocation `json:"locations"`
		}
		err := decode(k.op, body, &page)
		all = append(all, page.Locations...)
		return len(page.Locations), err
	})
	return all, err
}
