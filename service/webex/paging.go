package webex

import (
	"bytes"
	"context"
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// maxPages ends a list that never ends.
const maxPages = 10000

var (
	errTooLarge  = errors.New("the answer is too large")
	errOtherHost = errors.New("the next page is at another address")
	errRepeating = errors.New("the pages of the list repeat themselves")
)

// pager says how a list is paged.
type pager struct {
	size int // items asked for in a page
	// byStart goes on with start=… where Webex sends no Link header, until a
	// page is not full.
	byStart bool
}

// pages reads a list page by page. take is called with the body of each page
// and returns how many items it has.
func (c *Client) pages(ctx context.Context, k call, p pager, take func(body []byte) (int, error)) error {
	if k.query == nil {
		k.query = url.Values{}
	}
	k.query.Set("max", strconv.Itoa(p.size))
	next, err := c.address(k)
	if err != nil {
		return err
	}
	var last []byte
	total, linked := 0, false
	for range maxPages {
		a, err := c.read(ctx, k, next)
		if err != nil {
			return err
		}
		if last != nil && bytes.Equal(last, a.body) {
			return &AnswerError{Op: k.op, Err: errRepeating}
		}
		last = a.body
		count, err := take(a.body)
		if err != nil {
			return err
		}
		total += count
		link := nextLink(a.header.Values("Link"))
		switch {
		case link != "":
			linked = true
			if next, err = c.follow(next, link); err != nil {
				return &AnswerError{Op: k.op, Err: err}
			}
		case linked || !p.byStart || count < p.size:
			return nil
		default:
			k.query.Set("start", strconv.Itoa(total))
			if next, err = c.address(k); err != nil {
				return err
			}
		}
	}
	return &AnswerError{Op: k.op, Err: errRepeating}
}

// follow resolves a link. Only the service's own origin gets the token, and there
// only what lies below the base.
func (c *Client) follow(from *url.URL, link string) (*url.URL, error) {
	next, err := from.Parse(link)
	if err != nil || next.Scheme != c.base.Scheme || !strings.EqualFold(next.Host, c.base.Host) || next.User != nil {
		return nil, errOtherHost
	}
	if !strings.HasPrefix(next.Path, c.base.Path) || slices.Contains(strings.Split(next.Path, "/"), "..") {
		return nil, errOtherHost
	}
	return next, nil
}

// nextLink is the target of rel="next" in Link headers (RFC 8288), "" if there
// is none.
func nextLink(headers []string) string {
	for _, header := range headers {
		for _, link := range splitLinks(header) {
			target, parameters, ok := strings.Cut(link, ">")
			if ok && isNext(parameters) {
				return strings.TrimSpace(target)
			}
		}
	}
	return ""
}

// splitLinks gives the text after each "<" that begins a link.
func splitLinks(header string) []string {
	_, rest, found := strings.Cut(header, "<")
	if !found {
		return nil
	}
	return strings.Split(rest, "<")
}

func isNext(parameters string) bool {
	for parameter := range strings.SplitSeq(strings.TrimRight(parameters, ", "), ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(parameter), "=")
		value = strings.Trim(strings.TrimSpace(value), `"`)
		if strings.EqualFold(strings.TrimSpace(name), "rel") && strings.EqualFold(value, "next") {
			return true
		}
	}
	return false
}
