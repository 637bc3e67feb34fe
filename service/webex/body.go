package webex

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
)

// errorBody is what the body of an answer says about errors.
type errorBody struct {
	code       string
	message    string
	trackingID string
	perNumber  []NumberError
	nameless   bool // it lists an error without a number
}

// code is an error code, which is a number in some bodies and a text in others.
type code string

// UnmarshalJSON takes numbers and texts; anything else is no code.
func (c *code) UnmarshalJSON(text []byte) error {
	var s string
	if json.Unmarshal(text, &s) == nil {
		*c = code(s)
		return nil
	}
	var n json.Number
	if json.Unmarshal(text, &n) == nil {
		*c = code(n.String())
	}
	return nil
}

// entry is one of the errors that a body lists. Its fields are those of all
// shapes.
type entry struct {
	Number      string `json:"number"`
	Type        string `json:"errorType"`
	Code        code   `json:"errorCode"`
	Title       string `json:"errorTitle"`
	Message     string `json:"errorMessage"`
	Description string `json:"description"`
}

// object is an error body, or an element of one that is an array.
type object struct {
	Code         code           `json:"errorCode"`
	Message      string         `json:"message"`
	ErrorMessage string         `json:"errorMessage"`
	Errors       several[entry] `json:"errors"`
	TrackingID   string         `json:"trackingId"`
	// Error is that of some backends and jobs.
	Error several[struct {
		Message several[struct {
			Description string `json:"description"`
			Code        code   `json:"code"`
		}] `json:"message"`
	}] `json:"error"`
}

// several is a list of which some answers have the only element in its place.
type several[T any] []T

// UnmarshalJSON takes a list or one element; anything else is none.
func (s *several[T]) UnmarshalJSON(text []byte) error {
	if text[0] == '[' {
		_ = json.Unmarshal(text, (*[]T)(s)) // what can be read of it
		return nil
	}
	var one T
	if text[0] == '{' && json.Unmarshal(text, &one) == nil {
		*s = several[T]{one}
	}
	return nil
}

// readBody reads every shape of error body that Webex is known to send: the
// common object, the routing object, the PSTN service's errorMessage, the array
// of refused numbers, the job's errors. HTML and empty bodies say nothing. Its
// texts are cleaned.
func readBody(text []byte, clean func(string) string) errorBody {
	if text = bytes.TrimSpace(text); len(text) == 0 {
		return errorBody{}
	}
	var elements []json.RawMessage
	if json.Unmarshal(text, &elements) != nil {
		elements = []json.RawMessage{text}
	}
	var all errorBody
	for _, element := range elements {
		var o object
		_ = json.Unmarshal(element, &o) // what can be read of it
		eachText(reflect.ValueOf(&o), clean)
		all.add(o.body())
	}
	return all
}

// add joins what another element of the same body says.
func (b *errorBody) add(other errorBody) {
	b.perNumber = append(b.perNumber, other.perNumber...)
	b.nameless = b.nameless || other.nameless
	b.code = first(b.code, other.code)
	b.message = first(b.message, other.message)
	b.trackingID = first(b.trackingID, other.trackingID)
}

// says tells whether the body has any of the shapes that Webex sends.
func (b *errorBody) says() bool {
	return b.code != "" || b.message != "" || b.trackingID != "" || b.nameless || len(b.perNumber) > 0
}

// body picks code and text in the order of the reference: the first entry, then
// the object itself.
func (o *object) body() errorBody {
	b := errorBody{trackingID: o.TrackingID}
	for _, e := range o.Errors {
		b.code = first(b.code, string(e.Code))
		b.message = first(b.message, e.Description, e.Message, e.Title)
		if e.Number == "" {
			b.nameless = true
			continue
		}
		b.perNumber = append(b.perNumber, NumberError{
			Number: e.Number, Type: e.Type, Code: string(e.Code), Title: e.Title, Message: plain(e.Message),
		})
	}
	b.code = first(b.code, string(o.Code))
	b.message = first(b.message, o.Message, o.ErrorMessage)
	for _, group := range o.Error {
		for _, m := range group.Message {
			b.code = first(b.code, string(m.Code))
			b.message = first(b.message, m.Description)
		}
	}
	b.message = plain(b.message)
	return b
}

// plain takes the text out of "message=…;detail=…".
func plain(message string) string {
	inner, ok := strings.CutPrefix(message, "message=")
	if !ok {
		return message
	}
	return strings.Replace(inner, ";detail=", " ", 1)
}

func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
