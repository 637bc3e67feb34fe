package webex

import (
	"bytes"
	"encoding/json"
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
	Code         code    `json:"errorCode"`
	Message      string  `json:"message"`
	ErrorMessage string  `json:"errorMessage"`
	Errors       []entry `json:"errors"`
	TrackingID   string  `json:"trackingId"`
	// Error is the list of some backends and jobs.
	Error []struct {
		Message []struct {
			Description string `json:"description"`
			Code        code   `json:"code"`
		} `json:"message"`
	} `json:"error"`
}

// readBody reads every shape of error body that Webex is known to send: the
// common object, the routing object, the PSTN service's errorMessage, the array
// of refused numbers, the job's error list. HTML and empty bodies say nothing.
func readBody(text []byte) errorBody {
	text = bytes.TrimSpace(text)
	if len(text) > 0 && text[0] == '[' {
		return readArray(text)
	}
	var o object
	if json.Unmarshal(text, &o) != nil && !o.says() {
		return errorBody{}
	}
	return o.body()
}

// readArray reads the body that lists refused numbers; elements that are no
// objects are passed over.
func readArray(text []byte) errorBody {
	var elements []json.RawMessage
	if json.Unmarshal(text, &elements) != nil {
		return errorBody{}
	}
	var all errorBody
	for _, element := range elements {
		var o object
		if json.Unmarshal(element, &o) != nil && !o.says() {
			continue
		}
		one := o.body()
		all.perNumber = append(all.perNumber, one.perNumber...)
		all.nameless = all.nameless || one.nameless
		all.code = first(all.code, one.code)
		all.message = first(all.message, one.message)
		all.trackingID = first(all.trackingID, one.trackingID)
	}
	return all
}

// says tells whether anything could be read of an object that has fields of
// other types than expected.
func (o *object) says() bool {
	return o.Code != "" || o.Message != "" || o.ErrorMessage != "" || len(o.Errors) > 0
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
