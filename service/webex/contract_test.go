package webex

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/google/go-cmp/cmp"
)

// document is the OpenAPI document of the calls, read once: that takes a while.
var document = sync.OnceValues(func() (*openapi3.T, error) {
	return openapi3.NewLoader().LoadFromFile("../practice/testdata/webex-numbers-subset.json")
})

// reading is a call that reads, and what its answer has to have.
type reading struct {
	method, path string // as the document has it
	needs        string // fields without which there is no answer, of those that are documented
	do           func(context.Context, *Client) (any, error)
}

// readings are the calls whose answers the program takes something from.
func readings() []reading {
	return []reading{
		{http.MethodGet, "/people/me", "orgId", func(ctx context.Context, c *Client) (any, error) { return c.Me(ctx) }},
		{http.MethodGet, "/organizations", "items items.id", func(ctx context.Context, c *Client) (any, error) { return c.Organizations(ctx) }},
		{http.MethodGet, "/organizations/{orgId}", "id", func(ctx context.Context, c *Client) (any, error) { return c.Organization(ctx, "o") }},
		{http.MethodGet, "/authorizations/tokenExpiry", "exp", func(ctx context.Context, c *Client) (any, error) { return c.TokenExpiry(ctx) }},
		{http.MethodGet, "/locations", "items items.id items.name", func(ctx context.Context, c *Client) (any, error) { return c.Locations(ctx) }},
		{http.MethodGet, "/telephony/config/locations", "locations locations.id locations.name", func(ctx context.Context, c *Client) (any, error) { return c.CallingLocations(ctx) }},
		{http.MethodGet, "/telephony/pstn/locations/{locationId}/connection", "id pstnConnectionType", func(ctx context.Context, c *Client) (any, error) { return c.PSTNConnection(ctx, "l") }},
		{
			http.MethodGet, "/telephony/config/numbers",
			"phoneNumbers phoneNumbers.state phoneNumbers.mainNumber phoneNumbers.location phoneNumbers.location.id phoneNumbers.location.name",
			func(ctx context.Context, c *Client) (any, error) { return c.Numbers(ctx, "") },
		},
		{
			http.MethodPost, "/telephony/config/actions/validateNumbers/invoke", "numbers numbers.number numbers.state numbers.tollFreeNumber",
			func(ctx context.Context, c *Client) (any, error) {
				return c.ValidateNumbers(ctx, []string{"+12145550100"})
			},
		},
	}
}

// sample is a whole answer as a schema describes it.
func sample(name string, s *openapi3.Schema) any {
	for _, all := range s.AllOf {
		return sample(name, all.Value)
	}
	switch {
	case s.Type.Is("object"):
		fields := map[string]any{}
		for name, property := range s.Properties {
			fields[name] = sample(name, property.Value)
		}
		return fields
	case s.Type.Is("array"):
		return []any{sample(name, s.Items.Value)}
	case s.Type.Is("boolean"):
		return true
	case s.Type.Is("string") && len(s.Enum) > 0:
		return s.Enum[0]
	case s.Type.Is("string") && (name == "phoneNumber" || name == "number"):
		return "+12145550100"
	case s.Type.Is("string"):
		return "text of " + name
	case name == "exp":
		return 1768630439322
	}
	return 1
}

// spoiled are the ways in which a field may be wrong.
func spoiled() map[string]any {
	return map[string]any{
		"missing": nil, "null": nil, "a number": 1.5, "a huge number": 1e300, "a text": "other", "a huge text": strings.Repeat("x", 3*maxText),
		"a flag": false, "a list": []any{}, "an object": map[string]any{}, "a list in a list": []any{[]any{nil}},
	}
}

// eachField calls do for every field of an answer, at any depth, with its path and
// the object that has it.
func eachField(value any, path string, do func(path, name string, in map[string]any)) {
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			eachField(element, path, do)
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			below := strings.TrimPrefix(path+"."+name, ".")
			do(below, name, v)
			eachField(v[name], below, do)
		}
	}
}

