package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"

	"github.com/nyaruka/phonenumbers/v2"
	"github.com/xuri/excelize/v2"
)

const (
	atOnce      = 4  // requests under way, as the program has them
	eachRequest = 20 // numbers of a request, as the program has them
)

// entry is a row of the list on its way.
type entry struct {
	cells          []string
	number, result string
}

// script is a whole job by plain libraries, as a practiced person writes it: it reads a
// list, judges its numbers, adds those that are right to their locations with several
// requests at once, and saves what became of them. It looks at nothing before it
// sends, and keeps no journal.
type script struct {
	address, token string
	client         http.Client
	locations      map[string]string // IDs by name
}

func job(ctx context.Context, list, results string) error {
	transport := &http.Transport{MaxIdleConnsPerHost: atOnce}
	defer transport.CloseIdleConnections()
	s := script{address: os.Getenv(addressVariable), token: os.Getenv(tokenVariable), client: http.Client{Transport: transport}}
	entries, err := readEntries(list)
	if err != nil {
		return err
	}
	if err := s.readLocations(ctx); err != nil {
		return err
	}
	s.send(ctx, requests(entries[1:]))
	return saveEntries(results, entries)
}

// readEntries reads the rows of a workbook, its headings among them, and judges them.
func readEntries(path string) (entries []entry, err error) {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	rows, err := f.Rows(sheetName)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		e := entry{cells: cells, result: "Not a phone number"}
		if n, err := phonenumbers.Parse(cells[0], "US"); err == nil && phonenumbers.IsValidNumber(n) {
			e.number, e.result = phonenumbers.Format(n, phonenumbers.E164), ""
		}
		entries = append(entries, e)
	}
	return entries, rows.Error()
}

// requests are entries with a number, those of a location in parts.
func requests(entries []entry) [][]*entry {
	var all [][]*entry
	last := map[string]int{}
	for i := range entries {
		e := &entries[i]
		if e.number == "" {
			continue
		}
		at, begun := last[e.cells[3]]
		if !begun || len(all[at]) == eachRequest {
			at = len(all)
			last[e.cells[3]], all = at, append(all, nil)
		}
		all[at] = append(all[at], e)
	}
	return all
}

func (s *script) readLocations(ctx context.Context) error {
	var answer struct {
		Items []struct {
			ID   string `json:"id"`
			Name string `json:"name"`
		} `json:"items"`
	}
	body, status, err := s.call(ctx, http.MethodGet, "/locations", nil)
	if err != nil || status != http.StatusOK {
		return fmt.Errorf("locations: %d, %w", status, err)
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return err
	}
	s.locations = map[string]string{}
	for _, l := range answer.Items {
		s.locations[l.Name] = l.ID
	}
	return nil
}

// send sends all requests, several at once, and notes their ends.
func (s *script) send(ctx context.Context, all [][]*entry) {
	queue := make(chan []*entry)
	var workers sync.WaitGroup
	for range atOnce {
		workers.Go(func() {
			for entries := range queue {
				result := s.add(ctx, entries)
				for _, e := range entries {
					e.result = result
				}
			}
		})
	}
	for _, entries := range all {
		queue <- entries
	}
	close(queue)
	workers.Wait()
}

// add adds the numbers of entries to their location, and says what came of it.
func (s *script) add(ctx context.Context, entries []*entry) string {
	var numbers []string
	for _, e := range entries {
		numbers = append(numbers, e.number)
	}
	body, err := json.Marshal(map[string]any{"phoneNumbers": numbers, "numberType": "DID", "state": "ACTIVE"})
	if err != nil {
		return err.Error()
	}
	path := "/telephony/config/locations/" + s.locations[entries[0].cells[3]] + "/numbers"
	switch text, status, err := s.call(ctx, http.MethodPost, path, body); {
	case err != nil:
		return err.Error()
	case status != http.StatusCreated:
		return strings.TrimSpace(string(text))
	}
	return "Added"
}

func (s *script) call(ctx context.Context, method, path string, body []byte) (text []byte, status int, err error) {
	request, err := http.NewRequestWithContext(ctx, method, s.address+path, bytes.NewReader(body))
	if err != nil {
		return nil, 0, err
	}
	request.Header.Set("Authorization", "Bearer "+s.token)
	request.Header.Set("Content-Type", "application/json")
	answer, err := s.client.Do(request)
	if err != nil {
		return nil, 0, err
	}
	defer func() { err = errors.Join(err, answer.Body.Close()) }()
	text, err = io.ReadAll(answer.Body)
	return text, answer.StatusCode, err
}

// saveEntries saves the rows with what became of them.
func saveEntries(path string, entries []entry) error {
	book := excelize.NewFile()
	stream, err := book.NewStreamWriter(sheetName)
	if err != nil {
		return err
	}
	for i, e := range entries {
		row := make([]any, 0, len(e.cells)+2)
		for _, cell := range append(e.cells, e.number, e.result) {
			row = append(row, cell)
		}
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := stream.SetRow(cell, row); err != nil {
			return err
		}
	}
	return errors.Join(stream.Flush(), book.SaveAs(path), book.Close())
}
