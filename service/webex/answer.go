package webex

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// wanted is what an answer is read into.
type wanted interface {
	// lacks names a field that the contract or the program requires and that the
	// answer does not have, "" if it has them all. null is not having it.
	lacks() string
}

// decode reads the answer to a call: this is where what the service says enters
// the program. All of its texts are cleaned. An answer that is no JSON, has values
// of another type or lacks a field is an *AnswerError, and never an empty truth.
func (c *Client) decode(op string, a answer, out wanted) error {
	err := json.Unmarshal(a.body, out)
	if err == nil {
		if field := out.lacks(); field != "" {
			err = fmt.Errorf("it has no %s", field)
		}
	}
	if err != nil {
		return &AnswerError{Op: op, Err: c.quiet(err), Foreign: !json.Valid(a.body) && c.trackingID(a.header) == ""}
	}
	eachText(reflect.ValueOf(out), c.text)
	return nil
}

// eachText replaces every text that v holds.
func eachText(v reflect.Value, replace func(string) string) {
	switch v.Kind() { //nolint:exhaustive // the other kinds hold no texts
	case reflect.String:
		v.SetString(replace(v.String()))
	case reflect.Pointer:
		if !v.IsNil() {
			eachText(v.Elem(), replace)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachText(v.Index(i), replace)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			eachText(v.Field(i), replace)
		}
	}
}

// missing names the first of the fields that has no value, "" if all have one.
func missing(fields ...field) string {
	for _, f := range fields {
		if !f.there {
			return f.name
		}
	}
	return ""
}

// field is a field of an answer, and whether the answer has it.
type field struct {
	name  string
	there bool
}

// lacksOf is lacks for an answer that is a list under a name.
func lacksOf[T any](name string, list []T, lacks func(*T) string) string {
	if list == nil {
		return name
	}
	for i := range list {
		if lacking := lacks(&list[i]); lacking != "" {
			return lacking
		}
	}
	return ""
}