// ask serves one answer and reads it.
func (r reading) ask(t *testing.T, answer any) (any, error) {
	t.Helper()
	body, err := json.Marshal(answer)
	if err != nil {
		t.Fatal(err)
	}
	served := step{method: r.method, path: servedPath(r.path), body: string(body)}
	c := newRig(t, served, served, served)
	defer c.script.forget()
	return r.do(t.Context(), c.Client)
}

func servedPath(documented string) string {
	return strings.NewReplacer("{orgId}", "o", "{locationId}", "l").Replace(documented)
}

// TestNoFieldOfAnAnswerIsMadeUp spoils each documented field of each answer, one
// after the other. Nothing but an error may come of those that are needed, and what
// is read without the others says nothing that the whole answer does not say.
func TestNoFieldOfAnAnswerIsMadeUp(t *testing.T) {
	t.Parallel()
	contract, err := document()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range readings() {
		t.Run(r.method+" "+r.path, func(t *testing.T) {
			t.Parallel()
			schema := contract.Paths.Value(r.path).GetOperation(r.method).Responses.Value("200").Value.Content["application/json"].Schema.Value
			whole, err := r.ask(t, sample("", schema))
			if err != nil {
				t.Fatalf("a whole answer: %v", err)
			}
			met := 0
			eachField(sample("", schema), "", func(path, _ string, _ map[string]any) {
				for how, with := range spoiled() {
					r.spoil(t, schema, path, how, with, whole)
				}
				if slices.Contains(strings.Fields(r.needs), path) {
					met++
				}
			})
			if met != len(strings.Fields(r.needs)) {
				t.Errorf("of the fields %s, %d are documented", r.needs, met)
			}
		})
	}
}

// spoil asks once more, with one field wrong.
func (r reading) spoil(t *testing.T, schema *openapi3.Schema, path, how string, with, whole any) {
	t.Helper()
	answer := sample("", schema)
	eachField(answer, "", func(at, name string, in map[string]any) {
		switch {
		case at != path:
		case how == "missing":
			delete(in, name)
		default:
			in[name] = with
		}
	})
	got, err := r.ask(t, answer)
	absent := how == "missing" || how == "null"
	needed := slices.Contains(strings.Fields(r.needs), path)
	switch {
	case err != nil && !isAnswerError(err):
		t.Errorf("%s, %s: %v", path, how, err)
	case err == nil && needed && absent:
		t.Errorf("%s, %s: got %+v", path, how, got)
	case err == nil && absent && !saysLess(reflect.ValueOf(got), reflect.ValueOf(whole)):
		t.Errorf("%s, %s: %s", path, how, cmp.Diff(whole, got))
	case err == nil && len(fmt.Sprint(got)) > 2*maxText:
		t.Errorf("%s, %s: a text without end", path, how)
	}
}

// saysLess holds that every value of got is that of whole, or none.
func saysLess(got, whole reflect.Value) bool {
	switch {
	case got.IsZero():
		return true
	case got.Type() != whole.Type():
		return false
	case got.Kind() == reflect.Pointer:
		return !whole.IsNil() && saysLess(got.Elem(), whole.Elem())
	case got.Kind() == reflect.Slice:
		for i := range got.Len() {
			if i >= whole.Len() || !saysLess(got.Index(i), whole.Index(i)) {
				return false
			}
		}
		return true
	case got.Kind() == reflect.Struct && got.Type().PkgPath() != "time":
		for i := range got.NumField() {
			if !saysLess(got.Field(i), whole.Field(i)) {
				return false
			}
		}
		return true
	}
	return got.Equal(whole)
}

// An answer in another shape altogether is none.
func TestAnAnswerOfNothingIsNotAnEmptyOne(t *testing.T) {
	t.Parallel()
	for _, r := range readings() {
		for _, body := range []any{nil, map[string]any{}, []any{}, map[string]any{"message": "x"}, "text", 5, true} {
			if got, err := r.ask(t, body); !isAnswerError(err) {
				t.Errorf("%s %s answered %v: got %+v, %v", r.method, r.path, body, got, err)
			}
		}
	}
}
