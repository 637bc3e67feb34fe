package practice

import (
	"encoding/base64"
	"net/http"
	"strings"
)

// id makes an ID as Webex makes them.
func id(kind, uuid string) string {
	return base64.RawStdEncoding.EncodeToString([]byte("ciscospark://us/" + kind + "/" + uuid))
}

// plainID is the UUID inside an ID, which some errors name; other texts are
// returned as they are.
func plainID(id string) string {
	text, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(id, "="))
	if err != nil {
		return id
	}
	return string(text[strings.LastIndexByte(string(text), '/')+1:])
}

// Who the organization is.
const (
	organizationName = "Practice organization"
	personName       = "Practice administrator"
	personMail       = "administrator@practice.example"
	founded          = "2026-01-05T09:00:00.000Z"
)

//nolint:gochecknoglobals // constants that are made by a function
var (
	organizationID = id("ORGANIZATION", "9d1c5b7e-0f3a-4c1d-9a55-6e0b6f1a2c30")
	personID       = id("PEOPLE", "2f8e4c16-7b0d-4f6e-8c21-5d9a0e7b3f41")
	roleID         = id("ROLE", "id_full_admin")
)

// me says who the token belongs to.
func (*Server) me(w http.ResponseWriter, _ *http.Request) {
	write(w, http.StatusOK, struct {
		ID          string   `json:"id"`
		Emails      []string `json:"emails"`
		DisplayName string   `json:"displayName"`
		OrgID       string   `json:"orgId"`
		Roles       []string `json:"roles"`
		Created     string   `json:"created"`
		Status      string   `json:"status"`
		Type        string   `json:"type"`
	}{personID, []string{personMail}, personName, organizationID, []string{roleID}, founded, "active", "person"})
}

// organization names the organization; there is only one.
func (*Server) organization(w http.ResponseWriter, r *http.Request) {
	if r.PathValue("orgId") != organizationID {
		refuse(w, http.StatusNotFound, "The requested resource could not be found.")
		return
	}
	write(w, http.StatusOK, struct {
		ID          string `json:"id"`
		DisplayName string `json:"displayName"`
		Created     string `json:"created"`
	}{organizationID, organizationName, founded})
}

// tokenExpiry says when the token ends, in milliseconds.
func (s *Server) tokenExpiry(w http.ResponseWriter, _ *http.Request) {
	write(w, http.StatusOK, struct {
		Expiry int64 `json:"exp"`
	}{s.expiry.UnixMilli()})
}
