package practice

import "net/http"

// listOrganizations names the organizations that the token can work in: there is
// only one.
func (*Server) listOrganizations(w http.ResponseWriter, _ *http.Request) {
	write(w, http.StatusOK, struct {
		Items []organizationEntry `json:"items"`
	}{[]organizationEntry{{organizationID, organizationName, founded}}})
}

type organizationEntry struct {
	ID          string `json:"id"`
	DisplayName string `json:"displayName"`
	Created     string `json:"created"`
}
