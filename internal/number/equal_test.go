package number

import (
	"reflect"
	"testing"
	"unsafe"
)

// TestRowsThatDifferInAnythingAreNotEqual changes each field of a row by itself, whoever
// adds another one to it included, and of what stands beside it.
func TestRowsThatDifferInAnythingAreNotEqual(t *testing.T) {
	t.Parallel()
	var none Row
	for changed, row := range eachChanged(&none) {
		if row.Equal(&none) || none.Equal(&row) || !row.Equal(&row) {
			t.Errorf("a row with another %s is taken for the same", changed)
		}
	}
	var special Special
	for changed, s := range eachChanged(&special) {
		var row Row
		if row.SetSpecial(s); row.Equal(&none) {
			t.Errorf("a row with another %s is taken for the same", changed)
		}
	}
	finding := Finding{Args: Args{{}}}
	for changed, f := range eachChanged(&finding) {
		row, other := Row{findings: &[]Finding{f}}, Row{findings: &[]Finding{finding}}
		if row.Equal(&other) || !row.Equal(&Row{findings: &[]Finding{f}}) {
			t.Errorf("a row whose finding has another %s is taken for the same", changed)
		}
	}
}

// eachChanged are copies of a value that each have another value in one field, by its name.
func eachChanged[T any](of *T) map[string]T {
	all := map[string]T{}
	shape := reflect.TypeFor[T]()
	for i := range shape.NumField() {
		value := *of
		change(reflect.ValueOf(&value).Elem().Field(i))
		all[shape.Field(i).Name] = value
	}
	return all
}

// change sets a field to another value, also one that is not exported.
func change(field reflect.Value) {
	field = reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem() //nolint:gosec // of a test's own value
	switch kind := field.Kind(); {
	case kind == reflect.Bool:
		field.SetBool(true)
	case kind == reflect.String:
		field.SetString("other")
	case kind == reflect.Slice:
		field.Set(reflect.MakeSlice(field.Type(), 2, 2))
	case kind == reflect.Pointer:
		field.Set(reflect.New(field.Type().Elem()))
		change(field.Elem())
	case kind == reflect.Struct:
		change(field.Field(0))
	case field.CanInt():
		field.SetInt(1)
	default:
		field.SetUint(1)
	}
}

// TestARowIsSmall holds what a window with a million rows counts on.
func TestARowIsSmall(t *testing.T) {
	t.Parallel()
	if size := reflect.TypeFor[Row]().Size(); size > 80 {
		t.Errorf("a row takes %d bytes", size)
	}
}
