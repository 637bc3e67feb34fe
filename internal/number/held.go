package number

// Held is a number as an organization holds it.
type Held struct {
	Number   E164
	Location Location // its ID and its name at least, as far as they are known
	State    State    // StateUnset for a word that this program does not know
	Kind     Kind     // KindUnset where the organization did not say
	Usage    Usage
	Main     bool   // the main number of its location
	Owner    Owner  // who uses it; its zero value is nobody
	Internal string // the extension, "" for none
}

// Owner is who or what a number is assigned to.
type Owner struct {
	Name string // "" where only the type is known
	Type string // a word of the Webex API, such as PEOPLE or PLACE; unknown ones occur
}

// IsNobody reports whether the number is assigned to nobody.
func (o Owner) IsNobody() bool { return o == Owner{} }

// Inventory is what an organization holds.
type Inventory struct {
	Locations []Location // those that are enabled for calling
	Numbers   []Held     // each once, in the order of the organization's list
	// Counted is how many numbers the organization says it has, 0 if it does not
	// say. Where these are more than Numbers has, some were not read.
	Counted int
}

// Lacks is how many numbers were not read though the organization counts them.
func (i *Inventory) Lacks() int { return max(i.Counted-len(i.Numbers), 0) }
