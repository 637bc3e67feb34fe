package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"

	"github.com/nyaruka/phonenumbers/v2"
	"github.com/xuri/excelize/v2"
)

// judged is a row as the tuned program prints it.
type judged struct {
	Row     int                          `json:"row"`
	Number  string                       `json:"number"`
	Country string                       `json:"country"`
	Place   string                       `json:"place"`
	Kind    phonenumbers.PhoneNumberType `json:"kind"`
	Valid   bool                         `json:"valid"`
}

// tuned reads the rows of a workbook as they come, judges the numbers of the first
// column and prints a line of JSON for each, through a buffer: what a practiced person
// writes with excelize, phonenumbers and encoding/json.
func tuned(path string, w io.Writer) (err error) {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	rows, err := f.Rows(sheetName)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	out := bufio.NewWriterSize(w, 1<<16)
	encoder := json.NewEncoder(out)
	for row := 1; rows.Next(); row++ {
		cells, err := rows.Columns()
		if err != nil {
			return err
		}
		n, err := phonenumbers.Parse(cells[0], "US")
		if err != nil {
			continue // the headings
		}
		if err := encoder.Encode(judge(row, n, cells[3])); err != nil {
			return err
		}
	}
	return errors.Join(rows.Error(), out.Flush())
}

func judge(row int, n *phonenumbers.PhoneNumber, place string) judged {
	return judged{
		Row: row, Number: phonenumbers.Format(n, phonenumbers.E164), Country: phonenumbers.GetRegionCodeForNumber(n), Place: place,
		Kind: phonenumbers.GetNumberType(n), Valid: phonenumbers.IsValidNumber(n),
	}
}
