package service

import (
	"context"
	"slices"
	"time"

	"numberloader/internal/number"
	"numberloader/internal/review"
	"numberloader/service/webex"
)

// preflightAPI is the part of Webex that tells what is known before a run.
type preflightAPI interface {
	Organizations(ctx context.Context) ([]webex.Organization, error)
	TokenExpiry(ctx context.Context) (time.Time, error)
	ValidateNumbers(ctx context.Context, numbers []string) ([]webex.Validated, error)
}

// Survey reads what has to be known of the organization before the rows of a
// file can be judged: its locations, the PSTN type of each location that a row
// names by ID or by name, the numbers it has, and what Webex says of the numbers
// that rows would add. It changes nothing; a Submit that follows soon reads none of
// it again. The error is a *fault.Error.
func (s *Service) Survey(ctx context.Context, rows []*number.Row) (review.Known, error) {
	locations, others, err := s.places(ctx)
	if err != nil {
		return review.Known{}, err
	}
	if locations, err = s.WithPSTN(ctx, locations, named(rows, locations)); err != nil {
		return review.Known{}, err
	}
	at := s.settings.Now()
	existing, err := s.listing(ctx, "")
	if err != nil {
		return review.Known{}, lacking(readNumbers, err)
	}
	place(existing, locations)
	s.survey.keep(surveyed{at, existing, locations})
	known := review.Known{Locations: locations, NotCalling: others, Existing: existing}
	if err := s.validate(ctx, &known, wanted(rows, existing)); err != nil {
		return review.Known{}, err
	}
	return known, nil
}

// place puts all that is known of its location beside each number.
func place(existing numberList, locations []number.Location) {
	byID := newPlaces(locations)
	for n, h := range existing {
		h.Location = byID.whole(h.Location)
		existing[n] = h
	}
}

// places are locations by their bare IDs.
type places map[string]number.Location

func newPlaces(locations []number.Location) places {
	byID := make(places, len(locations))
	for _, l := range locations {
		byID[bare(l.ID)] = l
	}
	return byID
}

// whole is all that is known of a location.
func (p places) whole(l number.Location) number.Location {
	if whole, ok := p[bare(l.ID)]; ok {
		return whole
	}
	return l
}

// wanted are the numbers that the rows would add, each once, without those that
// the organization has. Numbers that Webex alone did not accept before are asked
// about again.
func wanted(rows []*number.Row, existing numberList) review.Numbers {
	all := make([]number.E164, 0, len(rows))
	for _, row := range rows {
		n := row.Number
		_, exists := existing[n]
		if n.IsZero() || exists || stopped(row) || row.LeftOut || row.Hidden {
			continue
		}
		all = append(all, n)
	}
	return review.NumbersOf(all)
}

// stopped reports whether a row has another problem than that Webex did not accept its
// number.
func stopped(row *number.Row) bool {
	other := func(f number.Finding) bool {
		return f.Level == number.LevelProblem && f.Code != number.CodeUnavailableInWebex
	}
	return row.Level == number.LevelProblem && (len(row.Findings()) == 0 || slices.ContainsFunc(row.Findings(), other))
}
