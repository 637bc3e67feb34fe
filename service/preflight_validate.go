package service

import (
	"context"
	"errors"
	"net/http"
	"sync"

	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/phrase"
	"numberloader/internal/review"
	"numberloader/service/webex"
)

// How numbers are validated. Webex does not publish how many a request may have;
// an SDK of its own sends 10, which is therefore always tried.
const (
	firstBatch     = 100
	smallestBatch  = 10
	validateAtOnce = 4
)

// The messages about numbers that Webex did not judge.
const (
	noteMayNotValidate = "fates.unchecked.right"
	noteNotValidated   = "fates.unchecked.all"
)

// validate asks Webex which of the numbers it does not accept, and why. It is a
// help and no condition: where Webex can't be asked a note says so. The error is
// a *fault.Error: a sign-in that is over, no connection, a stop.
func (s *Service) validate(ctx context.Context, known *review.Known, numbers []number.E164) error {
	known.Unavailable, known.NotTollFree = map[number.E164]number.Variant{}, make(review.Numbers, 0, len(numbers))
	v := &validation{left: numbers, size: firstBatch, known: known}
	var workers sync.WaitGroup
	for range validateAtOnce {
		workers.Go(func() { v.fail(fault.Catch(func() error { return v.work(ctx, s.api) })) })
	}
	workers.Wait()
	known.TollFree, known.NotTollFree = review.NumbersOf(known.TollFree), review.NumbersOf(known.NotTollFree)
	switch api, isAPI := errors.AsType[*webex.APIError](v.failed); {
	case v.failed == nil:
		return nil
	case webex.IsForeign(v.failed), isAPI && api.Status == http.StatusUnauthorized:
		return explain(v.failed)
	case isAPI && (api.Status == http.StatusForbidden || api.Code == codeNotAuthorized):
		known.Notes = append(known.Notes, phrase.Text(noteMayNotValidate))
		return nil
	case isAPI || isAnswerError(v.failed):
		known.Notes = append(known.Notes, phrase.Text(noteNotValidated))
		return nil
	}
	return explain(v.failed)
}

func isAnswerError(err error) bool {
	_, odd := errors.AsType[*webex.AnswerError](err)
	return odd
}

// validation is the numbers that are still to be validated, and what is known of
// the others.
type validation struct {
	mu     sync.Mutex
	left   []number.E164
	size   int
	known  *review.Known
	failed error // the first; ends the work
}

// work validates batch after batch until none is left or one has failed. The error is
// why this one failed.
func (v *validation) work(ctx context.Context, api preflightAPI) error {
	for batch := v.take(); len(batch) > 0; batch = v.take() {
		judged, err := api.ValidateNumbers(ctx, texts(batch))
		switch {
		case err == nil:
			v.judge(judged)
		case mayBeTooMany(err) && len(batch) > smallestBatch:
			v.putBack(batch)
		default:
			return err
		}
	}
	return nil
}

// fail notes the first reason why a worker ended early; the others end after their batch.
func (v *validation) fail(err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.failed = firstOf(v.failed, err)
}

func (v *validation) take() []number.E164 {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.failed != nil {
		return nil
	}
	n := min(v.size, len(v.left))
	batch := v.left[:n:n]
	v.left = v.left[n:]
	return batch
}

func texts(numbers []number.E164) []string {
	all := make([]string, len(numbers))
	for i, n := range numbers {
		all[i] = n.String()
	}
	return all
}

// judge keeps what Webex says. Numbers that it was not asked about are passed
// over, and so are states that are not known here.
func (v *validation) judge(judged []webex.Validated) {
	v.mu.Lock()
	defer v.mu.Unlock()
	for i := range judged {
		n, err := number.ParseE164(judged[i].Number)
		if err != nil {
			continue
		}
		switch why, no := unavailableBecause(judged[i].State); {
		case no:
			v.known.Unavailable[n] = why
		case judged[i].State != webex.Available:
		case judged[i].TollFree:
			v.known.TollFree = append(v.known.TollFree, n)
		default:
			v.known.NotTollFree = append(v.known.NotTollFree, n)
		}
	}
}

// putBack has the numbers of a batch tried again in smaller ones, since its size may be
// what Webex has refused.
func (v *validation) putBack(batch []number.E164) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.size = min(v.size, max(len(batch)/2, smallestBatch))
	v.left = append(batch, v.left...)
}

// mayBeTooMany reports whether a request may have had too many numbers: no answer for
// that is published.
func mayBeTooMany(err error) bool {
	return isStatus(err, http.StatusBadRequest) || isStatus(err, http.StatusRequestEntityTooLarge) ||
		isStatus(err, http.StatusUnprocessableEntity)
}

// unavailableBecause is why a number in this state can't be added. It says false
// if it can, or if the state is not known.
func unavailableBecause(state string) (number.Variant, bool) {
	switch state {
	case webex.Duplicate:
		return number.VariantInUse, true
	case webex.DuplicateInList:
		return number.VariantTwice, true
	case webex.Invalid:
		return number.VariantInvalid, true
	case webex.Unavailable:
		return number.VariantElsewhere, true
	}
	return number.Usual, false
}
