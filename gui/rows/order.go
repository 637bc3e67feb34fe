package rows

import (
	"cmp"
	"slices"
)

// keyed is a row with what it is sorted by.
type keyed struct {
	key uint64
	at  int32
}

// byte is a byte of the key, 0 for the lowest.
func (k keyed) byte(i int) byte { return byte(k.key >> (8 * i) & 0xff) }

// mostWords is how many different texts a column may have for them to be
// compared once and not row by row.
const mostWords = 4096

// Order lists the positions below n in the order of a column: upward, or downward
// with down. Rows that are equal in it stay in their order. What a row is sorted
// by is asked for once a row. n is below 1<<31.
func Order[R any](n int, row func(i int) R, column Column[R], down bool) []int32 {
	keys := make([]keyed, n)
	var texts []string // what decides between equal keys, nil if nothing does
	if column.Key != nil {
		for i := range keys {
			keys[i] = keyed{column.Key(row(i)), int32(i)}
		}
	} else {
		texts = textKeys(keys, func(i int) string { return column.Text(row(i)) })
	}
	if down {
		for i := range keys {
			keys[i].key = ^keys[i].key
		}
	}
	keys = radixSort(keys)
	if texts != nil {
		settleTies(keys, texts, down)
	}
	order := make([]int32, n)
	for i := range keys {
		order[i] = keys[i].at
	}
	return order
}

// radixSort sorts by key and leaves equal keys in their order. Its time grows with
// the rows only.
func radixSort(keys []keyed) []keyed {
	const bytes, values = 8, 256
	var counts [bytes][values]int
	for i := range keys {
		for b := range bytes {
			counts[b][keys[i].byte(b)]++
		}
	}
	other := make([]keyed, len(keys))
	for b := range bytes {
		if len(keys) == 0 || counts[b][keys[0].byte(b)] == len(keys) {
			continue // all are equal here
		}
		start := 0
		for v, n := range counts[b] {
			counts[b][v] = start
			start += n
		}
		for _, k := range keys {
			v := k.byte(b)
			other[counts[b][v]] = k
			counts[b][v]++
		}
		keys, other = other, keys
	}
	return keys
}

// settleTies sorts rows with equal keys by their whole texts.
func settleTies(keys []keyed, texts []string, down bool) {
	for start := 0; start < len(keys); {
		end := start + 1
		for end < len(keys) && keys[end].key == keys[start].key {
			end++
		}
		slices.SortStableFunc(keys[start:end], func(a, b keyed) int {
			order := cmp.Compare(texts[a.at], texts[b.at])
			if down {
				return -order
			}
			return order
		})
		start = end
	}
}

// textKeys makes keys of texts. If the keys alone do not tell the texts apart, it
// returns them.
func textKeys(keys []keyed, text func(i int) string) []string {
	texts := make([]string, len(keys))
	ranks := map[string]uint64{}
	for i := range texts {
		texts[i] = text(i)
		if len(ranks) <= mostWords {
			ranks[texts[i]] = 0
		}
	}
	if len(ranks) > mostWords {
		same := sameStart(texts)
		for i := range keys {
			keys[i] = keyed{startOf(texts[i][same:]), int32(i)}
		}
		return texts
	}
	for rank, word := range sortedWords(ranks) {
		ranks[word] = uint64(rank)
	}
	for i := range keys {
		keys[i] = keyed{ranks[texts[i]], int32(i)}
	}
	return nil
}

func sortedWords(ranks map[string]uint64) []string {
	words := make([]string, 0, len(ranks))
	for word := range ranks {
		words = append(words, word)
	}
	slices.Sort(words)
	return words
}

// sameStart is how many bytes all texts have in common at their start.
func sameStart(texts []string) int {
	same := len(texts[0])
	for _, text := range texts {
		same = min(same, len(text))
		for i := range same {
			if text[i] != texts[0][i] {
				same = i
				break
			}
		}
	}
	return same
}

// startOf is the beginning of a text as a number that is ordered in the same way.
func startOf(text string) uint64 {
	var key uint64
	for i := range 8 {
		key <<= 8
		if i < len(text) {
			key |= uint64(text[i])
		}
	}
	return key
}
