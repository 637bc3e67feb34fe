// Package settings is what the user has set once for all files, and where that is
// kept. It knows no toolkit.
package settings

import (
	"path/filepath"
	"slices"

	"numberloader/internal/plan"
)

// Look is whether the window is light or dark.
type Look string

// The looks.
const (
	LookSystem Look = "system" // as the desktop
	LookLight  Look = "light"
	LookDark   Look = "dark"
)

// Speed is how long the practice organization takes for a request.
type Speed string

// The speeds.
const (
	SpeedLikeWebex Speed = "like-webex"
	SpeedSlow      Speed = "slow"
	SpeedAtOnce    Speed = "at-once"
)

// Errors are what goes wrong in the practice organization on purpose.
type Errors string

// The errors. Waits alone are what Webex itself does to large runs.
const (
	ErrorsNone  Errors = "none"
	ErrorsWaits Errors = "waits"
	ErrorsSome  Errors = "some"
	ErrorsMany  Errors = "many"
)

// Cloud is the part of Webex that the organization belongs to.
type Cloud string

// The clouds.
const (
	CloudCommercial Cloud = "commercial"
	CloudGovernment Cloud = "government"
)

// Address is where the service of a cloud is.
func (c Cloud) Address() string {
	if c == CloudGovernment {
		// "POST https://api-usgov.webex.com/v1/applications", says
		// https://developer.webex.com/docs/api/guides/create-a-fedramp-integration.
		return "https://api-usgov.webex.com/v1"
	}
	return "https://webexapis.com/v1"
}

// Place is where results are saved: one of the constants, or the path of a folder.
type Place string

// The places that have a name.
const (
	PlaceBeside    Place = "beside" // the file with the numbers
	PlaceDocuments Place = "documents"
	PlaceHome      Place = "home"
)

// The range of TextSize, in percent.
const (
	SmallestText = 80
	LargestText  = 200
)

// Settings are what the user has set. Values are comparable. Usual returns those of
// the first start.
type Settings struct {
	// Country (ISO 3166 alpha-2) is that of numbers without a country code; "" asks
	// for each file.
	Country string
	// Limits say how many numbers go into a request.
	Limits plan.Limits

	Look     Look
	TextSize int // in percent, SmallestText to LargestText

	Speed  Speed
	Errors Errors

	Cloud Cloud

	// Results is where the results workbook goes, and Otherwise where it goes if
	// that folder can't be written: PlaceDocuments or PlaceHome.
	Results, Otherwise Place
}

// Usual are the settings of the first start.
func Usual() Settings {
	return Settings{
		Limits: plan.Webex(), Look: LookSystem, TextSize: 100, Speed: SpeedLikeWebex, Errors: ErrorsWaits,
		Cloud: CloudCommercial, Results: PlaceBeside, Otherwise: PlaceDocuments,
	}
}

// valid are the settings with what is usual in place of values that are none, as in a
// file that somebody has edited.
func (s Settings) valid() Settings {
	usual := Usual()
	if len(s.Country) != 0 && !isCountry(s.Country) {
		s.Country = usual.Country
	}
	if wrong, ok := s.Limits.Check(); !ok && wrong.Mobile {
		s.Limits.Mobile = usual.Limits.Mobile
	}
	if _, ok := s.Limits.Check(); !ok {
		s.Limits.Others = usual.Limits.Others
	}
	if s.TextSize < SmallestText || s.TextSize > LargestText {
		s.TextSize = usual.TextSize
	}
	if s.Results != PlaceBeside && s.Results != PlaceDocuments && s.Results != PlaceHome && !filepath.IsAbs(string(s.Results)) {
		s.Results = usual.Results
	}
	s.Look = oneOf(s.Look, usual.Look, LookLight, LookDark)
	s.Speed = oneOf(s.Speed, usual.Speed, SpeedSlow, SpeedAtOnce)
	s.Errors = oneOf(s.Errors, usual.Errors, ErrorsNone, ErrorsSome, ErrorsMany)
	s.Cloud = oneOf(s.Cloud, usual.Cloud, CloudGovernment)
	s.Otherwise = oneOf(s.Otherwise, usual.Otherwise, PlaceHome)
	return s
}

// oneOf is value if that is one of the others, else usual.
func oneOf[T comparable](value, usual T, others ...T) T {
	if slices.Contains(others, value) {
		return value
	}
	return usual
}

// isCountry reports whether a text has the form of a country's code.
func isCountry(code string) bool {
	letter := func(c byte) bool { return c >= 'A' && c <= 'Z' }
	return len(code) == 2 && letter(code[0]) && letter(code[1])
}
