// Package sample holds the sample spreadsheet, as a carrier would send it. It
// imports no other package of ours.
package sample

import _ "embed" // for the workbook

// Name is the file name of the sample.
const Name = "carrier-numbers.xlsx"

//go:embed carrier-numbers.xlsx
var workbook []byte

// Workbook is the sample spreadsheet (.xlsx). The caller must not change it.
func Workbook() []byte { return workbook }
