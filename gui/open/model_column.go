package open

import (
	"strconv"
	"strings"

	"numberloader/gui/rows"
	"numberloader/internal/number"
)

// askColumn asks which column holds the numbers.
func askColumn(o Opening) Question {
	table := o.Table()
	q := Question{Title: "Which column holds the numbers to add?", Chosen: 0}
	for i, c := range table.Ask.Candidates {
		card := columnCard(o, c, len(table.Records))
		if o.Previewing() {
			preview, known := o.Preview(i)
			card.Counts = countsOf("With this column", preview, known)
		}
		q.Cards = append(q.Cards, card)
	}
	switch len(q.Cards) {
	case 0:
		q.Cards, q.Chosen, q.Pick = anyColumns(o), -1, "Choose a column"
		q.Text = "No column looks like phone numbers. Choose the column here, or another sheet or another row of headers:"
	case 1:
		q.Text = "Only one column looks a little like phone numbers. " + Found(table)
	default:
		q.Text = spelled(len(q.Cards)) + " columns look like phone numbers. " + Found(table)
	}
	return q
}

// maxSamples is how many cells of a column are shown.
const maxSamples = 8

func columnCard(o Opening, c number.Candidate, all int) Card {
	letter := number.ColumnName(c.Column)
	card := Card{
		Title: "Column " + letter, Label: "Use column " + letter, Take: func() { o.Answer(c.Column) },
		Caption: rows.Of(c.Filled, "number", "numbers"),
		Samples: c.Samples[:min(len(c.Samples), maxSamples)],
	}
	if c.Heading != "" {
		card.Title += ": " + rows.OneLine(c.Heading)
	}
	switch empty := all - c.Filled; {
	case empty == 1:
		card.Caption += ", 1 cell is empty"
	case empty > 1:
		card.Caption += ", " + rows.Count(empty) + " cells are empty"
	}
	return card
}

// maxColumns is how many columns are shown where none looks like phone numbers.
const maxColumns = 9

// anyColumns are the first columns that hold anything.
func anyColumns(o Opening) []Card {
	table := o.Table()
	var cards []Card
	for i := 0; i < tableWidth(table) && len(cards) < maxColumns; i++ {
		if candidate := lookInto(table, i); candidate.Filled > 0 {
			card := columnCard(o, candidate, candidate.Filled)
			card.Caption = rows.Of(candidate.Filled, "cell", "cells")
			cards = append(cards, card)
		}
	}
	return cards
}

// lookInto is a column of a table with a look into it.
func lookInto(table *number.Table, column int) number.Candidate {
	candidate := number.Candidate{Column: column}
	if column < len(table.Headings) {
		candidate.Heading = table.Headings[column]
	}
	for i := range table.Records {
		record := &table.Records[i]
		if column >= len(record.Source) || record.Source[column] == "" {
			continue
		}
		candidate.Filled++
		if len(candidate.Samples) < maxSamples {
			cell := number.ColumnName(column) + strconv.Itoa(record.Line)
			candidate.Samples = append(candidate.Samples, number.Sample{Cell: cell, Text: rows.OneLine(record.Source[column])})
		}
	}
	return candidate
}

// Found says what the reader found by itself, "" if there is nothing to say.
func Found(table *number.Table) string {
	var parts []string
	if table.Sheet != "" {
		parts = append(parts, "sheet "+table.Sheet)
	}
	if table.HeaderRow > 0 {
		parts = append(parts, "headers in row "+strconv.Itoa(table.HeaderRow))
	}
	for _, field := range number.Fields() {
		if column, ok := table.Columns[field]; ok && field != number.FieldNumber {
			parts = append(parts, strings.ToLower(FieldName(field))+" in "+number.ColumnName(column))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "The rest was found: " + strings.Join(parts, ", ") + "."
}

// FieldName is the name of a field in the dialog.
func FieldName(f number.Field) string {
	return [...]string{"Number", "End of range", "Type", "Usage", "State", "Location", "Subscription"}[f]
}
