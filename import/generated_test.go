package importer

import (
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"numberloader/internal/number"
)

// madeUpLists is how many lists are made up: few in an ordinary test, and as many as
// NUMBERLOADER_LISTS says when it is named. The seed is the number of the list.
func madeUpLists(t *testing.T) uint64 {
	t.Helper()
	const few = 400
	text := os.Getenv("NUMBERLOADER_LISTS")
	if text == "" {
		return few
	}
	n, err := strconv.ParseUint(text, 10, 32)
	if err != nil || n < 1 {
		t.Fatalf("NUMBERLOADER_LISTS=%q is no number of lists", text)
	}
	return n
}

// TestMadeUpListsLoseNothing makes up lists of 40 people or 60 numbers in many
// languages, as text tables and as workbooks, with optional columns, blanks, covers,
// titles, groups, notes, totals, blocks, area codes, main numbers with extensions,
// numbers side by side, hidden columns, further tables, and turned. Each number
// of the list is read and none is made up, or there is a question; what looks like a
// phone number is accounted for. A list in which nothing is ambiguous asks at most
// twice in a hundred, and one that is ambiguous always.
func TestMadeUpListsLoseNothing(t *testing.T) {
	t.Parallel()
	asked, clear := 0, 0
	for seed := range madeUpLists(t) {
		list := makeUp(1, seed)
		for name, ambiguous := range map[string]bool{"list.csv": list.ambiguous, "list.xlsx": list.ambiguous || list.more != nil} {
			content, want := list.text(t), phones(list.inText())
			if name == "list.xlsx" {
				content, want = list.workbook(t), phones(list.cover, list.rows, list.more, list.hidden)
			}
			table := mustRead(t, name, content, number.Layout{})
			if got := accounted(table); got != want {
				t.Errorf("%s %d: %d of %d cells are accounted for", name, seed, got, want)
			}
			if name == "list.xlsx" {
				checkVeiled(t, table, &list, seed)
			}
			switch {
			case ambiguous && table.Ask == nil:
				t.Errorf("%s %d does not ask\n%s", name, seed, list.text(t))
			case ambiguous:
			case table.Ask != nil:
				asked, clear = asked+1, clear+1
				t.Logf("%s %d asks for the %s\n%.300s", name, seed, table.Ask.Question, list.text(t))
			default:
				clear++
				if diff := cmp.Diff(list.numbers, listedNumbers(table)); diff != "" {
					t.Errorf("%s %d: columns %v, header %d: %s\n%.600s", name, seed, table.Columns, table.HeaderRow, diff, list.text(t))
				}
			}
		}
	}
	if asked*50 > clear {
		t.Errorf("%d of %d lists ask in which nothing is ambiguous", asked, clear)
	}
	t.Logf("%d of %d lists ask in which nothing is ambiguous", asked, clear)
}

// accounted counts the cells of an inventory that look like phone numbers.
func accounted(table *number.Table) int {
	n := 0
	for i := range table.Inventory {
		n += table.Inventory[i].Phones
	}
	return n
}

// listedNumbers are the numbers of a table as madeUp has them.
func listedNumbers(table *number.Table) []string {
	var all []string
	_, blocks := table.Columns[number.FieldNumberEnd]
	for i := range table.Records {
		r := &table.Records[i]
		if r.Skipped != number.SkipNone || !holdsDigits(r.Number()) {
			continue
		}
		text := r.Number().Shown()
		switch {
		case blocks && table.EndIsCount && holdsDigits(r.EndCell()):
			text += " - "
		case blocks:
			text += " - " + r.EndCell().Shown()
		}
		all = append(all, text)
	}
	return all
}

// holdsDigits says that a cell has enough digits for a number, so that it is neither
// a note nor the heading of a group.
func holdsDigits(c number.Cell) bool {
	const fewest = 7
	digits := slices.DeleteFunc([]byte(c.Shown()), func(b byte) bool { return b < '0' || b > '9' })
	return len(digits) >= fewest
}
