package rows

// FilterValue is a value of a column that rows can be filtered by.
type FilterValue[ID comparable] struct {
	ID    ID // tells it from the others of its column
	Label string
	Count int // rows that have it, of all
	On    bool
}
