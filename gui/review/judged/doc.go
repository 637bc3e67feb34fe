// Package judged has the rows of a file as they were judged and planned, and what is
// counted of them: a mark and a trait of each row, so that the rows themselves need not
// be looked at again while chips and filters keep some of them; and where rows are after
// the file was judged again. It knows no toolkit.
package judged
