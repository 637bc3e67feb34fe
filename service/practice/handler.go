package practice

import (
	"crypto/subtle"
	"errors"
	"net/http"
	"strings"

	"numberloader/internal/fault"
)

// base is the path that all calls share.
const base = "/v1"

// maxBody is the most that is read of a request: 1 MB, some 60,000 numbers.
const maxBody = 1 << 20

// Handler answers the calls without a port of its own, for tests. Their paths
// begin with /v1.
func (s *Server) Handler() http.Handler {
	const (
		calling  = base + "/telephony/config/locations"
		location = calling + "/{locationId}"
		numbers  = location + "/numbers"
	)
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+base+"/people/me", s.me)
	mux.HandleFunc("GET "+base+"/organizations", s.listOrganizations)
	mux.HandleFunc("GET "+base+"/organizations/{orgId}", s.organization)
	mux.HandleFunc("GET "+base+"/authorizations/tokenExpiry", s.tokenExpiry)
	mux.HandleFunc("GET "+base+"/locations", s.listLocations)
	mux.HandleFunc("GET "+calling, s.listCallingLocations)
	mux.HandleFunc("GET "+location, s.callingLocation)
	mux.HandleFunc("GET "+base+"/telephony/pstn/locations/{locationId}/connection", s.connection)
	mux.HandleFunc("GET "+base+"/telephony/config/numbers", s.listNumbers)
	mux.HandleFunc("POST "+base+"/telephony/config/actions/validateNumbers/invoke", s.validateNumbers)
	mux.HandleFunc("POST "+numbers, s.paced(s.troubled(s.addNumbers)))
	mux.HandleFunc("PUT "+numbers, s.paced(s.activateNumbers))
	mux.HandleFunc("DELETE "+numbers, s.paced(s.removeNumbers))
	mux.HandleFunc("/", s.noSuchCall)
	return s.guarded(s.tracked(s.faulty(s.authorized(mux))))
}

// guarded tells of a panic that net/http would keep to itself, and cuts the connection
// as that does: what became of the request is not known.
func (s *Server) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := fault.Catch(func() error {
			next.ServeHTTP(w, r)
			return nil
		})
		caught, ok := errors.AsType[*fault.PanicError](err)
		if !ok {
			return
		}
		cause, _ := caught.What.(error)
		if !errors.Is(cause, http.ErrAbortHandler) && s.options.OnFault != nil {
			s.options.OnFault(caught)
		}
		panic(http.ErrAbortHandler)
	})
}

// tracked gives each answer its tracking ID and bounds what is read.
func (s *Server) tracked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set(trackingHeader, s.tracking.next())
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r)
	})
}

// authorized lets only requests with the token pass, and only those that ask
// for this organization. A path with an empty segment is a wrong one.
func (s *Server) authorized(next http.Handler) http.Handler {
	want := []byte("Bearer " + s.token)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		org := r.URL.Query().Get("orgId")
		switch {
		case subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), want) != 1:
			refuse(w, http.StatusUnauthorized, "The request requires a valid access token set in the Authorization request header.")
		case strings.Contains(r.URL.Path, "//"):
			s.noSuchCall(w, r)
		case org != "" && org != organizationID:
			refuse(w, http.StatusForbidden, "The access token is missing required scopes or the user is missing required roles.")
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// paced makes a call take as long as Behavior.Pace. A client that has gone by
// then gets nothing done.
func (s *Server) paced(call http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if pace := s.behavior().Pace; pace > 0 && s.options.Sleep(r.Context(), pace) != nil {
			panic(http.ErrAbortHandler)
		}
		call(w, r)
	}
}

func (*Server) noSuchCall(w http.ResponseWriter, r *http.Request) {
	refuse(w, http.StatusNotFound, "No static resource hydra"+r.URL.Path+".")
}
