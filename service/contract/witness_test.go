package contract

import (
	"bytes"
	"io"
	"net/http"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

// witness holds what goes over the wire against the published document.
type witness struct {
	t      *testing.T
	next   http.RoundTripper
	router routers.Router
}

func newWitness(t *testing.T, address string) *witness {
	t.Helper()
	document, err := openapi3.NewLoader().LoadFromFile("../practice/testdata/webex-numbers-subset.json")
	if err != nil {
		t.Fatal(err)
	}
	document.Servers = openapi3.Servers{{URL: address}}
	router, err := gorillamux.NewRouter(document)
	if err != nil {
		t.Fatal(err)
	}
	return &witness{t: t, next: http.DefaultTransport, router: router}
}

func (w *witness) RoundTrip(r *http.Request) (*http.Response, error) {
	sent, err := read(&r.Body)
	if err != nil {
		return nil, err
	}
	response, err := w.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	got, err := read(&response.Body)
	if err != nil {
		return nil, err
	}
	w.hold(r, sent, response, got)
	return response, nil
}

// read takes a whole body and puts it back.
func read(body *io.ReadCloser) ([]byte, error) {
	if *body == nil {
		return nil, nil
	}
	text, err := io.ReadAll(*body)
	_ = (*body).Close()
	*body = io.NopCloser(bytes.NewReader(text))
	return text, err
}

// hold checks a request and its answer. The document describes no body of an
// error as Webex really sends it.
func (w *witness) hold(r *http.Request, sent []byte, response *http.Response, got []byte) {
	w.t.Helper()
	route, parameters, err := w.router.FindRoute(r)
	if err != nil {
		w.t.Errorf("%s %s is no documented call: %v", r.Method, r.URL.Path, err)
		return
	}
	request := r.Clone(r.Context())
	request.Body = io.NopCloser(bytes.NewReader(sent))
	options := &openapi3filter.Options{
		IncludeResponseStatus: true, AuthenticationFunc: openapi3filter.NoopAuthenticationFunc,
		ExcludeResponseBody: response.StatusCode >= http.StatusMultipleChoices,
	}
	input := &openapi3filter.RequestValidationInput{Request: request, PathParams: parameters, Route: route, Options: options}
	if err := openapi3filter.ValidateRequest(r.Context(), input); err != nil {
		w.t.Errorf("the request %s %s: %v", r.Method, r.URL.Path, err)
	}
	answer := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: input, Status: response.StatusCode, Header: response.Header,
		Body: io.NopCloser(bytes.NewReader(got)), Options: options,
	}
	if err := openapi3filter.ValidateResponse(r.Context(), answer); err != nil {
		w.t.Errorf("the answer to %s %s: %v\n%s", r.Method, r.URL.Path, err, got)
	}
}
